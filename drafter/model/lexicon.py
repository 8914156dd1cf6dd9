"""The words by which texts are read; kept in `phrasebank/lexicon.yaml`, where users change them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lexicon:
    """Lists of words by what they tell the reader."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Topic and the words that show it."""
    eras: Mapping[str, str] = field(default_factory=dict)
    """Formulation and the year it belongs to; empty for one that does not age."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Kinds of phrases and what the head of their file says of them."""
    places: tuple[str, ...] = ()
    """Names of places, which never stay in a phrase."""

    def list(self, name: str) -> tuple[str, ...]:
        """Return the words listed under `name`, none when there is no such list."""
        return self.words.get(name, ())
