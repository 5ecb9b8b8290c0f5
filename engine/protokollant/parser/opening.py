"""When a meeting was opened and closed, as its first and last items tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from protokollant.parser.findings import Finding, Mark
from protokollant.swedish import find_times

_OPENS = re.compile(r"\b(?:öppn\w+|öppande|inled\w+|börja\w*)\b", re.IGNORECASE)
_CLOSES = re.compile(r"\b(?:avslut\w+|stäng\w+)\b", re.IGNORECASE)


def opened_and_closed(texts: Sequence[tuple[str, str, tuple[Mark, ...]]]) -> list[Finding]:
    """Start and end from the items' titles and texts: "Mötets öppnande 19:09", "avslutat 20:59"."""
    found: list[Finding] = []
    for kind, pattern, order in (
        ("opened", _OPENS, list(texts)[:3]), ("closed", _CLOSES, list(texts)[::-1][:5])
    ):  # fmt: skip
        for title, text, marks in order:
            clock = _time_in(title, text, pattern)
            if clock is not None:
                found.append(Finding(kind, clock, marks, "opened_and_closed", 0.7))
                break
    return found


def _time_in(title: str, text: str, pattern: re.Pattern[str]) -> time | None:
    if pattern.search(title):
        times = find_times(title) or find_times(text[:200])
        return times[0].span.start if times else None
    for sentence in text.splitlines():
        if (
            pattern.search(sentence)
            and "möte" in sentence.lower()
            and (times := find_times(sentence))
        ):
            return times[0].span.start
    return None
