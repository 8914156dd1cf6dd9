"""`drafter mine`: documents into a phrasebank."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from drafter.archive.merging import Merge, Target, differences, load_target, merge, write
from drafter.archive.results import Origin
from drafter.archive.words import Words
from drafter.cli.command import DrafterCommand
from drafter.cli.gathering import Asked, Gathered, gathered
from drafter.cli.streams import put, tell
from drafter.cli.targets import named
from drafter.errors import FileError, InputError
from drafter.locations import shipped_phrasebank, user_cache
from drafter.mining.mine import printable
from drafter.storage.bank.layers import bank_layers
from drafter.storage.bank.ledger import load_ledger
from drafter.storage.bank.lock import bank_locked
from drafter.storage.journal import Journal

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--into",
        metavar="文件夹",
        default="phrasebank",
        help="短语库文件夹，没有就新建，默认 phrasebank。",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        metavar="N",
        help="同时用几个进程读，默认看文稿多少。",
    ),
    click.option("--scheduler", metavar="地址", default="", help="交给这个 Dask 集群读。"),
    click.option("--review", is_flag=True, help="逐条过目：留、改、不要、以后再说；随时可停。"),
    click.option("--dry-run", is_flag=True, help="只显示会改什么，不写短语库。"),
    click.option("--again", is_flag=True, help="挖过的文稿也重读一遍。"),
    click.option("--allow-marked", is_flag=True, help="标有密级的文稿也读，默认不读。"),
    click.option("--name", metavar="名称", default="标准输入", help="标准输入（-）的文稿名。"),
)


def _with_options(command: Callable[..., int]) -> Callable[..., int]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(
    cls=DrafterCommand,
    help="从文稿中挖掘短语，添进短语库；路径是文稿、文件夹或通配符，- 读标准输入。",
)
@click.argument("paths", metavar="路径...", nargs=-1, required=True)
@_with_options
def mine(paths: tuple[str, ...], into: str, review: bool, dry_run: bool, **asked: Any) -> int:
    """Mine the documents; one that cannot be read is told, the rest goes on."""
    named("--into", into)
    marked, cache = asked.pop("allow_marked"), user_cache()
    if review and "-" in paths:
        remedy = "请把文稿存成文件"
        raise InputError("逐条过目时，标准输入要用来回答", where="--review", remedy=remedy)
    words = Words(shipped_phrasebank(), marked)
    place = cache and cache / ("mine-marked" if marked else "mine")  # what was refused stays so
    with Journal(place, words.edition) as journal:
        run = _Run(Path(into), words, journal)
        found = run.read(Asked(paths, **asked))
        if not found.origins:
            put(f"共新增 0 条，{printable(into)} 没有变化\n".encode())
        elif dry_run:
            run.show(found.origins)
        elif review:
            run.review(found.origins)
        else:
            run.write(found.origins)
        return found.status


class _Run:
    """One call of the command."""

    def __init__(self, folder: Path, words: Words, journal: Journal) -> None:
        self._folder = folder
        self._words = words
        self._journal = journal

    def read(self, asked: Asked) -> Gathered:
        """Read the documents that the phrasebank does not know, and tell how it went."""
        ledger = load_ledger(self._folder)
        edition = self._words.edition
        found = gathered(asked, self._words, self._journal, lambda key: ledger.has(key, edition))
        tell(found.summary)
        return found

    def show(self, origins: Sequence[Origin]) -> None:
        """Print what would change; the results are kept for the run that does it."""
        from drafter.cli.diffs import unified  # no other run compares texts

        target = self._target()
        for path, before, after in differences(target, self._merged(target, origins)):
            put("".join(f"{line}\n" for line in unified(path, before, after)).encode())

    def write(self, origins: Sequence[Origin]) -> None:
        """Write what was found, as one transaction."""
        _make(self._folder)
        with bank_locked(self._folder):
            target = self._target()
            found = self._merged(target, origins)
            write(target, found)
        self._journal.clear(origin.key for origin in origins)
        put(_told(target, found).encode())
        if any(counts.added for counts in found.counts.values()) and not self._usual():
            tell(f"起草时加上 --bank {self._folder}，就会用到这些短语")

    def _usual(self) -> bool:
        """Return whether drafting uses the phrasebank without being told."""
        return any(layer.folder.samefile(self._folder) for layer in bank_layers())

    def review(self, origins: Sequence[Origin]) -> None:
        """Let the user decide about what was found."""
        from drafter.archive.deciding import Deciding  # most runs ask nothing
        from drafter.cli.review import review

        _make(self._folder)
        with bank_locked(self._folder):
            target = self._target()
            found = self._merged(target, origins)
            deciding = Deciding(target, found, origins, self._journal, self._words.edition)
            deciding.begin()
        if review(deciding, target.titles):
            self._journal.clear(origin.key for origin in origins)

    def _target(self) -> Target:
        return load_target(self._folder, self._words.slots, self._words.titles)

    def _merged(self, target: Target, origins: Sequence[Origin]) -> Merge:
        return merge(target, origins, self._journal, self._words.edition)


def _told(target: Target, found: Merge) -> str:
    """Return what was written, kind by kind."""
    lines = []
    for kind, counts in found.counts.items():
        words = ("新增", counts.added), ("添出处", counts.changed), ("近似并入", counts.alike)
        told = "，".join(f"{word} {number}" for word, number in words if number)
        lines.append(f"{target.titles.get(kind, kind)}  {told}\n")
    if not found.number:
        return "没有挖到短语\n"
    if found.known:
        lines.append(f"另有 {found.known} 条各层短语库里已有，或是早先删去的\n")
    added = sum(counts.added for counts in found.counts.values())
    return "".join([*lines, f"共新增 {added} 条，写入 {printable(str(target.folder))}\n"])


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "请换一个位置，或检查权限"
        raise FileError("不能建立这个文件夹", where=str(folder), remedy=remedy) from error
