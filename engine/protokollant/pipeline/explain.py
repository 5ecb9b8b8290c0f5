"""A reading → every line of its source with what became of it, and why.

The account is the reading's own: `sources`, `removed`, `unplaced` and `warnings`, turned from
"what gave this value" to "what became of this line".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from protokollant import phrases
from protokollant.model import Source
from protokollant.parser import rule_in_words
from protokollant.source import LIKELY, SURE, Doubt, Kept, Line, Reading

Fate = Literal["sure", "likely", "guessed", "removed", "unplaced", "blank"]
"""What became of a line, or of a stretch of it; of a line the one most worth a look."""


@dataclass(frozen=True, slots=True)
class Use:
    """What became of some of a line's words: the value they gave, or why they gave none."""

    fate: Fate
    text: str
    field: str = ""
    place: str = ""
    rule: str = ""
    why: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """One line of the source with its uses and its doubts."""

    line: Line
    uses: tuple[Use, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def fate(self) -> Fate:
        """The one of its uses' fates that is most worth a look."""
        fates = {use.fate for use in self.uses}
        return next((fate for fate in _WORST_FIRST if fate in fates), "blank")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A whole document: its lines, and the doubts that concern no line of it."""

    file: str
    lines: tuple[Explained, ...]
    doubts: tuple[str, ...] = ()

    @property
    def summary(self) -> dict[str, int]:
        """How many lines met each fate, and how many doubts there are."""
        fates = [one.fate for one in self.lines]
        counts = {"lines": len(fates)}
        for fate in FATES:
            counts[fate] = fates.count(fate)
        counts["doubts"] = len(self.doubts) + sum(len(one.doubts) for one in self.lines)
        return counts


FATES: dict[Fate, str] = {
    "sure": "placerad, säkert",
    "likely": "placerad, troligen rätt",
    "guessed": "placerad, osäkert: se efter",
    "removed": "hör till sidan, inte till mötet",
    "unplaced": "kunde inte placeras",
    "blank": "tom rad, eller bara streck",
}
"""Each fate in Swedish, in the order of the legend."""

_WORST_FIRST: tuple[Fate, ...] = ("unplaced", "guessed", "likely", "sure", "removed")


def explain(reading: Reading, file: str = "") -> Explanation:
    """What became of every line of the document."""
    used = _by_line(reading.sources)
    removed, unplaced = _by_line(reading.removed), _by_line(reading.unplaced)
    doubts = _by_line(reading.warnings)
    known = {line.number for line in reading.lines}
    lines = tuple(
        Explained(
            line,
            (
                *_placed(reading, used.get(line.number, [])),
                *(Use("removed", k.text, why=k.reason) for k in removed.get(line.number, ())),
                *(Use("unplaced", k.text) for k in unplaced.get(line.number, ())),
            ),
            tuple(doubt.message for doubt in doubts.get(line.number, ())),
        )
        for line in reading.lines
    )
    loose = (d.message for d in reading.warnings if d.line not in known)
    return Explanation(file, lines, tuple(loose))


def explanation_as_json(explanation: Explanation) -> dict[str, Any]:
    """The explanation as one JSON object."""
    return {
        "file": explanation.file,
        "lines": [_line_as_json(one) for one in explanation.lines],
        "doubts": list(explanation.doubts),
        "summary": explanation.summary,
    }


def _line_as_json(one: Explained) -> dict[str, Any]:
    return {
        "line": one.line.number,
        "page": one.line.page,
        "text": one.line.text,
        "fate": one.fate,
        "sources": [
            {
                "field": use.field,
                "place": use.place,
                "rule": use.rule,
                "rule_in_words": use.why,
                "confidence": use.confidence,
                "text": use.text,
            }
            for use in one.uses
            if use.confidence is not None
        ],
        "removed": [{"text": u.text, "reason": u.why} for u in one.uses if u.fate == "removed"],
        "unplaced": [use.text for use in one.uses if use.fate == "unplaced"],
        "doubts": list(one.doubts),
    }


def _placed(reading: Reading, sources: Iterable[Source]) -> list[Use]:
    """One use for each value and rule; words that only name a value tell nothing beside it."""
    merged: dict[tuple[str, str], Source] = {}
    texts: dict[tuple[str, str], list[str]] = {}
    for one in sources:
        merged.setdefault((one.field, one.rule), one)
        texts.setdefault((one.field, one.rule), []).append(one.text)
    fields = [key for key in merged if key[0]] or list(merged)
    return [_use(reading, merged[key], " ".join(texts[key])) for key in fields]


def _use(reading: Reading, source: Source, text: str) -> Use:
    sure = source.confidence
    return Use(
        "sure" if sure >= SURE else "likely" if sure >= LIKELY else "guessed",
        text,
        source.field,
        phrases.place(reading.meeting, source.field) if source.field else "pekar ut ett värde",
        source.rule,
        rule_in_words(source.rule),
        round(sure, 2),
    )


Placed = TypeVar("Placed", Source, Kept, Doubt)


def _by_line(found: Iterable[Placed]) -> dict[int | None, list[Placed]]:
    """What was found, by the line it concerns."""
    by_line: dict[int | None, list[Placed]] = {}
    for one in found:
        by_line.setdefault(one.line, []).append(one)
    return by_line
