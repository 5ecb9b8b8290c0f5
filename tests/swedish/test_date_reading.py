"""Which day a text means, when the year must be inferred."""

from datetime import date

import pytest

from protokollant.swedish import (
    find_dates,
    find_weeks,
    next_month,
    read_date,
    resolve,
    resolve_range,
    resolve_week,
    weekday_disagrees,
)

MEETING = date(2022, 2, 25)


def test_a_stated_year_is_kept_whatever_the_direction():
    assert read_date("18 februari 2021", after=MEETING) == date(2021, 2, 18)
    assert read_date("18 februari 2031", before=MEETING) == date(2031, 2, 18)


FORWARD = [
    ("Nästa möte är den 17 april", date(2022, 4, 17)),
    ("den 25 februari", date(2022, 2, 25)),
    ("24/2", date(2023, 2, 24)),
    ("29 februari", date(2024, 2, 29)),
]


@pytest.mark.parametrize(("text", "day"), FORWARD)
def test_looking_forward_a_day_without_a_year_is_the_next_one(text, day):
    assert read_date(text, after=MEETING) == day


BACKWARD = [
    ("AVB möte 21/1", date(2022, 1, 21)),
    ("den 25 februari", date(2022, 2, 25)),
    ("26/2", date(2021, 2, 26)),
    ("29 februari", date(2020, 2, 29)),
]


@pytest.mark.parametrize(("text", "day"), BACKWARD)
def test_looking_back_a_day_without_a_year_is_the_last_one(text, day):
    assert read_date(text, before=MEETING) == day


def test_between_two_days_the_year_must_fit_both():
    assert read_date("1 mars", after=MEETING, before=date(2022, 3, 31)) == date(2022, 3, 1)
    assert read_date("1 maj", after=MEETING, before=date(2022, 3, 31)) is None


@pytest.mark.parametrize(
    "text",
    ["30 februari", "31 april 2022", "29 februari 2022", "18/2 och 25/2", "12-14/9", "i mars", ""],
)
def test_what_is_not_one_possible_day_is_none(text):
    assert read_date(text, after=MEETING) is None


def test_without_a_direction_the_year_stays_unknown():
    assert read_date("18 februari") is None


def test_the_same_day_told_twice_is_one_day():
    assert read_date("Fredagen den 18 februari 2022 (2022-02-18)") == date(2022, 2, 18)


def test_a_leap_day_is_found_across_a_century_without_one():
    assert read_date("29 februari", after=date(2096, 3, 1)) == date(2104, 2, 29)
    assert read_date("29 februari", before=date(1904, 2, 28)) == date(1896, 2, 29)


RANGES = [
    ("29 april–3 maj 2022", (date(2022, 4, 29), date(2022, 5, 3))),
    ("28 december–3 januari 2023", (date(2022, 12, 28), date(2023, 1, 3))),
    ("9 februari - 30 mars", (date(2023, 2, 9), date(2023, 3, 30))),
    ("12-14/9", (date(2022, 9, 12), date(2022, 9, 14))),
    ("den 5 maj", (date(2022, 5, 5), date(2022, 5, 5))),
    ("28 februari–30 februari 2022", None),
]


@pytest.mark.parametrize(("text", "days"), RANGES)
def test_a_range_takes_its_year_from_where_it_is_told(text, days):
    (found,) = find_dates(text)
    assert resolve_range(found, after=MEETING) == days
    assert resolve(found, after=MEETING) == (days[0] if days else date(2022, 2, 28))


def test_a_weekday_that_does_not_match_its_day_disagrees():
    (right,) = find_dates("fredagen den 18 februari 2022")
    (wrong,) = find_dates("torsdagen den 18 februari 2022")
    (silent,) = find_dates("18 februari 2022")
    day = date(2022, 2, 18)
    assert [weekday_disagrees(one, day) for one in (right, wrong, silent)] == [False, True, False]


@pytest.mark.parametrize(("month", "expected"), [(4, "2022-04"), (2, "2022-02"), (1, "2023-01")])
def test_the_next_month_of_that_name(month, expected):
    assert next_month(month, MEETING) == expected


def test_a_week_begins_on_its_monday():
    (told,) = find_weeks("v. 7 2022")
    (untold,) = find_weeks("vecka 7")
    (this_week,) = find_weeks("v. 8")
    (rare,) = find_weeks("v. 53")
    assert resolve_week(told) == date(2022, 2, 14)
    assert resolve_week(untold, after=MEETING) == date(2023, 2, 13)
    assert resolve_week(untold, before=MEETING) == date(2022, 2, 14)
    assert resolve_week(this_week, after=MEETING) == date(2022, 2, 21)
    assert resolve_week(rare, after=MEETING) == date(2026, 12, 28)
    assert resolve_week(rare, before=MEETING) == date(2020, 12, 28)
    assert resolve_week(untold) is None
