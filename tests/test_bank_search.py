"""Search over all layers: what a later layer says counts, and only what is asked for is made."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.folding import folded
from drafter.storage.bank.layers import Layer, load_layers
from drafter.storage.bank.search import Found, Hit, Stacks
from drafter.storage.sounds.pinyin import pinyin
from drafter.storage.sounds.ways import Seeker, Written

SLOTS = frozenset(["region"])
PINYIN = pinyin(None)
ONE = """\
entries:
- {id: c-1, text: 抓学习，强素质, topics: [能力提升]}
- {id: c-2, text: Word 文档要规范（２０２６）, speaker: 某}
- {id: c-3, text: 抓落实，见实效}
- {id: c-4, frame: 抓A, members: [抓作风, {text: 抓纪律, topics: [督查落实]}]}
- {id: c-5, text: 抓落实}
"""
TWO = """\
entries:
- {id: c-9, text: 抓调研，抓落实}
- {id: c-3, text: 强督查}
- {id: c-1, topics: [督查落实]}
- {id: c-7, text: 新词抓落实}
- {id: c-8, era: 2026, text: }
"""


@pytest.fixture
def layers(tmp_path: Path) -> list[Layer]:
    two = TWO.replace("- {id: c-8, era: 2026, text: }\n", "")
    for name, text in (("one", ONE), ("two", two)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "closings.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "two" / "rejected.txt").write_text("c-5\nc-7\n", encoding="utf-8")
    (tmp_path / "one" / "thanks.yaml").write_text(
        "entries: [{id: t-1, text: 抓落实}]", encoding="utf-8"
    )
    return [Layer(name, tmp_path / name) for name in ("one", "two")]


def ids(hits: Found) -> list[str]:
    listed = [hit.entry.id for hit in hits]
    assert len(hits) == len(listed)
    return listed


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (["抓学习"], ["c-1"]),
        (["素质", "学习"], ["c-1"]),
        (["素质", "落实"], ["c-1"]),
        (["能力"], []),
        (["WORD"], ["c-2"]),
        (["ｗｏｒｄ文档"], ["c-2"]),
        (["(2026)"], ["c-2"]),
        (["某"], ["c-2"]),
        (["见实效"], []),
        (["强督查"], ["c-3"]),
        (["纪律", "作风"], ["c-4"]),
        (["督查落实"], ["c-1", "c-4"]),
        (["抓落实"], ["c-9", "t-1"]),
        (["作风抓纪律"], []),
        (["没有"], []),
        ([" "], ["c-1", "c-2", "c-3", "c-4", "c-9", "t-1"]),
        ([], ["c-1", "c-2", "c-3", "c-4", "c-9", "t-1"]),
        ([Written("[抓强].[习查]")], ["c-1", "c-3"]),
        ([Written("抓"), "习"], ["c-1"]),
        ([Written("抓"), Written("风")], ["c-4"]),
        ([PINYIN.exactly("dcls")], ["c-1", "c-4"]),
        ([PINYIN.exactly("dcluoshi"), "作风"], ["c-4"]),
        ([PINYIN.exactly("suzhi"), PINYIN.exactly("dcls")], ["c-1"]),
        ([PINYIN.exactly("zhuals")], ["c-9", "t-1"]),
        ([PINYIN.nearly("dcly")], ["c-1", "c-4"]),
    ],
)
def test_words_in_any_order_find_entries_as_the_layers_make_them(
    layers: list[Layer], wanted: list[str | Written | Seeker], said: list[str]
) -> None:
    assert ids(Stacks(layers).found(wanted)) == said
    assert ids(Stacks(layers).found(wanted)) == said, "from the cache as from the files"


def test_only_some_kinds_are_looked_through(layers: list[Layer]) -> None:
    assert ids(Stacks(layers).found(["抓落实"], ["thanks"])) == ["t-1"]
    assert ids(Stacks(layers).found(["抓落实"], ["nothing"])) == []


def test_an_entry_tells_where_it_is_written(layers: list[Layer]) -> None:
    (hit,) = Stacks(layers).found(["抓学习"])
    one, two = (layer.folder / "closings.yaml" for layer in layers)
    assert (hit.layer, hit.path, hit.line) == (layers[0], one, 2)
    assert hit.others == ((layers[1], two, 4),)
    (hit,) = Stacks(layers).found(["强督查"])
    assert (hit.layer, hit.line, hit.others) == (layers[1], 3, ((layers[0], one, 4),))


def test_an_id_tells_its_origin(layers: list[Layer]) -> None:
    stacks = Stacks(layers)
    (hit,) = stacks.origins("c-1")
    assert (hit.line, hit.entry.topics) == (2, ("督查落实",))
    assert [hit.line for hit in stacks.origins("t-1")] == [1]
    assert not [*stacks.origins("c-5"), *stacks.origins("c-77")]
    assert stacks.ids() == {"c-1", "c-2", "c-3", "c-4", "c-9", "t-1"}


def test_folding_leaves_breaks_and_unites_what_readers_take_for_one() -> None:
    assert folded("ＡＢ　１ c，；：！？（）\n乙") == "ab1c,;:!?()\n乙"


WORD = st.text("抓落实学", min_size=1, max_size=3)
PLACES = st.sampled_from(["c-1", "c-2", "c-3", "c-4", "c-5"])
ITEMS = st.dictionaries(
    PLACES,
    st.builds("text: {}".format, WORD)
    | st.builds("topics: [{}]".format, WORD)
    | st.builds("members: [{}, {}]".format, WORD, WORD)
    | st.builds("{{text: {}, topics: []}}".format, WORD).map(lambda said: said[1:-1])
    | st.builds("{{text: {}, topics: [{}]}}".format, WORD, WORD).map(lambda said: said[1:-1]),
    max_size=5,
)
LAYERS = st.lists(st.tuples(ITEMS, st.sets(PLACES, max_size=2)), min_size=1, max_size=3)


def holds(hit_or_entry: object, word: str) -> bool:
    entry = hit_or_entry.entry if isinstance(hit_or_entry, Hit) else hit_or_entry
    texts = [getattr(entry, "text", ""), getattr(entry, "frame", ""), *entry.topics]  # type: ignore[attr-defined]
    for member in getattr(entry, "members", ()):
        texts += [member.text, *member.topics]
    return any(word in text for text in texts)


@given(LAYERS, st.lists(WORD, max_size=2))
def test_a_search_finds_what_loading_all_and_looking_finds(
    tmp_path_factory: pytest.TempPathFactory,
    said: list[tuple[dict[str, str], set[str]]],
    wanted: list[str],
) -> None:
    home = tmp_path_factory.mktemp("layers")
    layers = [Layer(str(n), home / str(n)) for n in range(len(said))]
    for layer, (items, rejected) in zip(layers, said, strict=True):
        layer.folder.mkdir()
        lines = "".join(f"- {{id: {name}, {keys}}}\n" for name, keys in items.items())
        text = f"entries:\n{lines}"
        (layer.folder / "closings.yaml").write_text(text, encoding="utf-8")
        (layer.folder / "rejected.txt").write_text("\n".join(rejected), encoding="utf-8")
    whole = {entry.id: entry for entry in load_layers(layers, None, SLOTS)}
    expected = {n: e for n, e in whole.items() if all(holds(e, word) for word in wanted)}
    assert {hit.entry.id: hit.entry for hit in Stacks(layers).found(wanted)} == expected
    stacks = Stacks(layers)
    assert {name for name in whole if [*stacks.origins(name)]} == whole.keys() == stacks.ids()
