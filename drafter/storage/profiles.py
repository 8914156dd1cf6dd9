"""Layout profiles read from their files: what ships, what is the user's own, what lies here."""

import re
from collections.abc import Mapping
from pathlib import Path

from drafter.errors import InputError
from drafter.locations import shipped_templates, user_templates
from drafter.model.layout import (
    ALIGNMENTS,
    FACES,
    TWIPS_A_POINT,
    Face,
    Font,
    Page,
    PageNumber,
    Profile,
)
from drafter.model.slots import nearest
from drafter.model.spec import NO, YES
from drafter.storage.files import read_text
from drafter.storage.yaml.checks import Checker
from drafter.storage.yaml.nodes import Table
from drafter.storage.yaml.tree import read_tree

STANDARD = "standard"
SUFFIX = ".yaml"
PROFILE_KEYS = (
    "name", "title", "description", "based_on", "subject", "page", "number", "styles",
    "highlight", "fonts", "words",
)  # fmt: skip
PAGE_KEYS = Page._fields
NUMBER_KEYS = PageNumber._fields
FACE_KEYS = Face._fields
FONT_KEYS = Font._fields
HIGHLIGHTS = ("yellow", "green", "cyan", "magenta", "red", "lightGray")
MOST_MM = 1200
"""Millimetres of the longest edge (A0)."""
MOST_POINTS = 96
MOST_PLACES = 200
"""Lines of a page, characters of a line."""
_FOLDER = "profiles"
_NUMBER = re.compile(r"\d{1,4}(\.\d{1,3})?\Z")
_TIGHTEST = 0.8
"""Parts of its width that a character may be condensed to before it touches the next."""
_DEEPEST = 8
"""Profiles in a chain of `based_on`; a ring of them ends here."""


def profile_files() -> dict[str, Path]:
    """Return the files of the profiles by their names; a later folder wins."""
    folders = (shipped_templates(), user_templates(), Path("templates"))
    paths = [path for each in folders for path in (each / _FOLDER).glob(f"*{SUFFIX}")]
    found = {path.stem: path for path in paths}
    return {name: found[name] for name in sorted(found)}


def profile_called(name: str, where: str) -> Path:
    """Return the file of the profile called `name`, which may be a path."""
    if name.endswith((SUFFIX, ".yml")):
        return Path(name)
    known = profile_files()
    if name in known:
        return known[name]
    like = nearest(name, list(known))
    remedy = f"是不是 {like}？" if like else "现有：" + "、".join(known)
    raise InputError(f"没有“{name}”这种版式", where=where, remedy=remedy)


def load_profile(path: Path) -> Profile:
    """Return the profile in the file `path`."""
    return _loaded(path, _DEEPEST)


def _loaded(path: Path, deepest: int) -> Profile:
    reader = _Reader(str(path))
    table = reader.known(reader.table(read_tree(read_text(path), str(path), 1)), PROFILE_KEYS)
    base, line = reader.text(table, "based_on"), reader.line(table, "based_on")
    if not base:
        return reader.profile(reader.known(table, PROFILE_KEYS, _NEEDED), path.stem, None)
    if not deepest:
        reader.fault("“based_on”绕回了自己", line, "请改成另一种版式的名字")
    beside = path.parent / base if base.endswith(SUFFIX) else None
    found = _loaded(beside or profile_called(base, reader.place(line)), deepest - 1)
    return reader.profile(table, path.stem, found)


_NEEDED = ("title", "description", "page", "number", "styles")


