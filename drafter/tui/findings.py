"""What the checks find in the outline at hand, as the review tells it."""

from functools import cache

from drafter.drafting.inspecting import Inspection, load_inspection
from drafter.errors import DrafterError
from drafter.tui.workshop import Desk, Workshop

_TOLD_ELSEWHERE = frozenset(["placeholder", "parallelism"])
"""Rules whose findings the review tells in its own way."""
_SHOWN = 5


@cache
def inspection() -> Inspection:
    """Return what outlines are looked over with, read once."""
    return load_inspection()


def told_findings(desk: Desk, workshop: Workshop) -> list[str]:
    """Return a line for each finding, the first few of them; hints are left to `drafter check`."""
    try:
        looking = inspection()
    except DrafterError as error:  # the user's own checks.yaml may be at fault
        return [str(error)]
    found = looking.outline(desk.outline, desk.full, workshop.template, workshop.vocabulary)
    told = [
        f"第 {each.line} 行：{each.what}（{each.remedy}）"
        for each in found
        if each.level != "hint" and each.rule not in _TOLD_ELSEWHERE
    ]
    more = [f"还有 {len(told) - _SHOWN} 处，用 drafter check 看"] if len(told) > _SHOWN else []
    return [*told[:_SHOWN], *more]
