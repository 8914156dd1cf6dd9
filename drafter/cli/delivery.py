"""What `drafter generate` makes of an order: files or a result, and what is told of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.cli.order import Order
from drafter.cli.streams import put, tell
from drafter.errors import InputError
from drafter.exporters import EXPORTERS, WORD, Exporter
from drafter.model.outline import Outline
from drafter.storage.files import is_file, read_bytes, write_together

Result = tuple[str, bytes]
"""A file to be written, and what goes into it."""


class Wishes(NamedTuple):
    """Files that are to be written, by what they hold."""

    outputs: tuple[str, ...] = ()
    sources: str = ""
    saved: str = ""
    profile: str = ""
    """Name or file of the layout; empty for the standard one."""
    force: bool = False
    """Whether a document that was edited in Word may be written over."""

    def numbered(self, number: int) -> "Wishes":
        """Return the wishes for one of several outlines: `out.md` becomes `out-1.md`."""
        return Wishes(
            tuple(_numbered(name, number) for name in self.outputs),
            _numbered(self.sources, number),
            _numbered(self.saved, number),
            self.profile,
            self.force,
        )

    @property
    def words(self) -> list[str]:
        """Return the files that Word is to open."""
        return [name for name in (*self.outputs, self.sources) if _suffix(name) == WORD]


def results(order: Order, outline: Outline, wishes: Wishes) -> list[Result]:
    """Return the files that are wanted of `outline`."""
    found = [(target, exporter(target, wishes.profile)(outline)) for target in wishes.outputs]
    if wishes.sources:
        found.append((wishes.sources, _sources(wishes, outline)))
    if wishes.saved:
        from drafter.storage.specs.records import spec_to_yaml  # loads the YAML library

        found.append((wishes.saved, spec_to_yaml(order.spec)))
    return found


def exporter(target: str, profile: str = "") -> Exporter:
    """Return what writes the format of `target`, laid out by `profile` where it has a layout."""
    suffix = _suffix(target)
    if suffix not in EXPORTERS:
        known = "、".join(EXPORTERS)
        raise InputError(f"不会写“{suffix}”格式", where=target, remedy=f"可用的后缀：{known}")
    if suffix == WORD and profile:
        from drafter.cli.layouts import word_exporter  # the standard layout needs no choice

        return word_exporter(profile)
    return EXPORTERS[suffix]


def checked_profile(wishes: Wishes) -> None:
    """Refuse a layout that is none, or that nothing is written by, before any work is done."""
    if not wishes.words:
        remedy = f"请用 -o 写明一个 {WORD} 文件"
        raise InputError("只有写 Word 文件才用得上版式", where="--profile", remedy=remedy)
    exporter(wishes.words[0], wishes.profile)


def deliver(files: Sequence[Result], force: bool = False) -> None:
    """Write all files or none, and say so; without `force` no file that was edited in Word."""
    for target, _ in files:
        if not force and _suffix(target) == WORD:
            _refuse_edited(Path(target))
    write_together([(Path(target), data) for target, data in files])
    for target, _ in files:
        tell(f"已写入 {target}")


def _refuse_edited(path: Path) -> None:
    """Refuse to write over a document that another program saved."""
    from drafter.exporters.word.package import is_untouched  # few write for Word

    there = read_bytes(path) if is_file(path) else b""
    if there and not is_untouched(there):
        remedy = "换一个文件名，或加 --force；要读回改动用 drafter import"
        raise InputError("这个文件在 Word 里改过", where=str(path), remedy=remedy)


def tell_of(outline: Outline) -> None:
    """Tell what the user has to look over or to supply, and how the length is planned."""
    if outline.length:
        _tell_length(outline)
    if outline.again:
        from drafter.cli.speeches import tell_again  # who has finished none has no need of it

        tell_again(outline.again)
    if outline.assumed:
        tell(f"请核对：存在问题一句按主题代拟（{'、'.join(outline.assumed)}）")
    if outline.missing:
        tell(f"还有 {len(outline.missing)} 处待补：" + "；".join(outline.missing))


def show(outline: Outline, as_json: bool) -> None:
    """Put the outline on standard output."""
    put(EXPORTERS[".json" if as_json else ".md"](outline))


def tell_layout(wishes: Wishes) -> None:
    """Tell which fonts of the layout are missing, where a file for Word was written."""
    if wishes.words:
        from drafter.cli.layouts import tell_fonts  # looks at what is installed

        tell_fonts(wishes.profile)


def _sources(wishes: Wishes, outline: Outline) -> bytes:
    suffix = _suffix(wishes.sources)
    if suffix == WORD:
        from drafter.cli.layouts import word_exporter

        return word_exporter(wishes.profile, sources=True)(outline)
    if suffix != ".md":
        from drafter.storage.specs.records import origins_to_yaml  # loads the YAML library

        return origins_to_yaml(outline)
    from drafter.exporters.sources import sources_table  # few ask for it

    return sources_table(outline)


def _tell_length(outline: Outline) -> None:
    from drafter.cli.tables import Column, laid_out  # who asks for no length has no need of it

    columns = (Column("计划", right=True), Column("现有", right=True), Column("部分"))
    rows = [
        (f"{each.least}–{each.most} 字", f"{each.present} 字", each.name) for each in outline.length
    ]
    least, most, present = (
        sum(getattr(each, name) for each in outline.length) for name in ("least", "most", "present")
    )
    rows.append((f"{least}–{most} 字", f"{present} 字", "合计"))
    for line in laid_out(columns, rows, 0):
        tell(line)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _numbered(name: str, number: int) -> str:
    if not name:
        return name
    path = Path(name)
    return str(path.with_name(f"{path.stem}-{number}{path.suffix}"))
