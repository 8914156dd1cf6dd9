"""Keys that every spec may have, whatever its template asks."""

SPEC_KEYS = (
    "template", "seed", "minutes", "rate", "log", "sections", "topics", "parts", "outline",
    "checks", "written", "profile",
)  # fmt: skip
LEAST_RATE, MOST_RATE = 60, 400
"""Characters that anybody speaks in a minute."""
MOST_MINUTES = 600
SECTION_KEYS = ("topic", "heading", "points")
CHOICE_KEYS = ("text", "id")
FILLED_KEYS = (*CHOICE_KEYS, "fillers")
POINT_KEYS = (*CHOICE_KEYS, "cue")
WRITTEN_KEYS = {
    "title": (), "note": (), "salutation": (), "paragraph": (),
    "heading": ("level",), "point": ("style", "cue", "cue_id"),
}  # fmt: skip
"""What a line of `written` may be, and what is said of it beside text and id."""
LOWEST_LEVEL = 3
