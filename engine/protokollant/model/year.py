"""The annual report: a year of meetings compiled. Every statement names where it comes from."""

from __future__ import annotations

import datetime as dt

from protokollant.model.item import Action, CarryOver, Decision, Origin
from protokollant.model.meeting import NextMeeting
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
    assignment: str = ""
    """What the organ is for, in Markdown."""
    summary: tuple[Statement, ...] = ()
    """The year in a few sentences."""
    meetings: tuple[YearMeeting, ...] = ()
    """The meetings, by date."""
    attendance: tuple[AttendanceRow, ...] = ()
    """Attendance by person, in Swedish alphabetical order."""
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
    next_meetings: tuple[NextMeeting, ...] = ()
    """Meetings already set for the time after."""
    contact: str = ""
    """Whom to ask."""
