"""The table of short forms: which records have one, how it is written and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from protokollant.model import (
    Action,
    Adjournment,
    Approval,
    Attachment,
    CarryOver,
    Decision,
    MinutesNote,
    Motion,
    Movement,
    NextMeeting,
    Origin,
    Participant,
    Record,
    Recusal,
    Reservation,
)
from protokollant.phrases import days, formal, matters, people
from protokollant.phrases.days import PhraseError

R = TypeVar("R", bound=Record)


class Phrase(NamedTuple):
    """How a record is written as a line, and read; the reader may need the meeting's date."""

    write: Callable[[Any], str]
    read: Callable[[str, date | None], Any]


PHRASES: Mapping[type[Record], Phrase] = MappingProxyType(
    {
        Participant: Phrase(people.write_participant, lambda t, _: people.read_participant(t)),
        Origin: Phrase(days.write_origin, days.read_origin),
        CarryOver: Phrase(days.write_carry_over, days.read_carry_over),
        NextMeeting: Phrase(days.write_next_meeting, days.read_next_meeting),
        Action: Phrase(matters.write_action, matters.read_action),
        Attachment: Phrase(matters.write_attachment, lambda t, _: matters.read_attachment(t)),
        Decision: Phrase(matters.write_decision, lambda t, _: matters.read_decision(t)),
        Approval: Phrase(matters.write_approval, lambda t, _: matters.read_approval(t)),
        Motion: Phrase(formal.write_voiced, lambda t, _: formal.read_motion(t)),
        MinutesNote: Phrase(formal.write_voiced, lambda t, _: formal.read_minutes_note(t)),
        Reservation: Phrase(formal.write_reservation, lambda t, _: formal.read_reservation(t)),
        Recusal: Phrase(formal.write_recusal, lambda t, _: formal.read_recusal(t)),
        Movement: Phrase(formal.write_movement, lambda t, _: formal.read_movement(t)),
        Adjournment: Phrase(formal.write_adjournment, lambda t, _: formal.read_adjournment(t)),
    }
)


def line(record: Record) -> str:
    """The record as one line of Swedish: "Barbro Larsson (C), ordförande, Region Västmanland"."""
    return PHRASES[type(record)].write(record)


def read_line(kind: type[R], text: str, meeting_date: date | None = None) -> R:
    """The record that the line describes; raises PhraseError when it can't be understood.

    The meeting's date gives other dates the year they leave out.
    """
    return PHRASES[kind].read(text, meeting_date)  # type: ignore[no-any-return]


def can_be_short(record: Record) -> bool:
    """Whether the line carries all that the record says."""
    phrase = PHRASES.get(type(record))
    if phrase is None:
        return False
    text = phrase.write(record)
    try:
        return bool(text.strip()) and bool(phrase.read(text, None) == record)
    except PhraseError:
        return False
