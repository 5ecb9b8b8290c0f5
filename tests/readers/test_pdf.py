"""PDF → lines: columns kept apart, scanned and locked files refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import rdocx
from docx import Document
from pypdf import PdfWriter

from protokollant.errors import ReadError
from protokollant.readers import read_lines
from protokollant.readers.pdf import _single_spaced


def printed(folder: Path, *paragraphs: str) -> Path:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = BytesIO()
    document.save(buffer)
    path = folder / "x.pdf"
    path.write_bytes(bytes(rdocx.Document.from_bytes(buffer.getvalue()).to_pdf()))
    return path


def test_text_is_read_line_by_line_with_its_page(tmp_path: Path) -> None:
    lines = read_lines(printed(tmp_path, "Protokoll från mötet", "Närvarande: Åsa Öberg"))
    texts = [line.text.strip() for line in lines if line.text.strip()]
    assert texts == ["Protokoll från mötet", "Närvarande: Åsa Öberg"]
    assert {line.page for line in lines} == {1}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Val  av  justerare\n   i  styrelsen", "Val av justerare\n   i styrelsen"),
        ("Val av justerare    Föredragande", "Val av justerare    Föredragande"),
        ("Namn          Parti", "Namn          Parti"),
    ],
)
def test_double_gaps_between_all_words_are_halved(page: str, expected: str) -> None:
    assert _single_spaced(page) == expected


def test_a_pdf_of_pictures_names_text_recognition_as_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    with PdfWriter() as writer:
        writer.add_blank_page(200, 200)
        writer.write(path)
    with pytest.raises(ReadError, match="OCR"):
        read_lines(path)


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    path = printed(tmp_path, "Hemligt")
    with PdfWriter(path) as writer:
        writer.encrypt("lösen", algorithm="RC4-128")
        writer.write(path)
    with pytest.raises(ReadError, match="lösenord"):
        read_lines(path)


def test_a_damaged_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7\nrubbish")
    with pytest.raises(ReadError, match="går inte att läsa som PDF"):
        read_lines(path)
