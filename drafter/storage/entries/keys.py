"""Keys that entries of a phrase file may have; readers and schemas share them."""

_BOTH = ("id", "topics", "tags", "source", "era", "organs", "seen", "note")
FILE_KEYS = ("kind", "entries")
SINGLE_KEYS = frozenset([*_BOTH, "text", "speaker", "type"])
SET_KEYS = frozenset([*_BOTH, "frame", "level", "members", "slots"])
MEMBER_KEYS = frozenset(["text", "topics", "era", "organs"])
SOURCE_KEYS = frozenset(["document", "line"])
NOT_PHRASES = frozenset(["vocabulary", "lexicon", "checks"])
"""YAML files of a phrasebank that hold no phrases."""
NOT_DOCUMENTS = frozenset(["mined.txt", "rejected.txt", "places.txt"])
"""Text files of a phrasebank that are no documents, whatever their suffix says."""
