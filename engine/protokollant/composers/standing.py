"""A heading → the recurring points it covers; none for a matter of the day."""

from __future__ import annotations

import re

from protokollant.swedish import find_dates, without_clock
from protokollant.swedish.recurring_points import STANDING, Standing

UPCOMING = "Kommande punkter"
"""The heading over matters that wait for a later meeting, where no other point can hold them."""


def standing_of(title: str) -> tuple[Standing, ...]:
    """The recurring points that a heading covers: two for "Öppnande och godkännande av
    dagordningen", none for a matter of the day."""
    bare = _bare(title)
    padded = f" {bare} "
    return tuple(
        point
        for point in STANDING
        if bare in point.whole
        or any(f" {phrase} " in padded for phrase in point.within + point.told)
    )


def is_formal(title: str) -> bool:
    """Whether the heading is about the meeting itself and names no matter."""
    return any(point.formal for point in standing_of(title))


def agenda_title(title: str) -> str:
    """The heading as an agenda writes it: no clock time, and not in the minutes' tense."""
    kept = without_clock(title).strip(" ,.–-")
    padded = f" {_bare(title)} "
    for point in STANDING:
        if any(f" {phrase} " in padded for phrase in point.told):
            return point.title
    return kept


def is_upcoming(title: str) -> bool:
    """Whether matters under the heading only wait there for a later meeting."""
    return title == UPCOMING or any(point.key == "next" for point in standing_of(title))


def _bare(title: str) -> str:
    kept = without_clock(title)
    for found in reversed(find_dates(kept)):
        kept = kept[: found.start] + kept[found.end :]
    return " ".join(re.sub(r"[^\w\s-]", " ", kept).casefold().split())
