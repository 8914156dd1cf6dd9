"""Topics, age and organs of a phrase, told by the words in it."""

from drafter.model.lexicon import Lexicon

_ORGAN = "organ_"


class Labels:
    """Reads labels off a text with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._topics = lexicon.topics
        self._eras = lexicon.eras
        self._organs = {
            name.removeprefix(_ORGAN): words
            for name, words in lexicon.words.items()
            if name.startswith(_ORGAN)
        }

    def topics(self, text: str, most: int = 1) -> tuple[str, ...]:
        """Return up to `most` topics, the best told first; the earlier word decides a tie."""
        scores = {}
        for topic, words in self._topics.items():
            found = [word for word in words if word in text]
            if found:
                scores[topic] = (-sum(map(len, found)), min(text.index(word) for word in found))
        return tuple(sorted(scores, key=lambda topic: scores[topic])[:most])

    def era(self, text: str) -> str:
        """Return the earliest year that a formulation in `text` belongs to, or nothing."""
        return min((year for word, year in self._eras.items() if year and word in text), default="")

    def organs(self, text: str) -> tuple[str, ...]:
        """Return the organs whose own words `text` uses; none when it suits all."""
        return tuple(
            organ for organ, words in self._organs.items() if any(word in text for word in words)
        )
