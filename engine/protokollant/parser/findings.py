"""What a rule hands on: a value, the source text it was read from, and how sure the rule is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from protokollant.parser.rows import Row
from protokollant.source import Doubt


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of source text and its line."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A value for a field, and where it was read. `verbatim` values hold their marks' words."""

    field: str
    value: Any
    marks: tuple[Mark, ...]
    rule: str
    confidence: float = 1.0

    @property
    def line(self) -> int:
        """The line it begins on."""
        return self.marks[0].line if self.marks else 0


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a rule, its doubts, and how many rows it used up."""

    findings: tuple[Finding, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    used: int = 1


def mark(row: Row) -> Mark:
    """The whole row as a mark."""
    return Mark(row.number, row.text)


def marks_of(pieces: Iterable[tuple[int, str]]) -> tuple[Mark, ...]:
    """Marks of a block's pieces."""
    return tuple(Mark(line, text) for line, text in pieces)
