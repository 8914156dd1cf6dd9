"""`drafter bank list`: entries by kind, topic, source, era, organ."""

import click

from drafter.cli.bank_entries import (
    Wanted,
    bank_option,
    filter_options,
    json_option,
    limited,
    listed,
    put_listed,
)
from drafter.cli.bank_layers import kinds_asked, layers_of, shelved_in
from drafter.cli.command import DrafterCommand
from drafter.errors import Exit
from drafter.storage.collector import collector_paused


@click.command("list", cls=DrafterCommand, help="列出条目；写明 KIND（如 headings）则只列这一种。")
@click.argument("kind", required=False)
@filter_options
@bank_option
@json_option
@collector_paused()
def list_entries(
    kind: str | None,
    topic: str,
    source: str,
    era: str,
    organ: str,
    limit: int | None,
    banks: tuple[str, ...],
    as_json: bool,
) -> int:
    """List entries."""
    layers = layers_of(banks)
    wanted = Wanted(topic, source, era, organ)
    found = [
        each for each in shelved_in(layers, kinds_asked(kind, layers)) if wanted.fits(each.entry)
    ]
    put_listed(listed(found, limited(limit, as_json)), as_json)
    return Exit.DONE
