"""Proposed days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.composers.rhythm import propose_date


@pytest.mark.parametrize(
    ("days", "expected", "why"),
    [
        ([], None, "nothing known"),
        (["2025-02-03"], None, "one meeting has no rhythm"),
        (["2024-02-03", "2025-02-03"], None, "a year apart is no rhythm"),
        (["2025-02-03", "2025-03-03", "2025-04-07"], "2025-05-05", "Mondays, four weeks apart"),
        (["2025-09-03", "2025-10-03"], "2025-11-03", "a Sunday becomes the Monday after"),
        (["2025-03-06", "2025-04-05"], "2025-05-05", "no weekday in common"),
        (["2025-03-06", "2025-04-03"], "2025-05-08", "1 May is a public holiday"),
        (["2025-05-05", "2025-06-09"], "2025-08-04", "not in July"),
        (["2025-11-03", "2025-12-01"], "2026-01-12", "not between Christmas and Epiphany"),
        (["2025-03-01", "2025-03-15", "2025-03-29"], "2025-04-12", "a Saturday body"),
    ],
)
def test_the_proposed_day_keeps_the_rhythm(days: list[str], expected: str | None, why: str) -> None:
    proposed = propose_date([date.fromisoformat(day) for day in days])
    assert (proposed and proposed.isoformat()) == expected, why


@given(st.lists(st.dates(date(2000, 1, 1), date(2050, 1, 1)), max_size=8))
def test_a_proposed_day_is_after_the_last_meeting_and_no_fixed_holiday(days: list[date]) -> None:
    proposed = propose_date(days)
    if proposed is not None:
        assert proposed > max(days)
        assert (proposed.month, proposed.day) not in {(5, 1), (6, 6)}
