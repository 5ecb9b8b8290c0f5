"""PDF → lines: set as the page shows them, whatever order the file draws them in."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import rdocx
from docx import Document
from pypdf import PdfWriter

from protokollant.errors import ReadError
from protokollant.readers import read_lines, read_source

from .pdf_writer import Text, pdf


def printed(folder: Path, *paragraphs: str) -> Path:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = BytesIO()
    document.save(buffer)
    path = folder / "x.pdf"
    path.write_bytes(bytes(rdocx.Document.from_bytes(buffer.getvalue()).to_pdf()))
    return path


def drawn(folder: Path, *pages: list[Text]) -> list[str]:
    path = folder / "x.pdf"
    path.write_bytes(pdf(*pages))
    return [line.text for line in read_lines(path)]


def test_text_is_read_line_by_line_with_its_page(tmp_path: Path) -> None:
    lines = read_lines(printed(tmp_path, "Protokoll från mötet", "Närvarande: Åsa Öberg"))
    texts = [line.text.strip() for line in lines if line.text.strip()]
    assert texts == ["Protokoll från mötet", "Närvarande: Åsa Öberg"]
    assert {line.page for line in lines} == {1}


def test_lines_have_their_place_size_and_weight(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf([Text(72, 700, "Protokoll", size=18, bold=True), Text(72, 600, "Text")]))
    title, *_, text = read_lines(path)
    assert (title.bold, text.bold) == (True, False)
    assert (title.left, title.top) == (72, 142)
    assert title.size is not None
    assert text.size is not None
    assert title.size > 1.5 * text.size


def test_columns_are_set_side_by_side_whatever_the_order_of_drawing(tmp_path: Path) -> None:
    texts = drawn(
        tmp_path,
        [
            Text(300, 686, "Sune Berg (S)"),
            Text(72, 700, "Ledamöter"),
            Text(72, 686, "Eva Ek (C)"),
            Text(300, 700, "Ersättare"),
            Text(72, 672, "Bo Lind (M)"),
        ],
    )
    assert [text.split("   ")[0] for text in texts] == ["Ledamöter", "Eva Ek (C)", "Bo Lind (M)"]
    assert texts[0].index("Ersättare") == texts[1].index("Sune")


def test_words_of_one_line_have_one_space_however_they_are_placed(tmp_path: Path) -> None:
    texts = drawn(
        tmp_path, [Text(72, 700, "Val"), Text(92, 700, "av"), Text(108, 700, "justerare")]
    )
    assert texts == ["Val av justerare"]


def test_space_between_paragraphs_gives_a_blank_line(tmp_path: Path) -> None:
    at = [700, 686, 672, 644, 630, 616, 602, 540, 526]
    texts = drawn(tmp_path, [Text(72, y, f"rad {y}") for y in at])
    assert [text or "-" for text in texts] == [
        "rad 700", "rad 686", "rad 672", "-", "rad 644", "rad 630", "rad 616", "rad 602",
        "-", "-", "rad 540", "rad 526",
    ]  # fmt: skip


def test_a_raised_sign_stays_on_its_line(tmp_path: Path) -> None:
    texts = drawn(tmp_path, [Text(72, 700, "Beslut om budget"), Text(160, 704, "1", size=7)])
    assert texts == ["Beslut om budget 1"]


def test_text_turned_in_the_margin_stands_apart(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(
        pdf([Text(72, 700, "Protokoll fört vid mötet"), Text(20, 300, "Arkiv 17", turn=1)])
    )
    told = [(line.text, line.zone) for line in read_lines(path)]
    assert told == [("Protokoll fört vid mötet", "body"), ("Arkiv 17", "footer")]


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_page_written_sideways_is_read_upright(tmp_path: Path, turn: int) -> None:
    first, second = {1: ((300, 100), (320, 100)), 2: ((400, 300), (400, 320)),
                     3: ((320, 500), (300, 500))}[turn]  # fmt: skip
    rows = [Text(*first, "Protokoll fört", turn=turn), Text(*second, "Närvarande", turn=turn)]
    assert [text for text in drawn(tmp_path, rows) if text] == ["Protokoll fört", "Närvarande"]


def test_a_page_that_is_a_picture_among_others_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf([Text(72, 700, "Protokoll")], "picture", "picture"))
    (doubt,) = read_source(path).doubts
    assert "Sidorna 2 och 3 är bilder utan text" in doubt.message
    assert "OCR" in doubt.message


@pytest.mark.parametrize("page", ["picture", []])
def test_a_pdf_without_text_names_text_recognition_as_the_remedy(
    tmp_path: Path, page: list[Text] | str
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf(page))
    with pytest.raises(ReadError, match="OCR"):
        read_lines(path)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128"])
def test_a_locked_pdf_is_refused(tmp_path: Path, algorithm: str) -> None:
    path = printed(tmp_path, "Hemligt")
    with PdfWriter(clone_from=path) as writer:
        writer.encrypt("lösen", algorithm=algorithm)
        writer.write(path)
    with pytest.raises(ReadError, match="lösenord"):
        read_lines(path)


def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    writer = PdfWriter(clone_from=BytesIO(pdf([Text(72, 700, "Öppet")])))
    writer.encrypt("", "owner", algorithm="RC4-128")
    with path.open("wb") as file:
        writer.write(file)
    assert [line.text for line in read_lines(path)] == ["Öppet"]


@pytest.mark.parametrize("data", [b"%PDF-1.7\nrubbish", b"%PDF-1.4\n%%EOF"])
def test_a_damaged_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="går inte att läsa som PDF"):
        read_lines(path)
