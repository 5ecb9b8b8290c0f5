"""Rows → rows without what the pages repeat: running heads and feet, page numbers."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from protokollant.parser.document_words import document_word
from protokollant.parser.rows import Row
from protokollant.parser.standing_words import part_label
from protokollant.source import Kept
from protokollant.swedish import find_dates

_SHARE = 0.6  # of the pages that running matter stands on
_MOST_WORDS = 9  # in a running head or foot
_APART = 3  # rows that a head or foot may take up by itself
_SEE = 8  # rows above and below a page number that may belong to the page's head or foot

_PAGE_REF = re.compile(
    r"""(?<!\w)(?:
        (?:sid(?:an|a|\.)?|blad)\s*\d{1,4}(?:\s*(?:av|/|\(|:)\s*\d{1,4}\s*\)?)?
      | t\.?\s?o\.?\s?m\.?\s+sid(?:an|a|\.)?\s*\d{1,4}
      | page\s+\d{1,4}(?:\s+of\s+\d{1,4})?
      | \d{1,4}\s*\(\s*\d{1,4}\s*\)
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_STAMP = re.compile(
    r"""(?:(?:det\ här\ )?dokumentet\s+är\s+(?:digitalt\ |elektroniskt\ )?(?:signerat|undertecknat)
      | (?:transaktions|signerings|verifikations)-?(?:id|identitet|nummer)\b
      | (?:underskrifts|signerings)tjänst\b
      | (?:[0-9A-F]{20,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{14,})\s*$)""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_STAMP = 120
# What the form of a public body prints at the foot of every page, for initials.
_FORM_FOOT = re.compile(
    r"""\b(?:(?:ordförande|justera(?:nde|re)|sekreterare)(?:n?s)?\s+sign(?:atur(?:er)?|um)?
      | utdragsbestyrkande | utdraget\s+bestyrks? | bestyrkes | justerandes)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RULED = " :._|/…–-"
_LONE_NUMBER = re.compile(r"[-–]?\s*\d{1,3}\s*[-–]?")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The rows that are left, what was removed, and the running heads as they stood."""

    rows: tuple[Row, ...]
    removed: tuple[Kept, ...]
    heads: tuple[Row, ...]


def without_page_matter(rows: Sequence[Row]) -> Cleaned:
    """The rows without what the pages repeat; the first of each repeated row stays."""
    reasons: dict[int, str] = {}
    for find in (
        _page_zones,
        _page_numbers,
        _signing_service,
        _form_feet,
        _running_heads,
        _repeated,
    ):
        for i, reason in find(rows, frozenset(reasons)).items():
            reasons.setdefault(i, reason)
    kept: list[Row] = []
    pages: list[Kept] = []
    gap = 0
    for i, row in enumerate(rows):
        if i in reasons:
            gap = max(gap, row.gap)
            continue
        through = gap if kept and i and (i - 1) in reasons else 0
        bare, number = _without_number_column(row)
        pages += [Kept(row.number, number, "sidnummer")] if number else []
        kept.append(replace(bare, gap=max(row.gap, min(through, 1))))
        gap = 0
    whole = [Kept(rows[i].number, rows[i].line.text.strip(), reasons[i]) for i in sorted(reasons)]
    removed = tuple(sorted([*whole, *pages], key=lambda one: one.line))
    heads = tuple(rows[i] for i in sorted(reasons) if reasons[i] != "sidnummer")
    return Cleaned(tuple(kept), removed, heads)


def _without_number_column(row: Row) -> tuple[Row, str]:
    """The row without a page number that stands in a column of its own, and the number."""
    last = row.columns[-1]
    if len(row.columns) < 2 or row.line.cells or not _PAGE_REF.fullmatch(last):
        return row, ""
    text = row.line.text.rstrip()
    if not text.endswith(last):
        return row, ""
    line = replace(row.line, text=text.removesuffix(last).rstrip())
    return replace(row, line=line, text=row.text.removesuffix(last).rstrip()), last


def without_page_number(text: str) -> str:
    """The text of a page head without the number of the page."""
    return re.sub(r"\s+\d{1,3}$", "", without_page_reference(text))


def without_page_reference(text: str) -> str:
    """The text without "1 (12)" or "sida 3": a bare number at its end stays."""
    return " ".join(_PAGE_REF.sub(" ", text).split())


def _page_zones(rows: Sequence[Row], _: frozenset[int]) -> dict[int, str]:
    """Word's own headers and footers, apart from the body."""
    return {
        i: "sidhuvud" if row.line.zone == "header" else "sidfot"
        for i, row in enumerate(rows)
        if row.line.zone != "body"
    }


def _page_numbers(rows: Sequence[Row], taken: frozenset[int]) -> dict[int, str]:
    """Rows that are a page number and nothing else."""
    found = {}
    for i, row in enumerate(rows):
        if i in taken:
            continue
        if _PAGE_REF.fullmatch(row.text) or _is_lone_number(rows, i):
            found[i] = "sidnummer"
    return found


def _signing_service(rows: Sequence[Row], taken: frozenset[int]) -> dict[int, str]:
    """What a service for digital signatures stamps on every page: no words of the meeting."""
    return {
        i: "stämpel för digital underskrift"
        for i, row in enumerate(rows)
        if i not in taken and _STAMP.match(row.text) and len(row.text) < _LONGEST_STAMP
    }


def _form_feet(rows: Sequence[Row], taken: frozenset[int]) -> dict[int, str]:
    """Rows that are nothing but the places for initials: "Justerandes sign  Utdragsbestyrkande"."""
    return {
        i: "plats för signaturer"
        for i, row in enumerate(rows)
        if i not in taken
        and _FORM_FOOT.search(row.plain)
        and not _FORM_FOOT.sub("", row.plain).strip(_RULED)
    }


def _is_lone_number(rows: Sequence[Row], i: int) -> bool:
    """A bare number far to the right, or alone at the end of a page or of the text."""
    row = rows[i]
    if not _LONE_NUMBER.fullmatch(row.text):
        return False
    last = i + 1 == len(rows) or rows[i + 1].line.page != row.line.page
    return row.indent > 40 or (last and row.blanks > 0)


def _running_heads(rows: Sequence[Row], taken: frozenset[int]) -> dict[int, str]:
    """A head inside the text: the document's name, a date and a page reference, nothing else."""
    found: dict[int, str] = {}
    for i, row in enumerate(rows):
        if i in taken or i in found or not _PAGE_REF.search(row.text) or i < 3:
            continue
        if not _is_head_matter(row):
            continue
        group = [i]
        for step in (-1, 1):
            at = i + step
            while 0 < at < len(rows) and abs(at - i) < 4 and _is_head_matter(rows[at]):
                group.append(at)
                at += step
        if len(group) > 1 or document_word(_PAGE_REF.sub("", row.text)):
            found |= dict.fromkeys(group, "sidhuvud")
    return found


def _is_head_matter(row: Row) -> bool:
    """Whether a row holds nothing but a document's name, dates and page numbers."""
    rest = _PAGE_REF.sub(" ", row.text)
    for date in reversed(find_dates(rest)):
        rest = rest[: date.start] + rest[date.end :]
    rest = re.sub(r"\d{1,4}", " ", rest).strip(" .,-–|/")
    return not rest or (bool(document_word(rest)) and rest.count(" ") < 2)


def _repeated(rows: Sequence[Row], taken: frozenset[int]) -> dict[int, str]:
    """Rows that stand again beside the page numbers or page breaks, after their first time."""
    breaks = _page_breaks(rows, taken)
    near = _beside_page_breaks(rows, taken, breaks)
    keys = [_key(row) for row in rows]
    often = Counter(keys[i] for i in near)
    fewest = max(2, _SHARE * _pages(breaks))
    seen: set[str] = set()
    found = {}
    for i, key in enumerate(keys):
        if i not in near or often[key] < fewest or not key or _is_text(rows[i]):
            continue
        if key in seen or _is_later_page(rows[i]):
            found[i] = "återkommer på sidorna"
        seen.add(key)
    return found


def _is_later_page(row: Row) -> bool:
    """Whether the row itself says that it stands on another page than the first."""
    match = _PAGE_REF.search(row.text)
    number = re.search(r"\d+", match[0]) if match else None
    return number is not None and int(number[0]) > 1


def _key(row: Row) -> str:
    return " ".join(_PAGE_REF.sub(" ", row.text).split())


def _is_text(row: Row) -> bool:
    """Whether the row is too long for page matter, or labels a part of an item."""
    is_long = len(row.text.split()) > _MOST_WORDS and not _PAGE_REF.search(row.text)
    return is_long or part_label(row.plain) is not None


def _page_breaks(rows: Sequence[Row], taken: frozenset[int]) -> list[int]:
    """Rows at which a page begins or ends, with the first and the last of the document."""
    breaks = [
        i
        for i, row in enumerate(rows)
        if _PAGE_REF.search(row.text)
        or (i and row.line.page != rows[i - 1].line.page)
        or (i and (i - 1) in taken)
    ]
    return [0, *breaks, len(rows)] if breaks else []


def _pages(breaks: Sequence[int]) -> int:
    """How many pages the breaks part: those close together are one."""
    return 1 + sum(b - a > _APART for a, b in itertools.pairwise(breaks))


def _beside_page_breaks(
    rows: Sequence[Row], taken: frozenset[int], breaks: Sequence[int]
) -> set[int]:
    """Indices that reach a page break through rows which all stand again at other breaks."""
    counts = Counter(map(_key, rows))
    near: set[int] = set()
    for start in breaks:
        for step, first in ((1, start), (-1, start - 1)):
            at = first
            while (
                0 <= at < len(rows)
                and abs(at - first) < _SEE
                and (counts[_key(rows[at])] > 1 or at in taken)
            ):
                near.add(at)
                at += step
    return near
