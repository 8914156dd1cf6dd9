"""`make pictures`: the wizard on the shipped example, as the pictures that the README shows."""

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs"
_EXAMPLE = ROOT / "templates" / "examples" / "office-work-meeting.yaml"
_FONTS = (
    "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', "
    "'PingFang SC', 'Microsoft YaHei', monospace"
)
"""Fonts for narrow characters before those that have Chinese ones, which draw “” wide."""
_ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
_CELL = 12.2
"""Width of a cell in Rich's pictures, in pixels."""
_WIDE = 22
"""Size of a character of two cells, in pixels."""
_TEXT = re.compile(
    r'<text class="(?P<style>[^"]*-r\d+)" x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+") textLength="[^"]*" '
    r"(?P<clip>clip-path=[^>]*)>(?P<text>[^<]*)</text>"
)


class Picture(NamedTuple):
    """What is pressed before the picture is taken, in which theme, and how large it is."""

    keys: tuple[str, ...]
    theme: str
    size: tuple[int, int] = (108, 30)


PICTURES: Mapping[str, Picture] = {
    "headings": Picture(("f5", "3", "down"), "dark"),
    "phrases": Picture(("f5", "2", "enter", "down"), "dark"),
    "review": Picture(("f5", "6"), "light"),
}


def taken(name: str) -> str:
    """Return the picture called `name`, as SVG."""
    with _place_of_its_own() as spec:
        return aligned(asyncio.run(_screenshot(spec, PICTURES[name])))


def aligned(svg: str) -> str:
    """Return `svg` with each character in its cell, whatever the fonts of the one who looks."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: (Fira Code, monospace|arial);", f"font-family: {_FONTS};", svg)
    svg = svg.replace("</style>", f".wide {{ font-size: {_WIDE}px }}</style>", 1)
    return _TEXT.sub(lambda found: "".join(_words(found)), svg)


def _words(found: re.Match[str]) -> Iterator[str]:
    """Yield the words of a text, those of wide characters one by one; blanks need no drawing."""
    text = unescape(found["text"])
    for word in re.finditer(r"[!-~]+|[^ -~\s\xa0]+", text):
        wide = "" if word[0].isascii() else " wide"
        head = f'<text class="{found["style"]}{wide}" {found["y"]} {found["clip"]}>'
        pieces = [word[0]] if word[0].isascii() else list(word[0])
        at = float(found["x"]) + cell_len(text[: word.start()]) * _CELL
        drawn = []
        for piece in pieces:
            drawn.append(f'<tspan x="{at:.1f}">{escape(piece)}</tspan>')
            at += cell_len(piece) * _CELL
        yield f"{head}{''.join(drawn)}</text>"


async def _screenshot(spec: Path, picture: Picture) -> str:
    from textual.widgets import Input, TextArea
    from walking import Walker, app

    from drafter.locations import user_data
    from drafter.storage.settings import write_settings

    write_settings(user_data(), {"theme": picture.theme})
    async with app(spec).run_test(size=picture.size) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press(*picture.keys)
        for field in (*walk.app.screen.query(Input), *walk.app.screen.query(TextArea)):
            field.cursor_blink = False
        await walk.settle()
        return walk.app.export_screenshot(title="drafter")


@contextmanager
def _place_of_its_own() -> Iterator[Path]:
    """Work in a folder with nothing but the example, with no settings and no drafts."""
    before, here = dict(os.environ), Path.cwd()
    with tempfile.TemporaryDirectory(prefix="drafter-pictures-") as name:
        folder = Path(name)
        os.environ.update(_ENVIRONMENT, DRAFTER_DATA=str(folder / "data"))
        os.environ["DRAFTER_CACHE"] = str(folder / "cache")
        for other in ("NO_COLOR", "DRAFTER_AMBIGUOUS"):
            os.environ.pop(other, None)
        spec = Path(shutil.copy(_EXAMPLE, folder))
        os.chdir(folder)
        try:
            yield spec
        finally:
            os.chdir(here)
            os.environ.clear()
            os.environ.update(before)


def main() -> None:
    """Write all pictures."""
    sys.path.insert(0, str(ROOT / "tests" / "tui"))
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        path = FOLDER / f"wizard-{name}.svg"
        path.write_bytes(f"{taken(name)}\n".encode())
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
