"""What a rule looks at, and what it says: a meeting with its organ and the year around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from protokollant.model import AgendaItem, Attachment, Body, Meeting, Participant, Profile
from protokollant.swedish import fold, without_party


@dataclass(frozen=True, slots=True)
class Case:
    """A meeting under its profile's rules; `others` are the organ's other meetings, by date."""

    meeting: Meeting
    profile: Profile
    body: Body | None = None
    others: tuple[Meeting, ...] = ()

    def person(self, name: str) -> Participant | None:
        """The participant of that name, party letters aside."""
        wanted = plain(name)
        return next((p for p in self.meeting.participants if plain(p.name) == wanted), None)

    def items(self) -> Iterator[tuple[int, AgendaItem]]:
        """The items with their places."""
        yield from enumerate(self.meeting.items)

    def attachments(self) -> Iterator[tuple[str, Attachment]]:
        """The meeting's and its items' attachments, each with its path."""
        for i, attachment in enumerate(self.meeting.attachments):
            yield f"attachments[{i}]", attachment
        for index, item in enumerate(self.meeting.items):
            yield from _attachments(item, f"items[{index}]")


def _attachments(item: AgendaItem, path: str) -> Iterator[tuple[str, Attachment]]:
    for i, attachment in enumerate(item.attachments):
        yield f"{path}.attachments[{i}]", attachment
    for i, part in enumerate(item.items):
        yield from _attachments(part, f"{path}.items[{i}]")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that breaks a rule: what, what to do, and the value's path in the meeting."""

    message: str
    remedy: str
    path: str = ""
    source: str = ""


Check = Callable[[Case], Iterable[Remark]]

MEMBER_ROLES = frozenset({"chair", "vice_chair", "member"})
"""Roles that have a seat; a deputy serves only for somebody."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check, the profiles it holds for, and where it is laid down."""

    check: Check
    profiles: frozenset[str]
    source: str = ""


def plain(name: str) -> str:
    """A name as it is compared: without party letters, case and accents' forms."""
    return fold(without_party(name))


def same(one: str, other: str) -> bool:
    """Whether two names are the same person's."""
    return plain(one) == plain(other)


def has_seat(person: Participant) -> bool:
    """Whether the person is a member of the organ, not a deputy, guest or official."""
    return bool(MEMBER_ROLES & set(person.roles)) and "deputy" not in person.roles


def shown(day: dt.date) -> str:
    """A day in a message."""
    return day.isoformat()
