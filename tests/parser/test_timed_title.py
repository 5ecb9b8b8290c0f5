"""Headings with a time in their tail."""

from __future__ import annotations

import pytest

from protokollant.parser import parse
from protokollant.parser.timed_title import timed_title
from protokollant.readers import read_text_lines


@pytest.mark.parametrize(
    ("title", "alone", "tail"),
    [
        ("Mötets öppnande 17:54", "Mötets öppnande 17:54", ""),
        (
            "Skolbyten Kl 13:30-14:00 Eva Ek, rektor",
            "Skolbyten",
            "Kl 13:30-14:00 Eva Ek, rektor",
        ),
        ("Nästa möte 20 maj kl 9.00", "Nästa möte 20 maj kl 9.00", ""),
        ("Öppet 9.00–16.00 varje dag", "Öppet 9.00–16.00 varje dag", ""),
        ("17:54", "17:54", ""),
        ("Budget och bokslut", "Budget och bokslut", ""),
    ],
)
def test_the_tail_is_cut_at_the_time(title: str, alone: str, tail: str) -> None:
    assert timed_title(title) == (alone, tail)


def test_the_tail_becomes_the_items_first_text() -> None:
    reading = parse(
        read_text_lines(
            "Kallelse 2026-03-02\n\n1. Skolbyten Kl 13:30 Eva Ek, rektor\n\n2. Ekonomi\n"
        )
    )
    first = reading.meeting.items[0]
    assert (first.title, first.text) == ("Skolbyten", "Kl 13:30 Eva Ek, rektor")
    assert reading.unplaced == ()
