"""The words of a speech, derived from level and organ."""

import re
from collections.abc import Mapping

from drafter.errors import InputError
from drafter.model.slots import filled, is_plain, slot_names
from drafter.model.vocabulary import Vocabulary, Wording
from drafter.templating.rendering import render_text, unknown_slot

_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def evaluated(source: str, words: Mapping[str, str], where: str) -> str:
    """Return `source` with its expressions worked out; plain slots need no Jinja2."""
    if not is_plain(source):
        return render_text(source, words, where)
    try:
        return filled(source, words)
    except KeyError as missing:
        raise unknown_slot(missing.args[0], words, where) from missing


def derive(
    vocabulary: Vocabulary, level: str, organ: str, given: Mapping[str, str], where: str = ""
) -> dict[str, str]:
    """Return every word for `level` and `organ`; what is `given`, at `where`, stands as it is."""
    wordings, words = vocabulary.of(level, organ), {"level": level, "organ": organ}
    for name, said in given.items():
        if "{{" in said:
            wordings[name] = Wording(said, where)
        else:
            words[name] = said
    return _Derivation(wordings, words).all()


class _Derivation:
    def __init__(self, wordings: dict[str, Wording], words: dict[str, str]) -> None:
        self._wordings = wordings
        self._words = words
        self._under_way: list[str] = []

    def all(self) -> dict[str, str]:
        for name in self._wordings:
            self._derive(name)
        return self._words

    def _derive(self, name: str) -> None:
        if name in self._words:
            return
        wording = self._wordings[name]
        if name in self._under_way:
            raise InputError(
                f"“{name}”绕回了自己", where=wording.where, remedy="请让词语不要互相引用"
            )
        self._under_way.append(name)
        for needed in self._needs(wording):
            self._derive(needed)
        self._under_way.pop()
        self._words[name] = evaluated(wording.text, self._words, wording.where)

    def _needs(self, wording: Wording) -> list[str]:
        known = {*self._wordings, *self._words}
        if not is_plain(wording.text):
            return [name for name in _NAME.findall(wording.text) if name in self._wordings]
        for name in slot_names(wording.text):
            if name not in known:
                raise unknown_slot(name, known, wording.where)
        return [name for name in slot_names(wording.text) if name in self._wordings]
