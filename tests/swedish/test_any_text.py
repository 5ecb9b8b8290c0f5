"""No text makes a reader raise, none makes it slow, and every place it tells is right."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollant import swedish

FINDERS = [
    swedish.find_dates,
    swedish.find_months,
    swedish.find_weeks,
    swedish.find_times,
    swedish.find_names,
    swedish.read_roles,
]
READERS = [
    swedish.read_date,
    swedish.read_time,
    swedish.read_time_span,
    swedish.attendance_status,
    swedish.looks_like_name,
    swedish.split_name,
    swedish.party,
    swedish.fold,
    swedish.sort_key,
    swedish.ascii_slug,
    swedish.genitive,
    swedish.normalise_text,
]

# Words and signs that the readers know, to reach deeper than random letters do.
WORDS = (
    "18 2 0 31 99 2022 -22 / . : - – \u00ad § den fredag fre. februari FEB maj Jan ſept ı v. vecka"
    " kl kl. klockan 14.00 24 T o m till t.o.m. Anna Larsson von A. SIP (C) ( ) ordf. vice Övriga"
    " 1:e kr % \u0660 ² \u0308 \u00a0 \n \t 20220218 -1234 Region Borås"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.text() | st.builds("".join, st.lists(PIECES | st.just(" "), max_size=30))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_finders_never_raise_and_their_places_are_ordered_and_true(text):
    for finder in FINDERS:
        end = 0
        for found in finder(text):
            said = getattr(found, "text", None) or found.name
            assert end <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == said
            end = found.end


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.dates())
def test_readers_never_raise(text, day):
    for reader in READERS:
        reader(text)
    swedish.near_equal(text, text[::-1])
    swedish.did_you_mean(text, ["datum", text[::-1]])
    for found in swedish.find_dates(text):
        for one in (swedish.resolve(found, after=day), swedish.resolve(found, before=day)):
            assert one is None or (one.month, one.day) == (found.month, found.day)
        swedish.resolve_range(found, after=day)
    for week in swedish.find_weeks(text):
        swedish.resolve_week(week, after=day)
        swedish.resolve_week(week, before=day)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trap(day):
    for text in ("29 februari", "1/1", "31/12"):
        swedish.read_date(text, after=day)
        swedish.read_date(text, before=day)
    (week,) = swedish.find_weeks("v. 53")
    swedish.resolve_week(week, after=day)
    swedish.resolve_week(week, before=day)


HOSTILE = [
    "1",
    "9.",
    "1-",
    "2022-",
    "18/2-",
    " ",
    "den ",
    "18 februari ",
    "kl ",
    "kl 9 - ",
    "14.00-",
    "v ",
    "A",
    "Anna ",
    "A. ",
    "von ",
    "Övriga ",
    "vice ",
    "(",
    "¨a",
    "\u00ad",
    "\u0308",
]


# The other readers look through the finders.
THROUGH_FINDERS = (swedish.read_date, swedish.read_time_span)
LINEAR = [*FINDERS, *(one for one in READERS if one not in THROUGH_FINDERS)]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("function", LINEAR, ids=lambda one: one.__name__)
def test_a_hundred_kilobytes_of_anything_take_well_under_a_second(function, piece):
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    function(text)
    assert time.process_time() - started < 0.9
