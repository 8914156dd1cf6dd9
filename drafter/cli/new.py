"""`drafter new`: a starter spec."""

from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import put, tell
from drafter.cli.targets import named
from drafter.errors import Exit, FileError
from drafter.locations import shipped_phrasebank
from drafter.storage.files import is_file, write_atomically
from drafter.storage.schemas.kinds import put_schema, schema_line
from drafter.storage.specs.starter import starter_spec
from drafter.storage.templates import load_template, template_called
from drafter.storage.vocabulary import load_vocabulary

USUAL = "office-work-meeting"


@click.command(cls=DrafterCommand, help="写一份起步的说明书：每一项都有注释，不改也能生成。")
@click.argument("template", default=USUAL)
@click.option("-o", "--output", metavar="文件", help="写入这个文件；不写就输出到屏幕。")
@click.option("--force", is_flag=True, help="文件已经存在也覆盖。")
def new(template: str, output: str | None, force: bool) -> int:
    """Write a spec to start from."""
    if output is not None:
        named("-o", output)
    path = template_called(template, "drafter new")
    text = starter_spec(load_template(path, load_vocabulary(shipped_phrasebank())))
    if output is None:
        put(text.encode())
        return Exit.DONE
    if is_file(output) and not force:
        raise FileError("文件已经存在", where=output, remedy="换一个名字，或加 --force 覆盖")
    write_atomically(Path(output), (schema_line("spec") + text).encode())
    if Path(output).is_file():  # no device or pipe
        put_schema(Path(output).parent, "spec")
    tell(f"已写入 {output}")
    return Exit.DONE
