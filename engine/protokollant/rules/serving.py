"""Attendance, comings and goings, jäv → who serves at each item.

A member who is present serves; so does a deputy who serves for somebody, or has come in for one.
Somebody who leaves during an item doesn't serve at it; somebody who comes does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protokollant.model import AgendaItem, Movement, Participant
from protokollant.rules.case import Case, has_seat, plain

_RANGE = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?")
_FROM = re.compile(r"\b(?:fr\.?\s?o\.?\s?m\.?|från)", re.I)
_UNTIL = re.compile(r"\b(?:t\.?\s?o\.?\s?m\.?|till)", re.I)


@dataclass(frozen=True, slots=True)
class Serving:
    """Who serves at one item, by plain name; `present` are all who are in the room."""

    item: AgendaItem
    index: int
    names: frozenset[str]
    present: frozenset[str]


def is_known(case: Case) -> bool:
    """Whether the attendance list tells who was there."""
    return any(person.status == "present" for person in case.meeting.participants)


def serving(case: Case) -> tuple[Serving, ...]:
    """Who serves at each item; () where the list does not tell who was there."""
    if not is_known(case):
        return ()
    here = at_start(case)
    seated = {plain(p.name) for p in case.meeting.participants if _serves(p)} & here
    instead_of: dict[str, str] = {}
    found = []
    for index, item in case.items():
        for one in item.movements:
            _move(case, one, here, seated, instead_of)
        names = _without_recused(
            item, {name for name in seated if _attends(case, name, item)}, here
        )
        found.append(Serving(item, index, frozenset(names), frozenset(here)))
    return tuple(found)


def _without_recused(item: AgendaItem, names: set[str], here: set[str]) -> set[str]:
    """Those who serve when the disqualified step aside, each for a deputy who is there."""
    out = {plain(one.name) for one in item.recusals}
    left = names - out
    for name in dict.fromkeys(plain(one.name) for one in item.recusals):
        deputies = [plain(o.replaced_by) for o in item.recusals if plain(o.name) == name]
        free = [deputy for deputy in deputies if deputy in here - left - out]
        if name in names and free:
            left.add(free[0])
    return left


def at_start(case: Case) -> set[str]:
    """Those who are there when the meeting begins: not those whose first move is to come."""
    here = {plain(p.name) for p in case.meeting.participants if p.status == "present"}
    first: dict[str, str] = {}
    for _, item in case.items():
        for one in item.movements:
            first.setdefault(plain(one.name), one.direction)
    return {name for name in here if first.get(name) != "arrives"}


def _serves(person: Participant) -> bool:
    if has_seat(person):
        return True
    return "deputy" in person.roles and bool(person.replaces or "tjänst" in person.group.lower())


def _move(
    case: Case, one: Movement, here: set[str], seated: set[str], instead_of: dict[str, str]
) -> None:
    """Let the person come or go. Who comes back takes the seat back from the deputy."""
    name, deputy = plain(one.name), plain(one.deputy)
    person = case.person(one.name)
    if one.direction == "arrives":
        here.add(name)
        if person is not None and _serves(person):
            seated.add(name)
        seated -= {deputy, instead_of.pop(name, "")}
        return
    here.discard(name)
    was_serving = name in seated
    seated.discard(name)
    if deputy and was_serving and deputy in here - seated:
        seated.add(deputy)
        instead_of[name] = deputy


def _attends(case: Case, name: str, item: AgendaItem) -> bool:
    """Whether the list says that the person took part in the item: "§§ 12–19"."""
    person = case.person(name)
    scope = person.scope if person else ""
    if not scope or not item.number.isdecimal():
        return True
    numbers = [(int(a), int(b or a)) for a, b in _RANGE.findall(scope)]
    number = int(item.number)
    if not numbers:
        return True
    if len(numbers) == 1 and numbers[0][0] == numbers[0][1]:
        if _FROM.search(scope):
            return number >= numbers[0][0]
        if _UNTIL.search(scope):
            return number <= numbers[0][0]
    return any(first <= number <= last for first, last in numbers)
