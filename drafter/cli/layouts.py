"""Layout profiles on the command line: named, listed, and what is told of their fonts."""

from collections.abc import Iterator
from functools import partial

from drafter.cli.streams import tell
from drafter.errors import DrafterError
from drafter.exporters import Exporter
from drafter.exporters.word import to_word
from drafter.locations import shipped_templates
from drafter.model.layout import Font, Profile
from drafter.storage.fonts import installed_fonts
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
    installed = installed_fonts()
    missing = [font for font in profile.used_fonts() if not _is_there(font, profile, installed)]
    if installed and missing:
        told = "、".join(_with_substitute(font, profile) for font in missing)
        tell(
            f"这台电脑上没有这些字体：{told}。文件里写的仍是原来的字体，到装有它们的电脑上就照样显示"
        )


def _is_there(font: str, profile: Profile, installed: frozenset[str]) -> bool:
    names = (font, *profile.fonts.get(font, Font()).also)
    return any(name.casefold() in installed for name in names)


def _with_substitute(font: str, profile: Profile) -> str:
    instead = profile.fonts.get(font, Font()).instead
    return f"{font}（通常用{'或'.join(instead)}代替）" if instead else font
