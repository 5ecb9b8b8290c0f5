"""The meeting: the one type that stands in the middle of everything."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from protokollant.model.item import Action, AgendaItem, Attachment, Decision, in_reading_order
from protokollant.model.people import AttendanceGroup, Participant
from protokollant.model.record import ClockTime, Record

MeetingKind = Literal["minutes", "agenda", "annual_report"]
Numbering = Literal["point", "section"]
Stage = Literal["", "draft", "sent", "approved", "posted"]


class NextMeeting(Record):
    """When and where the following meeting is held, as far as it is known."""

    date: dt.date | None = None
    """The day."""
    start: ClockTime | None = None
    """When it begins."""
    end: ClockTime | None = None
    """When it ends."""
    place: str = ""
    """Where, or "digitalt"."""
    note: str = ""
    """Anything else said about it."""


class Approval(Record):
    """How the minutes are approved: by adjusters (justerare), or tacitly after a deadline."""

    adjusters: tuple[str, ...] = ()
    """Those who verify the minutes together with the chair."""
    deadline: str = ""
    """By when, as a date "YYYY-MM-DD" or in words: "en vecka"."""
    date: dt.date | None = None
    """The day the minutes were verified."""
    place: str = ""
    """Where they are verified."""
    note: str = ""
    """Anything else said about it."""


class Notice(Record):
    """Announcement of verified minutes on the notice board (anslag, KL 8:12)."""

    posted: dt.date | None = None
    """The day it was posted."""
    removed: dt.date | None = None
    """The day it may be taken down."""
    archive: str = ""
    """Where the minutes are kept."""
    note: str = ""
    """Anything else said about it."""


class PlacedDecision(Record):
    """A decision together with the item it belongs to."""

    decision: Decision
    """The decision."""
    item: AgendaItem
    """Its item."""


class PlacedAction(Record):
    """An action together with the item it belongs to."""

    action: Action
    """The action."""
    item: AgendaItem
    """Its item."""


class Meeting(Record):
    """One meeting: its agenda before it is held, its minutes after.

    Also carries a read annual report, whose sections are its items.
    """

    kind: MeetingKind = "minutes"
    """Which document this is: minutes, agenda or annual report."""
    body: str = ""
    """The organ's name."""
    organisation: str = ""
    """The organisation the organ belongs to."""
    title: str = ""
    """The document's own title."""
    date: dt.date | None = None
    """The day of the meeting."""
    start: ClockTime | None = None
    """When it begins."""
    end: ClockTime | None = None
    """When it ends."""
    place: str = ""
    """Where it is held."""
    number: str = ""
    """The meeting's number within the year."""
    scope: str = ""
    """The items covered: "1–9", "§§ 12–20"."""
    numbering: Numbering = "point"
    """Whether items are numbered as points ("1.") or sections ("§ 1")."""
    case: str = ""
    """Registry number (diarienummer) of the document."""
    participants: tuple[Participant, ...] = ()
    """Everybody on the attendance list, in order."""
    intro: str = ""
    """Text before the first item, in Markdown."""
    items: tuple[AgendaItem, ...] = ()
    """The items, in order."""
    next_meeting: NextMeeting | None = None
    """The following meeting."""
    approval: Approval | None = None
    """How the minutes are approved."""
    notice: Notice | None = None
    """The announcement of the verified minutes."""
    signed_by: tuple[str, ...] = ()
    """Those who signed, in order."""
    attachments: tuple[Attachment, ...] = ()
    """Documents that belong to the meeting as a whole."""
    contact: str = ""
    """Whom to ask, with e-mail or telephone."""
    stage: Stage = ""
    """How far the document has come: draft, sent, approved, posted; "" where nothing says."""
    sent: dt.date | None = None
    """The day it was sent out: the minutes for comments, the agenda as a call."""

    @property
    def present(self) -> tuple[Participant, ...]:
        """Participants who were present."""
        return tuple(p for p in self.participants if p.status == "present")

    @property
    def absent(self) -> tuple[Participant, ...]:
        """Participants who were absent."""
        return tuple(p for p in self.participants if p.status == "absent")

    @property
    def chairs(self) -> tuple[Participant, ...]:
        """Participants with the role of chair."""
        return tuple(p for p in self.participants if "chair" in p.roles)

    @property
    def secretaries(self) -> tuple[Participant, ...]:
        """Participants with the role of secretary."""
        return tuple(p for p in self.participants if "secretary" in p.roles)

    @property
    def groups(self) -> tuple[AttendanceGroup, ...]:
        """Participants under the headings the source lists them under, in its order."""
        names = dict.fromkeys(p.group for p in self.participants)
        return tuple(
            AttendanceGroup(
                name=name, participants=tuple(p for p in self.participants if p.group == name)
            )
            for name in names
        )

    @property
    def all_items(self) -> tuple[AgendaItem, ...]:
        """Items and sub-items, in reading order."""
        return tuple(in_reading_order(self.items))

    @property
    def all_decisions(self) -> tuple[PlacedDecision, ...]:
        """Every decision with its item, in reading order."""
        return tuple(
            PlacedDecision(decision=decision, item=item)
            for item in self.all_items
            for decision in item.decisions
        )

    @property
    def all_actions(self) -> tuple[PlacedAction, ...]:
        """Every action with its item, in reading order."""
        return tuple(
            PlacedAction(action=action, item=item)
            for item in self.all_items
            for action in item.actions
        )

    @property
    def carried_over(self) -> tuple[AgendaItem, ...]:
        """Items and sub-items that were postponed."""
        return tuple(item for item in self.all_items if item.state == "postponed")

    @property
    def all_attachments(self) -> tuple[Attachment, ...]:
        """The meeting's attachments and its items', in reading order."""
        return self.attachments + tuple(a for item in self.all_items for a in item.attachments)
