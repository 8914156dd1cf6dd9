"""Entries of all layers found by what they hold; only those that are asked for are made."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.model.folding import folded
from drafter.model.phrase import Change, Entry, revised
from drafter.storage.bank.layers import Layer
from drafter.storage.bank.phrasebank import known_kinds, rejected_ids
from drafter.storage.bank.rows import searched
from drafter.storage.bank.sheets import Numbers, Sheet, Wanted, holds_all


class Place(NamedTuple):
    """Where an entry, or a change of it, is written."""

    layer: Layer
    path: Path
    line: int


class Hit(NamedTuple):
    """An entry as all layers make it, and where its text is written."""

    entry: Entry
    layer: Layer
    path: Path
    line: int
    others: tuple[Place, ...] = ()
    """Earlier and later places that have a say in it, in the order of the layers."""

    @property
    def place(self) -> Place:
        """Return where its text is written."""
        return Place(self.layer, self.path, self.line)


class _Page(NamedTuple):
    """The file of a kind in one layer, and the ids that the layer rejects."""

    layer: Layer
    sheet: Sheet | None
    rejected: frozenset[str]


class _Spot(NamedTuple):
    """An entry that several lines have a say in, and where it first stands."""

    page: _Page
    number: int
    hit: Hit


_Part = tuple[_Page, Numbers] | Hit
"""Lines of one file, or an entry that is made already."""


class Found:
    """What a search found: how many there are, and each one, made when its turn comes."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = parts
        self._length = sum(1 if isinstance(part, Hit) else len(part[1]) for part in parts)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Hit]:
        for part in self._parts:
            if isinstance(part, Hit):
                yield part
            else:
                yield from _hits(*part)


