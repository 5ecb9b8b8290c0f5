"""An agenda with time set aside for its points → the clock at which each begins."""

from __future__ import annotations

import datetime as dt

from protokollant.model import AgendaItem, Meeting

_DAY = dt.date(2000, 1, 1)


def with_clock(agenda: Meeting) -> Meeting:
    """The agenda with every point's clock, from the start on, as far as times are told.

    A point without minutes takes no time; the clock stops at the first matter of the day that
    has none, for what follows it can't be known.
    """
    if agenda.start is None or not any(item.minutes for item in agenda.items):
        return agenda
    now: dt.datetime | None = dt.datetime.combine(_DAY, agenda.start)
    items: list[AgendaItem] = []
    for item in agenda.items:
        clock = now.time() if now and now.date() == _DAY else None
        items.append(item.model_copy(update={"clock": clock}))
        now = now + dt.timedelta(minutes=item.minutes) if now and item.minutes else None
    return agenda.model_copy(update={"items": tuple(items)})


def overruns(agenda: Meeting) -> int:
    """How many minutes the points take beyond the meeting's end; 0 or less when they fit."""
    if agenda.start is None or agenda.end is None:
        return 0
    start, end = (dt.datetime.combine(_DAY, each) for each in (agenda.start, agenda.end))
    planned = sum(item.minutes or 0 for item in agenda.items)
    return planned - int((end - start).total_seconds() // 60)
