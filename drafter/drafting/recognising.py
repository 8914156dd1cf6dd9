"""Texts that are phrases of the bank, known again by what they say on the occasion."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from drafter.drafting.origins import choices
from drafter.drafting.phrases import Register
from drafter.model.folding import folded
from drafter.model.phrase import PhraseSet
from drafter.model.spec import Choice, Spec

Said = Callable[[str], str]
"""Puts the words of the speech into slots; KeyError where there is no word for one."""
_CLAUSES = 3
"""Clauses of a chain that a cue is made of."""
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_LETTER = re.compile("[A-Z]")
_SHORTEST = 4
"""Characters of a text that is known again: a shorter one may be anybody's."""


class Recogniser:
    """Knows the phrases of a register by their texts; those that an earlier spec chose first."""

    def __init__(self, known: Register, said: Said, earlier: Spec | None) -> None:
        self._said = said
        self._found: dict[str, Choice] = {}
        if earlier:
            for _, choice in choices(earlier):
                self._enter(choice.text, Choice("", choice.id, fillers=choice.fillers))
        for phrase in known.phrases.values():
            self._enter(phrase.text, Choice("", phrase.id))
        for each in known.sets.values():
            texts = [member.text for member in each.members[:_CLAUSES]]
            self._enter("，".join(texts) + "。", Choice("", each.id))
        self._frames = _Frames(known, said)

    def choice(self, text: str) -> Choice:
        """Return `text` as a choice, with the id of the phrase that it is, if it is one."""
        found = self._found.get(_key(text)) or self._frames.found(text)
        return (found or Choice())._replace(text=text)

    def _enter(self, text: str, choice: Choice) -> None:
        with suppress(KeyError):  # it has a slot that nothing fills here
            said = _key(self._said(text))
            if choice.id and len(said) >= _SHORTEST:
                self._found.setdefault(said, choice)


class _Frames:
    """Headings that are frames filled anew."""

    def __init__(self, known: Register, said: Said) -> None:
        self._said = said
        self._sets = [each for each in known.sets.values() if each.slots and each.frame]
        self._fillers: dict[tuple[str, str], str] = {}
        for phrase in known.phrases.values():
            if phrase.type:
                with suppress(KeyError):
                    self._fillers.setdefault((phrase.type, said(phrase.text)), phrase.id)

    def found(self, text: str) -> Choice | None:
        """Return the frame that `text` fills, and what fills it."""
        return next((c for each in self._sets for c in self._filled(each, text)), None)

    def _filled(self, each: PhraseSet, text: str) -> Iterator[Choice]:
        letters = _LETTER.findall(each.frame)
        if len(set(letters)) < len(letters):
            return
        with suppress(KeyError):
            frame = re.escape(self._said(each.frame))
            found = re.fullmatch(_LETTER.sub(lambda at: f"(?P<{at[0]}>[^，、；。]+)", frame), text)
            if found:
                typed = dict(each.slots)
                ids = [(at, self._fillers.get((typed.get(at, ""), found[at]))) for at in letters]
                if ids and all(name for _, name in ids):
                    yield Choice("", each.id, fillers=tuple((at, str(n)) for at, n in ids))


def _key(text: str) -> str:
    """Return `text` as it is compared: blanks, width and the shape of quotes are left out."""
    return folded(text).translate(_QUOTES)
