"""The one error family: what is wrong, where, and the way out."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses of the command line."""

    DONE = 0
    FINDINGS = 1
    INPUT = 2
    FILE = 3


class DrafterError(Exception):
    """A fault that the user can mend: one Chinese line with place, fault and remedy."""

    exit_code = Exit.INPUT

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the line that is told: place, fault, remedy."""
        place = f"{self.where}：" if self.where else ""
        remedy = f"（{self.remedy}）" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class InputError(DrafterError):
    """A spec, template, phrase file or argument says something that cannot be done."""


class FileError(DrafterError):
    """A file or folder cannot be read or written."""

    exit_code = Exit.FILE
