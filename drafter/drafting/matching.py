"""Which member of a set takes which topic."""

from collections.abc import Sequence

from drafter.model.phrase import Phrase


def matched(topics: Sequence[str], members: Sequence[Phrase]) -> dict[str, Phrase]:
    """Return a member of its own for as many topics as there can be, earlier topics first.

    Kuhn's augmenting paths: a topic that has a member keeps one whatever comes after it.
    """
    takers: dict[int, str] = {}

    def place(topic: str, tried: set[int]) -> bool:
        for at, member in enumerate(members):
            if topic in member.topics and at not in tried:
                tried.add(at)
                if at not in takers or place(takers[at], tried):
                    takers[at] = topic
                    return True
        return False

    for topic in topics:
        place(topic, set())
    found = {topic: members[at] for at, topic in takers.items()}
    return {topic: found[topic] for topic in topics if topic in found}
