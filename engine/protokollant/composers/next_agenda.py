"""Past minutes → the next meeting's agenda, with what it must take up and who is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from protokollant.composers.agenda_items import agenda_items
from protokollant.composers.called import called
from protokollant.composers.clock import overruns, with_clock
from protokollant.composers.invited import with_guests
from protokollant.composers.numbering import first_item_number, following_number, numbered
from protokollant.composers.outstanding import outstanding
from protokollant.composers.proposals import taken_up
from protokollant.composers.remarks import remarks
from protokollant.composers.rhythm import propose_date
from protokollant.composers.selection import minutes_of_one_body
from protokollant.composers.year_plan import following_day
from protokollant.model import AgendaItem, Body, Meeting, NextMeeting
from protokollant.swedish import fold, join_list

TITLE = "Dagordning"


@dataclass(frozen=True, slots=True)
class Composed:
    """An agenda, and what its secretary should know or settle before it is sent."""

    meeting: Meeting
    remarks: tuple[str, ...] = ()


def next_meeting(
    meetings: Meeting | Sequence[Meeting],
    *,
    body: Body | None = None,
    today: dt.date | None = None,
    proposals: Sequence[AgendaItem] = (),
) -> Meeting:
    """The agenda of the meeting after the one, or after the latest; see `compose_next`."""
    held = (meetings,) if isinstance(meetings, Meeting) else meetings
    return compose_next(held, body=body, today=today, proposals=proposals).meeting


def compose_next(
    meetings: Sequence[Meeting],
    *,
    body: Body | None = None,
    today: dt.date | None = None,
    proposals: Sequence[AgendaItem] = (),
) -> Composed:
    """The agenda of the meeting after the latest of the minutes, with remarks in Swedish.

    The latest minutes set the frame; earlier ones add points promised for this month, actions
    still open and the rhythm of the meetings. Proposals come up once: not those that minutes have
    dealt with, nor those for a later month. Points that wait for a later meeting stand under
    "Nästa möte". Raises ComposeError when the meetings are not minutes of one body.
    """
    minutes = minutes_of_one_body(meetings)
    last = minutes[-1]
    when = _when(minutes, body)
    left = outstanding(minutes, when.date)
    new = taken_up(proposals, minutes, when.date)
    items = agenda_items(minutes, left, body, when.date, new)
    people, left_out = called(minutes, body, when.date)
    agenda = _head(minutes, when, body).model_copy(
        update={
            "participants": people,
            "items": numbered(items, first_item_number(last, when.date)),
        }
    )
    agenda = with_guests(with_clock(agenda))
    told = remarks(last, when, left, left_out, today)
    late = overruns(agenda)
    if late > 0:
        told += (f"Punkterna tar {late} minuter mer än mötets tid. Korta dem eller mötet.",)
    return Composed(agenda, told)


def _when(minutes: Sequence[Meeting], body: Body | None) -> NextMeeting:
    """When the next meeting is, as the last minutes say; else with a proposed day."""
    last = minutes[-1]
    told = last.next_meeting or NextMeeting()
    if told.date is not None or last.date is None:
        return told
    days = [meeting.date for meeting in minutes if meeting.date]
    day = following_day(last.date, body) or propose_date(days)
    return told.model_copy(update={"date": day})


def _head(minutes: Sequence[Meeting], when: NextMeeting, body: Body | None) -> Meeting:
    """The agenda's head: what is known of the meeting itself."""
    last = minutes[-1]
    known = body or Body(name="")
    return Meeting(
        kind="agenda",
        body=known.name or _latest(minutes, "body"),
        organisation=known.organisation or _latest(minutes, "organisation"),
        title=known.titles.agenda or TITLE,
        date=when.date,
        start=when.start or known.start or last.start,
        end=when.end or _usual_end(when, known.end or last.end),
        place=_place(when, (known.place, last.place)),
        number=following_number(last, when.date),
        numbering=known.numbering or last.numbering,
        contact=known.contact
        or last.contact
        or join_list([secretary.name for secretary in last.secretaries]),
    )


def _latest(minutes: Sequence[Meeting], name: str) -> str:
    return next((text for m in reversed(minutes) if (text := str(getattr(m, name)))), "")


def _usual_end(when: NextMeeting, usual: dt.time | None) -> dt.time | None:
    """The usual end, as far as it agrees with a start that was told for this meeting."""
    return usual if usual and (when.start is None or when.start < usual) else None


def _place(when: NextMeeting, usual: Sequence[str]) -> str:
    """The place as told; in the usual words where these say the same and more."""
    told = when.place.strip()
    if not told:
        return next(filter(None, usual), "")
    fuller = next((place for place in usual if fold(place).startswith(fold(told))), told)
    return fuller[:1].upper() + fuller[1:]
