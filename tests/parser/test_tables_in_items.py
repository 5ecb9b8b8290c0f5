"""A table in an item is a table in its text; its tasks are told where its headings say so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from protokollant import read_document
from protokollant.model import AgendaItem

Rows = tuple[tuple[str, ...], ...]
Written = Callable[[Path, Rows], Path]
ROWS: Rows = (("Vem", "Vad", "När"), ("Eva Ek", "Bokar lokal", "20/2"), ("Bo", "", "snarast"))


def in_markdown(folder: Path, rows: Rows) -> Path:
    table = [f"| {' | '.join(row)} |" for row in rows]
    table.insert(1, "|---|---|---|")
    text = "# Protokoll 2024-02-13\n\n## 1. Årsmöte\nVi planerar.\n\n{}\n\n## 2. Avslut\nKlart.\n"
    path = folder / "m.md"
    path.write_text(text.format("\n".join(table)), encoding="utf-8")
    return path


def in_word(folder: Path, rows: Rows) -> Path:
    made = docx.Document()
    for text, style in (("Protokoll 2024-02-13", "Title"), ("1. Årsmöte", "Heading 1")):
        made.add_paragraph(text, style)
    made.add_paragraph("Vi planerar.")
    table = made.add_table(rows=0, cols=3)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.add_paragraph("2. Avslut", "Heading 1")
    made.add_paragraph("Klart.")
    path = folder / "m.docx"
    made.save(str(path))
    return path


def first_item(path: Path) -> AgendaItem:
    reading = read_document(path)
    assert reading.unplaced == ()
    return reading.meeting.items[0]


@pytest.mark.parametrize("written", [in_markdown, in_word])
def test_a_table_is_kept_as_one(written: Written, tmp_path: Path) -> None:
    item = first_item(written(tmp_path, ROWS))
    assert item.text.split("\n\n")[1].split("\n") == [
        "| Vem | Vad | När |",
        "| --- | --- | --- |",
        "| Eva Ek | Bokar lokal | 20/2 |",
        "| Bo |  | snarast |",
    ]


@pytest.mark.parametrize("written", [in_markdown, in_word])
def test_the_tasks_of_a_table_are_told(written: Written, tmp_path: Path) -> None:
    (task,) = first_item(written(tmp_path, ROWS)).actions
    assert (task.who, task.what, str(task.due)) == (("Eva Ek",), "Bokar lokal", "2024-02-20")


def test_a_table_of_nothing_but_tasks_leaves_the_text(tmp_path: Path) -> None:
    item = first_item(in_word(tmp_path, ROWS[:2]))
    assert item.text == "Vi planerar."
    assert [task.what for task in item.actions] == ["Bokar lokal"]


def test_a_table_of_other_things_tells_no_tasks(tmp_path: Path) -> None:
    rows = (("Post", "Utfall", "Budget"), ("Hyra", "3", "4"), ("Eva Ek", "Bokar lokal", "5"))
    assert first_item(in_word(tmp_path, rows)).actions == ()


def test_a_table_of_points_is_the_items(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Minnesanteckningar 2024-05-22")
    table = made.add_table(rows=0, cols=3)
    for row in (
        ("Ärende", "Anteckning", "Ansvarig"),
        ("Inledning", "Alla hälsas välkomna.", ""),
        ("Nästa möte", "11 september kl 13:15, Teams", "Eva Ek"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "m.docx"
    made.save(str(path))
    reading = read_document(path)
    assert reading.unplaced == ()
    assert [(item.title, item.text) for item in reading.meeting.items] == [
        ("Inledning", "Alla hälsas välkomna."),
        ("Nästa möte", "11 september kl 13:15, Teams\n\nAnsvarig – Eva Ek"),
    ]
    assert str(reading.meeting.next_meeting and reading.meeting.next_meeting.date) == "2024-09-11"
