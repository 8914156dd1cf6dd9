"""Near-duplicates: found all of them, and nothing that says something else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.mining.duplicates import alike, likeness, near_duplicates
from drafter.model.phrase import Entry, Phrase, PhraseSet

ALIKE = [
    ("让我们携手并进", "让我们携手并进！"),
    ("让我们，携手并进。", "让我们携手并进"),
    ("抓好ＡＢ１２工作", "抓好ab12工作"),
    ("当好{{ region }}的表率", "当好{{region}}的表率"),
    ("全面提升服务保障水平", "全面提高服务保障水平"),
    ("全面提升服务保障水平", "全面提升服务和保障水平"),
    (
        "奋力开创办公室工作新局面，为高质量发展贡献力量",
        "奋力谱写办公室工作新局面，为高质量发展贡献力量",
    ),
    (
        "奋力开创办公室工作新局面，为高质量发展贡献力量",
        "奋力开创办公室工作局面，为高质量发展作贡献力量",
    ),
]
DIFFERENT = [
    ("提升服务水平", "提高服务水平"),
    ("全面提升服务保障水平", "全面增强服务保障能力"),
    ("全面完成今年的各项任务", "没面完成今年的各项任务"),
    ("办公室工作要做到有令必行令行禁止", "办公室工作要做到无令必行令行禁止"),
    ("全力办好三件民生实事让群众满意", "全力办好五件民生实事让群众满意"),
    ("全力办好3件民生实事让群众满意", "全力办好5件民生实事让群众满意"),
    ("奋力开创{{ region }}工作的崭新局面", "奋力开创{{ office }}工作的崭新局面"),
    ("奋力开创{{ region }}工作的崭新局面", "奋力开创工作的崭新局面"),
    (
        "奋力开创{{ region }}和{{ office }}工作新局面",
        "奋力开创{{ office }}和{{ region }}工作新局面",
    ),
    ("！", "？"),
]


def phrase(text: str, name: str = "c-1", **more: str) -> Phrase:
    return Phrase(name, text, "closings")._replace(**more)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_almost_the_same(one: str, other: str) -> None:
    assert found(phrase(one), phrase(other, "c-2")) == [("c-2", "c-1")]
    assert found(phrase(other), phrase(one, "c-2")) == [("c-2", "c-1")]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_something_else(one: str, other: str) -> None:
    assert found(phrase(one), phrase(other, "c-2")) == []


def test_who_said_it_and_what_it_fills_count() -> None:
    assert found(phrase("政治"), phrase("政治", "c-2", type="名目")) == []
    assert found(phrase("政治"), phrase("政治", "c-2", speaker="某人")) == []
    assert found(phrase("政治"), phrase("政治", "c-2", kind="reviews")) == []


def test_a_set_is_no_phrase_and_has_its_number() -> None:
    def group(name: str, *texts: str) -> PhraseSet:
        return PhraseSet(name, "A", tuple(Phrase("", text) for text in texts), "closings")

    one = group("c-1", "围绕中心工作履职尽责", "聚焦群众需求排忧解难")
    assert found(one, group("c-2", "围绕中心工作履职尽责", "聚焦群众需要排忧解难")) == [
        ("c-2", "c-1")
    ]
    assert found(one, group("c-2", "围绕中心工作履职尽责")) == []
    assert found(group("c-1", "围绕中心工作履职尽责"), phrase("围绕中心工作履职尽责", "c-2")) == []
    assert found(group("c-1"), group("c-2")) == []


def found(*entries: Entry) -> list[tuple[str, str]]:
    return list(near_duplicates(entries))


def slowly(entries: list[Phrase]) -> list[tuple[str, str]]:
    """Compare all with all."""
    kept: list[Phrase] = []
    pairs = []
    for entry in entries:
        first = next((k for k in kept if alike(likeness(k), likeness(entry))), None)
        if first:
            pairs.append((entry.id, first.id))
        else:
            kept.append(entry)
    return pairs


TEXTS = st.lists(st.text("甲乙丙丁", min_size=0, max_size=4), min_size=1, max_size=30)


@given(TEXTS, st.integers(0, 22), st.data())
@settings(max_examples=300, deadline=None)
def test_none_is_missed(tails: list[str], length: int, data: st.DataObject) -> None:
    stem = data.draw(st.text("甲乙丙丁", min_size=length, max_size=length))
    texts = []
    for tail in tails:
        at = data.draw(st.integers(0, length))
        texts.append(stem[:at] + tail + stem[at + data.draw(st.integers(0, 3)) :])
    entries = [phrase(text, f"c-{number}") for number, text in enumerate(texts)]
    assert found(*entries) == slowly(entries)
