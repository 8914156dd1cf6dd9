"""`drafter bank check`: every fault of the phrasebank, with its line and the way out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import click

from drafter.checking.banks import Whole
from drafter.checking.ground import Ground, ground
from drafter.checking.rules import findings
from drafter.cli.bank_entries import bank_option, json_option, put_json, put_lines
from drafter.cli.bank_layers import layers_of
from drafter.cli.command import DrafterCommand
from drafter.cli.streams import tell, visible
from drafter.errors import DrafterError, Exit
from drafter.locations import shipped_phrasebank
from drafter.mining.duplicates import near_duplicates
from drafter.model.findings import Finding, Level, Rejection
from drafter.storage.bank.faults import LookedOver, looked_over, rejections
from drafter.storage.bank.layers import Layer
from drafter.storage.bank.phrasebank import known_kinds, strange_files
from drafter.storage.collector import collector_paused
from drafter.storage.lexicon import load_lexicon
from drafter.storage.vocabulary import load_vocabulary

_SAID: Mapping[Level, str] = {"error": "错误", "warning": "警告", "hint": "提示"}


@click.command(
    "check",
    cls=DrafterCommand,
    help="检查短语库；写明文件夹则只报这些文件夹里的。有错误或警告时退出状态为 1。",
)
@click.argument("folders", metavar="[文件夹]...", nargs=-1)
@click.option("--no-hints", is_flag=True, help="不报提示，只报错误和警告。")
@bank_option
@json_option
@collector_paused()
def check(folders: tuple[str, ...], no_hints: bool, banks: tuple[str, ...], as_json: bool) -> int:
    """Look the phrasebank over."""
    layers = layers_of([*banks, *folders])
    found = [each for each in _found(layers) if _is_asked_for(each, folders)]
    if no_hints:
        found = [each for each in found if each.level != "hint"]
    if as_json:
        put_json([each._asdict() for each in found])
    else:
        put_lines(map(_line, found))
        _tell(found)
    return Exit.FINDINGS if any(each.level != "hint" for each in found) else Exit.DONE


def _is_asked_for(finding: Finding, folders: Sequence[str]) -> bool:
    if not folders:
        return True
    return _folder(finding.file) in {_folder(name, whole=True) for name in folders}


@cache
def _folder(name: str, whole: bool = False) -> Path:
    """Return the folder of the file `name`, or the folder `name` itself."""
    return (Path(name) if whole else Path(name).parent).resolve()


def _found(layers: Sequence[Layer]) -> list[Finding]:
    """Return the findings of all layers, file by file and line by line."""
    titles = load_lexicon(shipped_phrasebank()).kinds
    looked = [over for layer in layers for over in _files(layer)]
    entries = [each for over in looked for each in over.entries]
    strange = [each for layer in layers for each in _strange(layer, titles)]
    whole = Whole(
        entries,
        [each for over in looked for each in over.changes],
        [each for layer in layers for each in _rejections(layer)],
        list(near_duplicates(each.entry for each in entries)),
    )
    faults = [fault for over in looked for fault in over.faults]
    order = {_folder(str(layer.folder), whole=True): n for n, layer in enumerate(layers)}
    found = [*faults, *strange, *findings(whole, _ground())]
    return sorted(found, key=lambda each: (order[_folder(each.file)], each.file, each.line))


def _files(layer: Layer) -> Iterator[LookedOver]:
    for kind in known_kinds(layer.folder):
        yield looked_over(Path(layer.folder, f"{kind}.yaml"), kind)


def _ground() -> Ground:
    from drafter.templating.replacing import replacements  # loads the sandbox of templates

    bank = shipped_phrasebank()
    vocabulary = load_vocabulary(bank)
    return ground(load_lexicon(bank, places=True), vocabulary, replacements(vocabulary))


def _rejections(layer: Layer) -> list[Rejection]:
    try:
        return rejections(layer.folder)
    except DrafterError:
        return []


def _strange(layer: Layer, kinds: Iterable[str]) -> Iterator[Finding]:
    """Find files whose names are no kind."""
    for name, like in strange_files(layer.folder, kinds):
        remedy = f"是不是 {like}？" if like else "请核对文件名；程序不用这个文件"
        yield Finding(
            str(Path(layer.folder, name)), 0, "warning", "strange-file", "不认识这种短语", remedy
        )


def _line(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    remedy = f"（{finding.remedy}）" if finding.remedy else ""
    identity = f"{finding.id}：" if finding.id else ""
    said = f"{place}：{_SAID[finding.level]}：{identity}{finding.what}{remedy} [{finding.rule}]"
    return visible(said)


def _tell(found: Sequence[Finding]) -> None:
    counts = Counter(each.level for each in found)
    if not found:
        tell("没有发现问题")
        return
    told = [f"{said} {counts[level]} 处" for level, said in _SAID.items() if counts[level]]
    tell("，".join(told))
