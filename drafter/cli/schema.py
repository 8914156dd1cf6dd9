"""`drafter schema`: JSON Schemas by which editors complete and check."""

from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import put, tell
from drafter.cli.targets import named
from drafter.errors import Exit, FileError, InputError
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.slots import nearest
from drafter.storage.files import write_together
from drafter.storage.lexicon import load_lexicon
from drafter.storage.schemas.kinds import KINDS, schema_bytes
from drafter.storage.templates import find_template, load_template, template_names
from drafter.storage.vocabulary import load_vocabulary


@click.command(
    cls=DrafterCommand,
    help="输出 KIND 这种文件的 JSON Schema，编辑器用它补全和检查；不写 KIND 则列出各种文件。",
)
@click.argument("kind", required=False)
@click.option("-o", "--output", metavar="文件", help="写入这个文件；不写就输出到屏幕。")
@click.option("--all", "folder", metavar="文件夹", help="把每一种都写进这个文件夹。")
def schema(kind: str | None, output: str | None, folder: str | None) -> int:
    """Write schemas, or list their kinds."""
    if folder is not None:
        _all_into(folder)
    elif kind is None:
        put("".join(f"{name:<10}  {about}\n" for name, about in KINDS.items()).encode())
    elif output is None:
        put(_made(_known(kind)))
    else:
        named("-o", output)
        write_together([(Path(output), _made(_known(kind)))])
        tell(f"已写入 {output}")
    return Exit.DONE


def _all_into(folder: str) -> None:
    named("--all", folder)
    into = Path(folder)
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "请换一个位置，或检查权限"
        raise FileError("不能建立这个文件夹", where=folder, remedy=remedy) from error
    write_together([(into / f"{kind}.json", _made(kind)) for kind in KINDS])
    tell(f"已写入 {folder}：{'、'.join(KINDS)}")


def _known(kind: str) -> str:
    if kind not in KINDS:
        like = nearest(kind, list(KINDS))
        remedy = f"是不是 {like}？" if like else "可用的有：" + "、".join(KINDS)
        raise InputError(f"没有“{kind}”这种文件", where="drafter schema", remedy=remedy)
    return kind


def _made(kind: str) -> bytes:
    bank, folder = shipped_phrasebank(), shipped_templates()
    vocabulary = load_vocabulary(bank)
    templates = [
        load_template(find_template(folder, name, "drafter schema"), vocabulary)
        for name in template_names(folder)
    ]
    return schema_bytes(kind, load_lexicon(bank), vocabulary, templates)
