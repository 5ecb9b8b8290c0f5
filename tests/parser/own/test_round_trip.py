"""What a template shows is read back as it was: model → .docx → model is the identity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from protokollant.model import AgendaItem, Meeting, Participant
from protokollant.phrases import place
from tests.parser.own.strategies import meetings
from tests.parser.own.trip import differences, there_and_back

NOT_SHOWN: Mapping[str, Mapping[type, tuple[str, ...]]] = {
    "protokoll": {},
    "minnesanteckningar": {},
    "dagordning": {
        Meeting: ("next_meeting", "approval", "notice", "signed_by"),
        Participant: (
            *("status", "roles", "title", "organisation"),
            *("replaces", "scope", "note"),
        ),
        AgendaItem: (
            *("recusals", "movements", "adjournments", "motions", "proposition", "votes"),
            *("reservations", "minutes_notes", "recipients", "at_once", "secrecy"),
        ),
    },
}
"""What an agenda doesn't show: it calls people by name, and nothing has happened yet."""


def shown(name: str, meeting: Meeting) -> Meeting:
    """The meeting as far as the template shows it."""
    hidden = NOT_SHOWN[name]
    changes: dict[str, Any] = {
        field: Meeting.model_fields[field].default for field in hidden.get(Meeting, ())
    }
    if name == "dagordning":
        changes["kind"] = "agenda"
        changes["participants"] = _called(meeting, hidden[Participant])
        changes["items"] = tuple(_plain(item, hidden[AgendaItem]) for item in meeting.items)
    return meeting.model_copy(update=changes)


def _plain(item: AgendaItem, hidden: tuple[str, ...]) -> AgendaItem:
    changes: dict[str, Any] = {name: AgendaItem.model_fields[name].default for name in hidden}
    inner = tuple(_plain(one, hidden) for one in item.items)
    return item.model_copy(update=changes | {"items": inner})


def _called(meeting: Meeting, hidden: tuple[str, ...]) -> tuple[Participant, ...]:
    """Those called, group by group; groups that say who came to another meeting are no groups."""
    plain = {name: Participant.model_fields[name].default for name in hidden}
    tells_presence = any("närvarande" in g.name.lower() for g in meeting.groups)
    if tells_presence:
        plain["group"] = ""
    people = (
        meeting.participants
        if tells_presence
        else [person for group in meeting.groups for person in group.participants]
    )
    return tuple(person.model_copy(update=plain) for person in people)


@pytest.mark.parametrize("name", NOT_SHOWN)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meeting=meetings())
def test_a_meeting_is_read_back_as_it_was(name: str, meeting: Meeting) -> None:
    reading = there_and_back(name, meeting)
    assert differences(shown(name, meeting), reading.meeting) == {}
    assert reading.unplaced == ()
    assert reading.warnings == ()
    assert all(place(reading.meeting, source.field) for source in reading.sources)
