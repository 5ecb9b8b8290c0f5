"""Past minutes, or the body's settings → the points that frame an agenda, first and last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from protokollant.composers.carried import is_carried
from protokollant.composers.likeness import same_matter
from protokollant.composers.standing import agenda_title, is_formal, standing_of
from protokollant.composers.wording import previous_heading
from protokollant.model import AgendaItem, Body, ItemKind, Meeting, StandingItem
from protokollant.swedish import MONTHS, fold
from protokollant.swedish.recurring_points import STANDING, Place

# So many minutes without a point show that the body does without it.
_HABIT = 3

# So many of the latest minutes are asked for the wording of a point.
_RECENT = 6

_ORDER = {point.key: n for n, point in enumerate(STANDING)}
_USUAL = tuple(point for point in STANDING if point.usual)


@dataclass(frozen=True, slots=True)
class FramePoint:
    """A point of the frame; `keys` tell which recurring points its heading covers."""

    title: str
    place: Place
    keys: frozenset[str]
    kind: ItemKind = ""
    minutes: int | None = None

    def item(self) -> AgendaItem:
        """The point as an item of the agenda."""
        return AgendaItem(title=self.title, kind=self.kind, minutes=self.minutes)


def frame(
    meetings: Sequence[Meeting], body: Body | None = None, day: date | None = None
) -> tuple[FramePoint, ...]:
    """The standing points of the next agenda: those to stand first, then those to stand last.

    The body's own list is taken as it is, without points of other months than the meeting's. Else
    they are learned: wording and order from the last minutes, what these lack from earlier ones,
    and what no minutes have from Swedish custom (opening, agenda, previous minutes; other matters,
    next meeting, close).
    """
    if body is not None and body.standing_items:
        return _of_body(body, day)
    points = list(_learned(meetings))
    for missing in _missing(points, meetings):
        points.insert(_where(missing, points), missing)
    return _first_then_last(points)


def with_follow_up(points: Sequence[FramePoint]) -> tuple[FramePoint, ...]:
    """The frame with a point for following up actions, where custom has it, unless it has one."""
    if any("followup" in point.keys for point in points):
        return tuple(points)
    own = next(point for point in STANDING if point.key == "followup")
    added = FramePoint(own.title, own.place, frozenset({own.key}))
    at = _where(added, points)
    return _first_then_last([*points[:at], added, *points[at:]])


def _of_body(body: Body, day: date | None) -> tuple[FramePoint, ...]:
    return _first_then_last(
        [
            FramePoint(s.title, s.place, _keys(s.title), s.kind or _kind(s.title), s.minutes)
            for s in body.standing_items
            if _is_of_month(s, day)
        ]
    )


def _is_of_month(point: StandingItem, day: date | None) -> bool:
    """Whether a yearly point comes up at a meeting on the day."""
    if not point.months or day is None:
        return not point.months
    return fold(MONTHS[day.month - 1]) in map(fold, point.months)


def _first_then_last(points: Sequence[FramePoint]) -> tuple[FramePoint, ...]:
    return tuple(sorted(points, key=lambda point: point.place == "last"))


def _learned(meetings: Sequence[Meeting]) -> list[FramePoint]:
    """The last minutes' standing points, in their order.

    Those before the first matter of the day stand first, those after the last one stand last;
    one among the matters goes where custom has it.
    """
    last = meetings[-1]
    matters = [n for n, item in enumerate(last.items) if not _is_standing(item, meetings)]
    points: list[FramePoint] = []
    for n, item in enumerate(last.items):
        if n in matters or any(fold(item.title) == fold(point.title) for point in points):
            continue
        place = _custom(item.title)
        if matters and n < matters[0]:
            place = "first"
        elif matters and n > matters[-1]:
            place = "last"
        points.append(_point(item, place))
    return points


def _is_standing(item: AgendaItem, meetings: Sequence[Meeting]) -> bool:
    if item.origin is not None or not item.title:
        return False
    if is_carried(item) and not is_formal(item.title):
        return False
    return bool(standing_of(item.title)) or _recurs(item, meetings)


def _recurs(item: AgendaItem, meetings: Sequence[Meeting]) -> bool:
    """Whether each of the latest minutes has a point with this heading."""
    latest = meetings[-_HABIT:]
    return len(latest) == _HABIT and all(
        any(same_matter(item.title, other.title) and not is_carried(other) for other in m.items)
        for m in latest
    )


def _missing(points: Sequence[FramePoint], meetings: Sequence[Meeting]) -> list[FramePoint]:
    """Usual points that the learned ones lack, in the body's earlier wording or in ours."""
    have = frozenset().union(*(point.keys for point in points))
    recent = meetings[-_RECENT:-1]
    missing = []
    for usual in _USUAL:
        if usual.key in have:
            continue
        earlier = (
            item
            for meeting in reversed(recent)
            for item in meeting.items
            if _keys(item.title) == {usual.key}
        )
        found = next(earlier, None)
        if found is not None:
            missing.append(_point(found, usual.place))
        elif len(meetings) < _HABIT:
            title = previous_heading(meetings[-1]) if usual.key == "previous" else usual.title
            missing.append(FramePoint(title, usual.place, frozenset({usual.key}), usual.kind))
    return missing


def _where(missing: FramePoint, points: Sequence[FramePoint]) -> int:
    """The index before the first point of the same place that custom has after the missing one."""
    rank = min(_ORDER[key] for key in missing.keys)
    for n, point in enumerate(points):
        if point.place == missing.place and any(_ORDER[key] > rank for key in point.keys):
            return n
    return len(points)


def _point(item: AgendaItem, place: Place) -> FramePoint:
    title = agenda_title(item.title)
    return FramePoint(title, place, _keys(title), item.kind or _kind(title), item.minutes)


def _custom(title: str) -> Place:
    return next((point.place for point in standing_of(title)), "first")


def _keys(title: str) -> frozenset[str]:
    return frozenset(point.key for point in standing_of(title))


def _kind(title: str) -> ItemKind:
    return next((point.kind for point in standing_of(title) if point.kind), "")
