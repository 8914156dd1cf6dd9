"""The session without a screen: every change gives another value, and undo gives the old one."""

from collections.abc import Callable

import pytest

from drafter.model.outline import Outline
from drafter.model.spec import Choice, Section, Spec
from drafter.model.template import PartPlan, Plan, Template
from drafter.tui.session import History, Session, moved
from drafter.tui.steps import ORDER, Parts, State, beside, parts_of, states

ONE, TWO, THREE = (Section(topic, Choice(f"讲{topic}")) for topic in ("甲", "乙", "丙"))
BODY = "{{ opening }}{% for section in sections %}{{ section.heading }}{% endfor %}{{ closing }}"
PARTS = Parts((PartPlan("opening"),), (PartPlan("closing"),))
FULL = Spec(
    "t",
    parts={"opening": Choice("今天开会"), "closing": Choice("同志们")},
    sections=(
        ONE._replace(points=(Choice("一"), Choice("二"))),
        TWO._replace(points=(Choice("三"),)),
    ),
)


def session(*sections: Section, **values: object) -> Session:
    return Session(Spec("t", sections=sections)._replace(**values))


def headings(made: Session) -> list[str]:
    return [each.heading.text if each.heading else "" for each in made.spec.sections]


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("县", {"level": "县"}),
        ("", {}),
        ((), {}),
        (("一", "二"), {"level": ("一", "二")}),
        (False, {"level": False}),
        (0, {"level": 0}),
    ],
)
def test_an_answer_is_kept_and_an_empty_one_leaves_the_question_open(said, answers) -> None:
    before = session(answers={"level": "市"})
    assert before.answer("level", said).spec.answers == answers
    assert before.spec.answers == {"level": "市"}


def test_what_is_typed_stays_until_it_is_an_answer() -> None:
    typing = session().typing("date", "2026-0")
    assert typing.unsettled == {"date": "2026-0"}
    assert typing.answer("date", "2026-03-12").unsettled == {}


@pytest.mark.parametrize(
    ("topics", "said"),
    [
        (["甲", "乙", "丙"], ["讲甲", "讲乙", "讲丙"]),
        (["丙", "甲"], ["讲丙", "讲甲"]),
        (["乙", "丁"], ["讲乙", ""]),
    ],
)
def test_sections_follow_the_topics_and_those_that_stay_keep_their_heading(topics, said) -> None:
    made = session(ONE, TWO, THREE).on_topics(topics)
    assert [each.topic for each in made.spec.sections] == topics
    assert headings(made) == said


def test_a_set_of_headings_keeps_the_points_of_its_topics() -> None:
    pointed = ONE._replace(points=(Choice("一"),))
    made = session(pointed, TWO).take_headings([("乙", Choice("新乙")), ("甲", Choice("新甲"))])
    assert headings(made) == ["新乙", "新甲"]
    assert made.spec.sections[1].points == (Choice("一"),)


CHANGES: list[tuple[str, Callable[[Session], Session], list[str]]] = [
    ("move down", lambda s: s.move_section(0, 1), ["讲乙", "讲甲", "讲丙"]),
    ("move up", lambda s: s.move_section(2, -1), ["讲甲", "讲丙", "讲乙"]),
    ("move past the end", lambda s: s.move_section(2, 5), ["讲甲", "讲乙", "讲丙"]),
    ("move past the head", lambda s: s.move_section(0, -1), ["讲甲", "讲乙", "讲丙"]),
    ("drop", lambda s: s.drop_section(1), ["讲甲", "讲丙"]),
    ("edit", lambda s: s.set_heading(1, Choice("改了")), ["讲甲", "改了", "讲丙"]),
    ("leave open", lambda s: s.set_heading(1, None), ["讲甲", "", "讲丙"]),
]


