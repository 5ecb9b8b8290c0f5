"""A document with tables, printed → the same rows as are read from its Word file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import rdocx
from docx import Document

from protokollant.readers import read_lines
from protokollant.readers.docx import read_docx
from protokollant.readers.pdf import read_pdf
from protokollant.readers.pdf_rules import Band, Rule, bands_of
from protokollant.source import Line

from . import pdf_writer
from .pdf_writer import Text, pdf

COVER = (
    ("Plats och tid", "Rådhuset i Björkdala, sammanträdesrummet Granen, kl. 13.00–15.30", ""),
    (
        "Beslutande",
        "Ledamöter/Eva Ek (C), ordförande/Bo Åslund (S), vice ordförande/Per-Erik Sandström (M)"
        "/Cecilia Wallin Öberg (KD)",
        "Tjänstgörande ersättare/Åke Lind (M) ersätter Karin Holm (L)/Sune Berg (V)",
    ),
    ("Övriga närvarande", "Ersättare/Tina Fors (S)", "Tjänstepersoner/Maria Sköld, direktör"),
    ("Paragrafer", "§§ 12–14", ""),
)
AGENDA = (
    ("", "Ärende", "Beteckning", "Förslag"),
    ("1.", "Val av justerare", "", "Peter Ek (KD)"),
    ("2.", "Utbildning och information om korruption", "2025-00007", "Noteras till protokollet."),
    ("3.", "Underlag till kommunens budget för 2026", "2025-00008", "Godkänns enligt bilaga 3."),
)
ATTENDANCE = (
    ("Namn", "Roll", "Närvaro"),
    ("Eva Ek", "Ordförande", "Närvarande"),
    ("Bo Åslund", "", "Frånvarande"),
)


def word(rows: tuple[tuple[str, ...], ...]) -> bytes:
    document = Document()
    document.add_paragraph("Protokoll fört vid mötet")
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("/")
            cell.paragraphs[0].text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)
    document.add_paragraph("Mötet avslutades.")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def told(lines: tuple[Line, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(line.text, line.cells) for line in lines if line.text.strip()]


@pytest.mark.parametrize("rows", [COVER, AGENDA, ATTENDANCE])
def test_a_printed_table_is_read_as_the_word_file_s(rows: tuple[tuple[str, ...], ...]) -> None:
    document = word(rows)
    printed = bytes(rdocx.Document.from_bytes(document).to_pdf())
    assert told(read_pdf(printed).lines) == told(read_docx(document).lines)


def test_a_ruled_row_is_one_line_with_cells(tmp_path: Path) -> None:
    grid = [pdf_writer.Rule(x, 640, x, 720) for x in (60, 120, 300)]
    grid += [pdf_writer.Rule(60, y, 300, y) for y in (640, 680, 720)]
    texts = [Text(64, 705, "1."), Text(124, 705, "Val av mötets"), Text(124, 691, "funktionärer"),
             Text(64, 665, "2."), Text(124, 665, "Budget")]  # fmt: skip
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf([*grid, *texts, Text(60, 600, "Mötet avslutades.")]))
    lines = [line for line in read_lines(path) if line.text]
    assert [(line.text, line.cells) for line in lines] == [
        ("1.\tVal av mötets funktionärer", ("1.", "Val av mötets funktionärer")),
        ("2.\tBudget", ("2.", "Budget")),
        ("Mötet avslutades.", ()),
    ]
    assert (lines[0].left, lines[0].top) == (64, 137)


def test_text_that_runs_across_drawn_lines_is_in_no_table(tmp_path: Path) -> None:
    grid = [pdf_writer.Rule(x, 600, x, 720) for x in (60, 80, 300)]
    grid += [pdf_writer.Rule(60, y, 300, y) for y in (600, 720)]
    path = tmp_path / "x.pdf"
    path.write_bytes(
        pdf([*grid, Text(64, 705, "Protokollförs-anmärkningar"), Text(64, 690, "Text")])
    )
    assert [(line.text, line.cells) for line in read_lines(path)] == [
        ("Protokollförs-anmärkningar", ()), ("Text", ()),
    ]  # fmt: skip


def rule(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(True, x1, y1, y2) if x1 == x2 else Rule(False, y1, x1, x2)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        # A frame with one line down the middle.
        ([(0, 0, 0, 50), (40, 0, 40, 50), (90, 0, 90, 50), (0, 0, 90, 0), (0, 50, 90, 50)],
         [Band(50, 0, (0, 40, 90))]),
        # Each border drawn twice, a little apart.
        ([(0, 0, 90, 0), (0, 1, 90, 1), (0, 50, 90, 50), (40, 0, 40, 50), (41, 0, 41, 50)],
         [Band(50, 0, (0, 40, 90))]),
        # A cell that goes over both columns.
        ([(0, 0, 90, 0), (0, 30, 90, 30), (0, 60, 90, 60), (40, 0, 40, 30)],
         [Band(30, 0, (0, 40, 90))]),
        # A frame, an underlining, two lines that do not meet: no table.
        ([(0, 0, 0, 50), (90, 0, 90, 50), (0, 0, 90, 0), (0, 50, 90, 50)], []),
        ([(0, 0, 90, 0)], []),
        ([(0, 0, 90, 0), (40, 100, 40, 150)], []),
    ],
)  # fmt: skip
def test_drawn_lines_make_the_rows_of_a_table(
    rules: list[tuple[float, float, float, float]], expected: list[Band]
) -> None:
    assert bands_of([rule(*one) for one in rules]) == expected
