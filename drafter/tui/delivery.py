"""Out of the wizard: the outline in a file, and the spec that gives the same bytes again."""

from functools import partial
from pathlib import Path

from drafter.errors import InputError
from drafter.exporters import EXPORTERS, WORD, Exporter
from drafter.model.outline import Outline, Title
from drafter.storage.files import from_home, write_together
from drafter.storage.profiles import STANDARD, load_profile, profile_called
from drafter.storage.specs.records import spec_to_yaml
from drafter.tui.session import Session
from drafter.tui.workshop import Workshop

SPEC_SUFFIX = ".yaml"
FORMATS = (WORD, *(suffix for suffix in EXPORTERS if suffix != WORD))
"""Suffixes of the formats, the one that is handed in first."""
_UNFIT = frozenset('<>:"/\\|?*')
_LONGEST = 60


def title_of(outline: Outline) -> str:
    """Return the title of `outline`."""
    return next((node.text for node in outline.nodes if isinstance(node, Title)), "")


def usual_name(outline: Outline) -> str:
    """Return the name of the file that the outline usually goes to."""
    name = "".join("-" if c in _UNFIT or not c.isprintable() else c for c in title_of(outline))
    return f"{name[:_LONGEST].strip(' .') or '提纲'}{FORMATS[0]}"


def targets(name: str) -> tuple[Path, Path]:
    """Return the file of the outline and that of its spec; a strange suffix is an InputError."""
    path = from_home(name)
    if path.suffix.lower() not in EXPORTERS:
        known = "、".join(EXPORTERS)
        raise InputError(f"不会写“{path.suffix}”格式", where=name, remedy=f"可用的后缀：{known}")
    return path, path.with_suffix(SPEC_SUFFIX)


def deliver(
    workshop: Workshop, session: Session, name: str, profile: str = ""
) -> tuple[Path, Path]:
    """Write the outline, and beside it the spec with every choice made; return both places.

    The outline is made of the spec as it stands in its file, as `generate` would make it, and laid
    out by `profile` where the format has a layout.
    """
    path, beside = targets(name)
    full = workshop.full(session)
    is_word = path.suffix.lower() == WORD
    record = spec_to_yaml(full._replace(profile=profile) if is_word else full)
    outline = workshop.outline(workshop.read(record.decode(), str(beside)))
    data = _exporter(path.suffix.lower(), profile)(outline)
    write_together([(path, data), (beside, record)])
    return path, beside


def lacking_fonts(name: str, profile: str = "") -> str:
    """Return what there is to tell of the fonts of the file called `name`, in short."""
    if Path(name).suffix.lower() != WORD:
        return ""
    from drafter.storage.fonts import installed_fonts, lacking  # the other formats name none

    layout = load_profile(profile_called(profile or STANDARD, ""))
    return lacking(layout, installed_fonts(), in_short=True)


def _exporter(suffix: str, profile: str) -> Exporter:
    if suffix != WORD or not profile:
        return EXPORTERS[suffix]
    from drafter.exporters.word import to_word  # the other formats have no layout

    return partial(to_word, profile=load_profile(profile_called(profile, profile)))
