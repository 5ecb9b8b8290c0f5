"""Dates and times → Swedish text, with no-break spaces where a line must not part them."""

from __future__ import annotations

from datetime import date, time

from protokollant.swedish.calendar_words import EN_DASH, MONTHS, NO_BREAK_SPACE, WEEKDAYS


def format_date(day: date) -> str:
    """Prints 18 februari 2022"."""
    return f"{_day_and_month(day)} {day.year}"


def format_date_long(day: date) -> str:
    """Prints fredagen den 18 februari 2022"."""
    return f"{weekday_definite(day)} den{NO_BREAK_SPACE}{format_date(day)}"


def format_date_iso(day: date) -> str:
    """Prints 2022-02-18"."""
    return day.isoformat()[:10]


def format_date_span(first: date, last: date) -> str:
    """Prints 12–14 september 2026", "29 april–3 maj 2022"; one date where both are the same day."""
    if first == last:
        return format_date(first)
    if first.year != last.year:
        return f"{format_date(first)}{EN_DASH}{format_date(last)}"
    start = str(first.day) if first.month == last.month else _day_and_month(first)
    return f"{start}{EN_DASH}{format_date(last)}"


def format_month(month: str) -> str:
    """Prints 2026-04" as "april 2026"."""
    year, _, number = month.partition("-")
    return f"{MONTHS[date(int(year), int(number), 1).month - 1]} {int(year)}"


def weekday(day: date) -> str:
    """Prints fredag"."""
    return WEEKDAYS[day.weekday()]


def weekday_definite(day: date) -> str:
    """Prints fredagen"."""
    return f"{weekday(day)}en"


def iso_week(day: date) -> str:
    """The week after the international reckoning, as "v. 7"."""
    return f"v.{NO_BREAK_SPACE}{day.isocalendar().week}"


def format_clock(clock: time) -> str:
    """Prints 9.00", for tables and after other words than "kl."."""
    return f"{clock.hour}.{clock.minute:02d}"


def format_time(clock: time) -> str:
    """Prints kl. 9.00"."""
    return f"kl.{NO_BREAK_SPACE}{format_clock(clock)}"


def format_time_span(start: time, end: time | None = None) -> str:
    """Prints kl. 14.00–16.00", or "kl. 14.00" where no end is known."""
    return format_time(start) + (f"{EN_DASH}{format_clock(end)}" if end is not None else "")


def _day_and_month(day: date) -> str:
    return f"{day.day}{NO_BREAK_SPACE}{MONTHS[day.month - 1]}"
