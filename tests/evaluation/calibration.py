"""What the reader says of its own sureness → how often it is right when it says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protokollant import Reading
from protokollant.model import AgendaItem, Record
from protokollant.source import LIKELY, SURE

from .answer import Answer
from .score import VALUES, Score

BANDS = {"säkert": (SURE, 1.01), "troligt": (LIKELY, SURE), "osäkert": (0.0, LIKELY)}


@dataclass(frozen=True, slots=True)
class Belief:
    """A value that was found: how sure the reader was, by which rule, and whether it is right."""

    field: str
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How sure the reader was of some values on the whole, and how many of them are right."""

    count: int
    right: int
    stated: float

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.count


def beliefs(reading: Reading, gold: Answer, score: Score) -> tuple[Belief, ...]:
    """Every value found that the gold judges and that was read from some text."""
    wrong = Counter((d.field, d.found) for d in score.differences if d.found)
    found = []
    for field, text, record, path in _values(reading, gold):
        source = record.source_of(path)
        if not text or source is None:
            continue
        is_wrong = wrong[field, text] > 0
        wrong[field, text] -= is_wrong
        found.append(Belief(field, source.rules[0], source.confidence, not is_wrong))
    return tuple(found)


def outcome(some: Sequence[Belief]) -> Outcome | None:
    """What became of some beliefs; None when there are none."""
    if not some:
        return None
    return Outcome(
        len(some), sum(b.right for b in some), sum(b.confidence for b in some) / len(some)
    )


def by_band(some: Iterable[Belief]) -> dict[str, Outcome | None]:
    """The outcome of each band of confidence."""
    listed = list(some)
    return {
        name: outcome([b for b in listed if low <= b.confidence < high])
        for name, (low, high) in BANDS.items()
    }


def by_rule(some: Iterable[Belief]) -> dict[str, Outcome]:
    """The outcome of each rule, those that differ most from what they say first."""
    groups: dict[str, list[Belief]] = {}
    for one in some:
        groups.setdefault(f"{one.field}: {one.rule}", []).append(one)
    outcomes = {rule: found for rule, group in groups.items() if (found := outcome(group))}
    return dict(sorted(outcomes.items(), key=lambda pair: -abs(pair[1].stated - pair[1].share)))


def _values(reading: Reading, gold: Answer) -> Iterator[tuple[str, str, Record, str]]:
    """Field, text as it is scored, and the record and path that tell where it was read."""
    meeting = reading.meeting
    clock = {"start": meeting.start, "end": meeting.end}
    day = meeting.next_meeting.date if meeting.next_meeting else None
    for field in VALUES:
        value = getattr(meeting, field)
        text = str(value or "")
        if field in clock:
            text = f"{value:%H:%M}" if value else ""
        elif field == "next_meeting":
            text = day.isoformat() if day else ""
        yield field, text, meeting, field
    for person in meeting.participants:
        yield "participants", person.name, person, ""
    for item in meeting.items:
        yield "items", item.title, item, "title"
    for item in _with_sub_items(meeting.items):
        yield from (("decisions", one.text, one, "") for one in item.decisions)
        if gold.tasks is not None:
            yield from (("actions", one.what, one, "") for one in item.actions)


def _with_sub_items(items: Sequence[AgendaItem]) -> Iterator[AgendaItem]:
    for item in items:
        yield item
        yield from _with_sub_items(item.items)
