"""The verbs that open clauses, out of the lexicon: composing needs this list and no other."""

import re
from pathlib import Path

from drafter.storage.files import read_text

_FILE, _NAME = "lexicon.yaml", "verbs"
_LINE = re.compile(rf"^  {_NAME}: \[([^\[\]\"'#&*{{}}]*)\]\s*$", re.MULTILINE)


def opening_verbs(folder: Path) -> tuple[str, ...]:
    """Return the verbs of the lexicon in `folder`; where they fill one line, no YAML is read."""
    path = folder / _FILE
    if not path.exists():
        return ()
    found = _LINE.findall(read_text(path))
    if len(found) != 1:
        from drafter.storage.lexicon import load_lexicon  # the list has been broken into lines

        return load_lexicon(folder).list(_NAME)
    return tuple(word for said in found[0].split(",") if (word := said.strip()))
