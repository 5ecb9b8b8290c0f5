"""Record ⇄ one line of Swedish: the short forms that a secretary writes and reads.

    days.py      dates, carry-over, origins, next meetings
    people.py    participants
    matters.py   decisions, actions, attachments, approval
    places.py    where in a meeting a value is

`line(record)` writes, `read_…(text)` reads; `can_be_short(record)` says whether the line carries
everything the record says, so that reading it gives the same record back.
"""

from protokollant.phrases.days import (
    PhraseError,
    read_carry_over,
    read_day,
    read_next_meeting,
    read_origin,
    read_when,
)
from protokollant.phrases.lines import can_be_short, line, read_line
from protokollant.phrases.matters import (
    read_action,
    read_approval,
    read_attachment,
    read_decision,
    read_names,
)
from protokollant.phrases.people import read_participant
from protokollant.phrases.places import place

__all__ = [
    "PhraseError",
    "can_be_short",
    "line",
    "place",
    "read_action",
    "read_approval",
    "read_attachment",
    "read_carry_over",
    "read_day",
    "read_decision",
    "read_line",
    "read_names",
    "read_next_meeting",
    "read_origin",
    "read_participant",
    "read_when",
]
