"""Rules on dates and times: holidays, clashes, the order of things, weekdays, calls in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from protokollant.rules.case import Case, Remark, shown
from protokollant.swedish import (
    find_dates,
    public_holiday,
    resolve,
    weekday,
    weekday_disagrees,
)

_SUNDAY = 6


def on_holiday(case: Case) -> Iterator[Remark]:
    """A meeting is set on a public holiday, or a Sunday."""
    nxt = case.meeting.next_meeting
    planned = nxt.date if nxt else None
    for day, path, which in (
        (case.meeting.date, "date", "mötet"),
        (planned, "next_meeting.date", "nästa möte"),
    ):
        if day is None:
            continue
        name = public_holiday(day) or ("söndag" if day.weekday() == _SUNDAY else "")
        if name and (path == "next_meeting.date" or case.meeting.kind == "agenda"):
            yield Remark(f"{which} {shown(day)} är på {name}.", "Välj en annan dag.", path)


def clashes(case: Case) -> Iterator[Remark]:
    """Another meeting of the organ is at the same time."""
    here = case.meeting
    for other in case.others:
        if other.date is None or other.date != here.date or other.kind != here.kind:
            continue
        apart = (here.end and other.start and here.end <= other.start) or (
            other.end and here.start and other.end <= here.start
        )
        if not apart:
            yield Remark(
                f"organet har ett annat möte samma tid, {shown(other.date)}.",
                "Rätta datum eller tid i en av filerna.",
                "date",
            )


def ends_before_start(case: Case) -> Iterator[Remark]:
    """The meeting ends before it begins."""
    start, end = case.meeting.start, case.meeting.end
    if start and end and end <= start:
        yield Remark(
            f"mötet slutar kl. {end:%H.%M} men börjar kl. {start:%H.%M}.",
            "Rätta klockslagen.",
            "end",
        )


def next_before(case: Case) -> Iterator[Remark]:
    """The next meeting lies before this one."""
    nxt, held = case.meeting.next_meeting, case.meeting.date
    if nxt and nxt.date and held and nxt.date <= held:
        yield Remark(
            f"nästa möte {shown(nxt.date)} är inte efter mötet {shown(held)}.",
            "Rätta datumet.",
            "next_meeting.date",
        )


def next_not_held(case: Case) -> Iterator[Remark]:
    """The following meeting's file has another day than these minutes tell."""
    nxt, held = case.meeting.next_meeting, case.meeting.date
    later = [m for m in case.others if m.date and held and m.date > held]
    if nxt and nxt.date and later and later[0].date and later[0].date < nxt.date:
        yield Remark(
            f"nästa möte är {shown(nxt.date)}, men mappen har ett möte redan "
            f"{shown(later[0].date)}.",
            "Rätta datumet, om det andra mötet inte är extra.",
            "next_meeting.date",
        )


def wrong_title_date(case: Case) -> Iterator[Remark]:
    """The title names another day than the meeting's, or a weekday that isn't that day's."""
    held = case.meeting.date
    for found in find_dates(case.meeting.title):
        day = resolve(found, after=held.replace(month=1, day=1) if held else None)
        if day and held and found.day is not None and day != held and not found.until:
            yield Remark(
                f"rubriken säger {shown(day)}, men mötets datum är {shown(held)}.",
                "Rätta rubriken eller datumet.",
                "title",
            )
        elif day and weekday_disagrees(found, day):
            yield Remark(
                f"{shown(day)} är en {weekday(day)}, men rubriken säger «{found.text}».",
                "Rätta veckodagen eller datumet.",
                "title",
            )


def outside_meeting(case: Case) -> Iterator[Remark]:
    """Something happens before the meeting begins or after it ends."""
    start, end = case.meeting.start, case.meeting.end
    for index, item in case.items():
        times = [
            (one.time, f"{one.name} {'kommer' if one.direction == 'arrives' else 'går'}",
             f"movements[{i}]")
            for i, one in enumerate(item.movements)
        ]  # fmt: skip
        times += [
            (pause.start, "ajourneringen börjar", f"adjournments[{i}]")
            for i, pause in enumerate(item.adjournments)
        ]
        for time, what, path in times:
            if time and ((start and time < start) or (end and time > end)):
                yield Remark(
                    f"{what} kl. {time:%H.%M}, utanför mötets tid.",
                    "Rätta klockslaget.",
                    f"items[{index}].{path}",
                )


def backwards(case: Case) -> Iterator[Remark]:
    """The clock runs backwards from one item to the next."""
    latest: dt.time | None = None
    for index, item in case.items():
        times = [one.time for one in item.movements if one.time]
        times += [pause.start for pause in item.adjournments]
        for time in sorted(times):
            if latest and time < latest:
                yield Remark(
                    f"klockan är {time:%H.%M}, men vid en tidigare punkt var den {latest:%H.%M}.",
                    "Rätta klockslaget.",
                    f"items[{index}]",
                )
            latest = max(latest, time) if latest else time


def pause_backwards(case: Case) -> Iterator[Remark]:
    """A pause ends before it begins."""
    for index, item in case.items():
        for i, pause in enumerate(item.adjournments):
            if pause.end and pause.end <= pause.start:
                yield Remark(
                    "ajourneringen slutar innan den börjar.",
                    "Rätta klockslagen.",
                    f"items[{index}].adjournments[{i}]",
                )


def overdue_from_start(case: Case) -> Iterator[Remark]:
    """An action is due before the meeting that gives rise to it."""
    held = case.meeting.date
    for index, item in case.items():
        for i, one in enumerate(item.actions):
            if held and one.due and one.due < held and one.status == "open" and not one.origin:
                yield Remark(
                    f"åtgärden ska vara klar {shown(one.due)}, före mötet.",
                    "Rätta dagen.",
                    f"items[{index}].actions[{i}]",
                )


def carried_backwards(case: Case) -> Iterator[Remark]:
    """A point is carried to a time before the meeting."""
    held = case.meeting.date
    for index, item in case.items():
        when = item.carried_to.when if item.carried_to else ""
        if held and when[:1].isdecimal() and when < shown(held)[: len(when)]:
            yield Remark(
                f"punkten flyttas till {when}, före mötet {shown(held)}.",
                "Rätta tiden.",
                f"items[{index}].carried_to",
            )


def called_late(case: Case) -> Iterator[Remark]:
    """The call goes out later than the organ's own rules say."""
    days = case.body.call_days if case.body else None
    sent, held = case.meeting.sent, case.meeting.date
    if case.meeting.kind == "agenda" and days and sent and held and (held - sent).days < days:
        yield Remark(
            f"kallelsen skickas {(held - sent).days} dagar före mötet; det ska vara minst {days}.",
            f"Skicka den senast {shown(held - dt.timedelta(days=days))}, eller flytta mötet.",
            "sent",
        )
