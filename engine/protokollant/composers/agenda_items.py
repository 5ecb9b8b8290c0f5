"""What is left to do, within the body's frame → the items of the next agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from protokollant.composers.actions import TracedAction
from protokollant.composers.carried import Carried
from protokollant.composers.frame import FramePoint, frame, with_follow_up
from protokollant.composers.likeness import same_item
from protokollant.composers.outstanding import Outstanding
from protokollant.composers.standing import UPCOMING
from protokollant.composers.wording import previous_minutes, taken_up_when
from protokollant.model import Action, AgendaItem, Body, Meeting
from protokollant.swedish import sort_key


def agenda_items(
    minutes: Sequence[Meeting],
    left: Outstanding,
    body: Body | None,
    day: dt.date | None = None,
    proposals: Sequence[AgendaItem] = (),
) -> tuple[AgendaItem, ...]:
    """The standing points that come first, those that come back or are proposed, the last ones.

    Open actions stand under the point for follow-up, and what waits for a later meeting under
    "Nästa möte". The items are not numbered yet.
    """
    points = frame(minutes, body, day)
    if left.actions:
        points = with_follow_up(points)
    first = _framed([p for p in points if p.place == "first"], minutes[-1], left.actions)
    closing = _framed([p for p in points if p.place == "last"], minutes[-1], left.actions)
    back = [_comes_back(chain) for chain in left.due]
    new = [one for one in proposals if not any(same_item(one, other) for other in back)]
    items = [*first, *back, *new, *closing]
    return tuple(_with_waiting(items, points, left.waiting))


def _framed(
    points: Sequence[FramePoint], last: Meeting, actions: Sequence[TracedAction]
) -> list[AgendaItem]:
    """The standing points with what they hold this time; a follow-up of nothing is left out."""
    items = []
    for point in points:
        item = point.item()
        if "followup" in point.keys:
            item = item.model_copy(update={"actions": _by_person(actions)})
        elif "previous" in point.keys:
            title, text = previous_minutes(point.title, last)
            item = item.model_copy(update={"title": title, "text": text})
        if actions or "followup" not in point.keys:
            items.append(item)
    return items


def _by_person(actions: Sequence[TracedAction]) -> tuple[Action, ...]:
    """The open actions, person by person, the most urgent first."""

    def order(action: Action) -> tuple[object, ...]:
        names = [sort_key(name) for name in action.who]
        return (not names, names, action.due or dt.date.max)

    placed = [traced.action.model_copy(update={"origin": traced.origin}) for traced in actions]
    return tuple(sorted(placed, key=order))


def _comes_back(chain: Carried) -> AgendaItem:
    """The postponed point, open again: its matter and papers, not what was said of it then.

    Only where it had no heading of its own do the words then tell what it is about.
    """
    then = chain.item
    had_heading = chain.origin.title == then.title
    paragraph = then.text.strip().partition("\n\n")[0]
    said = "" if had_heading or paragraph.rstrip(".") == then.title else paragraph
    condition = taken_up_when(chain.carried_to.condition)
    return AgendaItem(
        title=then.title,
        kind=then.kind,
        minutes=then.minutes,
        presenters=then.presenters,
        case=then.case,
        origin=chain.origin,
        text="\n\n".join(part for part in (said, condition) if part),
        items=tuple(_reopened(part) for part in then.items if part.state != "withdrawn"),
        attachments=then.attachments,
    )


def _reopened(part: AgendaItem) -> AgendaItem:
    """A part of a point that comes back."""
    return part.model_copy(
        update={
            "number": "",
            "text": taken_up_when(part.carried_to.condition) if part.carried_to else "",
            "decisions": (),
            "actions": (),
            "state": "handled",
            "carried_to": None,
            "items": tuple(_reopened(each) for each in part.items if each.state != "withdrawn"),
        }
    )


def _with_waiting(
    items: list[AgendaItem], points: Sequence[FramePoint], waiting: Sequence[Carried]
) -> list[AgendaItem]:
    """The points that wait, as parts of "Nästa möte", or of a point of their own before the end."""
    if not waiting:
        return items
    parts = tuple(_waits(chain) for chain in waiting)
    title = next((p.title for p in points if "next" in p.keys and "close" not in p.keys), "")
    for n, item in enumerate(items):
        if title and item.title == title:
            return [*items[:n], item.model_copy(update={"items": parts}), *items[n + 1 :]]
    end = len(items) - (bool(points) and "close" in points[-1].keys)
    return [*items[:end], AgendaItem(title=UPCOMING, items=parts), *items[end:]]


def _waits(chain: Carried) -> AgendaItem:
    return _comes_back(chain).model_copy(
        update={"state": "postponed", "carried_to": chain.carried_to, "text": ""}
    )
