"""An agenda → an invitation in iCalendar's format (RFC 5545, RFC 5546)."""

from __future__ import annotations

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from protokollant.errors import ComposeError
from protokollant.model import Body, Meeting
from protokollant.senders.addresses import with_addresses
from protokollant.swedish import ascii_slug

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_NAMESPACE = uuid.UUID("5f0c7a53-4c5e-5b0e-9a5e-70726f746f6b")
_EPOCH = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def invitation(
    agenda: Meeting, *, now: dt.datetime, body: Body | None = None, cancelled: bool = False
) -> bytes:
    """The .ics file: who, when, where and the points; or that the meeting is cancelled.

    The identity comes of organ, year and meeting number (else date), so that an invitation sent
    again moves the same entry; its sequence grows with `now`. Raises ComposeError without a date.
    """
    if agenda.date is None:
        raise ComposeError(
            "mötet har inget datum, så det går inte att bjuda in till det.",
            remedy="Skriv «datum: 2026-03-02» i dagordningen.",
        )
    calendar = Calendar()
    calendar.add("prodid", "-//protokollant//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "REQUEST")
    event = _event(agenda, body, now)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if not cancelled:
        event.add_component(_reminder())
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def identity(agenda: Meeting) -> str:
    """What stays the same when the meeting is moved: of its organ, year and number."""
    year = agenda.date.year if agenda.date else 0
    number = agenda.number.strip() or (agenda.date.isoformat() if agenda.date else "")
    name = f"{ascii_slug(agenda.body)}/{year}/{number}"
    return f"{uuid.uuid5(_NAMESPACE, name)}@protokollant"


def _event(agenda: Meeting, body: Body | None, now: dt.datetime) -> Event:
    event = Event()
    event.add("uid", identity(agenda))
    event.add("sequence", int((now - _EPOCH).total_seconds() // 60))
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("summary", _summary(agenda))
    event.add("description", _points(agenda))
    if agenda.place:
        event.add("location", agenda.place)
    _add_time(event, agenda)
    _add_people(event, agenda, body)
    return event


def _summary(agenda: Meeting) -> str:
    number = f", möte {agenda.number}" if agenda.number else ""
    return f"{agenda.body or agenda.title or 'Möte'}{number}"


def _points(agenda: Meeting) -> str:
    lines = []
    for item in agenda.items:
        clock = f"{item.clock:%H.%M} " if item.clock else ""
        lines.append(f"{clock}{item.number + '. ' if item.number else ''}{item.title}")
    return "\n".join(lines)


def _add_time(event: Event, agenda: Meeting) -> None:
    """Start and end, in UTC so that no table of time zones is needed; without a clock, the day."""
    assert agenda.date is not None
    if agenda.start is None:
        event.add("dtstart", agenda.date)
        event.add("dtend", agenda.date + dt.timedelta(days=1))
        return
    start = _utc(agenda.date, agenda.start)
    end = _utc(agenda.date, agenda.end) if agenda.end else None
    event.add("dtstart", start)
    event.add("dtend", end if end and end > start else start + dt.timedelta(hours=1))


def _utc(day: dt.date, clock: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, clock, STOCKHOLM).astimezone(dt.UTC)


def _add_people(event: Event, agenda: Meeting, body: Body | None) -> None:
    """Those called whose addresses the register has."""
    for person, address in with_addresses(agenda, body):
        if address:
            attendee = vCalAddress(f"mailto:{address}")
            attendee.params["cn"] = vText(person.name)
            attendee.params["role"] = vText(
                "OPT-PARTICIPANT" if "deputy" in person.roles else "REQ-PARTICIPANT"
            )
            event.add("attendee", attendee, encode=False)
    members = body.members if body else ()
    sender = next((one for one in members if "secretary" in one.roles and one.email), None)
    if sender:
        organizer = vCalAddress(f"mailto:{sender.email}")
        organizer.params["cn"] = vText(sender.name)
        event["organizer"] = organizer


def _reminder() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Mötet börjar om en timme")
    alarm.add("trigger", dt.timedelta(hours=-1))
    return alarm
