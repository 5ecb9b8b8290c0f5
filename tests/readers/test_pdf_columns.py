"""Forms without drawn lines → the same rows as are read from the Word file."""

from __future__ import annotations

from io import BytesIO

import pytest
import rdocx
from docx import Document

from protokollant.readers.docx import read_docx
from protokollant.readers.pdf import read_pdf
from protokollant.source import Line

from .pdf_writer import Text, pdf
from .test_pdf_tables import COVER


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [" ".join(line.text.split()) for line in lines if line.text.strip()]


def read(*texts_: Text) -> list[str]:
    return [line.text for line in read_pdf(pdf(list(texts_))).lines if line.text]


def test_a_form_without_lines_is_read_list_by_list() -> None:
    document = Document()
    table = document.add_table(rows=0, cols=3)
    for row in COVER:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("/")
            cell.paragraphs[0].text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)
    buffer = BytesIO()
    document.save(buffer)
    printed = bytes(rdocx.Document.from_bytes(buffer.getvalue()).to_pdf())
    assert texts(read_pdf(printed).lines) == texts(read_docx(buffer.getvalue()).lines)


def test_a_value_over_several_lines_is_one() -> None:
    assert read(
        Text(72, 700, "Plats:"), Text(200, 700, "Kansliet"),
        Text(72, 686, "Närvarande:"), Text(200, 686, "Eva Ek, Bo Lind, Åsa Öberg, Per Sköld,"),
        Text(200, 672, "Ida Ek"),
        Text(72, 658, "Frånvarande:"), Text(200, 658, "Jan Ås"),
        Text(72, 600, "Mötet öppnades och dagordningen godkändes utan ändring av de närvarande."),
    )[1] == "Närvarande:\tEva Ek, Bo Lind, Åsa Öberg, Per Sköld, Ida Ek"  # fmt: skip


def test_a_label_over_two_lines_is_one() -> None:
    assert read(
        Text(72, 700, "Plats och tid för"), Text(200, 700, "Kansliet, kl. 9.00"),
        Text(72, 686, "sammanträde"),
        Text(72, 672, "Beslutande"), Text(200, 672, "Eva Ek"), Text(200, 658, "Bo Lind"),
    ) == ["Plats och tid för sammanträde\tKansliet, kl. 9.00", "Beslutande\tEva Ek",
          "Bo Lind"]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        # Items of an agenda with a name beside: numbers are no labels.
        [(72, "1. Val", 400, "Eva"), (90, "Bo valdes.", 0, ""), (72, "2. Budget", 400, "Åke")],
        # A list in two columns: every line stands for itself.
        [(72, "Eva Ek", 300, "Bo Lind"), (72, "Åsa Öberg", 300, "Per Sköld")],
        # Running text with one wide gap.
        [(72, "Sammanträdet avslutades", 400, "kl. 9.00"), (72, "Sedan följde fika.", 0, "")],
    ],
)  # fmt: skip
def test_what_is_no_form_keeps_its_lines(lines: list[tuple[int, str, int, str]]) -> None:
    drawn = []
    for i, (left, text, right, more) in enumerate(lines):
        drawn += [Text(x, 700 - 14 * i, t) for x, t in ((left, text), (right, more)) if t]
    found = [line.split() for line in read(*drawn)]
    assert found == [f"{text} {more}".split() for _, text, _, more in lines]
    assert not any("\t" in line for line in read(*drawn))
