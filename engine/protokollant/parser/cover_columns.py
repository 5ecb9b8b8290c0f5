"""A cover page of two columns → rows of label and value, a label over several rows made one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from protokollant.parser.attendance_words import leading_attendance_label
from protokollant.parser.findings import Mark
from protokollant.parser.labels import find_label
from protokollant.parser.rows import Row
from protokollant.swedish import normalise_text

_LEFTMOST = 2  # signs that a label may stand in from the margin
_NEAREST = 8  # signs from the margin at which a column of values may begin
_FEWEST_LABELS = 2
_FEWEST_ROWS = 4
_FILL = re.compile(r"(?:[._…]\s?){4,}")


class Unfolded(NamedTuple):
    """The rows, and the words of labels that were moved up to the row the label begins on."""

    rows: tuple[Row, ...]
    moved: tuple[Mark, ...]


@dataclass(slots=True)
class _Group:
    """A label and its values, as rows: the first holds both."""

    row: Row
    label: str = ""
    values: list[tuple[Row, str]] = field(default_factory=list)


class _Cells(NamedTuple):
    left: str
    right: str


def unfolded(rows: Sequence[Row]) -> Unfolded:
    """The rows of a head whose labels stand in a column of their own, read label by label.

    A value further down without a label of its own goes on with the label above it. Rows that
    reach over both columns stay as they are.
    """
    column = _value_column(rows)
    if column is None:
        return Unfolded(tuple(rows), ())
    found: list[Row] = []
    moved: list[Mark] = []
    group: _Group | None = None
    for row in rows:
        cells = _split(row, column)
        if cells is None:
            found += _emitted(group)
            group = None
            found.append(row)
        elif cells.left and group and _goes_on(group.label, cells.left, row):
            group.label = f"{group.label} {cells.left}"
            moved.append(Mark(row.number, cells.left))
            group.values += [(row, cells.right)] if cells.right else []
        elif cells.left:
            found += _emitted(group)
            group = _Group(row, cells.left, [(row, cells.right)] if cells.right else [])
        elif group:
            group.values.append((row, cells.right))
        else:
            found.append(row)
    return Unfolded((*found, *_emitted(group)), tuple(moved))


def _value_column(rows: Sequence[Row]) -> int | None:
    """Where the values begin, when enough rows have a label, a wide space and a value there."""
    beside: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for row in rows:
        raw = _raw(row)
        if row.indent >= _NEAREST:
            alone[row.indent] += 1
        for gap in re.finditer(r"(?<=\S)\s{2,}(?=\S)", raw):
            if row.indent <= _LEFTMOST and gap.end() >= _NEAREST and _is_label(raw[: gap.start()]):
                beside[gap.end()] += 1
            break
    for column, labels in beside.most_common(3):
        if labels >= _FEWEST_LABELS and labels + alone[column] >= _FEWEST_ROWS:
            return column
    return None


def _is_label(text: str) -> bool:
    text = text.strip()
    return text[:1].isupper() and bool(find_label(text) or leading_attendance_label(text))


def _split(row: Row, column: int) -> _Cells | None:
    """What stands in each column; None where a text reaches over the border."""
    raw = _raw(row)
    if row.line.cells or (len(raw) > column and raw[max(0, column - 2) : column].strip()):
        return None
    left, right = raw[:column].strip(), _FILL.sub("\t", raw[column:]).strip()
    if left and not right and not (left[0].islower() or _is_label(left)):
        return None
    return _Cells(" ".join(left.split()), right)


def _goes_on(label: str, left: str, row: Row) -> bool:
    """Whether a text in the label column goes on with the label above it."""
    return not row.gap and (left[0].islower() or label.endswith("-"))


def _emitted(group: _Group | None) -> list[Row]:
    if group is None:
        return []
    if not group.values:
        return [_with_text(group.row, group.label)]
    first, *others = group.values
    if first[0].number != group.row.number:  # the value stands below: it is found as such
        label = _with_text(group.row, group.label)
        return [label, *(_with_text(row, text) for row, text in group.values)]
    return [
        _with_text(group.row, f"{group.label}\t{first[1]}"),
        *(_with_text(row, text) for row, text in others),
    ]


def _with_text(row: Row, text: str) -> Row:
    plain = " ".join(text.split())
    return replace(row, line=replace(row.line, text=text), text=plain, indent=0)


def _raw(row: Row) -> str:
    return normalise_text(row.line.text.expandtabs(8)).rstrip()
