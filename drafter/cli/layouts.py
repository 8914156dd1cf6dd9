"""Layout profiles on the command line: named, listed, and what is told of their fonts."""

from collections.abc import Iterator
from functools import partial

from drafter.cli.streams import tell
from drafter.errors import DrafterError
from drafter.exporters import Exporter
from drafter.exporters.word import to_word
from drafter.locations import shipped_templates
from drafter.model.layout import Profile
from drafter.storage.fonts import installed_fonts, lacking
from drafter.storage.profiles import STANDARD, load_profile, profile_called, profile_files


def word_exporter(name: str, sources: bool = False) -> Exporter:
    """Return what writes .docx by the profile called `name`, the standard one if none is."""
    profile = load_profile(profile_called(name or STANDARD, "--profile"))
    return partial(to_word, profile=profile, sources=sources)


def listed_profiles() -> Iterator[Profile]:
    """Yield every profile; a file of the user's own that is none is told, not refused."""
    for path in profile_files().values():
        try:
            yield load_profile(path)
        except DrafterError as error:
            if path.is_relative_to(shipped_templates()):
                raise
            tell(str(error))


def tell_fonts(name: str) -> None:
    """Tell which fonts of the profile called `name` this machine lacks, as far as it can tell."""
    profile = load_profile(profile_called(name or STANDARD, "--profile"))
    if said := lacking(profile, installed_fonts()):
        tell(said)
