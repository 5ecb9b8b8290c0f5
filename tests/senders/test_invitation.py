"""The invitation: read back with the library, the same meeting when it is moved or cancelled."""

from __future__ import annotations

import datetime as dt

import pytest
from icalendar import Calendar

from protokollant.errors import ComposeError
from protokollant.model import AgendaItem, Body, Meeting, Participant
from protokollant.senders import invitation, letter

NOW = dt.datetime(2026, 2, 1, 8, tzinfo=dt.UTC)
AGENDA = Meeting(
    kind="agenda",
    body="Gruppen",
    number="2",
    date=dt.date(2026, 2, 12),
    start=dt.time(9),
    end=dt.time(11),
    place="Salen; rum 2",
    contact="Ida Öberg",
    participants=(Participant(name="Eva Ek", roles=("chair",)), Participant(name="Bo Al")),
    items=(AgendaItem(number="1", title="Öppnande", clock=dt.time(9)),),
)
BODY = Body(
    name="Gruppen",
    distribution=("arkivet@example.se",),
    members=(
        Participant(name="Eva Ek", email="eva@example.se"),
        Participant(name="Ida Öberg", roles=("secretary",), email="ida@example.se"),
    ),
)


def event(content: bytes) -> object:
    return Calendar.from_ical(content).walk("VEVENT")[0]


def test_the_invitation_says_who_when_and_where() -> None:
    found = event(invitation(AGENDA, now=NOW, body=BODY))
    assert found["summary"] == "Gruppen, möte 2"  # type: ignore[index]
    assert found["location"] == "Salen; rum 2"  # type: ignore[index]
    assert found["dtstart"].dt == dt.datetime(2026, 2, 12, 8, tzinfo=dt.UTC)  # type: ignore[index]
    assert found["dtend"].dt == dt.datetime(2026, 2, 12, 10, tzinfo=dt.UTC)  # type: ignore[index]
    assert found["attendee"] == "mailto:eva@example.se"  # type: ignore[index]
    assert found["organizer"] == "mailto:ida@example.se"  # type: ignore[index]
    assert "1. Öppnande" in found["description"]  # type: ignore[index]


def test_in_summer_swedish_time_is_two_hours_ahead() -> None:
    june = AGENDA.model_copy(update={"date": dt.date(2026, 6, 11)})
    assert event(invitation(june, now=NOW))["dtstart"].dt.hour == 7  # type: ignore[index]


def test_a_meeting_without_a_clock_takes_the_day() -> None:
    whole = AGENDA.model_copy(update={"start": None, "end": None})
    assert event(invitation(whole, now=NOW))["dtstart"].dt == dt.date(2026, 2, 12)  # type: ignore[index]


def test_a_moved_meeting_is_the_same_and_newer() -> None:
    moved = AGENDA.model_copy(update={"date": dt.date(2026, 2, 19)})
    first = event(invitation(AGENDA, now=NOW))
    later = event(invitation(moved, now=NOW + dt.timedelta(hours=1)))
    assert first["uid"] == later["uid"]  # type: ignore[index]
    assert later["sequence"] > first["sequence"]  # type: ignore[index]
    other = AGENDA.model_copy(update={"number": "3"})
    assert event(invitation(other, now=NOW))["uid"] != first["uid"]  # type: ignore[index]


def test_a_cancelled_meeting_says_so() -> None:
    content = invitation(AGENDA, now=NOW, cancelled=True)
    assert b"METHOD:CANCEL" in content
    assert event(content)["status"] == "CANCELLED"  # type: ignore[index]
    assert event(content)["uid"] == event(invitation(AGENDA, now=NOW))["uid"]  # type: ignore[index]


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert invitation(AGENDA, now=NOW, body=BODY) == invitation(AGENDA, now=NOW, body=BODY)


def test_without_a_day_nobody_can_be_invited() -> None:
    with pytest.raises(ComposeError, match="inget datum"):
        invitation(Meeting(), now=NOW)


LETTER = """\
Till: eva@example.se; Bo Al; arkivet@example.se
Ämne: Kallelse: Gruppen torsdagen den 12 februari 2026

Hej!

Välkommen till möte torsdagen den 12 februari 2026 kl. 9.00–11.00, Salen; rum 2.

Dagordning:
  1. Öppnande (kl. 9.00)

Bifogat:
  - dagordning.pdf

Svara gärna om du inte kan komma.

Vänliga hälsningar
Ida Öberg
"""


def test_the_letter() -> None:
    assert letter(AGENDA, body=BODY, files=("dagordning.pdf",)) == LETTER


def test_the_letter_that_calls_it_off() -> None:
    text = letter(AGENDA, cancelled=True)
    assert "Ämne: Inställt: Gruppen" in text
    assert "är inställt" in text
    assert "Dagordning" not in text
