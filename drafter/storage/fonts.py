"""Which fonts this machine has: by fontconfig where it is, else by the names in the font files.

And which of those that a layout names it lacks, as users are told.
"""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from drafter.model.layout import Font, Profile

_SUFFIXES = frozenset([".ttf", ".ttc", ".otf", ".otc"])
_FAMILY, _WHOLE, _OWN_FAMILY = 1, 4, 16
"""Numbers of names in a font: family, full name, family by typographers' lights."""
_MOST_FILES = 5_000
_MOST_FONTS = 64
"""Fonts of one collection that are looked at."""
_MOST_NAMES = 400
_SECONDS = 5
"""What fontconfig is waited for; it is slow when it makes its cache."""
_UNICODE, _WINDOWS = 0, 3
_OWN_WAYS = frozenset(["win32", "darwin"])
"""Systems whose programs do not ask fontconfig, though it may be there."""


def installed_fonts() -> frozenset[str]:
    """Return the names of the fonts of this machine, in lower case; none where it cannot tell."""
    names = _by_fontconfig() if sys.platform not in _OWN_WAYS else set()
    names = names or {name for path in _font_files() for name in font_names(path)}
    return frozenset(name.casefold() for name in names)


def lacking(profile: Profile, installed: frozenset[str], in_short: bool = False) -> str:
    """Return what is told of the fonts of `profile` that are not `installed`, nothing if all are.

    Nobody can tell where none is known to be installed. What usually stands for them is left out
    `in_short`.
    """
    missing = [font for font in profile.used_fonts() if not _is_there(font, profile, installed)]
    if not (installed and missing):
        return ""
    if in_short:
        more = f"等 {len(missing)} 种" if len(missing) > 1 else ""
        return f"本机没有 {missing[0]} {more}字体，照原名写"
    told = "、".join(_with_substitute(font, profile) for font in missing)
    return f"本机没有这些字体，照原名写：{told}"


def _is_there(font: str, profile: Profile, installed: frozenset[str]) -> bool:
    names = (font, *profile.fonts.get(font, Font()).also)
    return any(name.casefold() in installed for name in names)


def _with_substitute(font: str, profile: Profile) -> str:
    instead = profile.fonts.get(font, Font()).instead
    return f"{font}（可用{'或'.join(instead)}代）" if instead else font


def _by_fontconfig() -> set[str]:
    program = shutil.which("fc-list")
    if not program:
        return set()
    asked = [program, "--format=%{family}\\n%{fullname}\\n"]
    try:
        done = subprocess.run(asked, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return set()
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return {name.replace("\\", "").strip() for line in lines for name in line.split(",")} - {""}


def _font_files() -> Iterator[Path]:
    found = (path for folder in _folders() for path in _within(folder))
    for number, path in enumerate(found):
        if number == _MOST_FILES:
            return
        if path.suffix.lower() in _SUFFIXES:
            yield path


def _within(folder: Path) -> Iterator[Path]:
    for at, _, names in os.walk(folder):
        yield from (Path(at, name) for name in names)


def _folders() -> list[Path]:
    """Return where this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")
        return [
            Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),
            Path(local, "Microsoft", "Windows", "Fonts"),
        ]
    if sys.platform == "darwin":
        office = Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts")
        apart = Path("/System/Library/AssetsV2/com_apple_MobileAsset_Font7")
        return [
            home / "Library/Fonts",
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
            office,
            apart,
        ]
    return [home / ".fonts", home / ".local/share/fonts", Path("/usr/share/fonts")]


def font_names(path: Path) -> set[str]:
    """Return the family and full names in a font file; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            return {name for start in _starts(file) for name in _names(file, start)}
    except (OSError, ValueError, struct.error):
        return set()


def _starts(file: BinaryIO) -> list[int]:
    """Return where the fonts of a file start: a collection has several."""
    if file.read(4) != b"ttcf":
        return [0]
    (count,) = _read(file, 8, ">I")
    return [_read(file, 12 + 4 * at, ">I")[0] for at in range(min(count, _MOST_FONTS))]


def _names(file: BinaryIO, start: int) -> Iterator[str]:
    (count,) = _read(file, start + 4, ">H")
    for at in range(count):
        kind, _, table, _ = _read(file, start + 12 + 16 * at, ">4sIII")
        if kind == b"name":
            yield from _named(file, table)


def _named(file: BinaryIO, table: int) -> Iterator[str]:
    _, count, texts = _read(file, table, ">HHH")
    for at in range(min(count, _MOST_NAMES)):
        platform, _, _, number, length, offset = _read(file, table + 6 + 12 * at, ">6H")
        if number in (_FAMILY, _WHOLE, _OWN_FAMILY) and platform in (_UNICODE, _WINDOWS):
            file.seek(table + texts + offset)
            yield file.read(length).decode("utf-16-be", "replace")


def _read(file: BinaryIO, at: int, form: str) -> tuple[Any, ...]:
    file.seek(at)
    return struct.unpack(form, file.read(struct.calcsize(form)))
