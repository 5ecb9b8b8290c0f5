"""A row with several labels and values → a row for each: "Närvarande: A, B. Frånvarande: C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protokollant.parser.attendance_words import leading_attendance_label
from protokollant.parser.labels import find_label
from protokollant.parser.rows import Row

_STOP = re.compile(r"[.;]\s+(?=[A-ZÅÄÖ])")
_SPACE = re.compile(r"\s(?=[A-ZÅÄÖ])")


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows of a head, those that run on with a further label parted before it."""
    return [part for row in rows for part in _parts(row)]


def _parts(row: Row) -> list[Row]:
    if row.text.count(":") < 2 or len(row.columns) > 1 or not _has_label(row.text):
        return [row]
    starts = sorted({0, *_further(row.text)})
    if len(starts) == 1:
        return [row]
    texts = [
        row.text[start:end].strip(" ;")
        for start, end in zip(starts, [*starts[1:], len(row.text)], strict=True)
    ]
    return [
        replace(row, line=replace(row.line, text=text), text=text, gap=0 if at else row.gap)
        for at, text in enumerate(texts)
    ]


def _further(text: str) -> Iterator[int]:
    """Where a further label begins: any after a stop, one of attendance also after a space."""
    yield from (m.end() for m in _STOP.finditer(text) if _has_label(text[m.end() :]))
    for match in _SPACE.finditer(text):
        label = leading_attendance_label(text[match.end() :])
        if label and label.has_colon:
            yield match.end()


def _has_label(text: str) -> bool:
    attendance, other = leading_attendance_label(text), find_label(text)
    return bool((attendance and attendance.has_colon) or (other and other.has_colon))