class Stacks:
    """The phrase files of all layers as a search sees them; each is opened once."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._files = {layer: known_kinds(layer.folder) for layer in layers}
        self._rejected = {layer: rejected_ids(layer.folder) for layer in layers}
        self._opened: dict[str, list[_Page]] = {}

    def found(self, wanted: Sequence[Wanted], kinds: Iterable[str] | None = None) -> Found:
        r"""Return the entries of `kinds` (of every kind without it) that hold all that is wanted.

        Characters that are wanted are folded here; what is sought has to be made for folded text,
        in which \n divides entries and \x1f the texts of an entry.
        """
        folds = [folded(each) if isinstance(each, str) else each for each in wanted]
        needed = [each for each in folds if each]
        asked = self._kinds() if kinds is None else kinds
        return Found([part for kind in asked for part in _parts(self._pages(kind), needed)])

    def origins(self, name: str) -> Iterator[Hit]:
        """Yield the entries whose id is `name`, at most one of each kind."""
        for kind in self._kinds():
            for spot in _settled(self._pages(kind), frozenset([name]), []):
                yield spot.hit

    def ids(self) -> set[str]:
        """Return the ids of all entries."""
        names: set[str] = set()
        for kind in self._kinds():
            mine: set[str] = set()
            for page in self._pages(kind):
                mine.update(page.sheet.ids[: page.sheet.entries] if page.sheet else ())
                mine -= page.rejected
            names |= mine
        return names

    def _kinds(self) -> list[str]:
        return list(dict.fromkeys(kind for some in self._files.values() for kind in some))

    def _pages(self, kind: str) -> list[_Page]:
        """Return the files of `kind`, and lists of rejections, in the order of the layers."""
        if kind not in self._opened:
            self._opened[kind] = [
                _Page(layer, _sheet(layer, kind) if kind in files else None, self._rejected[layer])
                for layer, files in self._files.items()
            ]
        return self._opened[kind]


def _sheet(layer: Layer, kind: str) -> Sheet | None:
    path = layer.folder / f"{kind}.yaml"
    return Sheet(path, kind) if path.exists() else None


def _hits(page: _Page, numbers: Numbers) -> Iterator[Hit]:
    assert page.sheet is not None
    for item in page.sheet.items(numbers):
        if not isinstance(item, Change):
            yield Hit(item, page.layer, page.sheet.path, item.line)


def _parts(pages: Sequence[_Page], wanted: Sequence[Wanted]) -> Iterator[_Part]:
    """Yield what is found in the files of one kind, in the order of layers and lines."""
    disputed = _disputed(pages)
    settled = list(_settled(pages, disputed, wanted)) if disputed else []
    for page in pages:
        if not page.sheet:
            continue
        numbers = page.sheet.holding(wanted)
        if not (disputed and page.sheet.having(disputed)):
            yield page, numbers
            continue
        ids = page.sheet.ids
        mine = sorted((s for s in settled if s.page is page), key=lambda s: s.number)
        free = [number for number in numbers if ids[number] not in disputed]
        at = 0
        for spot in mine:
            end = bisect(free, spot.number)
            yield from ((page, free[at:end]), spot.hit)
            at = end
        yield page, free[at:]


def _disputed(pages: Sequence[_Page]) -> frozenset[str]:
    """Return the ids that more than one line, or a list of rejections, has something to say of."""
    names: set[str] = set()
    rejected: frozenset[str] = frozenset()
    earlier: list[Sheet] = []
    for page in reversed(pages):
        rejected |= page.rejected
        sheet = page.sheet
        if not sheet:
            continue
        names |= sheet.changed() | (sheet.having(rejected) if rejected else set())
        for other in earlier:
            fewer, more = sorted((sheet, other), key=Sheet.__len__)
            names |= more.having(fewer.ids)
        earlier.append(sheet)
    return frozenset(names)


def _settled(
    pages: Sequence[_Page], disputed: frozenset[str], wanted: Sequence[Wanted]
) -> Iterator[_Spot]:
    """Yield what the layers make of disputed entries, if it holds all that is wanted."""
    said: dict[str, dict[int, list[int]]] = {}
    for at, page in enumerate(pages):
        if page.sheet and page.sheet.having(disputed):
            for number, name in enumerate(page.sheet.ids):
                if name in disputed:
                    said.setdefault(name, {}).setdefault(at, []).append(number)
    for name, numbers in said.items():
        if wanted and not holds_all("\n".join(_lines(pages, numbers)), wanted):
            continue
        spot = _made(pages, name, numbers)
        if spot and holds_all(folded(searched(spot.hit.entry)), wanted):
            yield spot


def _lines(pages: Sequence[_Page], numbers: Mapping[int, Sequence[int]]) -> Iterator[str]:
    for at, some in numbers.items():
        sheet = pages[at].sheet
        yield from (sheet.line(number) for number in some if sheet)


def _made(pages: Sequence[_Page], name: str, numbers: Mapping[int, Sequence[int]]) -> _Spot | None:
    """Return what the layers make of one entry, or None if it is rejected."""
    spot: _Spot | None = None
    for at, page in enumerate(pages):
        for number in numbers.get(at, ()):
            spot = _more(spot, page, number)
        if name in page.rejected:
            spot = None
    return spot


def _more(spot: _Spot | None, page: _Page, number: int) -> _Spot | None:
    """Return `spot` with what stands at `number` of a page laid over it."""
    assert page.sheet is not None
    item = next(page.sheet.items([number]))
    place = Place(page.layer, page.sheet.path, item.line)
    if isinstance(item, Change):
        if spot is None or not item.fits(spot.hit.entry):
            return spot
        hit = spot.hit
        others = hit.others if place == hit.place else (*hit.others, place)
        return spot._replace(hit=hit._replace(entry=item.applied(hit.entry), others=others))
    if spot is None:
        return _Spot(page, number, Hit(item, *place))
    hit = spot.hit
    entry = revised(hit.entry, item)
    return spot._replace(hit=Hit(entry, *place, (*hit.others, hit.place)))
