"""What was mined, merged into a phrasebank."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import permutations

import pytest

from drafter.mining.identity import identity
from drafter.mining.merging import merged_into
from drafter.model.edits import Edits
from drafter.model.phrase import Entry, Phrase, Phrasebank, PhraseSet, Source, by_kind

A, B, C = Source("a.txt", 1), Source("b.txt", 2), Source("c.txt", 3)
LONG = "奋力开创办公室工作新局面，为发展贡献力量"


def closing(text: str, *sources: Source, name: str = "", seen: int = 1) -> Phrase:
    known = name or identity("closings", text)
    return Phrase(known, text, "closings", sources=sources, seen=seen)


def group(*members: str, source: Source = A, kind: str = "points") -> PhraseSet:
    name = identity(kind, "|".join(members))
    phrases = tuple(Phrase(f"{name}.{n}", text) for n, text in enumerate(members, 1))
    return PhraseSet(name, "AB", phrases, kind, sources=(source,))


def with_edits(bank: Phrasebank, edits: dict[str, Edits]) -> Phrasebank:
    """Return the bank that reading gives once the edits are written."""
    entries: dict[str, Entry] = {entry.id: entry for entry in bank}
    for each in edits.values():
        entries |= {entry.id: entry for entry in each.add}
        for name, keys in each.change.items():
            told = keys.get("source", [])
            said = told if isinstance(told, list) else [told]
            sources = tuple(Source(s["document"], s["line"]) for s in said)
            known = entries[name]
            seen = int(str(keys.get("seen", known.seen)))
            entries[name] = known._replace(sources=sources or known.sources, seen=seen)
    return by_kind(entries.values())


def merged(bank: Sequence[Entry], found: Sequence[Entry], *gone: str) -> list[Entry]:
    """Return the entries after a merge; a second one changes nothing."""
    edits = merged_into(by_kind(bank), found, gone)
    after = with_edits(by_kind(bank), edits)
    assert merged_into(after, found, gone) == {}
    return list(after)


def test_a_new_entry_is_added() -> None:
    assert merged([], [closing(LONG, A)]) == [closing(LONG, A)]


def test_an_entry_that_is_known_gets_the_sources() -> None:
    known, again = closing(LONG, A), closing(LONG, B)
    assert merged([known], [again]) == [closing(LONG, A, B, seen=2)]
    assert merged([], [known, again, known]) == [closing(LONG, A, B, seen=2)]


def test_an_entry_edited_by_hand_stays_as_it_is() -> None:
    edited = closing("别的话", A, name=identity("closings", LONG))._replace(topics=("我的",))
    assert merged([edited], [closing(LONG, B)]) == [edited._replace(sources=(A, B), seen=2)]


def test_a_count_never_falls() -> None:
    assert merged([closing(LONG, A, seen=7)], [closing(LONG, B)]) == [closing(LONG, A, B, seen=7)]


def test_an_entry_without_a_source_gets_one() -> None:
    assert merged([closing(LONG)], [closing(LONG, A)]) == [closing(LONG, A)]


def test_a_source_that_is_only_a_name_stays_one() -> None:
    edits = merged_into(by_kind([closing(LONG, Source("自编"))]), [closing(LONG, A)], ())
    (keys,) = edits["closings"].change.values()
    assert keys == {"source": ["自编", {"document": "a.txt", "line": 1}], "seen": 2}


def test_what_is_almost_the_same_goes_to_the_first() -> None:
    like = closing(LONG.replace("贡献", "奉献") + "！", B)
    assert merged([], [closing(LONG, A), like]) == [closing(LONG, A, B, seen=2)]
    assert merged([closing(LONG, A)], [like]) == [closing(LONG, A, B, seen=2)]
    first, second = closing(LONG + "。", A, name="c-2"), closing(LONG + "！", B, name="c-1")
    assert merged([first, second], [closing(LONG, C)]) == [
        first._replace(sources=(A, C), seen=2),
        second,
    ]


def test_kinds_are_kept_apart() -> None:
    review = closing(LONG, A)._replace(kind="reviews", id="r-1")
    assert merged([closing(LONG, A)], [review]) == [closing(LONG, A), review]


def test_an_entry_moved_by_hand_to_another_kind_is_known() -> None:
    moved = closing(LONG, A)._replace(kind="reviews")
    assert merged([moved], [closing(LONG, B)]) == [moved._replace(sources=(A, B), seen=2)]


def test_what_is_gone_does_not_come_back() -> None:
    entry = closing(LONG, A)
    assert merged([], [entry], entry.id) == []


def test_sets_are_merged() -> None:
    one = group("围绕中心工作履职尽责", "聚焦群众需求排忧解难")
    two = group("围绕中心工作履职尽责", "聚焦群众需要排忧解难", source=B)
    assert merged([], [one, two]) == [one._replace(sources=(A, B), seen=2)]
    other = group("聚焦群众需求排忧解难", "围绕中心工作履职尽责", source=B)
    assert merged([], [one, other]) == [one, other]


def collision() -> tuple[str, str]:
    """Return two texts whose ids come out the same."""
    seen: dict[bytes, str] = {}
    for number in range(1 << 20):
        text = "开头" + chr(0x4E00 + number % 20000) + chr(0x4E00 + number // 20000) + "结尾"
        key = sha256(text.encode()).digest()[:4]
        if key in seen:
            return seen[key], text
        seen[key] = text
    raise AssertionError


def test_entries_that_only_share_an_id_are_both_kept() -> None:
    one, two = (closing(text, A) for text in collision())
    assert one.id == two.id
    after = merged([], [one, two, one, two])
    assert [entry.text for entry in after if isinstance(entry, Phrase)] == [one.text, two.text]
    longer = identity("closings", two.text, 12)
    assert [entry.id for entry in after] == [one.id, longer]
    assert merged([one], [two]) == after
    assert merged([], [two, one])[0].id == one.id


def test_the_order_of_what_is_found_decides_the_order_of_what_is_added() -> None:
    entries = [closing(text, A) for text in ("努力奋斗", "砥砺前行", "勇攀高峰")]
    for found in permutations(entries):
        assert merged([], found) == list(found)


@pytest.mark.parametrize("found", [[], [closing(LONG, A)]])
def test_a_merge_that_brings_nothing_has_no_edits(found: list[Entry]) -> None:
    assert merged_into(by_kind([closing(LONG, A)]), found, ()) == {}
