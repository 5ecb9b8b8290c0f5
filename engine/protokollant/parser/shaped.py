"""Rows without numbers or markup → headings by shape: capitals, bold, a colon, standing apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from protokollant.parser.attendance_words import attendance_label, leading_attendance_label
from protokollant.parser.document_words import document_word, is_contents_heading, meeting_word
from protokollant.parser.headings import Heading
from protokollant.parser.labels import find_label, is_label_row
from protokollant.parser.notice import is_notice_heading
from protokollant.parser.rows import Row
from protokollant.parser.signature import is_dated_place, is_signature_heading
from protokollant.parser.standing_words import (
    is_standing_heading,
    is_standing_word,
    part_label,
)
from protokollant.swedish import find_dates, find_names, leads_on, looks_like_name

MOST_SIGNS = 70
MOST_WORDS = 9
_BOLD = re.compile(
    r"(?P<mark>\*\*|__)(?P<title>[^*_]{2,80}?)[.:]?(?P=mark)[.:]?\s*[–-]?\s*(?P<beside>.*)"
)
_RUN_IN = re.compile(r"(?P<title>[A-ZÅÄÖ][^:.;!?\d]{2,40}?):\s+(?P<beside>\S.*)")


def shaped_headings(rows: Sequence[Row]) -> list[Heading]:
    """The headings of the one shape that this document gives them, with those known by words."""
    standing = [
        Heading(i, "", row.plain.rstrip(":"), 1, "standing_heading", 0.7)
        for i, row in enumerate(rows)
        if is_standing_heading(row.plain) and not row.plain.endswith(".")
    ]
    best: list[Heading] = []
    for rule in SHAPES:
        found = [h for i in range(len(rows)) if (h := rule(rows, i))]
        if _is_scheme(found) and _worth(found) > _worth(best):
            best = found
    if best:
        taken = {h.at for h in best}
        first = best[0].at
        more = [h for h in standing if h.at not in taken and (h.at > first or not standing)]
        return sorted([*best, *more], key=lambda h: h.at)
    return _standing_apart(rows, standing) if standing else _apart_alone(rows)


def capitals_heading(rows: Sequence[Row], at: int) -> Heading | None:
    """ "FÖNSTERBYTE": a short row in capitals alone."""
    text = rows[at].plain
    letters = sum(sign.isalpha() for sign in text)
    if not text.isupper() or letters < 4 or not _may_head(rows, at):
        return None
    return Heading(at, "", text.rstrip(":"), 1, "capitals_heading", 0.6)


def bold_heading(rows: Sequence[Row], at: int) -> Heading | None:
    """ "**Ekonomi**" alone or with its text after it; a row that Word or a PDF sets in bold."""
    row = rows[at]
    if row.line.bold and not row.line.cells and _may_head(rows, at):
        return Heading(at, "", row.plain.rstrip(":"), 1, "bold_heading", 0.6)
    match = _BOLD.fullmatch(row.text)
    if not match or _belongs_elsewhere(match["title"]):
        return None
    beside = match["beside"].lstrip("\\ ")
    return Heading(at, "", match["title"].strip(), 1, "bold_heading", 0.6, beside=beside)


def colon_heading(rows: Sequence[Row], at: int) -> Heading | None:
    """ "Ekonomi:" above its text."""
    text = rows[at].plain
    if not text.endswith(":") or not rows[at].gap or not _may_head(rows, at):
        return None
    return Heading(at, "", text.rstrip(":"), 1, "colon_heading", 0.5)


def run_in_heading(rows: Sequence[Row], at: int) -> Heading | None:
    """ "Ekonomi: Kassan är god." with its text on the same row."""
    row = rows[at]
    match = _RUN_IN.fullmatch(row.plain)
    if not match or _belongs_elsewhere(match["title"]) or looks_like_name(match["title"]):
        return None
    if len(match["title"].split()) > 4 or row.line.cells:
        return None
    return Heading(at, "", match["title"], 1, "run_in_heading", 0.4, beside=match["beside"])


SHAPES: tuple[Callable[[Sequence[Row], int], Heading | None], ...] = (
    capitals_heading,
    bold_heading,
    colon_heading,
    run_in_heading,
)
_FEWEST = {"capitals_heading": 2, "bold_heading": 2, "colon_heading": 3, "run_in_heading": 3}
_NEEDS_STANDING = ("run_in_heading", "colon_heading")


def _is_scheme(found: Sequence[Heading]) -> bool:
    if not found or len(found) < _FEWEST[found[0].rule]:
        return False
    return found[0].rule not in _NEEDS_STANDING or any(is_standing_heading(h.title) for h in found)


def _worth(found: Sequence[Heading]) -> float:
    return sum(1 + is_standing_heading(h.title) + h.weight / 10 for h in found)


def _standing_apart(rows: Sequence[Row], standing: list[Heading]) -> list[Heading]:
    """Headings known by their words, and rows that stand apart in the same way among them.

    Above the first of them, down from the end of the document's head, only those right above text.
    """
    first = standing[0].at
    taken = {h.at for h in standing}
    apart = [
        Heading(i, "", rows[i].plain.rstrip(":"), 1, "heading_by_shape", 0.5)
        for i in range(_head_ends(rows, first), len(rows))
        if i not in taken and stands_apart(rows, i) and (i > first or _is_over_text(rows, i))
    ]
    return sorted([*standing, *apart], key=lambda h: h.at)


def _head_ends(rows: Sequence[Row], first: int) -> int:
    """Where the head surely has ended: below its last label, list, date or title."""
    for i in range(first - 1, -1, -1):
        text = rows[i].plain
        is_list = leading_attendance_label(text) and not heads_text(rows, i)
        is_named = is_list or find_label(text) or is_contents_heading(text)
        is_head = is_named or document_word(text) or meeting_word(text) or find_dates(text)
        if (is_head and len(text) < MOST_SIGNS and not text.endswith(".")) or len(
            rows[i].columns
        ) > 1:
            return i + 1
    return 1


def heads_text(rows: Sequence[Row], i: int) -> bool:
    """Whether a heading of people who need not have come is over text: "Medlemmar" in a report."""
    label = attendance_label(rows[i].plain)
    if label is None or label.status or label.has_colon or i + 1 >= len(rows):
        return False
    below = rows[i + 1].plain
    return below.endswith(".") and len(below.split()) > 3 and len(find_names(below)) < 2


def _is_over_text(rows: Sequence[Row], i: int) -> bool:
    """Whether the row below is running text, or the row is a recurring point by its name."""
    below = rows[i + 1].plain
    is_text = len(below.split()) > 3 and (below[-1] in ".!?" or len(below) > 45)
    return is_text or is_standing_word(rows[i].plain)


def _apart_alone(rows: Sequence[Row]) -> list[Heading]:
    """Rows that stand apart right above their text, where the document has no other headings."""
    found = [
        Heading(i, "", rows[i].plain, 1, "heading_by_shape", 0.4)
        for i in range(1, len(rows) - 1)
        if stands_apart(rows, i) and rows[i + 1].gap == 0 and not _belongs_elsewhere(rows[i].plain)
    ]
    return found if len(found) > 2 else []


def _may_head(rows: Sequence[Row], at: int) -> bool:
    """Whether the row is short and names neither the document nor a part of its head."""
    text = rows[at].plain
    is_short = len(text) <= MOST_SIGNS and len(text.split()) <= MOST_WORDS
    if not is_short or text[-1] in ".,;!" or leads_on(text.rstrip(":")):
        return False
    name = text.title() if text.isupper() else text
    return at > 0 and not (_belongs_elsewhere(text) or looks_like_name(name))


def _belongs_elsewhere(text: str) -> bool:
    """Whether the text belongs to the document's head, or labels a part of an item."""
    text = text.strip(" :")
    return bool(
        attendance_label(text)
        or is_label_row(text)
        or part_label(text)
        or is_contents_heading(text)
        or is_signature_heading(text)
        or is_notice_heading(text)
        or (document_word(text) and not is_standing_heading(text))
        or (meeting_word(text) and not is_standing_heading(text))
        or (find_dates(text) and not is_standing_heading(text))
    )


def stands_apart(rows: Sequence[Row], i: int) -> bool:
    """Whether a row has a heading's shape: short, no sentence, space above, text right below."""
    row = rows[i]
    below = rows[i + 1] if i + 1 < len(rows) else None
    if below is None or not row.gap or row.line.cells or len(row.plain) > MOST_SIGNS:
        return False
    if len(row.columns) > 1 or is_notice_heading(row.plain):
        return False
    if all(looks_like_name(column) for column in below.columns) or is_dated_place(rows, i):
        return False
    text = row.plain
    if not text[:1].isalnum() or (text[:1].islower() and "." not in text) or text[-1] in ".,;!":
        return False
    is_list = attendance_label(text) and not heads_text(rows, i)
    if below.gap > 1 or part_label(text) or is_list or is_label_row(text):
        return False
    if text.endswith(":") and below.gap:
        return False
    if looks_like_name(text) or find_dates(text) or ": " in text:
        return False
    return len(text.split()) <= MOST_WORDS and not below.plain[:1].islower()
