"""The types every stage shares: frozen, typed, no input or output.

meeting.Meeting ─┬─ people.Participant
                 ├─ item.AgendaItem ─┬─ Decision, Action, CarryOver, Origin, Attachment
                 │                   ├─ formal: Motion, Vote, Reservation, Recusal, Movement …
                 │                   └─ AgendaItem (sub-items)
                 └─ NextMeeting, Approval, Notice
body.Body            the organ and its register
year.AnnualReport    a year of meetings, compiled
provenance           where each of them was read: `record.source`, `record.source_of(path)`
"""

from protokollant.model.body import Body, Profile, SectionRun, StandingItem, Templates, Titles
from protokollant.model.formal import (
    Adjournment,
    Direction,
    MinutesNote,
    Motion,
    Movement,
    Recusal,
    Reservation,
    Vote,
)
from protokollant.model.item import (
    Action,
    ActionStatus,
    AgendaItem,
    Attachment,
    AttachmentState,
    CarryOver,
    Decision,
    ItemKind,
    ItemState,
    Origin,
)
from protokollant.model.meeting import (
    Approval,
    Meeting,
    MeetingKind,
    NextMeeting,
    Notice,
    Numbering,
    PlacedAction,
    PlacedDecision,
    Stage,
)
from protokollant.model.people import AttendanceGroup, Participant, Status
from protokollant.model.provenance import Provenance, Source
from protokollant.model.record import ClockTime, Record, described, traced
from protokollant.model.year import (
    AnnualEdits,
    AnnualReport,
    ApprovalStep,
    AttendanceRow,
    Correction,
    Goal,
    OrganisationRow,
    OwnSection,
    Statement,
    Theme,
    YearAction,
    YearCarryOver,
    YearDecision,
    YearMeeting,
)
from protokollant.swedish.roles import Role

__all__ = [
    "Action",
    "ActionStatus",
    "Adjournment",
    "AgendaItem",
    "AnnualEdits",
    "AnnualReport",
    "Approval",
    "ApprovalStep",
    "Attachment",
    "AttachmentState",
    "AttendanceGroup",
    "AttendanceRow",
    "Body",
    "CarryOver",
    "ClockTime",
    "Correction",
    "Decision",
    "Direction",
    "Goal",
    "ItemKind",
    "ItemState",
    "Meeting",
    "MeetingKind",
    "MinutesNote",
    "Motion",
    "Movement",
    "NextMeeting",
    "Notice",
    "Numbering",
    "OrganisationRow",
    "Origin",
    "OwnSection",
    "Participant",
    "PlacedAction",
    "PlacedDecision",
    "Profile",
    "Provenance",
    "Record",
    "Recusal",
    "Reservation",
    "Role",
    "SectionRun",
    "Source",
    "Stage",
    "StandingItem",
    "Statement",
    "Status",
    "Templates",
    "Theme",
    "Titles",
    "Vote",
    "YearAction",
    "YearCarryOver",
    "YearDecision",
    "YearMeeting",
    "described",
    "traced",
]
