"""Times of day, and what only looks like one."""

from datetime import time

import pytest

from protokollant.swedish import find_times, read_time, read_time_span, without_clock

TIMES = [
    ("14.00", time(14)),
    ("14:00", time(14)),
    ("9", time(9)),
    ("kl 09.00", time(9)),
    ("kl. 9", time(9)),
    ("kl.19", time(19)),
    ("Klockan 19:30", time(19, 30)),
    ("kl. ca 9", time(9)),
    ("1400", time(14)),
    ("24.00", time(0)),
    ("19:33:33", time(19, 33)),
    ("kl.\u00a09.05", time(9, 5)),
    ("25", None),
    ("24.30", None),
    ("14.60", None),
    ("9.5", None),
    ("i morgon", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_read_time(text, expected):
    assert read_time(text) == expected


SPANS = [
    ("14.00-16.00", (time(14), time(16))),
    ("14.00–16.00", (time(14), time(16))),
    ("kl. 9–15", (time(9), time(15))),
    ("14-16", (time(14), time(16))),
    ("18.30 - 20.15", (time(18, 30), time(20, 15))),
    ("09:00 till 11:30", (time(9), time(11, 30))),
    ("från kl. 9 till kl. 10", (time(9), time(10))),
    ("kl 14.00-ca 16", (time(14), time(16))),
    ("kl 19", (time(19), None)),
    ("Fredagen den 18 februari 2022 kl 09.00", (time(9), None)),
    ("2025-03-14 19.00", (time(19), None)),
    ("2021-05-07 15:00-16:00", (time(15), time(16))),
    ("Teams 2021-03-15 kl 12-14 Inbjudan", (time(12), time(14))),
    ("17/9 kl.19 hos Bo, nr 12", (time(19), None)),
    ("19.00, 20.00", None),
    ("den 18 februari", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_read_time_span(text, expected):
    assert read_time_span(text) == expected


RUNNING = [
    ("Mötet öppnas 12:53 och avslutas kl 14.", ["12:53", "kl 14"]),
    ("Mötet avslutas 12.45", ["12.45"]),
    ("9.30 Fika", ["9.30"]),
    ("Kl 14:00-14:20 Sven Ek", ["Kl 14:00-14:20"]),
    ("klockan 19:44.", ["klockan 19:44"]),
    ("kl 12-14 mars", ["kl 12"]),
    ("2024-09-26 11:09:57", ["11:09:57"]),
    ("§ 12.30", []),
    ("§8.15", []),
    ("punkt 10.11", []),
    ("avsnitt 12.10", []),
    ("6.27 Rubrik", []),
    ("12.50 kr", []),
    ("100.50 kr", []),
    ("10.15 %", []),
    ("1.15 miljoner", []),
    ("12.500", []),
    ("18.12.2022", []),
    ("24.12.06", []),
    ("2022-02-18", []),
    ("18/2-22", []),
    ("den 18.12", []),
    ("10.248.210.5", []),
    ("telefon 08-12 30", []),
    ("fastigheten Backa 3:14", []),
    ("9-15 personer", []),
]


@pytest.mark.parametrize(("text", "expressions"), RUNNING)
def test_times_in_running_text_are_told_from_dates_sections_and_amounts(text, expressions):
    found = find_times(text)
    assert [one.text for one in found] == expressions
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("Mötets öppnande 17:54", "Mötets öppnande"),
        ("Avslut (kl. 9.00)", "Avslut"),
        ("Lunch, kl 12", "Lunch"),
        ("Budget 2026", "Budget 2026"),
        ("Öppet 9.00 varje dag", "Öppet 9.00 varje dag"),
    ],
)
def test_a_clock_time_at_the_end_of_a_heading_is_taken_off(heading: str, bare: str) -> None:
    assert without_clock(heading) == bare
