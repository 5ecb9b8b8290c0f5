"""A value that was read knows where; that is no part of the value."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest

from protokollant import Meeting, Reading
from protokollant.model import AgendaItem, Decision, NextMeeting, Participant, Source, traced

MEETING = Meeting(
    date=dt.date(2022, 2, 18),
    participants=(Participant(name="Eva Ek"), Participant(name="Bo Alm")),
    items=(
        AgendaItem(number="1", title="Öppnande"),
        AgendaItem(
            number="2",
            title="Ekonomi",
            text="Två rader.",
            decisions=(Decision(text="Ja."), Decision(text="Nej.")),
            items=(AgendaItem(title="Kassa", decisions=(Decision(text="Spara."),)),),
        ),
    ),
    next_meeting=NextMeeting(place="Salen"),
)
SOURCES = (
    Source("", 1, "Datum", "label", file="a.txt"),
    Source("date", 1, "18 februari 2022", "label", 1.0, 1, "a.txt"),
    Source("date", 9, "2022-02-18", "page_head", 0.4, 2, "a.txt"),
    Source("participants", 2, "Närvarande", "heading"),
    Source("participants[1]", 3, "Bo Alm", "entry", 0.9),
    Source("items[1].title", 4, "2. Ekonomi", "numbered", 0.7),
    Source("items[1].text", 5, "Två", "text"),
    Source("items[1].text", 6, "rader.", "text"),
    Source("items[1].decisions[1]", 7, "Nej.", "decision", 0.8),
    Source("items[1].items[0].decisions[0]", 8, "Spara.", "decision", 0.6),
    Source("next_meeting", 10, "Nästa möte i Salen", "next", 0.9),
)
READ = traced(MEETING, SOURCES)


@pytest.mark.parametrize(
    ("path", "lines", "confidence"),
    [
        ("date", (1, 9), 1.0),
        ("participants", (2, 3), 0.9),
        ("participants[1]", (3,), 0.9),
        ("participants[1].name", (3,), 0.9),
        ("items[1]", (4, 5, 6), 0.7),
        ("items[1].text", (5, 6), 1.0),
        ("items[1].decisions[1].text", (7,), 0.8),
        ("items[1].items[0].decisions[0]", (8,), 0.6),
        ("next_meeting.place", (10,), 0.9),
    ],
)
def test_where_a_value_was_read(path: str, lines: tuple[int, ...], confidence: float) -> None:
    for found in (READ.source_of(path), Reading(MEETING, sources=SOURCES).source_of(path)):
        assert found is not None
        assert (found.lines, found.confidence) == (lines, confidence)


@pytest.mark.parametrize("path", ["place", "items[0]", "items[1].presenters", "items[11]"])
def test_a_value_that_no_text_gave_has_no_source(path: str) -> None:
    assert READ.source_of(path) is None


def test_every_record_knows_its_own_source() -> None:
    item = READ.items[1]
    assert item.source
    assert item.source.lines == (4, 5, 6)
    assert item.source.rules == ("numbered", "text")
    decision = item.items[0].decisions[0]
    assert decision.source
    assert decision.source.text == "Spara."
    assert item.source_of("decisions[1]") == item.decisions[1].source
    assert READ.participants[0].source is None


def test_a_source_tells_file_page_and_text() -> None:
    found = READ.source_of("date")
    assert found
    assert (found.file, found.pages, found.text) == (
        "a.txt",
        (1, 2),
        "18 februari 2022\n2022-02-18",
    )


def test_the_source_is_no_part_of_the_value() -> None:
    assert READ == MEETING
    assert hash(READ) == hash(MEETING)
    assert READ.model_dump_json() == MEETING.model_dump_json()
    assert repr(READ) == repr(MEETING)
    assert MEETING.items[1].source is None
    assert MEETING.model_copy(update={"place": "Salen"}) != MEETING
    assert Decision(text="Ja.") != Participant(name="Ja.")


def test_the_source_goes_with_copies() -> None:
    again = pickle.loads(pickle.dumps(READ))
    assert again.items[1].source == READ.items[1].source
    assert READ.model_copy(update={"place": "Salen"}).items[1].source == READ.items[1].source


def test_lines_of_a_reading_tell_what_they_gave() -> None:
    reading = Reading(MEETING, sources=SOURCES)
    assert [source.field for source in reading.sources_on(1)] == ["", "date"]
