"""A day → the Swedish public holiday it is, and whether Sweden is at work."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


def public_holiday(day: date) -> str:
    """The holiday's name, as in "annandag påsk"; "" for an ordinary day (lag 1989:253)."""
    name = _holidays(day.year).get(day, "")
    return name[:1].lower() + name[1:]


def is_working_day(day: date) -> bool:
    """Whether it is no weekend, holiday, or eve that is kept as one."""
    return day.weekday() < _SATURDAY and not public_holiday(day) and not _is_eve(day)


def _is_eve(day: date) -> bool:
    """Midsummer, Christmas and New Year are kept from the day before."""
    return public_holiday(day + timedelta(days=1)) in ("midsommardagen", "juldagen", "nyårsdagen")


@cache
def _holidays(year: int) -> dict[date, str]:
    from holidays import country_holidays

    return dict(country_holidays("SE", years=year, include_sundays=False, language="sv"))
