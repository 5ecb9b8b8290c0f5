"""Text → dates: every date, month and week that a text names, with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from protokollant.swedish.calendar_words import (
    GAP,
    HYPHEN,
    MONTH_NUMBERS,
    MONTH_SHORT_FORMS,
    MONTHS,
    NAMES_TOO,
    SPACE,
    WEEKDAY_NUMBERS,
    either,
)
from protokollant.swedish.date_forms import each_match, range_between, weekday_after


class DateParts(NamedTuple):
    """A date as far as a text states it."""

    year: int | None
    month: int
    day: int | None
    weekday: int | None = None


class FoundDate(NamedTuple):
    """A date expression: its place in the text, its parts as stated (Monday is weekday 0).

    `until` is the last day where the text names a range of days. `day` is None for a month.
    """

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    until: DateParts | None = None


class FoundWeek(NamedTuple):
    """A week number: its place in the text, the week, its year if told, the last of several."""

    start: int
    end: int
    text: str
    week: int
    year: int | None = None
    until: int | None = None


def find_dates(text: str) -> list[FoundDate]:
    """Every date expression in the text, in order; a range of days is one expression.

    A date that the calendar lacks ("30 februari") is found when it is plainly meant as a date;
    `resolve` then gives None.
    """
    found = (_found(text, match, form.must_exist) for form, match in each_match(text))
    return _joined_ranges(text, _without_overlaps(one for one in found if one is not None))


def find_months(text: str) -> list[FoundDate]:
    """Every month named without a day: "i april", "april 2026", "aprilmötet"."""
    dates = find_dates(text)
    taken = [(date.start, date.end) for date in dates]
    found = []
    for match in _month_pattern().finditer(text):
        if _overlaps(match.start(), match.end(), taken) or _is_person(text, match):
            continue
        year = match["y"] or match["y2"]
        if match["short"] and not year:
            continue
        month = _month(match["full"] or match["short"] or match["meeting"])
        if month:
            found.append(FoundDate(*match.span(), match[0], _year(year), month, None))
    return found


def find_weeks(text: str) -> list[FoundWeek]:
    """Every week number in the text: "v. 8", "vecka 8", "veckorna 8–9", "v. 8 2022"."""
    found = []
    for match in _week_pattern().finditer(text):
        week, last = int(match["week"]), int(match["last"] or 0)
        if 1 <= week <= 53 and (not last or week < last <= 53):
            year = _year(match["y"])
            found.append(FoundWeek(*match.span(), match[0], week, year, last or None))
    return found


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int | None, month: int) -> int:
    """How many days the month has; without a year, February has 29."""
    if month == 2 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _DAYS[month - 1]


def _found(text: str, match: re.Match[str], must_exist: bool) -> FoundDate | None:
    parts = match.groupdict()
    month = _month(parts["month"]) if parts.get("month") else int(parts["m"])
    year = _year(parts.get("y") or parts.get("y2") or parts.get("y2b"))
    day = int(parts["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31) or _is_something_else(text, match):
        return None
    if must_exist and day > days_in_month(year, month):
        return None
    start, end = match.span()
    weekday = _weekday(parts["weekday"])
    if weekday is None and (after := weekday_after().match(text, end)):
        weekday, end = _weekday(after["weekday"]), after.end()
    first = int(parts.get("d0") or 0)
    if first and not 1 <= first < day:
        start, first, weekday = match.start("d"), 0, None
    until = DateParts(year, month, day) if first else None
    return FoundDate(start, end, text[start:end], year, month, first or day, weekday, until)


# What shows that two numbers with a stroke are a fraction, a year of activity or a reference.
_FRACTION_OF = (
    r"(?:h|tim\w{0,4}|min\w{0,5}|dag\w{0,3}|år\w{0,2}|kg|l|dl|m|st|del\w{0,3}|liter|tjänst)\b"
)
_STROKE_AFTER = (
    r"(?:§{1,2}|\w{0,20}år(?:et)?|säsong(?:en)?|styrelsen|nr\.?|dnr\.?|punkt|p\.|sid(?:an?)?)"
)


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    if match.groupdict().get("month"):
        return _is_person(text, match)
    if "/" not in match[0] or match["y"] or match["weekday"]:
        return False
    before = text[max(0, match.start() - 30) : match.start()]
    after = text[match.end() : match.end() + 12]
    return bool(_stroke_before().search(before) or _fraction_after().match(after))


def _is_person(text: str, match: re.Match[str]) -> bool:
    parts = match.groupdict()
    name = parts.get("month") or parts.get("full") or parts.get("short") or ""
    if name.lower().rstrip(".") not in NAMES_TOO or not name[0].isupper():
        return False
    if parts.get("y") or parts.get("y2") or parts.get("y2b"):
        return False
    following = text[match.end() : match.end() + 9].lstrip(" -\u00a0\u2011")
    return following[:1].isupper() and not following.lower().startswith(("kl", "tid", "möte"))


def _without_overlaps(found: Iterable[FoundDate]) -> list[FoundDate]:
    """The dates in order; of two that share text, the earlier one, then the longer one."""
    kept: list[FoundDate] = []
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _joined_ranges(text: str, dates: list[FoundDate]) -> list[FoundDate]:
    joined: list[FoundDate] = []
    for date in dates:
        before = joined[-1] if joined else None
        if before is not None and _is_range(text, before, date):
            until = DateParts(date.year, date.month, date.day, date.weekday)
            whole = text[before.start : date.end]
            joined[-1] = before._replace(end=date.end, text=whole, until=until)
        else:
            joined.append(date)
    return joined


def _is_range(text: str, first: FoundDate, last: FoundDate) -> bool:
    if first.until or last.until or not range_between().fullmatch(text, first.end, last.start):
        return False
    if first.year is None or last.year is None:
        return True
    return (first.year, first.month, first.day or 0) < (last.year, last.month, last.day or 0)


def _year(digits: str | None) -> int | None:
    """The year of two or four digits; two digits from 80 are of the last century."""
    if not digits:
        return None
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 80 else 2000)


def _month(word: str) -> int:
    """The month's number; 0 for odd letters that only a pattern takes for ours (ſ, ı)."""
    return MONTH_NUMBERS.get(word.casefold().rstrip("."), 0)


