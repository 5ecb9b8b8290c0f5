"""The notice on a cover page (anslag, bevis) → when it was posted and may be taken down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from protokollant.model import Notice
from protokollant.parser.attendance_words import leading_attendance_label
from protokollant.parser.findings import Finding, Found, mark
from protokollant.parser.rows import Row
from protokollant.swedish import find_dates, resolve

_HEADING = re.compile(
    r"(?:anslag\s*/\s*bevis|anslag(?:sbevis)?|bevis(?:\s+om\s+\w+)?|tillkännagivande(?:\s+\w+)*"
    r"|bevis\s*/\s*anslag)",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(r"sammanträdes?datum|sammanträdesdag|mötesdatum", re.IGNORECASE)
_KEPT = re.compile(
    r"förvaringsplats(?:\s+för\s+protokollet)?\s*:?\s*(?P<place>\S.*)", re.IGNORECASE
)
_MOST_ROWS = 16


def is_notice_heading(text: str) -> bool:
    """Whether the text heads the notice: "ANSLAG/BEVIS"."""
    return _HEADING.fullmatch(text.strip(" :")) is not None


def notice(rows: Sequence[Row], at: int) -> Found | None:
    """ "ANSLAG/BEVIS" and the rows below it, down to the end of the cover page."""
    if not is_notice_heading(rows[at].plain):
        return None
    block = [rows[at]]
    for row in rows[at + 1 : at + _MOST_ROWS]:
        if leading_attendance_label(row.text) or row.line.page != rows[at].line.page:
            break
        block.append(row)
    days = [day for row in block for day in _days(row)]
    kept = next((m["place"] for row in block if (m := _KEPT.search(row.text))), "")
    found = Notice(
        posted=days[0] if days else None,
        removed=days[1] if len(days) > 1 else None,
        archive=kept,
    )
    marks = tuple(map(mark, block))
    return Found((Finding("notice", found, marks, "notice", 0.8),), used=len(block))


def _days(row: Row) -> list[date]:
    if _OF_MEETING.search(row.text):
        return []
    return [day for found in find_dates(row.text) if (day := resolve(found))]
