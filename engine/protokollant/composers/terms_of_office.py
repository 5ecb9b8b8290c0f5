"""The register's first and last days → who joined and left during a year, and for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from protokollant.composers.likeness import same_person
from protokollant.model import Participant, Statement
from protokollant.swedish import format_date, sort_key


def registered_changes(members: Sequence[Participant], year: int) -> tuple[Statement, ...]:
    """Who joined and who left that year by the register, by date."""
    found: list[tuple[dt.date, tuple[object, ...], str]] = []
    for member in members:
        key = sort_key(member.name)
        found += [(day, key, text) for day, text in _told(member, members) if day.year == year]
    return tuple(Statement(text=text) for *_, text in sorted(found))


def told_of(members: Sequence[Participant], year: int, name: str) -> bool:
    """Whether the register itself tells that the person joined or left that year."""
    days = (
        day
        for member in members
        if same_person(member.name, name)
        for day in (member.since, member.until)
    )
    return any(day and day.year == year for day in days)


def _told(member: Participant, members: Sequence[Participant]) -> Iterator[tuple[dt.date, str]]:
    if member.since:
        after = _replaced(member, members)
        instead = f" och ersatte {after}" if after else ""
        yield member.since, f"{member.name} tillträdde den {format_date(member.since)}{instead}."
    if member.until:
        yield member.until, f"{member.name} lämnade uppdraget den {format_date(member.until)}."


def _replaced(member: Participant, members: Sequence[Participant]) -> str:
    """Whom a new member came after, where that one has left; a deputy serves for one who stays."""
    left = (m for m in members if m.until and member.since and m.until <= member.since)
    named = next((m for m in left if same_person(m.name, member.replaces)), None)
    return named.name if named and member.replaces else ""
