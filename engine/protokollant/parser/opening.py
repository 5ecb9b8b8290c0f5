"""When a meeting was opened and closed, as its head and its first and last items tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from protokollant.parser.findings import Finding, Found, Mark, mark
from protokollant.parser.rows import Row
from protokollant.swedish import find_times

_OPENS = re.compile(r"\b(?:öppn\w+|öppande|inled\w+|börja\w*)\b", re.IGNORECASE)
_CLOSES = re.compile(r"\b(?:avslut\w+|stäng\w+)\b", re.IGNORECASE)


_MEETING = re.compile(r"möte|sammanträde|stämma", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:nästa|nästkommande|kommande)\b", re.IGNORECASE)
_LONGEST_LINE = 120


def opening_line(rows: Sequence[Row], at: int) -> Found | None:
    """A row of the head that tells when the meeting was opened or closed, and little else."""
    text = rows[at].plain
    times = find_times(text)
    if not times or len(text) > _LONGEST_LINE or not _MEETING.search(text):
        return None
    for name, pattern in (("start", _OPENS), ("end", _CLOSES)):
        if pattern.search(text):
            clock = times[0].span.start
            return Found((Finding(name, clock, (mark(rows[at]),), "opening_line", 0.7),))
    return None


def opened_and_closed(texts: Sequence[tuple[str, str, tuple[Mark, ...]]]) -> list[Finding]:
    """Start and end from the items' titles and texts: "Mötets öppnande 19:09", "avslutat 20:59"."""
    found: list[Finding] = []
    for kind, pattern, order in (
        ("opened", _OPENS, list(texts)[:3]), ("closed", _CLOSES, list(texts)[::-1][:5])
    ):  # fmt: skip
        for title, text, marks in order:
            clock = _time_in(title, text, pattern)
            if clock is not None:
                found.append(Finding(kind, clock, marks, "opened_and_closed", 0.9))
                break
    return found


def _time_in(title: str, text: str, pattern: re.Pattern[str]) -> time | None:
    if pattern.search(title):
        times = find_times(title) or find_times(_NEXT.split(text[:200], maxsplit=1)[0])
        return times[0].span.start if times else None
    for sentence in text.splitlines():
        if (
            pattern.search(sentence)
            and _MEETING.search(sentence)
            and (times := find_times(sentence))
        ):
            return times[0].span.start
    return None
