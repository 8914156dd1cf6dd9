"""The one error family: what is wrong, where, and the way out."""

import re
from collections.abc import Sequence
from enum import IntEnum

_QUOTED = "(“[^“”]{60})[^“”]+(?=”)"
_NAME = r"([^/\\:]{60})[^/\\:]+"
"""A part of a path; `:` is left to the line behind it."""
_DEEPEST = 240
"""Characters of a path; its middle goes first."""
_PLACE = r":(\d+)(?::\d+)?\Z"
_MOST_TOLD = 20
"""Faults of a file that are told at a time."""
_MOST_KEPT = 1000


class Exit(IntEnum):
    """Exit statuses of the command line."""

    DONE = 0
    FINDINGS = 1
    INPUT = 2
    FILE = 3


def _short(place: str) -> str:
    """Return `place` with long names cut, and without its middle where it is deep."""
    named = re.sub(_NAME, r"\1…", place)
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

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines that are told, one a fault."""
        return (str(self),)

    def __str__(self) -> str:
        """Return the line that is told: place, fault, remedy; what is too long is shortened."""
        place = f"{_short(self.where)}：" if self.where else ""
        remedy = f"（{self.remedy}）" if self.remedy else ""
        return place + re.sub(_QUOTED, r"\1…", self.what + remedy)


class InputError(DrafterError):
    """A spec, template, phrase file or argument says something that cannot be done."""


class SeveralFaultsError(InputError):
    """Several faults of a file; the first stands for all where one line has to do."""

    def __init__(self, faults: Sequence[InputError], number: int) -> None:
        first = faults[0]
        super().__init__(first.what, where=first.where, remedy=first.remedy)
        self._faults = tuple(faults)
        self._number = number

    @property
    def lines(self) -> tuple[str, ...]:
        """Return a line for each of the first faults, and how many more there are."""
        told = tuple(map(str, self._faults[:_MOST_TOLD]))
        left = self._number - len(told)
        return (*told, f"还有 {left} 处，请先改好这些") if left > 0 else told


class Gathered:
    """Faults found on the way through a file, told together in the end."""

    def __init__(self) -> None:
        self._faults: dict[str, InputError] = {}
        self._number = 0

    def __bool__(self) -> bool:
        return self._number > 0

    def add(self, fault: InputError) -> None:
        """Keep a fault, once; of very many some are only counted."""
        said = str(fault)
        if said not in self._faults:
            self._number += 1
            if len(self._faults) < _MOST_KEPT:
                self._faults[said] = fault.with_traceback(None)

    def error(self) -> InputError:
        """Return the error for all of them, in the order of the lines."""
        faults = sorted(self._faults.values(), key=_line)
        return SeveralFaultsError(faults, self._number) if self._number > 1 else faults[0]


def _line(fault: DrafterError) -> int:
    found = re.search(_PLACE, fault.where)
    return int(found[1]) if found else 0


class FileError(DrafterError):
    """A file or folder cannot be read or written."""

    exit_code = Exit.FILE