@pytest.mark.parametrize(("change", "said"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_sections_change(change: Callable[[Session], Session], said: list[str]) -> None:
    before = session(ONE, TWO, THREE)
    assert headings(change(before)) == said
    assert headings(before) == ["讲甲", "讲乙", "讲丙"]


def test_settling_takes_headings_and_leaves_points_open() -> None:
    made = session().settled(FULL)
    assert headings(made) == ["讲甲", "讲乙"]
    assert all(not each.points for each in made.spec.sections)


def test_settling_keeps_the_points_of_the_user() -> None:
    own = (Choice("自己的"),)
    made = session(Section("甲", None, own), Section()).settled(FULL)
    assert [each.points for each in made.spec.sections] == [own, ()]


@pytest.mark.parametrize(
    ("step", "parts", "points"),
    [
        ("opening", {"opening"}, 0),
        ("ending", {"closing"}, 0),
        ("headings", set(), 0),
        ("points", set(), 3),
        ("review", {"opening", "closing"}, 3),
    ],
)
def test_filling_takes_what_is_open_in_the_step(step: str, parts: set[str], points: int) -> None:
    made = session().filled(FULL, step, PARTS).spec
    assert made.parts.keys() == parts
    assert sum(len(each.points) for each in made.sections) == points


def test_filling_keeps_what_the_user_chose() -> None:
    own = session().choose("opening", Choice("自己的开场"))
    assert own.filled(FULL, "opening", PARTS).spec.parts == {"opening": Choice("自己的开场")}


def test_a_part_is_chosen_and_given_back() -> None:
    chosen = session().choose("opening", Choice("今天"))
    assert chosen.spec.parts == {"opening": Choice("今天")}
    assert chosen.choose("opening", None).spec.parts == {}


@pytest.mark.parametrize(("seed", "following"), [("1", "2"), ("9", "10"), ("春", "春1")])
def test_the_next_seed(seed: str, following: str) -> None:
    assert session(seed=seed).reseeded().spec.seed == following


@pytest.mark.parametrize(
    ("number", "by", "items"),
    [(0, 1, "bac"), (2, -2, "cab"), (1, 9, "acb"), (1, -9, "bac"), (1, 0, "abc")],
)
def test_moving(number: int, by: int, items: str) -> None:
    assert "".join(moved("abc", number, by)) == items


def test_undo_and_redo_go_through_every_change() -> None:
    history = History(session())
    for level in "省市县":
        history = history.then(history.now.answer("level", level))
    seen = []
    for _ in range(4):
        seen.append(history.now.spec.answers.get("level"))
        history = history.undone()
    assert seen == ["县", "市", "省", None]
    for _ in range(4):
        history = history.redone()
    assert history.now.spec.answers == {"level": "县"}


def test_a_change_after_undo_forgets_what_was_undone() -> None:
    history = History(session())
    history = history.then(history.now.answer("level", "省")).undone()
    history = history.then(history.now.answer("level", "市"))
    assert history.redone() is history


def test_keystrokes_in_one_field_are_undone_together() -> None:
    history = History(session())
    for text in ("全", "全市", "全市会"):
        history = history.then(history.now.answer("meeting", text), "meeting")
    history = history.then(history.now.answer("field", "水"), "field")
    assert history.undone().now.spec.answers == {"meeting": "全市会"}
    assert history.undone().undone().now.spec.answers == {}


def test_going_to_a_step_is_nothing_to_undo() -> None:
    history = History(session()).then(session().at("points"))
    assert history.now.step == "points"
    assert history.undone() is history


def test_undo_leaves_the_user_at_the_step() -> None:
    history = History(session())
    history = history.then(history.now.answer("level", "省"))
    history = history.then(history.now.at("ending")).undone()
    assert (history.now.step, history.now.spec.answers) == ("ending", {})
    assert "meeting" in history.now.done


def test_leaving_a_step_does_it_and_the_last_is_done_on_arrival() -> None:
    assert session().done == frozenset()
    assert session().at("headings").done == {"meeting"}
    assert session().at("review").done == {"meeting", "review"}


@pytest.mark.parametrize(
    ("step", "by", "to"),
    [("meeting", 1, "opening"), ("meeting", -1, "meeting"), ("review", 1, "review")],
)
def test_neighbours(step: str, by: int, to: str) -> None:
    assert beside(step, by) == to


def test_parts_stand_before_or_after_the_sections_as_the_body_has_them() -> None:
    plan = Plan(parts=(PartPlan("closing"), PartPlan("opening")))
    parts = parts_of(Template("t", "", "", (), plan, BODY))
    assert [p.name for p in parts.opening] == ["opening"]
    assert [p.name for p in parts.ending] == ["closing"]


@pytest.mark.parametrize(
    ("missing", "gap", "lacking"),
    [
        ((), "", set()),
        (("日期",), "", {"meeting", "review"}),
        (("小标题",), "heading", {"headings", "review"}),
        (("分论点",), "point", {"points", "review"}),
        (("开场白",), "part", {"opening", "review"}),
    ],
)
def test_a_step_lacks_what_only_the_user_can_give(missing, gap: str, lacking: set[str]) -> None:
    text = Choice(f"【待补：{''.join(missing)}】")
    section = Section("甲", text if gap == "heading" else Choice("讲甲"))
    section = section._replace(points=(text if gap == "point" else Choice("一"),))
    opening = text if gap == "part" else Choice("今天")
    parts = {"opening": opening, "closing": Choice("干起来")}
    full = Spec("t", parts=parts, sections=(section,))
    found = states(frozenset(ORDER), PARTS, full, Outline((), missing=missing))
    assert {step for step, state in found.items() if state is State.LACKING} == lacking
    bare = states(frozenset(ORDER), PARTS, full._replace(parts={"opening": opening}), Outline(()))
    assert bare["ending"] is bare["review"] is State.LACKING
    untouched = states(frozenset(), PARTS, full, Outline((), missing=missing))
    assert set(untouched.values()) == {State.TODO}
