"""Word documents → lines, as Word shows them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from protokollant.errors import ReadError
from protokollant.readers import read_lines
from protokollant.source import Line


def save(document: Document, folder: Path) -> tuple[Line, ...]:
    path = folder / "x.docx"
    document.save(str(path))
    return read_lines(path)


def body(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines if line.zone == "body"]


def test_paragraphs_and_table_rows_come_in_order(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Protokoll", 1)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Namn", "Närvaro"
    table.cell(1, 0).text, table.cell(1, 1).text = "Eva Ek", "ja"
    document.add_paragraph("Slut")
    lines = save(document, tmp_path)
    assert body(lines) == ["Protokoll", "Namn\tNärvaro", "Eva Ek\tja", "Slut"]
    assert lines[2].cells == ("Eva Ek", "ja")
    assert [line.number for line in lines] == [1, 2, 3, 4]
    assert lines[0].style == "Heading 1"


def test_headers_and_footers_stand_apart(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Region Björkdala"
    document.sections[0].footer.paragraphs[0].text = "Sida 1"
    document.add_paragraph("Text")
    zones = {line.zone: line.text for line in save(document, tmp_path)}
    assert zones == {"header": "Region Björkdala", "body": "Text", "footer": "Sida 1"}


def test_list_labels_are_counted_as_word_counts_them(tmp_path: Path) -> None:
    document = Document()
    for style in ("List Number", "List Number", "List Bullet", "List Number"):
        document.add_paragraph("x", style=style)
    labels = [line.numbering for line in save(document, tmp_path)]
    assert labels == ["1.", "2.", "•", "3."]


def test_a_list_that_restarts_counts_from_one(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("a", style="List Number")
    element = document.part.numbering_part.element
    style_num = document.styles["List Number"].element.find(
        f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"
    )
    abstract = next(
        n
        for n in element.findall(qn("w:num"))
        if n.get(qn("w:numId")) == style_num.get(qn("w:val"))
    ).find(qn("w:abstractNumId"))
    element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="'
            f'{abstract.get(qn("w:val"))}"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    paragraph = document.add_paragraph("b", style="List Number")
    paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 99
    assert [line.numbering for line in save(document, tmp_path)] == ["1.", "1."]


def test_tracked_changes_are_taken_as_accepted(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Mötet ")._p
    for tag, text_tag, text in (("w:del", "w:delText", "gammalt"), ("w:ins", "w:t", "nytt")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph.append(change)
    assert body(save(document, tmp_path)) == ["Mötet nytt"]


def test_breaks_and_tabs_are_kept(tmp_path: Path) -> None:
    document = Document()
    run = document.add_paragraph().add_run("Plats:")
    run.add_tab()
    run.add_text("Kansliet")
    run.add_break()
    run.add_text("Tid: 9.00")
    assert body(save(document, tmp_path)) == ["Plats:\tKansliet", "Tid: 9.00"]


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("rapporten", "https://example.se/r", "[rapporten](https://example.se/r)"),
        ("https://example.se", "https://example.se/", "https://example.se"),
        ("eva@example.se", "mailto:eva@example.se", "eva@example.se"),
    ],
)
def test_links_keep_their_target(tmp_path: Path, text: str, target: str, expected: str) -> None:
    document = Document()
    paragraph = document.add_paragraph("Se ")
    key = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link, run, words = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), key)
    words.text = text
    run.append(words)
    link.append(run)
    paragraph._p.append(link)
    assert body(save(document, tmp_path)) == [f"Se {expected}"]


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK\x03\x04 rubbish")
    with pytest.raises(ReadError, match="går inte att läsa som Worddokument"):
        read_lines(path)


def test_another_kind_of_package_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("hej.txt", "hej")
    with pytest.raises(ReadError, match="går inte att läsa som Worddokument"):
        read_lines(path)


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="ingen text"):
        save(Document(), tmp_path)


def test_lines_broken_by_hand_in_a_form_are_rows_of_their_own(tmp_path: Path) -> None:
    made = Document()
    cells = made.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Närvarande", "Karin Holm (C)\nSven Dahl, PRO"
    path = tmp_path / "m.docx"
    made.save(str(path))
    assert [line.text for line in read_lines(path)] == [
        "Närvarande\tKarin Holm (C)",
        "Sven Dahl, PRO",
    ]
