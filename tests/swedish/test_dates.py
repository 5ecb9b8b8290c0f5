"""What a text says of dates, months and weeks, and where."""

import pytest

from protokollant.swedish import find_dates, find_months, find_weeks

ONE_DATE = [
    # text, the expression found, (year, month, day), weekday
    ("2022-02-18", "2022-02-18", (2022, 2, 18), None),
    ("2022-2-8", "2022-2-8", (2022, 2, 8), None),
    ("2022\u201102\u201118", "2022\u201102\u201118", (2022, 2, 18), None),
    ("2022\u00ad02\u00ad18", "2022\u00ad02\u00ad18", (2022, 2, 18), None),
    ("2022–02–18", "2022–02–18", (2022, 2, 18), None),
    ("2022-02-18T14:00", "2022-02-18", (2022, 2, 18), None),
    ("protokoll_2022-02-18.pdf", "2022-02-18", (2022, 2, 18), None),
    ("2022-02-18 (fredag)", "2022-02-18 (fredag)", (2022, 2, 18), 4),
    ("2022-02-18 t o m sid 4", "2022-02-18", (2022, 2, 18), None),
    ("20220218", "20220218", (2022, 2, 18), None),
    ("22-02-18", "22-02-18", (2022, 2, 18), None),
    ("AVB möte 21/1", "21/1", (None, 1, 21), None),
    ("18/2-22", "18/2-22", (2022, 2, 18), None),
    ("18/2 -22", "18/2 -22", (2022, 2, 18), None),
    ("18/2 2022", "18/2 2022", (2022, 2, 18), None),
    ("18/2-2022", "18/2-2022", (2022, 2, 18), None),
    ("18/2/2022", "18/2/2022", (2022, 2, 18), None),
    ("senast 7/4 2025. Pris", "7/4 2025", (2025, 4, 7), None),
    ("18/2 2000 kr", "18/2", (None, 2, 18), None),
    ("18.2.2022", "18.2.2022", (2022, 2, 18), None),
    ("24.12.06", "24.12.06", (2006, 12, 24), None),
    ("24.12.98", "24.12.98", (1998, 12, 24), None),
    ("den 18 februari 2022", "den 18 februari 2022", (2022, 2, 18), None),
    ("den\u00a018\u00a0februari 2022", "den\u00a018\u00a0februari 2022", (2022, 2, 18), None),
    ("18 feb 2022", "18 feb 2022", (2022, 2, 18), None),
    ("18 feb. -22", "18 feb. -22", (2022, 2, 18), None),
    ("30 sept. 2024", "30 sept. 2024", (2024, 9, 30), None),
    ("FREDAGEN DEN 18 FEBRUARI 2022", "FREDAGEN DEN 18 FEBRUARI 2022", (2022, 2, 18), 4),
    ("Fredagen den 18 februari 2022 kl 09", "Fredagen den 18 februari 2022", (2022, 2, 18), 4),
    ("fredag 18 februari", "fredag 18 februari", (None, 2, 18), 4),
    ("fre 18 feb", "fre 18 feb", (None, 2, 18), 4),
    ("tors. 3/5", "tors. 3/5", (None, 5, 3), 3),
    ("Onsdag 17/12 12:15", "Onsdag 17/12", (None, 12, 17), 2),
    ("18:e februari", "18:e februari", (None, 2, 18), None),
    ("1:a mars", "1:a mars", (None, 3, 1), None),
    ("den 30e mars.", "den 30e mars", (None, 3, 30), None),
    ("18 jan kl 9", "18 jan", (None, 1, 18), None),
    ("30 februari 2022", "30 februari 2022", (2022, 2, 30), None),
]


@pytest.mark.parametrize(("text", "expression", "parts", "weekday"), ONE_DATE)
def test_a_date_is_found_with_its_place_and_its_parts_as_stated(text, expression, parts, weekday):
    (found,) = find_dates(text)
    assert found.text == expression == text[found.start : found.end]
    assert (found.year, found.month, found.day) == parts
    assert found.weekday == weekday
    assert found.until is None


