"""`drafter import`: an outline that was edited elsewhere, read back into a spec."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.readmission import Given, Readmission
from drafter.cli.streams import put, tell
from drafter.cli.targets import STDIN, Target, checked_targets, named
from drafter.drafting.guessing import impossible_dates
from drafter.drafting.reading_back import read_back
from drafter.errors import Exit, FileError, InputError
from drafter.exporters import EXPORTERS
from drafter.locations import shipped_phrasebank
from drafter.mining.labels import Labels
from drafter.mining.mine import printable
from drafter.mining.parse import Parser
from drafter.model.outline import Heading, Node, Point, Title
from drafter.model.spec import Choice, Spec
from drafter.storage.collector import collector_paused
from drafter.storage.documents import confidential, document_bytes, read_manuscript
from drafter.storage.files import is_file, is_there, write_atomically
from drafter.storage.lexicon import load_lexicon
from drafter.storage.readers.table import suffixes
from drafter.storage.schemas.kinds import put_schema, schema_line
from drafter.storage.specs.records import spec_to_yaml

_SPECS = (".yaml", ".yml")


@click.command(
    "import",
    cls=DrafterCommand,
    help="把改过的提纲（.docx .md .txt）读回说明书；不写 -o 就输出到屏幕。",
)
@click.argument("file")
@click.option("-o", "--output", metavar="文件", help="写入这个文件。")
@click.option(
    "--spec", "earlier", metavar="文件", help="原来的说明书：模板、级别、机关、日期等都照它。"
)
@click.option("--template", metavar="模板", help="用这个模板；不写就照原来的说明书，没有则照原稿。")
@click.option(
    "--bank", "banks", metavar="文件夹", multiple=True, help="也认这个文件夹里的短语，可写多次。"
)
@click.option("--force", is_flag=True, help="文件已经存在也覆盖。")
@collector_paused()
def import_(
    file: str,
    output: str | None,
    earlier: str | None,
    template: str | None,
    banks: tuple[str, ...],
    force: bool,
) -> int:
    """Write the spec of an outline that was edited elsewhere."""
    _refuse_spec(file)
    output = _with_suffix(output)
    _check_target(file, output, force)
    for option, names in (("--spec", [earlier]), ("--template", [template]), ("--bank", banks)):
        for name in names:
            if name is not None:
                named(option, name)
    data = document_bytes(Path(file))
    lexicon = load_lexicon(shipped_phrasebank())
    manuscript = read_manuscript(Path(file), data)
    if mark := confidential(manuscript, lexicon.list("secrecy")):
        tell(f"{printable(file)}：这份文稿标有“{mark}”，请按保密规定处理")
    readmission = Readmission(Given(template or "", earlier or "", banks), Labels(lexicon))
    found = read_back(data, file, Parser(lexicon), manuscript)
    spec = readmission.spec(found.nodes)
    _deliver(spec, output)
    for said in (*found.told, *_open(spec, found.nodes, readmission), _summary(found.nodes, spec)):
        tell(printable(said))
    return Exit.DONE


def _open(spec: Spec, nodes: Iterable[Node], readmission: Readmission) -> Iterator[str]:
    """Yield what nobody said and no word gave away."""
    names = {"level": "级别", "organ": "机关"}
    left = [told for name, told in names.items() if name not in spec.answers]
    if left and readmission.is_guessing:
        yield f"从文字看不出{'和'.join(left)}，先按模板的默认；请在说明书里写明，或用 --spec"
    for said in impossible_dates(nodes) if readmission.is_guessing else ():
        yield f"日历上没有“{said}”，原文照留，说明书里的 date 空着；请核对"


def _refuse_spec(file: str) -> None:
    """Refuse a spec: it is what an import gives."""
    if Path(file).suffix.lower() in _SPECS:
        what, remedy = (
            "这是说明书，不是提纲，不用读回",
            "要提纲用 drafter generate，要接着改用 drafter tui",
        )
        raise InputError(what, where=file, remedy=remedy)


def _with_suffix(output: str | None) -> str | None:
    """Return the name of the spec to write, with a suffix unless it is a pipe or a device."""
    if not output or output == STDIN or Path(output).suffix:
        return output
    special = is_there(output) and not is_file(output)
    return output if special else f"{output}.yaml"


def _check_target(file: str, output: str | None, force: bool) -> None:
    if output is None:
        return
    named("-o", output)
    checked_targets([Target("-o", output)], "-", keep=())
    if is_there(output) and is_there(file) and Path(output).samefile(file):
        raise InputError("-o 会覆盖要读的文件", where=output, remedy="请换一个名字")
    if Path(output).suffix.lower() in suffixes().union(EXPORTERS):
        remedy = f"请写成 {Path(output).with_suffix('.yaml').name}"
        raise InputError("-o 写的是说明书（YAML），不是文稿", where=output, remedy=remedy)
    if is_file(output) and not force:
        raise FileError("文件已经存在", where=output, remedy="换一个名字，或加 --force 覆盖")


def _deliver(spec: Spec, output: str | None) -> None:
    data = spec_to_yaml(spec)
    if output is None:
        put(data)
        return
    path = Path(output)
    write_atomically(path, schema_line("spec").encode() + data)
    if path.is_file():  # no device or pipe
        put_schema(path.parent, "spec")
    tell(f"已写入 {output}")


def _summary(nodes: tuple[Node, ...], spec: Spec) -> str:
    headings = [node.level for node in nodes if isinstance(node, Heading)]
    points = sum(isinstance(node, Point) for node in nodes) + sum(n > 1 for n in headings)
    titled = "标题、" if any(isinstance(node, Title) for node in nodes) else "（没有标题）"
    return (
        f"读到{titled}小标题 {headings.count(1)} 个、分论点 {points} 个，"
        f"共 {len(nodes)} 段；认出短语 {_known(spec)} 条；模板 {spec.template}"
        + ("，全文照原稿（written）" if spec.written else "")
    )


def _known(spec: Spec) -> int:
    """Return how many texts of `spec` are known to be phrases."""
    written = [name for each in spec.written for name in (each.id, each.cue_id)]
    choices: list[Choice | None] = list(spec.parts.values())
    for section in spec.sections:
        choices += (section.heading, *section.points, *(point.cue for point in section.points))
    return sum(map(bool, written)) + sum(bool(choice and choice.id) for choice in choices)
