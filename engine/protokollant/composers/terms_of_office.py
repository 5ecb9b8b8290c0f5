"""The register's first and last days → who joined and left during a year, and for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from protokollant.composers.likeness import same_person
from protokollant.model import Participant, Statement
from protokollant.swedish import ROLE_NAMES, format_date, join_list, sort_key

_Told = tuple[dt.date, str]


_MANY = 3
"""So many who come or go the same day are told in one sentence: a new term begins or ends."""


def registered_changes(members: Sequence[Participant], year: int) -> tuple[Statement, ...]:
    """Who joined, who left and who changed roles that year by the register, by date."""
    left = [m for m in members if m.until and not _later(m, members)]
    new = [m for m in members if m.since and not _earlier(m, members)]
    told = [
        *_ended(_by_day(left, "until", year)),
        *_begun(_by_day(new, "since", year), members),
        *_changed([m for m in members if m.since and m.since.year == year], members),
    ]
    return tuple(Statement(text=text) for _, text in sorted(told, key=lambda one: one[0]))


def told_of(members: Sequence[Participant], year: int, name: str) -> bool:
    """Whether the register itself tells that the person joined or left that year."""
    days = (
        day
        for member in members
        if same_person(member.name, name)
        for day in (member.since, member.until)
    )
    return any(day and day.year == year for day in days)


def _by_day(
    members: Sequence[Participant], name: str, year: int
) -> dict[dt.date, list[Participant]]:
    """Those whose day of that name is in the year, by day, each day's by name."""
    found: dict[dt.date, list[Participant]] = {}
    for member in sorted(members, key=lambda m: sort_key(m.name)):
        day = getattr(member, name)
        if day.year == year:
            found.setdefault(day, []).append(member)
    return found


def _ended(by_day: Mapping[dt.date, Sequence[Participant]]) -> Iterator[_Told]:
    for day, left in by_day.items():
        if len(left) >= _MANY:
            names = join_list(m.name for m in left)
            yield day, f"Mandattiden går ut den {format_date(day)} för {names}."
        else:
            yield from ((day, f"{m.name} lämnade uppdraget den {format_date(day)}.") for m in left)


def _begun(
    by_day: Mapping[dt.date, Sequence[Participant]], members: Sequence[Participant]
) -> Iterator[_Told]:
    for day, new in by_day.items():
        together = [m for m in new if not _replaced(m, members)]
        if len(together) >= _MANY:
            yield day, f"Den {format_date(day)} tillträdde {join_list(m.name for m in together)}."
            new = [m for m in new if m not in together]
        for member in new:
            after = _replaced(member, members)
            instead = f" och ersatte {after}" if after else ""
            yield day, f"{member.name} tillträdde den {format_date(day)}{instead}."


def _changed(new: Sequence[Participant], members: Sequence[Participant]) -> Iterator[_Told]:
    """Those who went on in another role."""
    for member in new:
        before = _earlier(member, members)
        roles = [ROLE_NAMES[role][0] for role in member.roles]
        if member.since and before and roles and before.roles != member.roles:
            yield (
                member.since,
                (f"{member.name} blev {join_list(roles)} den {format_date(member.since)}."),
            )


def _later(member: Participant, members: Sequence[Participant]) -> Participant | None:
    """The row in which the person goes on the day after this one's last."""
    return next((m for m in members if _goes_on(member, m)), None)


def _earlier(member: Participant, members: Sequence[Participant]) -> Participant | None:
    """The row of the same person that ended the day before this one's first."""
    return next((m for m in members if _goes_on(m, member)), None)


def _goes_on(one: Participant, other: Participant) -> bool:
    if one is other or not one.until or not other.since or not same_person(one.name, other.name):
        return False
    return dt.timedelta(0) <= other.since - one.until <= dt.timedelta(days=1)


def _replaced(member: Participant, members: Sequence[Participant]) -> str:
    """Whom a new member came after, where that one has left; a deputy serves for one who stays."""
    left = (m for m in members if m.until and member.since and m.until <= member.since)
    named = next((m for m in left if same_person(m.name, member.replaces)), None)
    return named.name if named and member.replaces else ""
