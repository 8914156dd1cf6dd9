"""The dialog that asks which file the outline goes to, and writes it."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input
from textual.widgets.input import Selection

from drafter.errors import DrafterError, InputError
from drafter.exporters import WORD
from drafter.model.outline import Outline
from drafter.storage.files import is_there
from drafter.storage.profiles import STANDARD, load_profile, profile_files
from drafter.tui import delivery
from drafter.tui.flowing import Flowing
from drafter.tui.keeper import Keeper
from drafter.tui.screens.asking import AskScreen
from drafter.tui.texts import joined, styled

_BESIDE = f"旁边另存一份同名的说明书 {delivery.SPEC_SUFFIX}"


def ask_and_deliver(
    app: App[None], keeper: Keeper, outline: Outline, say: Callable[[str], None]
) -> None:
    """Ask for a file, write outline and spec, and `say` so."""
    app.push_screen(DeliverScreen(keeper, delivery.usual_name(outline), say))


class DeliverScreen(AskScreen):
    """Asks for a name, a format and a layout; a name without suffix has that of the format."""

    HINT: ClassVar[str] = "直接打字就换掉原来的名字；不写后缀就是选定的格式。"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "format", "换格式", key_display="Tab", priority=True),
        Binding("shift+tab", "layout", "换版式", key_display="Shift+Tab", priority=True),
    ]

    def __init__(self, keeper: Keeper, name: str, say: Callable[[str], None]) -> None:
        super().__init__("导出到", name, _BESIDE, self._write)
        self._keeper = keeper
        self._say = say
        self._format = delivery.FORMATS[0]
        self._layout = keeper.session.spec.profile
        """Name or file of the layout; empty for the standard one."""
        self._told = ""
        """The name that was told to be there already."""

    @cached_property
    def _layouts(self) -> Mapping[str, str]:
        """The names of all layouts, each with its title."""
        return {name: _title(name, path) for name, path in profile_files().items()}

    def on_mount(self) -> None:
        """Show what may be chosen."""
        self._show()

    @property
    def said(self) -> str:
        """Return the name that was typed, with a suffix."""
        typed = super().said
        return f"{typed}{self._format}" if typed and not Path(typed).suffix else typed

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow the suffix that is typed."""
        suffix = Path(event.value.strip()).suffix.lower()
        if suffix in delivery.FORMATS and suffix != self._format:
            self._format = suffix
            self._show()

    def action_format(self) -> None:
        """Take the next format; the name keeps all but its suffix."""
        self._format = _after(self._format, delivery.FORMATS)
        field = self.query_one(Input)
        whole = field.selected_text == field.value
        name = field.value.strip()
        suffix = Path(name).suffix
        if suffix.lower() in delivery.FORMATS:
            field.value = f"{name[: -len(suffix)]}{self._format}"
            field.selection = Selection(0 if whole else len(field.value), len(field.value))
        self._show()

    def action_layout(self) -> None:
        """Take the next layout, for the format that has any."""
        if self._format == WORD:
            found = _after(self._layout or STANDARD, self._layouts)
            self._layout = "" if found == STANDARD else found
            self._show()

    def _show(self) -> None:
        formats = [("Tab 换格式：", "$text-muted"), *_marked(self._format, delivery.FORMATS)]
        lines = [joined(*formats)]
        if self._format == WORD:
            titles = self._layouts
            now = titles.get(self._layout or STANDARD, Path(self._layout).stem)
            marked = _marked(now, dict.fromkeys((*titles.values(), now)))
            lines.append(joined(("Shift+Tab 换版式：", "$text-muted"), *marked))
        self.hint(Flowing(Content("\n").join([*lines, styled(_BESIDE, "$text-muted")])))

    def _write(self, name: str) -> None:
        """Write over a file only after it has been said that it is there."""
        there = [path for path in delivery.targets(name) if is_there(path)]
        if there and self._told != name:
            self._told = name
            names = "、".join(path.name for path in there)
            raise InputError(f"已有 {names}", remedy="再按一次回车就覆盖；或换一个名字")
        keeper = self._keeper
        path, _ = delivery.deliver(keeper.workshop, keeper.session, name, self._layout)
        said = f"已写入 {path} 和同名的 {delivery.SPEC_SUFFIX}"
        self._say(said)
        self.app.run_worker(partial(self._tell_fonts, self.app, said, name), thread=True)

    def _tell_fonts(self, app: App[None], said: str, name: str) -> None:
        """Add what there is to tell of the fonts; to ask for them may take seconds."""
        if fonts := delivery.lacking_fonts(name, self._layout):
            app.call_from_thread(self._say, f"{said}；{fonts}")


def _title(name: str, path: Path) -> str:
    """Return the title of a layout; what is wrong with its file is told when it is used."""
    try:
        return load_profile(path).title
    except DrafterError:
        return name


def _after(one: str, some: Iterable[str]) -> str:
    """Return what comes after `one`, the first after the last."""
    names = [*some]
    return names[(names.index(one) + 1) % len(names)] if one in names else names[0]


def _marked(one: str, some: Iterable[str]) -> list[tuple[str, str]]:
    """Return `some` names, with `one` in brackets."""
    return [(f"[{each}]", "bold") if each == one else (f" {each} ", "") for each in some]
