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
    here = {plain(p.name) for p in case.meeting.participants if p.status == "present"}
    seated = {plain(p.name) for p in case.meeting.participants if _serves(p)} & here
    for _, item in case.items():
        for one in item.movements:
            if one.direction == "arrives":
                here.discard(plain(one.name))
                seated.discard(plain(one.name))
    found = []
    for index, item in case.items():
        for one in item.movements:
            _move(case, one, here, seated)
        out = {plain(one.name) for one in item.recusals}
        instead = {plain(one.replaced_by) for one in item.recusals if one.replaced_by} & here
        at_item = {name for name in seated if _attends(case, name, item)}
        found.append(Serving(item, index, frozenset((at_item - out) | instead), frozenset(here)))
    return tuple(found)


def _serves(person: Participant) -> bool:
    if has_seat(person):
        return True
    return "deputy" in person.roles and bool(person.replaces or "tjänst" in person.group.lower())


def _move(case: Case, one: Movement, here: set[str], seated: set[str]) -> None:
    name, deputy = plain(one.name), plain(one.deputy)
    person = case.person(one.name)
    if one.direction == "arrives":
        here.add(name)
        if person is not None and _serves(person):
            seated.add(name)
        seated.discard(deputy)
        return
    here.discard(name)
    was_serving = name in seated
    seated.discard(name)
    if deputy and was_serving and deputy in here:
        seated.add(deputy)


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
