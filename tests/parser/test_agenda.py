"""A call to a meeting, read: the items are what will be dealt with, and nothing is decided."""

from __future__ import annotations

from datetime import date

from protokollant.parser import parse
from protokollant.readers import read_text_lines

CALL = """\
Kallelse till Lunda byalags styrelsemöte 2026-04-07

Plats: Bygdegården
Tid: 18.30–20.00
Kallade: Anna Ek, Bo Lind

Dagordning

1. Mötets öppnande
2. Budget
   Styrelsen beslutar att anta budgeten.
3. Mötets avslutande
"""


def test_a_call_is_an_agenda_whose_proposals_are_no_decisions() -> None:
    reading = parse(read_text_lines(CALL), name="kallelse.txt")
    meeting = reading.meeting
    assert (meeting.kind, meeting.body, meeting.place) == ("agenda", "Lunda byalag", "Bygdegården")
    assert [item.title for item in meeting.items] == [
        "Mötets öppnande",
        "Budget",
        "Mötets avslutande",
    ]
    assert meeting.all_decisions == ()
    assert "beslutar att anta budgeten" in meeting.items[1].text


def test_the_called_are_neither_present_nor_absent_yet() -> None:
    meeting = parse(read_text_lines(CALL)).meeting
    assert [(p.name, p.status) for p in meeting.participants] == [
        ("Anna Ek", "unknown"),
        ("Bo Lind", "unknown"),
    ]


def test_a_date_that_only_the_file_name_has_is_taken_with_a_doubt() -> None:
    lines = read_text_lines("Minnesanteckningar\n\n1. Inledning\nText.\n\n2. Avslut\nText.")
    reading = parse(lines, name="2022-02-18_minnesanteckningar.txt")
    assert str(reading.meeting.date) == "2022-02-18"
    assert "Mötesdatumet är hämtat ur filnamnet: 2022-02-18." in [
        doubt.message for doubt in reading.warnings
    ]


def test_a_text_without_a_meeting_gives_an_empty_meeting_and_tells_what_it_left() -> None:
    reading = parse(read_text_lines("Mjölk\nÄgg\n\nGlöm inte att ringa om tiden hos tandläkaren."))
    assert reading.meeting.items == ()
    assert [kept.text for kept in reading.unplaced] or reading.meeting.intro


def test_labels_above_the_title_do_not_push_the_body_s_name_out_of_the_head() -> None:
    head = "Datum: 2026-03-02\nTid: 17.00\n\nKALLELSE\n\nUpprättad\n2026-02-20\n\nValnämnd\n\n"
    meeting = parse(read_text_lines(f"{head}1. Val av justerare\n\n2. Budget\n\n3. Avslut")).meeting
    assert meeting.body == "Valnämnd"
    assert meeting.date == date(2026, 3, 2)
