"""The organ whose meetings these are, as its `organ.yaml` describes it."""

from __future__ import annotations

from typing import Literal

from protokollant.model.item import ItemKind
from protokollant.model.meeting import Numbering
from protokollant.model.people import Participant
from protokollant.model.record import ClockTime, Record

Profile = Literal["notes", "protocol", "association"]
SectionRun = Literal["", "year", "meeting"]


class StandingItem(Record):
    """An item that every agenda of the organ has."""

    title: str
    """The heading."""
    kind: ItemKind = ""
    """Whether it is for information, discussion or decision."""
    minutes: int | None = None
    """Minutes of time set aside for it."""
    place: Literal["first", "last"] = "first"
    """Whether it stands before or after the matters of the day."""
    months: tuple[str, ...] = ()
    """The months it comes up in; empty for every meeting."""


class Templates(Record):
    """The Word templates the organ uses instead of the built-in ones; file paths."""

    agenda: str = ""
    """For the agenda."""
    minutes: str = ""
    """For the minutes."""
    annual: str = ""
    """For the annual report."""


class Titles(Record):
    """What the organ calls its documents, where the usual words won't do."""

    agenda: str = ""
    """The agenda: "Kallelse"."""
    minutes: str = ""
    """The minutes: "Mötesanteckningar"."""
    annual: str = ""
    """The annual report: "Verksamhetsberättelse"."""


class Body(Record):
    """An organ: a samverkansgrupp, a nämnd, a board."""

    name: str
    """The organ's name."""
    short_name: str = ""
    """Its abbreviation or everyday name."""
    organisation: str = ""
    """The organisation it belongs to."""
    profile: Profile = "notes"
    """Which rules its documents follow: light notes, protokoll by kommunallagen, association."""
    seats: int | None = None
    """How many members it has; more than half make a quorum (KL 6:27)."""
    quorum: int | None = None
    """How many must serve, where its own rules say another number."""
    sections: SectionRun = ""
    """Whether section numbers run through the year or begin anew at each meeting."""
    approval_days: int | None = None
    """Within how many days the minutes are verified."""
    call_days: int | None = None
    """How many days before a meeting its call is sent at the latest."""
    distribution: tuple[str, ...] = ()
    """Those who get the documents besides the members: names or e-mail addresses."""
    rhythm: str = ""
    """How often it meets: "tredje fredagen i februari, april, september och november"."""
    assignment: str = ""
    """What the organ is for, in Markdown; opens the annual report."""
    place: str = ""
    """Where it usually meets."""
    start: ClockTime | None = None
    """When its meetings usually begin."""
    end: ClockTime | None = None
    """When its meetings usually end."""
    contact: str = ""
    """Whom to ask, with e-mail or telephone."""
    logo: str = ""
    """Picture file for the head of the documents."""
    standing_items: tuple[StandingItem, ...] = ()
    """Items that every agenda has."""
    members: tuple[Participant, ...] = ()
    """The register: who is called to the meetings."""
    titles: Titles = Titles()
    """Own names of the documents."""
    numbering: Numbering | None = None
    """Whether its items are points or sections, where the profile's way won't do."""
    templates: Templates = Templates()
    """Own Word templates."""
