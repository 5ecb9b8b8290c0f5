"""Participants → those whom a name or a text names, however many there are.

A list may hold tens of thousands of names, and as many sentences may speak of them: nothing here
goes through the whole list for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from protokollant.parser.person_entry import Person
from protokollant.swedish import fold, near_equal, near_keys

_WORD = re.compile(r"\w+")
_MOST_WORDS = 8  # in a name, each side of a hyphen for itself
_Places = dict[str, list[int]]


class NameIndex:
    """People by name, in the order they were added."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._people: list[Person] = []
        self._by_fold: dict[str, Person] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._near: _Places | None = None
        self._whole: _Places | None = None
        self._firsts: _Places | None = None
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Add a person at the end."""
        folded = fold(person.name)
        self._people.append(person)
        self._by_fold.setdefault(folded, person)
        for first in folded.split()[:1]:
            self._by_first.setdefault(first, []).append(person)
        self._near = self._whole = self._firsts = None

    def find(self, name: str) -> Person | None:
        """The person of that name, however it is spelt; by first name when only one has it."""
        wanted = fold(name)
        if same := self._by_fold.get(wanted):
            return same
        if near := next(self.near(name), None):
            return near
        first = self._by_first.get(wanted, [])
        return first[0] if len(first) == 1 else None

    def near(self, name: str) -> Iterator[Person]:
        """Those whose name is spelt otherwise but is likely the same, in order."""
        if self._near is None:
            self._near = _index(near_keys(person.name) for person in self._people)
        places = chain.from_iterable(self._near.get(key, ()) for key in near_keys(name))
        for place in sorted(set(places)):
            if near_equal(self._people[place].name, name):
                yield self._people[place]

    def named_in(self, text: str) -> list[Person]:
        """Those whose whole name the text holds, in a genitive too, in order."""
        if self._whole is None:
            self._whole = _index([_outermost(person.name)] for person in self._people)
        found: set[int] = set()
        for stretch in _stretches(text):
            found.update(self._whole.get(stretch, ()))
            if stretch.endswith("s"):
                found.update(self._whole.get(stretch[:-1], ()))
        return [self._people[place] for place in sorted(found)]

    def first_named_in(self, text: str) -> list[Person]:
        """Those whose first name the text holds and nobody else on the list has, in order."""
        if self._firsts is None:
            self._firsts = _index(map(_first, self._people))
        holders = (self._firsts.get(stretch, ()) for stretch in set(_stretches(text)))
        return [self._people[i] for i in sorted(held[0] for held in holders if len(held) == 1)]


def _first(person: Person) -> list[str]:
    return [_outermost(word) for word in person.name.split()[:1]]


def _outermost(name: str) -> str:
    """The name from its first word to its last, without signs around them."""
    spans = [match.span() for match in _WORD.finditer(name)]
    return name[spans[0][0] : spans[-1][1]] if spans else ""


def _stretches(text: str) -> Iterator[str]:
    """Every stretch of a few words, from the beginning of a word to the end of one."""
    spans = [match.span() for match in _WORD.finditer(text)]
    for i, (start, _) in enumerate(spans):
        for _, end in spans[i : i + _MOST_WORDS]:
            yield text[start:end]


def _index(keys_of_each: Iterable[Iterable[str]]) -> _Places:
    """Key → places of those that have it, in order."""
    index: _Places = {}
    for place, keys in enumerate(keys_of_each):
        for key in keys:
            index.setdefault(key, []).append(place)
    return index
