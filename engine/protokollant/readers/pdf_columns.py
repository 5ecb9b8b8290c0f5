"""Lines that stand in columns without drawn lines → the rows of the form that they are.

Labels stand below each other to the left, and to the right of each its value, whose further lines
begin where the value began: the first page of municipal minutes, the head of a summons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protokollant.readers.pdf_rules import Band
from protokollant.readers.pdf_words import COLUMN_GAP, Word

_ALIGNED = 5.0
_FARTHEST = 4.5  # letter heights between lines of one form
_LABEL = re.compile(r"[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]{2}.{0,37}")


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words of a line that stand together."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A line in its segments."""

    segments: tuple[_Segment, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left


def form_bands(lines: Sequence[Sequence[Word]]) -> list[Band]:
    """The rows of forms among the lines, those whose values go over more than one line."""
    parted = [_parted(line) for line in lines]
    right = max((word.right for line in lines for word in line), default=0.0) + 2
    bands: list[Band] = []
    at = 0
    while at < len(parted):
        end = _end_of_form(parted, at)
        bands += _bands(parted[at:end], right)
        at = max(end, at + 1)
    return bands


def _parted(line: Sequence[Word]) -> _Line:
    groups: list[list[Word]] = []
    for word in line:
        if groups and word.left - groups[-1][-1].right <= COLUMN_GAP * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    segments = tuple(
        _Segment(" ".join(word.text for word in group), group[0].left, group[-1].right)
        for group in groups
    )
    return _Line(segments, line[0].base, max(word.size for word in line))


def _is_labelled(line: _Line) -> bool:
    return len(line.segments) > 1 and _LABEL.fullmatch(line.segments[0].text) is not None


def _end_of_form(lines: Sequence[_Line], start: int) -> int:
    """Where the form that begins at `start` ends; `start` when none does."""
    first = lines[start]
    if not _is_labelled(first):
        return start
    column = first.segments[1].left
    at = start + 1
    while at < len(lines) and _is_within(lines[at - 1], lines[at], first.left, column):
        at += 1
    begun = sum(_is_labelled(line) and _near(line.left, first.left) for line in lines[start:at])
    return (
        at
        if begun > 1 and any(line.left > column - _ALIGNED for line in lines[start:at])
        else start
    )


def _is_within(above: _Line, line: _Line, label: float, column: float) -> bool:
    if above.base - line.base > _FARTHEST * line.size:
        return False
    if not _near(line.left, label):
        return line.left > column - _ALIGNED
    if len(line.segments) > 1:
        return (
            _near(line.segments[1].left, column)
            and _LABEL.fullmatch(line.segments[0].text) is not None
        )
    return line.segments[0].right < column - line.size


def _near(one: float, other: float) -> bool:
    return abs(one - other) < _ALIGNED


def _bands(lines: Sequence[_Line], right: float) -> Iterator[Band]:
    """The rows that have several lines: from a label's line down to the next label's."""
    if not lines:
        return
    columns = _columns(lines)
    starts = [i for i, line in enumerate(lines) if _begins_row(line, lines[0].left)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        row = lines[start:end]
        if len(row) < 2 or not all(_keeps_to(line, columns) for line in row):
            continue
        edges = (lines[0].left - 2, *(column - 2 for column in columns[1:]), right)
        yield Band(row[0].base + row[0].size, row[-1].base - 1, edges)


def _begins_row(line: _Line, label: float) -> bool:
    return _near(line.left, label) and not line.segments[0].text[:1].islower()


def _columns(lines: Sequence[_Line]) -> list[float]:
    """Where columns begin: at the labels, and wherever two or more lines begin something."""
    found = [lines[0].left]
    places = sorted(segment.left for line in lines for segment in line.segments)
    for place in places:
        alike = sum(_near(place, other) for other in places)
        if alike > 1 and place - found[-1] > _ALIGNED:
            found.append(place)
    return found


def _keeps_to(line: _Line, columns: Sequence[float]) -> bool:
    return all(any(_near(segment.left, one) for one in columns) for segment in line.segments)
