"""Numbers of meetings and items."""

from __future__ import annotations

import pytest

from protokollant.composers import next_meeting
from protokollant.composers.numbering import following_number
from protokollant.model import AgendaItem, NextMeeting
from tests.composers.builders import day, minutes


@pytest.mark.parametrize(
    ("number", "next_on", "expected"),
    [
        ("3", "2025-12-01", "4"),
        ("9", "2026-01-12", "1"),
        ("3", None, "4"),
        ("3/2025", "2025-12-01", "4/2025"),
        ("9/2025", "2026-01-12", "1/2026"),
        ("2025:9", "2025-12-01", "2025:10"),
        ("2025:9", "2026-01-12", "2026:1"),
        ("nr 3", "2025-12-01", "nr 4"),
        ("", "2025-12-01", ""),
        ("III", "2025-12-01", ""),
    ],
)
def test_meetings_are_numbered_within_the_year(
    number: str, next_on: str | None, expected: str
) -> None:
    last = minutes("2025-11-03", number=number)
    assert following_number(last, day(next_on) if next_on else None) == expected


@pytest.mark.parametrize(
    ("sections", "next_on", "first"),
    [
        (["12", "13"], "2025-12-01", "14"),
        (["1", "2"], "2025-12-01", "1"),
        (["12", "13"], "2026-01-12", "1"),
    ],
)
def test_sections_that_run_through_the_year_go_on(
    sections: list[str], next_on: str, first: str
) -> None:
    items = [AgendaItem(number=n, title=f"Ärende {n}") for n in sections]
    last = minutes("2025-11-03", *items, numbering="section",
                   next_meeting=NextMeeting(date=day(next_on)))  # fmt: skip
    agenda = next_meeting([last])
    assert agenda.numbering == "section"
    assert agenda.items[0].number == first
