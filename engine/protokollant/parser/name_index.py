"""Participants → those whom a name or a text names, however many there are.

A list may hold tens of thousands of names, and as many sentences may speak of them: nothing here
goes through the whole list for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from protokollant.parser.person_entry import Person
from protokollant.swedish import edit_distance, fold, near_equal, near_keys

_MISREAD = 3  # letters of a name that a scanner may get wrong
_WORD = re.compile(r"\w+")
_MOST_WORDS = 8  # in a name, each side of a hyphen for itself


class NameIndex:
    """People by name, in the order they were added."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._people: list[Person] = []
        self._by_fold: dict[str, Person] = {}
        self._by_folded_first: dict[str, list[Person]] = {}
        self._by_near_key = _Places(lambda person: near_keys(person.name))
        self._by_whole = _Places(lambda person: [_outermost(person.name)])
        self._by_first = _Places(lambda person: map(_outermost, person.name.split()[:1]))
        self._by_last = _Places(lambda person: map(_outermost, person.name.split()[-1:]))
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Add a person at the end."""
        folded = fold(person.name)
        self._people.append(person)
        self._by_fold.setdefault(folded, person)
        for first in folded.split()[:1]:
            self._by_folded_first.setdefault(first, []).append(person)

    def find(self, name: str) -> Person | None:
        """The person of that name, however it is spelt; by first name when only one has it."""
        wanted = fold(name)
        if same := self._by_fold.get(wanted):
            return same
        if near := next(self.near(name), None):
            return near
        first = self._by_folded_first.get(wanted, [])
        return first[0] if len(first) == 1 else None

    def near(self, name: str) -> Iterator[Person]:
        """Those whose name is spelt otherwise but is likely the same, in order."""
        held = self._by_near_key.of(self._people)
        for place in sorted({place for key in near_keys(name) for place in held.get(key, ())}):
            if near_equal(self._people[place].name, name):
                yield self._people[place]

    def resembles(self, name: str) -> bool:
        """Whether somebody's name is so like this one that a scanner may have misread it."""
        wanted = fold(name)
        limit = min(len(wanted) // 4, _MISREAD)
        return any(edit_distance(known, wanted, limit) <= limit for known in self._by_fold)

    def named_in(self, text: str) -> list[Person]:
        """Those whose whole name the text holds, in a genitive too, in order."""
        held = self._by_whole.of(self._people)
        found: set[int] = set()
        for stretch in _stretches(text):
            found.update(held.get(stretch, ()))
            if stretch.endswith("s"):
                found.update(held.get(stretch[:-1], ()))
        return [self._people[place] for place in sorted(found)]

    def first_named_in(self, text: str) -> list[Person]:
        """Those whose first name the text holds and nobody else on the list has, in order."""
        return self._alone_in(text, self._by_first)

    def last_named_in(self, text: str) -> list[Person]:
        """Those whose surname the text holds and nobody else on the list has, in order."""
        return self._alone_in(text, self._by_last)

    def _alone_in(self, text: str, names: _Places) -> list[Person]:
        held = names.of(self._people)
        places = (held.get(stretch, ()) for stretch in set(_stretches(text)))
        return [self._people[i] for i in sorted(has[0] for has in places if len(has) == 1)]


class _Places:
    """Key → places in a list that grows, of those that have the key; built when first asked."""

    def __init__(self, keys_of: Callable[[Person], Iterable[str]]) -> None:
        self._keys_of = keys_of
        self._held: dict[str, list[int]] = {}
        self._seen = 0

    def of(self, people: Sequence[Person]) -> Mapping[str, Sequence[int]]:
        for place in range(self._seen, len(people)):
            for key in self._keys_of(people[place]):
                self._held.setdefault(key, []).append(place)
        self._seen = len(people)
        return self._held


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
