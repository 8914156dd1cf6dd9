"""The one error family: what is wrong, where, and the way out."""

import re
from enum import IntEnum

_QUOTED = re.compile("(“[^“”]{60})[^“”]+(?=”)")
_NAME = re.compile(r"([^/\\:]{60})[^/\\:]+")
"""A part of a path; `:` is left to the line behind it."""
_DEEPEST = 240
"""Characters of a path; its middle goes first."""


class Exit(IntEnum):
    """Exit statuses of the command line."""

    DONE = 0
    FINDINGS = 1
    INPUT = 2
    FILE = 3


def _short(place: str) -> str:
    """Return `place` with long names cut, and without its middle where it is deep."""
    named = _NAME.sub(r"\1…", place)
    half = _DEEPEST // 2
    return named if len(named) <= _DEEPEST else f"{named[:half]}…{named[-half:]}"


class DrafterError(Exception):
    """A fault that the user can mend: one Chinese line with place, fault and remedy."""

    exit_code = Exit.INPUT

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the line that is told: place, fault, remedy; what is too long is shortened."""
        place = f"{_short(self.where)}：" if self.where else ""
        remedy = f"（{self.remedy}）" if self.remedy else ""
        return place + _QUOTED.sub(r"\1…", self.what + remedy)


class InputError(DrafterError):
    """A spec, template, phrase file or argument says something that cannot be done."""


class FileError(DrafterError):
    """A file or folder cannot be read or written."""

    exit_code = Exit.FILE
