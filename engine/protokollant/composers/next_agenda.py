"""Past minutes → the next meeting's agenda, with what it must take up and who is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from protokollant.composers.actions import TracedAction, trace_actions
from protokollant.composers.called import called
from protokollant.composers.carried import Carried, trace_carried
from protokollant.composers.frame import FramePoint, frame, with_follow_up
from protokollant.composers.numbering import first_item_number, following_number, numbered
from protokollant.composers.rhythm import propose_date
from protokollant.composers.selection import minutes_of_one_body
from protokollant.composers.standing import UPCOMING
from protokollant.composers.wording import (
    in_words,
    origin_in_words,
    previous_minutes,
    taken_up_when,
)
from protokollant.model import Action, AgendaItem, Body, Meeting, NextMeeting, Origin
from protokollant.swedish import count, format_date, join_list, sort_key

TITLE = "Dagordning"


@dataclass(frozen=True, slots=True)
class Composed:
    """An agenda, and what its secretary should know or settle before it is sent."""

    meeting: Meeting
    remarks: tuple[str, ...] = ()


def next_meeting(
    meetings: Sequence[Meeting], *, body: Body | None = None, today: dt.date | None = None
) -> Meeting:
    """The agenda of the meeting after the latest of the minutes; see `compose_next`."""
    return compose_next(meetings, body=body, today=today).meeting


def compose_next(
    meetings: Sequence[Meeting], *, body: Body | None = None, today: dt.date | None = None
) -> Composed:
    """The agenda of the meeting after the latest of the minutes, with remarks in Swedish.

    The latest minutes set the frame; earlier ones add points promised for this month, actions
    still open and the rhythm of the meetings. Points that wait for a later meeting stand under
    "Nästa möte". Raises ComposeError when the meetings are not minutes of one body.
    """
    minutes = minutes_of_one_body(meetings)
    last = minutes[-1]
    when, proposed = _when(minutes)
    chains = [chain for chain in trace_carried(minutes) if chain.handled is None]
    due = [chain for chain in chains if chain.is_due(when.date, after=last.date)]
    waiting = [chain for chain in chains if chain not in due]
    actions = [traced for traced in trace_actions(minutes) if traced.action.status == "open"]
    people, left_out = called(minutes, body)
    points = frame(minutes, body)
    items = _items(with_follow_up(points) if actions else points, last, due, waiting, actions)
    meeting = Meeting(
        kind="agenda",
        body=(body.name if body else "") or last.body or _latest(minutes, "body"),
        organisation=(body.organisation if body else "") or _latest(minutes, "organisation"),
        title=TITLE,
        date=when.date,
        start=when.start or (body.start if body else None) or last.start,
        end=when.end or _usual_end(when, last, body),
        place=when.place or (body.place if body else "") or last.place,
        number=following_number(last, when.date),
        numbering=last.numbering,
        participants=people,
        items=numbered(items, first_item_number(last, when.date)),
        contact=_contact(last, body),
    )
    remarks = (
        *_date_remarks(meeting, last, proposed, today),
        *_note_remarks(when),
        *(_waiting_remark(chain, last) for chain in waiting),
        *_returned_remarks(due, last),
        *_action_remarks(actions, last, today),
        *_guest_remarks(left_out),
    )
    return Composed(meeting, remarks)


def _when(minutes: Sequence[Meeting]) -> tuple[NextMeeting, bool]:
    """When the next meeting is, as the last minutes say; else a proposed day (then True)."""
    last = minutes[-1]
    told = last.next_meeting or NextMeeting()
    if told.date is not None or last.date is None:
        return told, False
    day = propose_date([meeting.date for meeting in minutes if meeting.date])
    return told.model_copy(update={"date": day}), day is not None


def _usual_end(when: NextMeeting, last: Meeting, body: Body | None) -> dt.time | None:
    """The usual end, as far as it agrees with a start that was told for this meeting."""
    usual = (body.end if body else None) or last.end
    return usual if usual and (when.start is None or when.start < usual) else None


def _latest(minutes: Sequence[Meeting], name: str) -> str:
    return next((text for m in reversed(minutes) if (text := str(getattr(m, name)))), "")


def _contact(last: Meeting, body: Body | None) -> str:
    told = (body.contact if body else "") or last.contact
    return told or join_list([secretary.name for secretary in last.secretaries])


def _items(
    points: Sequence[FramePoint],
    last: Meeting,
    due: Sequence[Carried],
    waiting: Sequence[Carried],
    actions: Sequence[TracedAction],
) -> list[AgendaItem]:
    """Frame first, points that come back, frame last."""
    first = [_framed(p, last, actions) for p in points if p.place == "first"]
    closing = [_framed(p, last, actions) for p in points if p.place == "last"]
    items = [*first, *map(_comes_back, due), *closing]
    kept = [item for item in items if item is not None]
    return _with_waiting(kept, points, waiting)


def _framed(point: FramePoint, last: Meeting, actions: Sequence[TracedAction]) -> AgendaItem | None:
    """The standing point with what it holds this time; None for a follow-up of nothing."""
    item = point.item()
    if "followup" in point.keys:
        return item.model_copy(update={"actions": _follow_up(actions)}) if actions else None
    if "previous" in point.keys:
        title, text = previous_minutes(point.title, last)
        return item.model_copy(update={"title": title, "text": text})
    return item


def _follow_up(actions: Sequence[TracedAction]) -> tuple[Action, ...]:
    """The open actions, person by person, the most urgent first."""
    open_actions = [
        traced.action.model_copy(update={"origin": traced.origin}) for traced in actions
    ]
    return tuple(sorted(open_actions, key=_by_person))


def _by_person(action: Action) -> tuple[object, ...]:
    names = [sort_key(name) for name in action.who]
    return (not names, names, action.due or dt.date.max)


def _comes_back(chain: Carried) -> AgendaItem:
    """The postponed point, open again: its matter and papers, not what was said of it then.

    Only where it had no heading of its own do the words then tell what it is about.
    """
    then = chain.item
    said = then.text.strip() if chain.origin.title != then.title else ""
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
    item = _comes_back(chain)
    return item.model_copy(
        update={"state": "postponed", "carried_to": chain.carried_to, "text": ""}
    )


def _date_remarks(
    meeting: Meeting, last: Meeting, proposed: bool, today: dt.date | None
) -> list[str]:
    if meeting.date is None:
        return ["Datum saknas: anteckningarna säger inte när nästa möte är. Skriv in det."]
    day = format_date(meeting.date)
    remarks = []
    if proposed:
        remarks.append(f"Datumet {day} är ett förslag efter hur mötena brukar ligga.")
    if last.date is not None and meeting.date <= last.date:
        remarks.append(f"Datumet {day} ligger inte efter det senaste mötet. Kontrollera det.")
    elif today is not None and meeting.date < today:
        remarks.append(f"Datumet {day} har redan passerat.")
    return remarks


def _note_remarks(when: NextMeeting) -> list[str]:
    note = when.note.strip().rstrip(".")
    return [f"Om nästa möte sägs också: {note}."] if note else []


def _waiting_remark(chain: Carried, last: Meeting) -> str:
    when = in_words(chain.carried_to)
    return f"«{chain.item.title}» väntar till {when} ({_from(chain.origin, last)})."


def _returned_remarks(due: Sequence[Carried], last: Meeting) -> list[str]:
    """Points that an earlier meeting sent to "nästa möte" and the last one did not take up."""
    return [
        f"«{chain.item.title}» sköts upp tidigare ({_from(chain.origin, last)}) och har inte "
        "behandlats sedan dess. Stryk punkten om den är färdig."
        for chain in due
        if chain.origin.date != last.date and chain.carried_to.when == "next"
    ]


def _action_remarks(
    actions: Sequence[TracedAction], last: Meeting, today: dt.date | None
) -> list[str]:
    remarks = [
        f"Åtgärden «{traced.action.what}» kan vara klar: «{traced.said}» "
        f"({_from(traced.closed, last)})."
        for traced in actions
        if traced.closed and traced.said
    ]
    late = sum(1 for t in actions if today and t.action.due and t.action.due < today)
    if late:
        remarks.append(f"{count(late, 'åtgärd', 'åtgärder').capitalize()} har passerat sin dag.")
    return remarks


def _from(place: Origin, last: Meeting) -> str:
    return origin_in_words(place, last.numbering)


def _guest_remarks(left_out: Sequence[str]) -> list[str]:
    if not left_out:
        return []
    return [f"Gäster vid förra mötet är inte kallade: {join_list(left_out)}."]
