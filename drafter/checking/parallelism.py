"""How parallel a set of headings is: a score with its reasons, by the rules of one table.

The four demands are the trade's own: 内容对头 (topics), 句式对仗 (frame, clauses), 用词对应
(opening word class, no word twice) and 字数对等 (lengths).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from drafter.model.frames import aligned

_MARKS = str.maketrans("、；：。！？", "，，，，，，")
"""Turns every mark that ends a clause into one of them."""
FULL = 100


class Members(NamedTuple):
    """The texts of a set, cut into clauses, and what is known of them."""

    texts: tuple[str, ...]
    clauses: tuple[tuple[str, ...], ...]
    verbs: tuple[str, ...]
    topics: tuple[str, ...]


class Fault(NamedTuple):
    """What costs a set points: the rule, what it says, and the numbers of the members from 0."""

    rule: str
    what: str
    members: tuple[int, ...]
    cost: int


class Parallelism(NamedTuple):
    """A score of 0 to 100 and the faults that lowered it."""

    score: int
    faults: tuple[Fault, ...] = ()


class Rule(NamedTuple):
    """A demand on a set: what one fault costs, what all of them cost at most, who finds them."""

    cost: int
    most: int
    find: Callable[[Members], Iterator[tuple[str, tuple[int, ...]]]]


def parallelism(
    texts: Sequence[str], verbs: tuple[str, ...] = (), topics: Sequence[str] = ()
) -> Parallelism:
    """Return how parallel `texts` are; `verbs` open clauses, `topics` belong to the texts."""
    if len(texts) < 2:
        return Parallelism(FULL)
    cut = tuple(tuple(filter(None, text.translate(_MARKS).split("，"))) for text in texts)
    members = Members(tuple(texts), cut, verbs, tuple(topics))
    faults: list[Fault] = []
    for name, rule in RULES.items():
        left = rule.most
        for what, numbers in rule.find(members):
            cost = min(rule.cost, left)
            left -= cost
            faults.append(Fault(name, what, numbers, cost))
    return Parallelism(max(0, FULL - sum(fault.cost for fault in faults)), tuple(faults))


Found = Iterator[tuple[str, tuple[int, ...]]]


def _usual(values: Sequence[int]) -> int:
    """Return the commonest of `values`, the first of equals."""
    counts = Counter(values)
    return max(counts, key=counts.__getitem__)


def _clauses(members: Members) -> Found:
    counts = [len(clauses) for clauses in members.clauses]
    usual = _usual(counts)
    for number, count in enumerate(counts):
        if count != usual:
            yield f"第{number + 1}条有{count}个分句，其余有{usual}个", (number,)


def _lengths(members: Members, apart: Callable[[int], bool]) -> Found:
    for place, column in enumerate(_columns(members)):
        usual = _usual([len(clause) for clause in column.values()])
        for number, clause in column.items():
            if apart(abs(len(clause) - usual)):
                yield (
                    f"第{number + 1}条第{place + 1}句{len(clause)}个字，其余{usual}个字",
                    (number,),
                )


def _far(members: Members) -> Found:
    return _lengths(members, lambda gap: gap > 1)


def _near(members: Members) -> Found:
    return _lengths(members, lambda gap: gap == 1)


def _columns(members: Members) -> Iterator[dict[int, str]]:
    """Yield the clauses at each place, by the number of their member."""
    for place in range(max(len(clauses) for clauses in members.clauses)):
        yield {n: cut[place] for n, cut in enumerate(members.clauses) if place < len(cut)}


def _frame(members: Members) -> Found:
    if not any(_shares(list(column.values())) for column in _columns(members)):
        yield "没有共同的框架", ()


def _shares(clauses: Sequence[str]) -> bool:
    """Return whether a character stands at the same place, from the start or the end, in all."""
    forward = zip(*clauses, strict=False)
    backward = zip(*(clause[::-1] for clause in clauses), strict=False)
    return any(len(set(letters)) == 1 for letters in (*forward, *backward))


def _opening(members: Members) -> Found:
    for place, column in enumerate(_columns(members)):
        led = {number: clause.startswith(members.verbs) for number, clause in column.items()}
        first = {clause[0] for clause in column.values()}
        if len(set(led.values())) > 1 and len(first) > 1 and members.verbs:
            usual = _usual([int(verb) for verb in led.values()])
            odd = tuple(number for number, verb in led.items() if verb != bool(usual))
            yield f"第{place + 1}句的开头词性不同", odd


def _words_twice(members: Members) -> Found:
    columns = aligned(members.texts).columns
    rows = [_pairs("／".join(row)) for row in zip(*columns.values(), strict=True)]
    for (one, first), (other, second) in combinations(enumerate(rows), 2):
        shared = sorted(first & second)
        if shared:
            yield f"第{one + 1}条和第{other + 1}条都用“{shared[0]}”", (one, other)


def _pairs(text: str) -> set[str]:
    """Return every two neighbouring Chinese characters of `text`."""
    chinese = ["\u4e00" <= letter <= "\u9fff" for letter in text]
    return {text[at : at + 2] for at, both in enumerate(pairwise(chinese)) if all(both)}


def _clause_twice(members: Members) -> Found:
    """Find clauses said again; one that opens or closes every member is the frame's."""
    frame = set.intersection(*map(set, members.clauses))
    for (one, first), (other, second) in combinations(enumerate(members.clauses), 2):
        for clause in sorted(set(first) & set(second) - frame):
            yield f"第{one + 1}条和第{other + 1}条都说“{clause}”", (one, other)


def _topics(members: Members) -> Found:
    seen: dict[str, int] = {}
    for number, topic in enumerate(members.topics):
        if topic and topic in seen:
            yield f"第{seen[topic] + 1}条和第{number + 1}条都讲“{topic}”", (seen[topic], number)
        seen.setdefault(topic, number)


RULES: Mapping[str, Rule] = {
    "clauses": Rule(30, 60, _clauses),
    "length": Rule(12, 48, _far),
    "length-near": Rule(2, 10, _near),
    "frame": Rule(8, 8, _frame),
    "opening": Rule(6, 12, _opening),
    "word-twice": Rule(12, 48, _words_twice),
    "clause-twice": Rule(30, 60, _clause_twice),
    "topic-twice": Rule(30, 60, _topics),
}