class _Reader(Checker):
    """Reads one profile; what it leaves out is as in the one it is based on."""

    def profile(self, top: Table, stem: str, base: Profile | None) -> Profile:
        made = Profile(
            name=self.text(top, "name") or stem,
            title=self._text(top, "title", base and base.title),
            description=self._text(top, "description", base and base.description),
            subject=self._text(top, "subject", base.subject if base else ""),
            page=self._page(self._under(top, "page", PAGE_KEYS), base and base.page),
            number=self._number(self._under(top, "number", NUMBER_KEYS), base and base.number),
            faces=self._faces(self._under(top, "styles", FACES), base.faces if base else {}),
            fonts={**(base.fonts if base else {}), **self._fonts(self.under(top, "fonts"))},
            highlight=self.one_of(top, "highlight", HIGHLIGHTS)
            or (base.highlight if base else HIGHLIGHTS[0]),
            words=tuple(dict.fromkeys((*(base.words if base else ()), *self.texts(top, "words")))),
        )
        self._check_grid(made, top)
        return made

    def _under(self, top: Table, key: str, keys: tuple[str, ...]) -> Table:
        return self.known(self.under(top, key), keys)

    def _page(self, table: Table, base: Page | None) -> Page:
        def length(key: str) -> float:
            return self._measured(table, key, base and getattr(base, key), 0, MOST_MM)

        def places(key: str) -> int:
            otherwise = getattr(base, key) if base else 0
            return self.number(self._there(table, key, base), key, otherwise, 1, MOST_PLACES)

        lengths = {key: length(key) for key in PAGE_KEYS if key not in ("lines", "characters")}
        return Page(**lengths, lines=places("lines"), characters=places("characters"))

    def _number(self, table: Table, base: PageNumber | None) -> PageNumber:
        form = self._text(table, "form", base and base.form)
        if form.count("{}") != 1:
            self.fault(f"“form”不能是“{form}”", self.line(table, "form"), "请用一个 {} 代表页码")
        return PageNumber(
            form=form,
            font=self._text(table, "font", base and base.font),
            size=self._measured(table, "size", base and base.size, 4, MOST_POINTS),
            gap=self._measured(table, "gap", base and base.gap, 0, MOST_MM),
            edge=self.number(table, "edge", base.edge if base else 0, 0, 20),
            facing=self._switch(table, "facing", bool(base and base.facing)),
        )

    def _faces(self, table: Table, base: Mapping[str, Face]) -> dict[str, Face]:
        faces = {
            name: self._face(self._under(table, name, FACE_KEYS), base.get(name, Face()))
            for name in FACES
        }
        for key in ("font", "digits", "size"):
            if not getattr(faces["body"], key):
                self.fault(f"body 缺少“{key}”", table.line, f"请在 body 下面加上“{key}: …”")
        return faces

    def _face(self, table: Table, base: Face) -> Face:
        return Face(
            font=self.text(table, "font") or base.font,
            digits=self.text(table, "digits") or base.digits,
            size=self._measured(table, "size", base.size, 4, MOST_POINTS),
            bold=self._switch(table, "bold", base.bold),
            align=self.one_of(table, "align", ALIGNMENTS) or base.align,
            indent=self.number(table, "indent", base.indent, 0, 20),
            after=self._measured(table, "after", base.after, 0, 20),
            keep=self._switch(table, "keep", base.keep),
        )

    def _fonts(self, table: Table) -> dict[str, Font]:
        return {name: self._font(self._under(table, name, FONT_KEYS)) for name in table}

    def _font(self, table: Table) -> Font:
        return Font(self.texts(table, "also"), self.texts(table, "instead"))

    def _check_grid(self, profile: Profile, top: Table) -> None:
        """Refuse margins that leave nothing, and type that its grid cannot hold."""
        page, size = profile.page, profile.faces["body"].size
        table = self.under(top, "page")
        if page.measure <= 0 or page.line_pitch <= 0:
            self.fault("页边比纸还大", table.line, "请改 page 下面的页边")
        if page.line_pitch < round(size * TWIPS_A_POINT):
            what, line = f"{page.lines} 行放不下 {size:g} 磅的字", self.line(table, "lines")
            self.fault(what, line, "请改 lines 或 body 的 size")
        if page.character_pitch < size * _TIGHTEST:
            what, line = (
                f"一行 {page.characters} 个 {size:g} 磅的字太挤",
                self.line(table, "characters"),
            )
            self.fault(what, line, "请改 characters 或 body 的 size")

    def _there(self, table: Table, key: str, base: object) -> Table:
        """Return `table`, in which `key` has to stand where nothing is based on."""
        return table if base else self.known(table, list(table), [key])

    def _text(self, table: Table, key: str, otherwise: str | None) -> str:
        return self.text(self._there(table, key, otherwise is not None), key) or otherwise or ""

    def _switch(self, table: Table, key: str, otherwise: bool) -> bool:
        said = self.text(table, key).lower()
        if said and said not in YES | NO:
            self.fault(f"“{key}”不能是“{said}”", self.line(table, key), "请写 是 或 否")
        return said in YES if said else otherwise

    def _measured(
        self, table: Table, key: str, otherwise: float | None, least: int, most: int
    ) -> float:
        """Return the number under `key`, which may have decimals."""
        said = self.text(self._there(table, key, otherwise is not None), key)
        if not said:
            return otherwise or 0
        if not (_NUMBER.match(said) and least <= float(said) <= most):
            line = self.line(table, key)
            self.fault(f"“{key}”不能是“{said}”", line, f"请写 {least} 到 {most} 之间的数")
        return float(said)
