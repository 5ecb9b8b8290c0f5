"""The right answer and the found one → a tally for each field, and every difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .answer import Answer, Item, Person, Task
from .likeness import folded, pairs, text_likeness, title_likeness

Fault = Literal["wrong", "missed", "invented"]
Outcome = Literal["right", "empty", "wrong", "missed", "invented"]

VALUES = ("date", "start", "end", "place", "body", "kind", "next_meeting")
LISTS = ("participants", "items", "numbered_items", "decisions", "actions")
FIELDS = (
    *VALUES[:6],
    "participants", "status", "role", "organisation",
    "items", "numbered_items",
    "decisions",
    "actions", "who", "due",
    "next_meeting",
)  # fmt: skip

# The gold leaves out who was elected to check the minutes, so finding it is no fault.
_ADJUSTER_ELECTED = re.compile(r"\b(?:välj|vald|valt|utse|utså)\w*\b.*\bjuster|\bjuster.*\bvald")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values of a field are right (`empty`: rightly left out), and how the rest fail."""

    right: int = 0
    empty: int = 0
    wrong: int = 0
    missed: int = 0
    invented: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.empty + other.empty,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.invented + other.invented,
        )

    @property
    def faults(self) -> int:
        """How many values are not right."""
        return self.wrong + self.missed + self.invented

    @property
    def share(self) -> float | None:
        """The share of values that are right, the rightly empty among them."""
        return _ratio(self.right + self.empty, self.right + self.empty + self.faults)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return _ratio(self.right, self.right + self.wrong + self.invented)

    @property
    def recall(self) -> float | None:
        """The share of what there is that was rightly found."""
        return _ratio(self.right, self.right + self.wrong + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        found_and_there = 2 * (self.right + self.wrong) + self.missed + self.invented
        return _ratio(2 * self.right, found_and_there)


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not right; `of` is the person or task it belongs to."""

    field: str
    fault: Fault
    gold: str = ""
    found: str = ""
    of: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A document's tallies by field, and its differences in the order of the fields."""

    tallies: Mapping[str, Tally]
    differences: tuple[Difference, ...] = ()

    @property
    def faults(self) -> int:
        """How many values are not right; a wrong number counts once."""
        return len(self.differences)


Judged = tuple[str, Outcome, Difference | None]


def score(gold: Answer, found: Answer) -> Score:
    """Hold what was found against the gold."""
    judged = [
        *_values(gold, found),
        *_people(gold.people, found.people),
        *_items(gold.items, found),
        *_decisions(gold.decisions, found.decisions),
        *_tasks(gold.tasks, found.tasks or ()),
    ]
    tallies = dict.fromkeys(FIELDS, Tally())
    for field, outcome, _ in judged:
        tallies[field] += Tally(**{outcome: 1})
    return Score(tallies, tuple(difference for *_, difference in judged if difference))


def total(scores: Iterable[Score]) -> dict[str, Tally]:
    """The tallies of many documents together."""
    summed = dict.fromkeys(FIELDS, Tally())
    for one in scores:
        for field, tally in one.tallies.items():
            summed[field] += tally
    return summed


def _values(gold: Answer, found: Answer) -> Iterator[Judged]:
    alike: dict[str, Callable[[str, str], float]] = {"body": title_likeness, "place": text_likeness}
    for field in VALUES:
        yield _one(field, getattr(gold, field), getattr(found, field), alike.get(field, _identical))


def _people(gold: Sequence[Person], found: Sequence[Person]) -> Iterator[Judged]:
    paired = pairs(gold, found, lambda a, b: title_likeness(a.name, b.name))
    yield from _listed("participants", [p.name for p in gold], [p.name for p in found], paired)
    for i, j in paired:
        one, other = gold[i], found[j]
        yield _one("status", one.status, other.status, _identical, one.name)
        yield _one("role", one.role, other.role, _identical, one.name)
        yield _organisation(one, other)


def _organisation(gold: Person, found: Person) -> Judged:
    """Party and work title are right too where the gold has nothing better to call it."""
    said = [text for text in (found.organisation, *found.details) if text]
    near = next((text for text in said if title_likeness(gold.organisation, text)), None)
    shown = near or found.organisation or (said[0] if said and gold.organisation else "")
    return _one("organisation", gold.organisation, shown, title_likeness, gold.name)


def _items(gold: Sequence[Item], found: Answer) -> Iterator[Judged]:
    def alike(one: Item, other: Item) -> float:
        near = title_likeness(one.title, other.title)
        return near + 5 * (one.number == other.number) if near else 0.0

    paired = pairs(gold, found.items, alike)
    titles = [item.title for item in found.items]
    for field, outcome, difference in _listed(
        "items", [item.title for item in gold], titles, paired
    ):
        yield field, outcome, _told_as_sub_item(difference, found.sub_titles)
    same = [(i, j) for i, j in paired if gold[i].number == found.items[j].number]
    for i, j in paired:
        if (i, j) not in same:
            yield _one(
                "numbered_items",
                gold[i].number or "–",
                found.items[j].number or "–",
                _identical,
                gold[i].title,
            )
    yield from (("numbered_items", "right", None) for _ in same)
    yield from (("numbered_items", "missed", None) for _ in range(len(gold) - len(paired)))
    yield from (("numbered_items", "invented", None) for _ in range(len(titles) - len(paired)))


def _told_as_sub_item(difference: Difference | None, subs: Sequence[str]) -> Difference | None:
    if difference is None or difference.fault != "missed":
        return difference
    inside = any(title_likeness(difference.gold, sub) for sub in subs)
    return replace(difference, note="finns som underpunkt") if inside else difference


def _decisions(gold: Sequence[str], found: Sequence[str]) -> Iterator[Judged]:
    paired = pairs(gold, found, text_likeness)
    taken = {j for _, j in paired}
    kept = [
        j
        for j, text in enumerate(found)
        if j in taken or not _ADJUSTER_ELECTED.search(folded(text))
    ]
    renumbered = [(i, kept.index(j)) for i, j in paired]
    yield from _listed("decisions", gold, [found[j] for j in kept], renumbered)


def _tasks(gold: Sequence[Task] | None, found: Sequence[Task]) -> Iterator[Judged]:
    if gold is None:
        return
    paired = pairs(gold, found, lambda a, b: text_likeness(a.what, b.what))
    yield from _listed("actions", [t.what for t in gold], [t.what for t in found], paired)
    for i, j in paired:
        one, other = gold[i], found[j]
        yield _one("who", _names(one.who), _names(other.who), title_likeness, one.what)
        yield _one("due", one.due, other.due, _identical, one.what)


def _names(who: str) -> str:
    """Those who are to do something, in one order however they are listed."""
    return ", ".join(sorted(part.strip() for part in re.split(r",| och ", who) if part.strip()))


def _one(
    field: str, gold: str, found: str, alike: Callable[[str, str], float], of: str = ""
) -> Judged:
    if not gold and not found:
        return field, "empty", None
    if gold and found and alike(gold, found):
        return field, "right", None
    fault: Fault = "wrong" if gold and found else "missed" if gold else "invented"
    return field, fault, Difference(field, fault, gold, found, of)


def _listed(
    field: str, gold: Sequence[str], found: Sequence[str], paired: Sequence[tuple[int, int]]
) -> Iterator[Judged]:
    ours, theirs = {i for i, _ in paired}, {j for _, j in paired}
    yield from ((field, "right", None) for _ in paired)
    for i, text in enumerate(gold):
        if i not in ours:
            yield field, "missed", Difference(field, "missed", gold=text)
    for j, text in enumerate(found):
        if j not in theirs:
            yield field, "invented", Difference(field, "invented", found=text)


def _identical(gold: str, found: str) -> float:
    return float(gold == found)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
