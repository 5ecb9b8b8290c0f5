"""A row with several labels and values → a row for each: "Närvarande: A, B. Frånvarande: C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from protokollant.parser.attendance_words import leading_attendance_label
from protokollant.parser.document_words import document_word, meeting_word
from protokollant.parser.labels import find_label
from protokollant.parser.rows import Row

_NUMBERED = re.compile(r"\bnr\.?\s*\d|\bnummer\s*\d", re.IGNORECASE)
_STOP = re.compile(r"[.;]\s+(?=[A-ZÅÄÖ])")
_SPACE = re.compile(r"\s(?=[A-ZÅÄÖ])")


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows of a head, those that run on with a further label parted before it."""
    return [part for row in rows for part in _parts(row)]


def _parts(row: Row) -> list[Row]:
    if _heads_a_column(row):
        return _of_texts(row, row.columns)
    if row.text.count(":") < 2 or len(row.columns) > 1 or not _has_label(row.text):
        return [row]
    starts = sorted({0, *_further(row.text)})
    if len(starts) == 1:
        return [row]
    texts = [
        row.text[start:end].strip(" ;")
        for start, end in zip(starts, [*starts[1:], len(row.text)], strict=True)
    ]
    return _of_texts(row, texts)


def _heads_a_column(row: Row) -> bool:
    """Whether a name stands beside what is not its value: "Kommunstyrelsen  Sammanträdesdatum".

    The date is below its label; a meeting with its number ("Sammanträde nr 3") is no value either.
    """
    if len(row.columns) != 2 or row.line.cells:
        return False
    name, beside = row.columns
    label = find_label(beside)
    is_alone = label is not None and label.label.names == "when" and label.end >= len(beside)
    is_numbered = meeting_word(beside) is not None and _NUMBERED.search(beside) is not None
    return (is_alone or is_numbered) and not (
        _has_label(name) or find_label(name) or document_word(name)
    )


def _of_texts(row: Row, texts: Sequence[str]) -> list[Row]:
    """A row for each of the texts."""
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
