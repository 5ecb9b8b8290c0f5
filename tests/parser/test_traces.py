"""Every value that is read from a text knows the lines it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollant import read_document
from protokollant.parser import parse
from protokollant.readers import read_text_lines

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FIELDS = ("date", "start", "end", "place", "body", "title", "scope", "next_meeting", "approval")

TEXT = """\
Styrgruppen
Protokoll
Plats: Salen
Tid: Torsdagen den 4 maj 2023
Närvarande: Eva Ek (ordförande), Bo Alm (justerare)

1. Mötets öppnande
Eva Ek förklarar mötet öppnat kl. 18.30.

2. Ekonomi
Kassan är god.
Beslut: Avgiften höjs.

3. Mötets avslutande
Tack för i dag.
Mötet avslutades kl. 20.15.
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("body", 1),
        ("place", 3),
        ("date", 4),
        ("participants[1].name", 5),
        ("approval.adjusters", 5),
        ("approval", 5),
        ("items[0].title", 7),
        ("start", 8),
        ("items[1].decisions[0]", 12),
        ("items[2]", 14),
        ("end", 16),
    ],
)
def test_where_the_values_of_a_document_were_read(path: str, line: int) -> None:
    found = parse(read_text_lines(TEXT), name="a.txt").meeting.source_of(path)
    assert found
    assert found.lines[0] == line
    assert found.file == "a.txt"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Mötesdatum: 2023-05-04\n\nProtokoll 2023-05-04\n\n1. Val\nText.", (1, 3)),
        ("Mötesdatum: 2023-05-04\n\nProtokoll 2023-06-14\n\n1. Val\nText.", (1,)),
    ],
)
def test_a_date_that_was_not_chosen_is_no_source_of_the_one_that_was(
    text: str, lines: tuple[int, ...]
) -> None:
    found = parse(read_text_lines(text)).source_of("date")
    assert found
    assert found.lines == lines


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_value_read_has_a_source(path: Path) -> None:
    meeting = read_document(path).meeting
    told = [field for field in FIELDS if getattr(meeting, field)]
    assert [field for field in told if not meeting.source_of(field)] == []
    records = [*meeting.participants, *meeting.all_items]
    for item in meeting.all_items:
        records += [*item.decisions, *item.actions]
    assert records
    assert [record for record in records if record.source is None] == []