def _weekday(word: str | None) -> int | None:
    return WEEKDAY_NUMBERS.get(word.casefold()) if word else None


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    while taken and taken[0][1] <= start:
        taken.pop(0)
    return bool(taken) and taken[0][0] < end


@cache
def _stroke_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_STROKE_AFTER}{GAP}$", re.IGNORECASE)


@cache
def _fraction_after() -> re.Pattern[str]:
    return re.compile(rf"{GAP}{_FRACTION_OF}", re.IGNORECASE)


@cache
def _month_pattern() -> re.Pattern[str]:
    months = either(MONTHS)
    return re.compile(
        rf"""(?<!\w)(?:
            (?P<meeting>{months}){HYPHEN}?(?:möte|sammanträde)\w{{0,6}}
          | (?:(?P<full>{months})|(?P<short>{either(MONTH_SHORT_FORMS)})\.?)
            (?!\w)
            (?:{SPACE}(?P<y>(?:19|20)\d\d)(?!\d)|{GAP}{HYPHEN}(?P<y2>\d\d)(?!\d))?
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _week_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\w.])(?:v\.?|vecka|veckan|veckorna){GAP}
        (?P<week>\d{{1,2}})(?:{GAP}{HYPHEN}{GAP}(?P<last>\d{{1,2}}))?(?![\w:/]|[.,]\d)
        (?:,?{SPACE}(?P<y>(?:19|20)\d\d)(?!\d))?""",
        re.IGNORECASE | re.VERBOSE,
    )
