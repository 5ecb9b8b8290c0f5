"""Dates and times as printed; and back again, for every day and every five minutes."""

from datetime import date, time, timedelta

import pytest

from protokollant.swedish import (
    find_dates,
    find_months,
    find_weeks,
    format_clock,
    format_date,
    format_date_iso,
    format_date_long,
    format_date_span,
    format_month,
    format_time,
    format_time_span,
    iso_week,
    next_month,
    read_date,
    read_time,
    read_time_span,
    resolve_range,
    resolve_week,
    weekday,
    weekday_definite,
    weekday_disagrees,
)

DAY = date(2022, 2, 18)
LEAP_YEAR = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
CLOCK = [time(minute // 60, minute % 60) for minute in range(0, 24 * 60, 5)]


def test_the_printed_forms():
    assert format_date(DAY) == "18\u00a0februari 2022"
    assert format_date_long(DAY) == "fredagen den\u00a018\u00a0februari 2022"
    assert format_date_iso(DAY) == "2022-02-18"
    assert (weekday(DAY), weekday_definite(DAY)) == ("fredag", "fredagen")
    assert iso_week(DAY) == "v.\u00a07"
    assert iso_week(date(2022, 2, 25)) == "v.\u00a08"
    assert format_month("2026-04") == "april 2026"
    assert format_clock(time(9, 5)) == "9.05"
    assert format_time(time(9)) == "kl.\u00a09.00"
    assert format_time_span(time(14), time(16)) == "kl.\u00a014.00–16.00"
    assert format_time_span(time(14)) == "kl.\u00a014.00"


SPANS = [
    (date(2026, 9, 12), date(2026, 9, 14), "12–14\u00a0september 2026"),
    (date(2022, 4, 29), date(2022, 5, 3), "29\u00a0april–3\u00a0maj 2022"),
    (date(2022, 12, 28), date(2023, 1, 3), "28\u00a0december 2022–3\u00a0januari 2023"),
    (DAY, DAY, "18\u00a0februari 2022"),
]


@pytest.mark.parametrize(("first", "last", "printed"), SPANS)
def test_a_span_of_days_repeats_nothing_and_reads_back(first, last, printed):
    assert format_date_span(first, last) == printed
    (found,) = find_dates(printed)
    assert resolve_range(found) == (first, last)


@pytest.mark.parametrize("month", ["2026-13", "2026", "april", ""])
def test_a_month_that_is_none_is_refused(month):
    with pytest.raises(ValueError, match=r".+"):
        format_month(month)


@pytest.mark.parametrize("printed", [format_date, format_date_long, format_date_iso])
def test_every_day_of_a_leap_year_reads_back_as_printed(printed):
    for day in LEAP_YEAR:
        text = printed(day)
        (found,) = find_dates(text)
        assert found.text == text
        assert read_date(text) == day
        assert not weekday_disagrees(found, day)


def test_every_day_reads_back_without_its_year_in_both_directions():
    for day in LEAP_YEAR:
        without_year = format_date(day).removesuffix(" 2024")
        assert read_date(without_year, after=LEAP_YEAR[0]) == day
        assert read_date(without_year, before=LEAP_YEAR[-1]) == day


def test_every_week_and_month_reads_back():
    for day in LEAP_YEAR:
        (found,) = find_weeks(f"{iso_week(day)} {day.isocalendar().year}")
        assert resolve_week(found) == day - timedelta(days=day.weekday())
        (month,) = find_months(format_month(f"{day:%Y-%m}"))
        assert (month.year, month.month) == (day.year, day.month)
        assert next_month(month.month, LEAP_YEAR[0]) == f"{day:%Y-%m}"


def test_every_five_minutes_reads_back_as_printed():
    for start in CLOCK:
        assert read_time(format_time(start)) == read_time(format_clock(start)) == start
        assert read_time_span(f"Tid: {format_time(start)}") == (start, None)
        for end in CLOCK[::37]:
            assert read_time_span(format_time_span(start, end)) == (start, end)
