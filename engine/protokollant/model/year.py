"""The annual report: a year of meetings compiled. Every statement names where it comes from."""

from __future__ import annotations

import datetime as dt

from protokollant.model.item import Action, CarryOver, Decision, Origin
from protokollant.model.meeting import NextMeeting, Stage
from protokollant.model.people import Status
from protokollant.model.record import ClockTime, Record
from protokollant.swedish.roles import Role


class YearMeeting(Record):
    """One of the year's meetings, in figures."""

    date: dt.date
    """The day it was held."""
    number: str = ""
    """Its number within the year."""
    start: ClockTime | None = None
    """When it began."""
    end: ClockTime | None = None
    """When it ended."""
    place: str = ""
    """Where it was held."""
    present: int = 0
    """How many were present."""
    absent: int = 0
    """How many were absent."""
    unknown: int = 0
    """How many the source says nothing about."""
    items: int = 0
    """How many items were dealt with."""
    decisions: int = 0
    """How many decisions were made."""


class AttendanceRow(Record):
    """One person's attendance over the year."""

    name: str
    """The person."""
    organisation: str = ""
    """Municipality, region or other principal, as last stated."""
    title: str = ""
    """Work title, as last stated."""
    party: str = ""
    """Party letters, as last stated."""
    roles: tuple[Role, ...] = ()
    """Every role held during the year."""
    marks: tuple[Status | None, ...] = ()
    """A mark a meeting, in the order of the report's meetings; None when not on the list."""
    present: int = 0
    """How many meetings the person attended."""
    listed: int = 0
    """How many meetings the person was on the list of."""

    @property
    def share(self) -> int | None:
        """Percent attended of the meetings that the lists tell of; None where they tell nothing."""
        known = sum(mark in ("present", "absent") for mark in self.marks)
        return round(100 * self.present / known) if known else None


class OrganisationRow(Record):
    """One principal's attendance over the year."""

    organisation: str
    """Municipality, region or other principal."""
    people: int = 0
    """How many persons it had on the lists."""
    present: int = 0
    """How many times one of them attended."""
    known: int = 0
    """How many times the lists tell whether one of them attended."""

    @property
    def share(self) -> int | None:
        """Percent attended of the times that the lists tell of; None where they tell nothing."""
        return round(100 * self.present / self.known) if self.known else None


class YearDecision(Record):
    """A decision and where it was made."""

    decision: Decision
    """The decision."""
    origin: Origin
    """The meeting and item."""


class YearAction(Record):
    """An action and where it arose."""

    action: Action
    """The action."""
    origin: Origin
    """The meeting and item where it arose."""
    closed: Origin | None = None
    """The meeting and item that reported it done."""


class YearCarryOver(Record):
    """A postponed item and what became of it."""

    title: str
    """The item's heading."""
    carried_to: CarryOver | None = None
    """Where it was carried to."""
    origin: Origin
    """The meeting and item that postponed it."""
    handled: Origin | None = None
    """The meeting and item where it was dealt with; None while it remains."""


class Statement(Record):
    """A sentence of the report and the meetings it rests on."""

    text: str
    """The sentence, in Markdown."""
    origins: tuple[Origin, ...] = ()
    """The meetings and items it comes from."""


class Theme(Record):
    """A matter that the year's meetings dealt with, once or more."""

    title: str
    """The heading, as first written."""
    entries: tuple[Statement, ...]
    """What happened at each meeting, in order."""


class Goal(Record):
    """A goal of the year's plan, what was to be done for it and what came of it."""

    goal: str
    """What was to be reached."""
    activity: str = ""
    """What was to be done."""
    result: str = ""
    """What came of it."""
    origins: tuple[Origin, ...] = ()
    """The meetings and items that tell the result."""


class OwnSection(Record):
    """Text of the secretary's own, under a heading of the report or one of its own."""

    title: str
    """The heading."""
    text: str = ""
    """The text, in Markdown."""


class Correction(Record):
    """A heading of the minutes that the report should give otherwise."""

    wrong: str
    """The heading as the minutes have it."""
    right: str
    """The heading as the report should have it."""


class ApprovalStep(Record):
    """A step on the report's way to approval."""

    what: str
    """What is done: mailed for approval, approved by the chair, sent to the steering group."""
    date: dt.date | None = None
    """When it was done; None while it remains."""
    who: str = ""
    """By whom or to whom."""


class AnnualEdits(Record):
    """What the secretary adds to a year's report; kept in a file of its own."""

    stage: Stage = ""
    """How far the report has come; a draft until it is approved."""
    intro: str = ""
    """Opens the report, in Markdown."""
    sections: tuple[OwnSection, ...] = ()
    """Text to the report's sections, and sections of one's own."""
    economy: str = ""
    """The year's economy, in Markdown."""
    goals: tuple[Goal, ...] = ()
    """The year's plan with its results."""
    corrections: tuple[Correction, ...] = ()
    """Headings to be given otherwise."""
    steps: tuple[ApprovalStep, ...] = ()
    """The way to approval."""


class AnnualReport(Record):
    """A body's year, compiled from its meetings."""

    body: str
    """The organ's name."""
    year: int
    """The year."""
    organisation: str = ""
    """The organisation the organ belongs to."""
    title: str = ""
    """The document's title, where it isn't the usual one."""
    stage: Stage = ""
    """How far the report has come; a draft until it is approved."""
    intro: str = ""
    """Opens the report, in Markdown; the secretary's own words."""
    assignment: str = ""
    """What the organ is for, in Markdown."""
    summary: tuple[Statement, ...] = ()
    """The year in a few sentences."""
    meetings: tuple[YearMeeting, ...] = ()
    """The meetings, by date."""
    attendance: tuple[AttendanceRow, ...] = ()
    """Attendance by person, in Swedish alphabetical order."""
    organisations: tuple[OrganisationRow, ...] = ()
    """Attendance by principal, in Swedish alphabetical order."""
    changes: tuple[Statement, ...] = ()
    """Who joined and who left during the year."""
    themes: tuple[Theme, ...] = ()
    """What the meetings dealt with."""
    decisions: tuple[YearDecision, ...] = ()
    """Decisions, by meeting."""
    actions_done: tuple[YearAction, ...] = ()
    """Actions reported done."""
    actions_open: tuple[YearAction, ...] = ()
    """Actions that remain."""
    carried_over: tuple[YearCarryOver, ...] = ()
    """Postponed items and what became of them."""
    handed_over: tuple[Statement, ...] = ()
    """What was handed over to others."""
    goals: tuple[Goal, ...] = ()
    """The year's plan with its results."""
    comments: tuple[OwnSection, ...] = ()
    """The secretary's own text, by the report's heading that it stands under."""
    sections: tuple[OwnSection, ...] = ()
    """The secretary's own sections."""
    economy: str = ""
    """The year's economy, in Markdown."""
    steps: tuple[ApprovalStep, ...] = ()
    """The way to approval."""
    next_meetings: tuple[NextMeeting, ...] = ()
    """Meetings already set for the time after."""
    contact: str = ""
    """Whom to ask."""
    parts: tuple[AnnualReport, ...] = ()
    """Each body's year, where several are compiled into one."""
