"""What can be done to a line of the outline where it stands: another text, moved, out, one more."""

from drafter.model.spec import Choice
from drafter.tui.places import Place
from drafter.tui.session import Session, moved


def told_at(session: Session, place: Place, new: Choice) -> Session:
    """Return the session with another text at `place`; an empty one changes nothing."""
    if not new.text:
        return session
    if place.answer:
        return session.answer(place.answer, _items(session, place, [new.text]) or new.text)
    assert place.section is not None
    if place.point is None:
        return session.set_heading(place.section, new)
    points = list(_points(session, place))
    points[place.point] = new._replace(cue=points[place.point].cue)
    return session.set_points(place.section, points)


def moved_at(session: Session, place: Place, by: int) -> tuple[Session, Place]:
    """Return the session with the line at `place` moved, and where it is then.

    A heading moves with its section, a point and a line of an answer among their like.
    """
    if place.item is not None:
        items = _said(session, place)
        to = _within(place.item + by, len(items))
        return session.answer(place.answer, tuple(moved(items, place.item, by))), place._replace(
            item=to
        )
    if place.section is None:
        return session, place
    if place.point is None:
        to = _within(place.section + by, len(session.spec.sections))
        return session.move_section(place.section, by), place._replace(section=to)
    points = _points(session, place)
    to = _within(place.point + by, len(points))
    changed = session.set_points(place.section, moved(points, place.point, by))
    return changed, place._replace(point=to)


def dropped_at(session: Session, place: Place) -> Session:
    """Return the session without the line at `place`, a heading with its section; one stays."""
    if place.answer:
        return session.answer(place.answer, _items(session, place, []))
    if place.section is None:
        return session
    if place.point is not None:
        points = _points(session, place)
        return session.set_points(
            place.section, [each for n, each in enumerate(points) if n != place.point]
        )
    return session.drop_section(place.section) if len(session.spec.sections) > 1 else session


def added_at(session: Session, place: Place, new: Choice) -> Session:
    """Return the session with one more line of the same sort below `place`.

    Below a heading it is a point; no line is added where nothing can be.
    """
    if not new.text:
        return session
    if place.item is not None:
        items = [_said(session, place)[place.item], new.text]
        return session.answer(place.answer, _items(session, place, items))
    if place.section is None:
        return session
    at = 0 if place.point is None else place.point + 1
    points = _points(session, place)
    return session.set_points(place.section, [*points[:at], new, *points[at:]])


def _points(session: Session, place: Place) -> tuple[Choice, ...]:
    return session.spec.sections[place.section or 0].points


def _said(session: Session, place: Place) -> tuple[str, ...]:
    said = session.spec.answers.get(place.answer, ())
    return said if isinstance(said, tuple) else ()


def _items(session: Session, place: Place, new: list[str]) -> tuple[str, ...]:
    """Return the lines of an answer with `new` in place of the one at `place`."""
    if place.item is None:
        return ()
    items = _said(session, place)
    return (*items[: place.item], *new, *items[place.item + 1 :])


def _within(to: int, number: int) -> int:
    return min(max(to, 0), number - 1)
