"""Keys that every spec may have, whatever its template asks."""

SPEC_KEYS = ("template", "seed", "sections", "topics", "parts", "outline")
SECTION_KEYS = ("topic", "heading", "points")
CHOICE_KEYS = ("text", "id")
POINT_KEYS = (*CHOICE_KEYS, "cue")