RANGES = [
    ("9 februari - 30 mars", (None, 2, 9), (None, 3, 30)),
    ("29 april–3 maj", (None, 4, 29), (None, 5, 3)),
    ("29 april till den 3 maj 2022", (None, 4, 29), (2022, 5, 3)),
    ("12-14/9", (None, 9, 12), (None, 9, 14)),
    ("12–14 september 2026", (2026, 9, 12), (2026, 9, 14)),
    ("den 3 till 5 maj 2024", (2024, 5, 3), (2024, 5, 5)),
    ("27 - 30 december", (None, 12, 27), (None, 12, 30)),
    ("28/11-30/11", (None, 11, 28), (None, 11, 30)),
    ("28/11 t.o.m. 30/11", (None, 11, 28), (None, 11, 30)),
    ("2022-02-18 – 2022-02-20", (2022, 2, 18), (2022, 2, 20)),
]


@pytest.mark.parametrize(("text", "first", "last"), RANGES)
def test_a_range_of_days_is_one_expression(text, first, last):
    (found,) = find_dates(f"Perioden {text}, preliminärt")
    assert found.text == text
    assert (found.year, found.month, found.day) == first
    assert found.until is not None
    assert found.until[:3] == last


def test_a_list_of_dates_is_no_range():
    found = find_dates("Vi ses 18/2, 25/2 och 3/3.")
    assert [(one.day, one.month, one.until) for one in found] == [
        (18, 2, None),
        (25, 2, None),
        (3, 3, None),
    ]


def test_a_second_day_before_the_first_is_no_range():
    (found,) = find_dates("punkt 30-2 maj")
    assert (found.text, found.until) == ("2 maj", None)


NO_DATE = [
    "20220231",
    "2022-13-01",
    "19800101-1234",
    "1980-01-01-1234",
    "2025-00007",
    "Dnr 2025-12345",
    "SOU 2025:113",
    "/2025/11/sou-2025113/",
    "10.248.210.5",
    "3.2.1",
    "§ 12.30",
    "14.00-16.00",
    "styrelsen 16/17",
    "verksamhetsåret 10/11",
    "läsåret 11/12",
    "1/2 h",
    "3/4 tjänst",
    "31/2",
    "nr 12/9",
    "3 Jan Hallgren",
    "12 JAN HEDÉN",
    "4 Maj-Britt Larsson",
    "100 000 kr",
    "",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_other_numbers_are_no_dates(text):
    assert find_dates(text) == []


MONTHS_NAMED = [
    ("Punkten flyttas till mötet i april", [("april", None, 4)]),
    ("Tas upp i mars vad syftet är", [("mars", None, 3)]),
    ("tas upp på aprilmötet", [("aprilmötet", None, 4)]),
    ("delårsrapport augusti 2024", [("augusti 2024", 2024, 8)]),
    ("feb -22", [("feb -22", 2022, 2)]),
    ("juni–augusti", [("juni", None, 6), ("augusti", None, 8)]),
    ("den 3 april och i maj", [("maj", None, 5)]),
    ("Maj 2026", [("Maj 2026", 2026, 5)]),
    ("Jan Ståhl och Maj-Britt Berg", []),
    ("Maj Berg", []),
    ("dec är en förkortning", []),
]


@pytest.mark.parametrize(("text", "months"), MONTHS_NAMED)
def test_a_month_without_a_day_is_found_apart(text, months):
    found = find_months(text)
    assert [(one.text, one.year, one.month) for one in found] == months
    assert all(one.day is None and text[one.start : one.end] == one.text for one in found)


WEEKS = [
    ("v. 8", (8, None, None)),
    ("v.8", (8, None, None)),
    ("V8", (8, None, None)),
    ("under vecka 8", (8, None, None)),
    ("v 8-9", (8, 9, None)),
    ("veckorna 8–9 2022", (8, 9, 2022)),
    ("v. 60", None),
    ("v. ordf", None),
    ("(V) 8", None),
]


@pytest.mark.parametrize(("text", "week"), WEEKS)
def test_week_numbers(text, week):
    found = [(one.week, one.until, one.year) for one in find_weeks(text)]
    assert found == ([week] if week else [])
