"""Documents of all kinds → the minutes of one body, in order of date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from protokollant.composers.likeness import same_body
from protokollant.errors import ComposeError, Fault
from protokollant.model import Meeting
from protokollant.swedish import format_date, join_list


def split_by_body(meetings: Iterable[Meeting]) -> dict[str, tuple[Meeting, ...]]:
    """The meetings of each body, under the name its latest dated meeting gives it.

    Near-equal names are one body. Meetings without a body's name belong to the only body that
    has one; where there are several, they form a group of their own under "".
    """
    groups: list[list[Meeting]] = []
    nameless: list[Meeting] = []
    for meeting in meetings:
        if not meeting.body.strip():
            nameless.append(meeting)
            continue
        home = next((group for group in groups if same_body(group[0].body, meeting.body)), None)
        if home is None:
            groups.append([meeting])
        else:
            home.append(meeting)
    if nameless and len(groups) == 1:
        groups[0].extend(nameless)
    elif nameless:
        groups.append(nameless)
    return {_name(group): tuple(group) for group in groups}


def minutes_of_one_body(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """The minutes among the meetings, by date, each once; those without a date come first.

    Raises ComposeError when there are none, when they are of several bodies, or when two
    different documents claim to be the same meeting.
    """
    minutes = [meeting for meeting in meetings if meeting.kind == "minutes"]
    if not minutes:
        raise ComposeError(
            "Det finns inga mötesanteckningar att utgå från.",
            remedy="Ange minst en fil med anteckningar eller protokoll från ett hållet möte.",
        )
    bodies = split_by_body(minutes)
    if len(bodies) > 1:
        names = join_list([f"«{name}»" if name else "ett organ utan namn" for name in bodies])
        raise ComposeError(
            f"Mötena hör till olika organ: {names}.",
            remedy="Ange mötena för ett organ i taget.",
        )
    ordered = sorted(dict.fromkeys(minutes), key=lambda meeting: meeting.date or date.min)
    _refuse_two_of_the_same(ordered)
    return tuple(ordered)


def _name(group: Sequence[Meeting]) -> str:
    named = [meeting for meeting in group if meeting.body.strip()]
    if not named:
        return ""
    return max(named, key=lambda meeting: meeting.date or date.min).body.strip()


def _refuse_two_of_the_same(ordered: Sequence[Meeting]) -> None:
    seen: set[tuple[object, ...]] = set()
    faults = []
    for meeting in ordered:
        key = (meeting.date, meeting.start, meeting.number)
        if meeting.date is not None and key in seen:
            day = format_date(meeting.date)
            faults.append(
                Fault(
                    f"Det finns två olika anteckningar från mötet den {day}.",
                    remedy="Ange bara en av filerna, eller rätta datumet i den andra.",
                )
            )
        seen.add(key)
    if faults:
        raise ComposeError(faults)
