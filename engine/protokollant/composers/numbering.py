"""The last meeting's number and items → those of the next meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from protokollant.model import AgendaItem, Meeting

# "3", "3/2025", "2025:3".
_NUMBER_FIRST = re.compile(
    r"(?P<head>\D*)(?P<number>\d{1,3})(?P<tail>(?P<sign>[/:.–-])(?P<y>\d{4}))?"
)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})(?P<sign>[/:.–-])(?P<number>\d{1,3})")
_SECTION = re.compile(r"\d+")


def following_number(last: Meeting, day: date | None) -> str:
    """The next meeting's number: one more within the year, 1 in a new year.

    "" where the last meeting has none, or one that can't be counted on from.
    """
    is_new_year = bool(day and last.date and day.year > last.date.year)
    year = day.year if day else None
    number = last.number.strip()
    if match := _YEAR_FIRST.fullmatch(number):
        return f"{year or match['y']}{match['sign']}{_one_more(match, is_new_year)}"
    if match := _NUMBER_FIRST.fullmatch(number):
        tail = f"{match['sign']}{year or match['y']}" if match["tail"] else ""
        return f"{match['head']}{_one_more(match, is_new_year)}{tail}"
    return ""


def first_item_number(last: Meeting, day: date | None) -> int:
    """1; or where sections (§) run on through the year, the one after the last meeting's."""
    if last.numbering != "section" or not day or not last.date or day.year != last.date.year:
        return 1
    numbers = [int(item.number) for item in last.items if _SECTION.fullmatch(item.number)]
    runs_on = bool(numbers) and numbers[0] > 1
    return max(numbers) + 1 if runs_on else 1


def numbered(items: Sequence[AgendaItem], first: int = 1) -> tuple[AgendaItem, ...]:
    """The items numbered in order."""
    return tuple(item.model_copy(update={"number": str(n)}) for n, item in enumerate(items, first))


def _one_more(match: re.Match[str], is_new_year: bool) -> int:
    return 1 if is_new_year else int(match["number"]) + 1
