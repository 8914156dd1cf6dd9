"""Keys that every spec may have, whatever its template asks."""

SPEC_KEYS = (
    "template", "seed", "minutes", "rate", "log", "sections", "topics", "parts", "outline",
)  # fmt: skip
LEAST_RATE, MOST_RATE = 60, 400
"""Characters that anybody speaks in a minute."""
MOST_MINUTES = 600
SECTION_KEYS = ("topic", "heading", "points")
CHOICE_KEYS = ("text", "id")
POINT_KEYS = (*CHOICE_KEYS, "cue")
