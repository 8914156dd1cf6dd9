"""Outlines as Word documents, by a layout profile; GB/T 9704-2012 as borrowed for speeches.

The XML is written directly: the parts are few, and loading a library takes longer than all of it.

What stands in the file, for whoever reads it back (names in `drafter.model.word_styles`; ids are
the names without spaces, words capitalised, as in `Heading1`):

| node       | paragraph style            | text                                               |
| ---------- | -------------------------- | -------------------------------------------------- |
| Title      | `Title`                    | one paragraph; `w:br` where a long title is broken |
| Note       | `Note`                     | the text                                           |
| Salutation | `Salutation`               | the text                                           |
| Heading    | `heading 1` to `heading 3` | number and text: `一、…`, `（一）…`, `1.…`         |
| Paragraph  | none, hence `Normal`       | the text                                           |
| Point      | `Point`                    | runs in `Lead`: mark, point, full stop;            |
|            |                            | then runs in `Cue`: the cue                        |

Numbers are text, not Word's own numbering: they survive copying into another document, into a
chat and into a browser, and a reader sees what the program counted. Runs are cut further where
a 【待补：…】 is highlighted and where a comment begins or ends; cuts mean nothing.

The same outline gives the same bytes: nothing in it tells the time or the machine.
"""

from collections.abc import Iterable, Iterator

from drafter.exporters.numbering import numbered
from drafter.exporters.word.body import blocks, document_part
from drafter.exporters.word.comments import Comment, comments_part, placed
from drafter.exporters.word.package import packed
from drafter.exporters.word.setting import fonts_part, foot_part, properties_part, settings_part
from drafter.exporters.word.styles import styles_part
from drafter.model.layout import Profile
from drafter.model.outline import Outline
from drafter.storage.profiles import STANDARD, load_profile, profile_called

__all__ = ["to_word"]


def to_word(outline: Outline, profile: Profile | None = None, sources: bool = False) -> bytes:
    """Return `outline` as .docx by `profile`, the standard one if none is given.

    With `sources`, comments tell where each phrase comes from.
    """
    layout = profile or load_profile(profile_called(STANDARD, "drafter"))
    rows = list(blocks(numbered(outline.nodes), layout))
    comments = placed(outline.origins, [row.text for row in rows]) if sources else {}
    said = [comment for each in comments.values() for comment in each]
    return packed(
        {"document": document_part(rows, comments, layout), **_beside(layout, said)},
        properties_part(outline, layout),
    )


def _beside(layout: Profile, comments: Iterable[Comment]) -> dict[str, bytes]:
    """Return the parts beside the text, by name."""
    return dict(_parts(layout, list(comments)))


def _parts(layout: Profile, comments: list[Comment]) -> Iterator[tuple[str, bytes]]:
    yield "styles", styles_part(layout, bool(comments))
    yield "settings", settings_part(layout)
    yield "fontTable", fonts_part(layout)
    yield "footer1", foot_part(layout.number, even=False)
    if layout.number.facing:
        yield "footer2", foot_part(layout.number, even=True)
    if comments:
        yield "comments", comments_part(comments)
