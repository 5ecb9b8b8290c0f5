"""A body's past meetings, or its told rhythm → a plan of a year's meetings."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from protokollant.composers.selection import minutes_of_one_body
from protokollant.errors import ComposeError
from protokollant.model import Body, Meeting, NextMeeting
from protokollant.swedish import (
    MONTHS,
    WEEKDAYS,
    fold,
    is_working_day,
    public_holiday,
)

_ORDINALS = {
    "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sista": -1,
    "1:a": 1, "2:a": 2, "3:e": 3, "4:e": 4,
}  # fmt: skip
_USUAL_MONTHS = {"månad": tuple(range(1, 13)), "varannan månad": (2, 4, 6, 8, 10, 12)}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a body meets: which weekday (0–6), which of the month (−1 the last), which months."""

    weekday: int
    ordinal: int
    months: tuple[int, ...]


def year_plan(
    meetings: Sequence[Meeting], year: int, *, body: Body | None = None
) -> tuple[NextMeeting, ...]:
    """The year's meetings as proposed: on the body's day of the month, moved off holidays.

    By the register's `mötesrytm` where it has one, else as the minutes show. A day that is a
    holiday or kept as one is moved a week on, or back where that leaves the month; the note says
    from when and why. Raises ComposeError where neither shows a rhythm.
    """
    minutes = minutes_of_one_body(meetings) if meetings else ()
    rhythm = read_rhythm(body.rhythm) if body and body.rhythm else _of(minutes)
    if rhythm is None:
        raise ComposeError(
            "det går inte att se hur ofta organet möts.",
            remedy="Skriv i organ.yaml till exempel «mötesrytm: tredje fredagen i februari, "
            "april, september och november».",
        )
    last = minutes[-1] if minutes else Meeting()
    start, end = (body.start, body.end) if body and body.start else (last.start, last.end)
    place = (body.place if body else "") or last.place
    found = []
    for month in rhythm.months:
        day = _day(year, month, rhythm)
        moved = _moved(day)
        note = f"flyttat från {day.isoformat()}, {_why(day)}" if moved != day else ""
        found.append(NextMeeting(date=moved, start=start, end=end, place=place, note=note))
    return tuple(found)


def following_day(last: dt.date, body: Body | None) -> dt.date | None:
    """The body's next day by its told rhythm; None where the register tells none."""
    if body is None or read_rhythm(body.rhythm) is None:
        return None
    coming = [
        one.date for year in (last.year, last.year + 1) for one in year_plan([], year, body=body)
    ]
    return next((day for day in coming if day and day > last), None)


def read_rhythm(text: str) -> Rhythm | None:
    """The rhythm told: "tredje fredagen i februari, maj och oktober", "första måndagen varje
    månad utom juli"; None when the words tell none."""
    words = fold(text)
    ordinal = next((n for word, n in _ORDINALS.items() if re.search(rf"\b{word}\b", words)), None)
    weekday = next((n for n, name in enumerate(WEEKDAYS) if name in words), None)
    if ordinal is None or weekday is None:
        return None
    told, _, excepted = words.partition(" utom ")
    months = _months(told)
    if not months:
        months = _USUAL_MONTHS["varannan månad" if "varannan" in told else "månad"]
        excepted = excepted or "juli"
    return Rhythm(weekday, ordinal, tuple(m for m in months if m not in _months(excepted)))


def _months(text: str) -> tuple[int, ...]:
    return tuple(n for n, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", text))


def _of(minutes: Sequence[Meeting]) -> Rhythm | None:
    """The rhythm that the last year of minutes shows: its months, and the commonest day."""
    days = [m.date for m in minutes if m.date]
    if len(days) < 2:
        return None
    year = days[-1].year
    of_year = [day for day in days if day.year == year]
    if len(of_year) < 2:
        of_year = [day for day in days if (days[-1] - day).days < 365]
    weekday = Counter(day.weekday() for day in days).most_common(1)[0][0]
    ordinal = Counter((day.day - 1) // 7 + 1 for day in days).most_common(1)[0][0]
    months = tuple(sorted({day.month for day in of_year}))
    return Rhythm(weekday, min(ordinal, 4), months) if len(months) > 1 else None


def _day(year: int, month: int, rhythm: Rhythm) -> dt.date:
    if rhythm.ordinal < 0:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - rhythm.weekday) % 7)
    first = dt.date(year, month, 1)
    ahead = (rhythm.weekday - first.weekday()) % 7
    return first + dt.timedelta(days=ahead, weeks=rhythm.ordinal - 1)


def _moved(day: dt.date) -> dt.date:
    """The day, or the nearest week in the month whose same weekday is no holiday."""
    is_weekend = day.weekday() > 4
    for weeks in (0, 1, -1, 2, -2):
        other = day + dt.timedelta(weeks=weeks)
        is_free = public_holiday(other) if is_weekend else not is_working_day(other)
        if other.month == day.month and not is_free:
            return other
    return day


def _why(day: dt.date) -> str:
    return f"som är {public_holiday(day)}" if public_holiday(day) else "som är en afton"
