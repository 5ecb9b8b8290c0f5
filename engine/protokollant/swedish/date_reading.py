"""Found dates → calendar days: the year that a text leaves out, told by where it looks."""

from __future__ import annotations

from datetime import date, timedelta

from protokollant.swedish.dates import DateParts, FoundDate, FoundWeek, find_dates

# The longest wait for a 29 February (1896–1904, 2096–2104).
_YEARS_TO_TRY = 9


def read_date(text: str, *, after: date | None = None, before: date | None = None) -> date | None:
    """The one day that the text names; None when it names none, several, or an impossible one.

    A day without a year is the next one on or after `after`, or the last one at or before
    `before`; without either it stays unknown.
    """
    found = find_dates(text)
    days = {resolve(one, after=after, before=before) for one in found}
    if len(days) != 1 or any(one.until for one in found):
        return None
    return days.pop()


def resolve(
    found: FoundDate | DateParts, *, after: date | None = None, before: date | None = None
) -> date | None:
    """The day of a found date (the first day of a range); see `read_date` for a missing year."""
    if found.day is None:
        return None
    year = _year_of_range(found) if isinstance(found, FoundDate) else found.year
    if year is not None:
        return _day(year, found.month, found.day)
    if after is not None:
        years = range(after.year, after.year + _YEARS_TO_TRY)
        days = (_day(year, found.month, found.day) for year in years)
        first = next((day for day in days if day and day >= after), None)
        return first if first and (before is None or first <= before) else None
    if before is not None:
        years = range(before.year, before.year - _YEARS_TO_TRY, -1)
        days = (_day(year, found.month, found.day) for year in years)
        return next((day for day in days if day and day <= before), None)
    return None


def resolve_range(
    found: FoundDate, *, after: date | None = None, before: date | None = None
) -> tuple[date, date] | None:
    """First and last day of a range (the same day twice for a single date)."""
    first = resolve(found, after=after, before=before)
    if first is None:
        return None
    last = first if found.until is None else resolve(found.until, after=first)
    return (first, last) if last and last >= first else None


def weekday_disagrees(found: FoundDate, day: date) -> bool:
    """Whether the text states a weekday that the day does not fall on."""
    return found.weekday is not None and found.weekday != day.weekday()


def next_month(month: int, after: date) -> str:
    """The next such month, the one of `after` included, as "2026-04"."""
    return f"{after.year + (month < after.month):04d}-{month:02d}"


def resolve_week(
    found: FoundWeek, *, after: date | None = None, before: date | None = None
) -> date | None:
    """The Monday of a found week; a week without a year is the next or the last one."""
    if found.year is not None:
        return _monday(found.year, found.week)
    if after is not None:
        this_week = after - timedelta(days=after.weekday())
        years = range(after.year - 1, after.year + _YEARS_TO_TRY)
        mondays = (_monday(year, found.week) for year in years)
        return next((monday for monday in mondays if monday and monday >= this_week), None)
    if before is not None:
        years = range(before.year + 1, before.year - _YEARS_TO_TRY, -1)
        mondays = (_monday(year, found.week) for year in years)
        return next((monday for monday in mondays if monday and monday <= before), None)
    return None


def _year_of_range(found: FoundDate) -> int | None:
    """The stated year; "29 april–3 maj 2022" states it at the end only."""
    until = found.until
    if found.year is not None or until is None or until.year is None:
        return found.year
    return until.year - (until.month < found.month)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
