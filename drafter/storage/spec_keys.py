"""Keys that every spec may have, whatever its template asks."""

SPEC_KEYS = ("template", "seed", "sections", "topics", "parts", "outline")
