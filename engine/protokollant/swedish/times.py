"""Text → times of day: "kl. 9", "14.00-16.00", "kl 12–14", and where in a text they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from functools import cache
from typing import NamedTuple

from protokollant.swedish.calendar_words import GAP, HYPHEN, MONTH_NUMBERS, SPACE, either


class TimeSpan(NamedTuple):
    """When something begins and, if told, ends."""

    start: time
    end: time | None = None


class FoundTime(NamedTuple):
    """A time or a span of time: its place in the text and what it says."""

    start: int
    end: int
    text: str
    span: TimeSpan


def read_time(text: str) -> time | None:
    """The time of day that the whole text is: "14.00", "14:00", "9", "kl. 09.00".

    Seconds are left out; 24.00 is midnight.
    """
    match = _whole_time().fullmatch(text.strip())
    return _time(match["h"], match["m"]) if match else None


def read_time_span(text: str) -> TimeSpan | None:
    """The one time or span that the text gives; None when it gives none or several."""
    match = _whole_span().fullmatch(text.strip())
    if match and (span := _span(match)):
        return span
    found = find_times(text)
    return found[0].span if len(found) == 1 else None


def find_times(text: str) -> list[FoundTime]:
    """Every time and span in running text, in order.

    A bare number counts after "kl" only; "14.00" counts unless the words around it show an
    amount, a date, or the number of a section.
    """
    found = [*_times_after_kl(text), *_bare_times(text)]
    kept: list[FoundTime] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


_KL = r"(?:klockan|kl\.?)"
_ABOUT = rf"(?:(?:ca\.?|cirka|c:a){GAP})?"
_MINUTES = r"[0-5]\d"
_SECONDS = rf"(?::{_MINUTES})?"
_TILL = (
    rf"(?:{GAP}{HYPHEN}{{1,2}}{GAP}|{SPACE}(?:till|t\.?{GAP}o\.?{GAP}m\.?){SPACE})"
    rf"{_ABOUT}(?:{_KL}{GAP})?"
)
_UNITS = (
    r"(?:kr|kronor|sek|eur|euro|usd|tkr|mkr|mnkr|mdkr|msek|procent|miljon\w{0,2}|miljard\w{0,2}"
    r"|tusen|kg|g|km|m|m2|m²|kvm|cm|mm|ha|l|liter|dl|st|stycken|poäng|p|hp|mb|gb|grader"
    r"|h|tim\w{0,4}|veckor|dagar|månader|år|personer|deltagare|medlemmar|röster)"
)
_NO_AMOUNT_AFTER = rf"(?!{GAP}(?:%|°|§|:-)|{GAP}{_UNITS}(?!\w)|{GAP}\d{{3}}(?!\d))"
_NO_TIME_AFTER = rf"(?![^\W_]|[.:,/]\d|{GAP}{HYPHEN}\d){_NO_AMOUNT_AFTER}"
_NO_DATE_AFTER = rf"(?![^\W_]|[.:,/]\d|{GAP}{either(MONTH_NUMBERS)}(?!\w))"
_SECOND = rf"(?P<h2>\d{{1,2}})(?:[.:](?P<m2>{_MINUTES}){_SECONDS})?"

# Words before a number that make it the number of something, or an amount.
_NUMBERED = (
    r"(?:§{1,2}|punkt(?:en|er|erna)?|p\.|avsnitt|nr\.?|nummer|version|kap\.?|kapitel|bilagan?"
    r"|sidan?|sid\.?|s\.|tabell|figur|bild|rubrik|mål|ärende|kr|sek|eur|usd|den|prop\.?|sfs|sou)"
)


def _times_after_kl(text: str) -> Iterator[FoundTime]:
    for match in _after_kl().finditer(text):
        if span := _span(match):
            yield FoundTime(*match.span(), match[0], span)


def _bare_times(text: str) -> Iterator[FoundTime]:
    for match in _bare().finditer(text):
        span = _span(match)
        if span and not _is_something_else(text, match):
            yield FoundTime(*match.span(), match[0], span)


def _span(match: re.Match[str]) -> TimeSpan | None:
    start = _time(match["h"], match["m"])
    if start is None or not match["h2"]:
        return TimeSpan(start) if start is not None else None
    end = _time(match["h2"], match["m2"])
    return TimeSpan(start, end) if end is not None else None


def _time(hour: str, minute: str | None) -> time | None:
    h, m = int(hour), int(minute or 0)
    if h == 24 and m == 0:
        return time(0, 0)
    return time(h, m) if h < 24 and m < 60 else None


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """Whether a time without "kl" is a section, an amount, or the name of a property."""
    before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
    if _numbered_before().search(before) or "fastighet" in before.lower():
        return True
    dotted = text[match.end("h")] == "."
    if not dotted or match["m2"] or len(match["h"]) == 2:
        return False
    return match["m"] not in ("00", "15", "30", "45")


@cache
def _whole_time() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_KL}{GAP})?{_ABOUT}(?P<h>\d{{1,2}})(?:[.:]?(?P<m>{_MINUTES}){_SECONDS})?",
        re.IGNORECASE,
    )


@cache
def _whole_span() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:från{SPACE})?{_KL}{GAP})?{_ABOUT}(?P<h>\d{{1,2}})"
        rf"(?:[.:](?P<m>{_MINUTES}){_SECONDS})?(?:{_TILL}{_SECOND})?",
        re.IGNORECASE,
    )


@cache
def _after_kl() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_]){_KL}{GAP}{_ABOUT}(?P<h>\d{{1,2}})"
        rf"(?:[.:]?(?P<m>{_MINUTES})(?!\d){_SECONDS})?{_NO_DATE_AFTER}"
        rf"(?:{_TILL}{_SECOND}{_NO_DATE_AFTER})?",
        re.IGNORECASE,
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?<!\d[.,:/-])(?<![§/+~])(?P<h>\d{{1,2}})[.:](?P<m>{_MINUTES})(?!\d)"
        rf"{_SECONDS}(?:{_TILL}{_SECOND}{_NO_DATE_AFTER}{_NO_AMOUNT_AFTER}|{_NO_TIME_AFTER})",
        re.IGNORECASE,
    )


@cache
def _numbered_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_NUMBERED}{GAP}$", re.IGNORECASE)


def without_clock(heading: str) -> str:
    """A heading without the clock time at its end: "Avslut kl. 9.00" → "Avslut"."""
    return _clock_at_end().sub("", heading)


@cache
def _clock_at_end() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,(–-]{{0,5}}(?:\b{_KL}{GAP}\d{{1,2}}(?:[.:]\d\d)?|\b\d{{1,2}}[.:]\d\d)\)?\s*$",
        re.IGNORECASE,
    )
