"""A year's attendance lists → one row a person, and who joined and left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from protokollant.composers.likeness import same_person
from protokollant.model import (
    AttendanceRow,
    Meeting,
    OrganisationRow,
    Origin,
    Participant,
    Statement,
    Status,
)
from protokollant.swedish import fold, format_date, sort_key

# From so many lists on, a list without a name says something.
_ENOUGH_LISTS = 3

# Lists leave out these when they don't come, so that nothing follows from their absence.
_MAY_BE_LEFT_OUT = frozenset(("guest", "deputy"))


@dataclass(slots=True)
class _Person:
    """One person's entries, by the index of the meeting."""

    spellings: set[str]
    entries: dict[int, Participant] = field(default_factory=dict)


def attendance_rows(meetings: Sequence[Meeting]) -> tuple[AttendanceRow, ...]:
    """A row for everybody on the lists, in Swedish alphabetical order.

    Near-equal names are one person, except where one list has both.
    """
    rows = [_row(person, len(meetings)) for person in _persons(meetings)]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def organisation_rows(rows: Sequence[AttendanceRow]) -> tuple[OrganisationRow, ...]:
    """A row for every principal that the lists name, in Swedish alphabetical order."""
    groups: dict[str, list[AttendanceRow]] = {}
    for row in rows:
        if row.organisation:
            groups.setdefault(fold(row.organisation), []).append(row)
    found = (_organisation_row(group) for group in groups.values())
    return tuple(sorted(found, key=lambda row: sort_key(row.organisation)))


def _organisation_row(group: Sequence[AttendanceRow]) -> OrganisationRow:
    marks = [mark for row in group for mark in row.marks]
    return OrganisationRow(
        organisation=group[0].organisation,
        people=len(group),
        present=marks.count("present"),
        known=marks.count("present") + marks.count("absent"),
    )


def changes(
    meetings: Sequence[Meeting], *, leave_out: Callable[[str], bool] = lambda name: False
) -> tuple[Statement, ...]:
    """Who is on the lists only from a later meeting on, and who no longer is, by date.

    Tells nothing of guests and deputies, whom a list may leave out, nor of a year with fewer than
    three lists; someone who comes and goes has neither joined nor left. `leave_out` is asked by
    name of those whose changes are told otherwise.
    """
    listed = [n for n, meeting in enumerate(meetings) if meeting.participants]
    if len(listed) < _ENOUGH_LISTS:
        return ()
    found: list[tuple[int, tuple[object, ...], Statement]] = []
    for person in _persons(meetings):
        name = _name(person)
        if leave_out(name):
            continue
        for n, text in _change(person, name, listed, meetings):
            statement = Statement(text=text, origins=(Origin(date=meetings[n].date),))
            found.append((n, sort_key(name), statement))
    return tuple(statement for *_, statement in sorted(found, key=lambda one: one[:2]))


def _persons(meetings: Sequence[Meeting]) -> list[_Person]:
    apart = {
        frozenset((fold(one.name), fold(other.name)))
        for meeting in meetings
        for one, other in combinations(meeting.participants, 2)
    }
    persons: list[_Person] = []
    for n, meeting in enumerate(meetings):
        for participant in meeting.participants:
            spelling = fold(participant.name)
            person = _known(participant.name, n, persons, apart)
            if person is None:
                person = _Person({spelling})
                persons.append(person)
            person.spellings.add(spelling)
            person.entries[n] = participant
    return persons


def _known(
    name: str, n: int, persons: Sequence[_Person], apart: set[frozenset[str]]
) -> _Person | None:
    """The person whose name this is: so written before, else written nearly so."""
    spelling = fold(name)
    free = [person for person in persons if n not in person.entries]
    for person in free:
        if spelling in person.spellings:
            return person
    for person in free:
        told_apart = any(frozenset((spelling, other)) in apart for other in person.spellings)
        if not told_apart and any(same_person(name, p.name) for p in person.entries.values()):
            return person
    return None


def _row(person: _Person, meetings: int) -> AttendanceRow:
    entries = [person.entries[n] for n in sorted(person.entries)]
    marks: list[Status | None] = [
        person.entries[n].status if n in person.entries else None for n in range(meetings)
    ]
    return AttendanceRow(
        name=_name(person),
        organisation=_last_told(entry.organisation for entry in entries),
        title=_last_told(entry.title for entry in entries),
        party=_last_told(entry.party for entry in entries),
        roles=tuple(dict.fromkeys(role for entry in entries for role in entry.roles)),
        marks=tuple(marks),
        present=marks.count("present"),
        listed=len(entries),
    )


def _name(person: _Person) -> str:
    """The most frequent spelling; of several, the first."""
    return Counter(person.entries[n].name for n in sorted(person.entries)).most_common(1)[0][0]


def _last_told(values: Iterator[str]) -> str:
    return next((value for value in reversed(list(values)) if value), "")


def _change(
    person: _Person, name: str, listed: Sequence[int], meetings: Sequence[Meeting]
) -> Iterator[tuple[int, str]]:
    """The person's joining and leaving: which meeting shows it, and the sentence."""
    roles = {role for entry in person.entries.values() for role in entry.roles}
    roles_told = any(p.roles for n in listed for p in meetings[n].participants)
    if roles_told and roles <= _MAY_BE_LEFT_OUT:
        return
    on = [n for n in listed if n in person.entries]
    if len(on) < 2 or on != [n for n in listed if on[0] <= n <= on[-1]]:
        return
    if on[0] != listed[0]:
        yield on[0], f"{name} är med på närvarolistan från och med {_day(meetings[on[0]])}."
    if on[-1] != listed[-1]:
        yield on[-1], f"{name} är med på närvarolistan till och med {_day(meetings[on[-1]])}."


def _day(meeting: Meeting) -> str:
    return f"mötet den {format_date(meeting.date)}" if meeting.date else "ett möte"
