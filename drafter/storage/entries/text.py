"""Entries as a phrase file has them: the one form that the program writes."""

import re
from collections.abc import Mapping, Sequence

from drafter.model.phrase import Entry, Phrase, Source

_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff，。、；！？（）“”—…·]*")
_WORD = re.compile(r"(?!\d+$|(?i:null|true|false|yes|no|on|off)$)[A-Za-z0-9_][\w.\-]*")
_ESCAPED = re.compile('[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\\\\"]')
_BREAKS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_NUMBER = re.compile(r"[0-9]{1,8}", re.ASCII)


def keys_of(entry: Entry) -> dict[str, object]:
    """Return the keys of `entry` in their order, with plain values; what is empty is left out."""
    keys = {"id": entry.id, **_own(entry), "topics": list(entry.topics)}
    if not isinstance(entry, Phrase):
        keys["members"] = [_member(member) for member in entry.members]
    keys |= {
        "source": source_value(entry.sources),
        "era": entry.era,
        "organs": list(entry.organs),
        "seen": entry.seen if entry.seen > 1 else 0,
    }
    return {key: value for key, value in keys.items() if value}


def source_value(sources: Sequence[Source]) -> object:
    """Return what stands under `source`: one source by itself, more of them as a list."""
    told = [{"document": source.document, "line": source.line} for source in sources]
    return told[0] if len(told) == 1 else told


def entry_rows(entry: Entry) -> list[str]:
    """Return the lines of `entry`, as an entry of a list that is not indented, without breaks."""
    rows = [row for key, value in keys_of(entry).items() for row in key_rows(key, value)]
    return [f"- {rows[0]}", *(f"  {row}" for row in rows[1:])]


def key_rows(key: str, value: object) -> list[str]:
    """Return the lines of one key of an entry; members have a line each."""
    if key == "members" and isinstance(value, Sequence) and value:
        return [f"{key}:", *(f"- {in_line(member)}" for member in value)]
    return [pair(key, value)]


def pair(key: str, value: object, style: str = "") -> str:
    """Return a key and its value on one line."""
    return f"{scalar(key, style)}: {in_line(value, key, style)}"


def in_line(value: object, key: str = "", style: str = "") -> str:
    """Return the plain value of `key` as YAML on one line, fit to stand between brackets.

    `style` is the quotation mark of texts; without it they are quoted where they have to be.
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(pair(*each, style) for each in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(in_line(each, '', style) for each in value)}]"
    said = str(value)
    if isinstance(value, int) or (key == "era" and not style and _NUMBER.fullmatch(said)):
        return said
    return scalar(said, style)


def scalar(text: str, style: str = "") -> str:
    """Return `text` as YAML: plain where that is safe, else in quotes; `style` may ask for some."""
    if not style and (_PLAIN.fullmatch(text) or _WORD.fullmatch(text)):
        return text
    if style == '"' or _BREAKS.search(text):
        return f'"{_ESCAPED.sub(_escape, text)}"'
    return "'" + text.replace("'", "''") + "'"


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    return f"\\{letter}" if letter in '\\"' else f"\\u{ord(letter):04X}"


def _own(entry: Entry) -> dict[str, object]:
    if isinstance(entry, Phrase):
        return {"text": entry.text, "type": entry.type, "speaker": entry.speaker}
    return {"frame": entry.frame, "slots": dict(entry.slots), "level": entry.level}


def _member(member: Phrase) -> dict[str, object]:
    keys = {"text": member.text, "topics": list(member.topics), "era": member.era}
    return {key: value for key, value in keys.items() if value}
