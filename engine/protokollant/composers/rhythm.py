"""Days of past meetings → a day to propose for the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

from protokollant.swedish import is_working_day, public_holiday

_SATURDAY = 5
_WEEK = timedelta(weeks=1)
_LONGEST_GAP = 200

# First and last (month, day) of the times when Swedish bodies do not meet: summer, Christmas.
_FREE_TIMES = (((7, 1), (7, 31)), ((12, 21), (12, 31)), ((1, 1), (1, 6)))


def propose_date(days: Sequence[date]) -> date | None:
    """The day after the last one that keeps the meetings' usual distance and weekday.

    Never a weekend, a public holiday, July or Christmas unless the body has met then.
    None when fewer than two days are known, or they lie too far apart to show a rhythm.
    """
    known = sorted(set(days))
    gaps = [(later - earlier).days for earlier, later in pairwise(known)]
    near = [gap for gap in gaps if gap <= _LONGEST_GAP]
    if not near:
        return None
    proposed = _on_usual_weekday(known[-1] + timedelta(days=median_low(near)), known)
    while proposed <= known[-1] or _is_free(proposed, known):
        proposed += _WEEK
    return proposed


def _on_usual_weekday(day: date, known: Sequence[date]) -> date:
    """The nearest day on the weekday that most meetings share; else the nearest working day."""
    weekday, count = Counter(each.weekday() for each in known).most_common(1)[0]
    if count * 2 > len(known):
        ahead = (weekday - day.weekday()) % 7
        return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    if day.weekday() >= _SATURDAY:
        return day + timedelta(days=-1 if day.weekday() == _SATURDAY else 1)
    return day


def _is_free(day: date, known: Sequence[date]) -> bool:
    when = (day.month, day.day)
    if public_holiday(day) or (day.weekday() < _SATURDAY and not is_working_day(day)):
        return True
    return any(
        first <= when <= last and not any(first <= (d.month, d.day) <= last for d in known)
        for first, last in _FREE_TIMES
    )
