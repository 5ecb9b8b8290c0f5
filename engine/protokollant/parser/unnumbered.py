"""Numbered headings → with the items among them that bear no number, told by words and place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from protokollant.parser.attendance_words import attendance_label
from protokollant.parser.headings import Heading
from protokollant.parser.rows import Row
from protokollant.parser.standing_words import is_closing_heading, is_standing_heading
from protokollant.swedish import normalise_text

_LONE_NUMBER = re.compile(r"(?P<number>\d{1,2})\s?[.,)]?")
_SIGN = re.compile(r"[.,)]$")
_CELLS = re.compile(r"\s{2,}|\t")


def with_unnumbered(rows: Sequence[Row], numbered: Sequence[Heading]) -> list[Heading]:
    """The numbered headings, and the items before, between and after them that lack a number."""
    return _with_closing(rows, _with_detached(rows, _with_opening(rows, list(numbered))))


def without_detached(rows: Sequence[Row], found: Sequence[Heading]) -> list[Heading]:
    """The headings without those read from numbers that stand in a heap, far from their titles."""
    heaps = {
        at
        for i, j in itertools.pairwise(range(len(rows)))
        if _lone_number(rows[i]) and _lone_number(rows[j])
        for at in (i, j)
    }
    return [h for h in found if h.at not in heaps]


def _with_opening(rows: Sequence[Row], numbered: list[Heading]) -> list[Heading]:
    """An unnumbered opening just above the first number is an item too."""
    at = numbered[0].at - 1
    for i in range(at, max(-1, at - 3), -1):
        title, beside = _in_cells(rows[i])
        if is_standing_heading(title) and not attendance_label(title):
            opening = Heading(i, "", title, 1, "standing_heading", 0.8, beside=beside)
            return [opening, *numbered]
    return numbered


def _with_closing(rows: Sequence[Row], headings: list[Heading]) -> list[Heading]:
    """Unnumbered points that close a meeting, below the last number: "Mötets avslutande"."""
    last = headings[-1].at
    closing = [
        Heading(i, "", rows[i].plain, 1, "standing_heading", 0.7)
        for i in range(last + 1, len(rows))
        if rows[i].gap and is_closing_heading(rows[i].plain) and _has_room(rows, i)
    ]
    return [*headings, *closing]


def _has_room(rows: Sequence[Row], i: int) -> bool:
    """Whether the row stands as a heading does: as a row of its own, with text below."""
    return not rows[i].line.cells and not rows[i].plain.endswith((".", ",", ";"))


def _with_detached(rows: Sequence[Row], headings: list[Heading]) -> list[Heading]:
    """Titles whose numbers fell apart from them: each takes the lone number that fits its place."""
    lone = {number for row in rows if (number := _lone_number(row)) is not None}
    if not lone:
        return headings
    found: list[Heading] = []
    for heading, following in itertools.zip_longest(headings, headings[1:]):
        found.append(heading)
        low = _value(heading)
        high = _value(following) if following else max(lone) + 1
        free = sorted(n for n in lone if low < n < high)
        end = following.at if following else len(rows)
        titles = [i for i in range(heading.at + heading.rows, end) if _may_be_title(rows, i)]
        found += [
            Heading(i, str(number), _title(rows[i]), 1, "detached_number", 0.5)
            for i, number in zip(titles, free, strict=False)
        ]
    return found


def _value(heading: Heading) -> int:
    digits = "".join(x for x in heading.number if x.isdigit())
    return int(digits) if digits else 0


def _lone_number(row: Row) -> int | None:
    match = _LONE_NUMBER.fullmatch(row.plain)
    return int(match["number"]) if match and _SIGN.search(row.plain) else None


def _may_be_title(rows: Sequence[Row], i: int) -> bool:
    """A title of its own words, or in the cell beside the number's: "| Ekonomi"."""
    text = _title(rows[i])
    in_cell = rows[i].text.startswith("|") and len(text) < 60 and text[:1].isupper()
    return in_cell or (rows[i].gap > 0 and is_standing_heading(text) and not text.endswith("."))


def _in_cells(row: Row) -> tuple[str, str]:
    """The first cell of a row of a table, and what the others say."""
    title, *beside = _columns(row)
    return (title.strip("*_"), " ".join(beside)) if beside else (_title(row), "")


def _columns(row: Row) -> list[str]:
    texts = row.line.cells or _CELLS.split(row.line.text.strip().lstrip("| "))
    return [" ".join(normalise_text(text).split()) for text in texts]


def _title(row: Row) -> str:
    return row.plain.lstrip("| ")
