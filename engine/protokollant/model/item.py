"""What was dealt with: agenda items with text, decisions, actions and carry-over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

from protokollant.model.formal import (
    Adjournment,
    MinutesNote,
    Motion,
    Movement,
    Recusal,
    Reservation,
    Vote,
)
from protokollant.model.record import ClockTime, Record

ItemKind = Literal["", "information", "discussion", "decision"]
ItemState = Literal["handled", "postponed", "withdrawn"]
ActionStatus = Literal["open", "done"]
AttachmentState = Literal["", "awaited", "received"]


class Origin(Record):
    """The meeting and item that something comes from."""

    date: dt.date | None = None
    """The date of that meeting."""
    number: str = ""
    """The number of the item there."""
    title: str = ""
    """The title of the item there."""
    body: str = ""
    """The organ, where it is another one."""


class Attachment(Record):
    """A document that belongs to the meeting or to an item."""

    title: str
    """What the attachment is called."""
    target: str = ""
    """File or web address; "" while it is only mentioned."""
    number: str = ""
    """Its number among the attachments."""
    state: AttachmentState = ""
    """Whether it is waited for or has come; "" where nothing says."""


class Decision(Record):
    """One thing decided."""

    text: str
    """The wording."""
    number: str = ""
    """Its number within the item."""


class Action(Record):
    """Something that somebody has undertaken or been asked to do."""

    what: str
    """What is to be done."""
    who: tuple[str, ...] = ()
    """Those who are to do it; empty when the source names nobody."""
    due: dt.date | None = None
    """The last day, where one is known."""
    due_note: str = ""
    """When, in the source's words, where that is no date: "till nästa möte"."""
    status: ActionStatus = "open"
    """Open, or done."""
    origin: Origin | None = None
    """The meeting that gave rise to it, when it is an earlier one."""


class CarryOver(Record):
    """Where a postponed item goes."""

    when: str = "next"
    """ "next", a month "YYYY-MM" or a date "YYYY-MM-DD"."""
    condition: str = ""
    """What must hold first, in the source's words: "när även skolchef är närvarande"."""


class AgendaItem(Record):
    """One item (punkt, paragraf) or sub-heading of a meeting."""

    number: str = ""
    """The number without its sign: "3", "3.1", "12", "10 a"."""
    title: str = ""
    """The heading."""
    kind: ItemKind = ""
    """Whether the item is for information, discussion or decision; "" where nothing says."""
    minutes: int | None = None
    """Minutes of time set aside for it."""
    clock: ClockTime | None = None
    """When it begins, by the agenda's clock."""
    presenters: tuple[str, ...] = ()
    """Those who present it."""
    case: str = ""
    """Registry number (diarienummer)."""
    origin: Origin | None = None
    """Where a carried-over item comes from."""
    text: str = ""
    """The running text, in Markdown."""
    decisions: tuple[Decision, ...] = ()
    """What was decided."""
    actions: tuple[Action, ...] = ()
    """What is to be done."""
    state: ItemState = "handled"
    """Handled, postponed or withdrawn."""
    carried_to: CarryOver | None = None
    """Where a postponed item goes."""
    items: tuple[AgendaItem, ...] = ()
    """Sub-items, in order."""
    attachments: tuple[Attachment, ...] = ()
    """Documents that belong to the item."""
    recusals: tuple[Recusal, ...] = ()
    """Those who take no part because of a conflict of interest (jäv)."""
    movements: tuple[Movement, ...] = ()
    """Those who come or leave while it is dealt with."""
    adjournments: tuple[Adjournment, ...] = ()
    """Pauses in the meeting."""
    motions: tuple[Motion, ...] = ()
    """What was moved (yrkanden)."""
    proposition: str = ""
    """In which order the chair put the motions (propositionsordning)."""
    votes: tuple[Vote, ...] = ()
    """Votes taken."""
    reservations: tuple[Reservation, ...] = ()
    """Reservations against the decision."""
    minutes_notes: tuple[MinutesNote, ...] = ()
    """Notes taken into the minutes."""
    recipients: tuple[str, ...] = ()
    """Those whom the decision is sent to."""
    at_once: bool = False
    """Whether the item is verified at once (omedelbar justering)."""
    secrecy: str = ""
    """Why the item is not public, as a section of law; "" for a public item."""


def in_reading_order(items: Sequence[AgendaItem]) -> Iterator[AgendaItem]:
    """The items, each followed by its sub-items."""
    for item in items:
        yield item
        yield from in_reading_order(item.items)
