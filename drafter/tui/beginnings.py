"""What a new speech may begin with."""

from typing import Final

from drafter.storage.template_titles import Titled, template_titles

USUAL: Final = "office-work-meeting"


def templates() -> list[Titled]:
    """Return the templates that a new speech may begin with, the usual one first."""
    return sorted(template_titles(), key=lambda each: each.name != USUAL)
