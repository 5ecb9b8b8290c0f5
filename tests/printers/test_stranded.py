"""A table's head never stands alone at the foot of a page."""

from __future__ import annotations

from io import BytesIO

import pytest
import rdocx
from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Pt

from protokollant.printers.stranded import _stranded, opened_with_heads_kept


def document(space: int, *, header: bool = True, style: str = "Heading 1") -> bytes:
    """A table after `space` points of nothing, under a line that keeps with it when a heading."""
    made = Document()
    made.add_paragraph("Inledning").paragraph_format.space_after = Pt(space)
    made.add_paragraph("Åtgärder", style)
    table = made.add_table(rows=4, cols=2, style="Table Grid")
    if header:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            cell.text = "Vad" if number == 0 else "En rad text\nsom tar flera rader\ni höjd"
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def alone(docx: bytes) -> list[int]:
    return _stranded(rdocx.Document.from_bytes(docx).layout())


@pytest.fixture(scope="module")
def stranded() -> list[bytes]:
    """The documents among many whose table head the engine leaves alone."""
    found = [docx for space in range(480, 600, 6) if alone(docx := document(space))]
    assert found, "the engine no longer strands table heads: this module can go"
    return found


def test_a_stranded_head_moves_on_with_its_heading(stranded: list[bytes]) -> None:
    for docx in stranded:
        kept = opened_with_heads_kept(docx)[1]
        assert alone(kept) == []
        pages = {f.body_index: f.physical_page for f in rdocx.Document.from_bytes(kept).layout()}
        assert pages[1] == 2


def test_without_a_heading_the_line_before_it_moves_along() -> None:
    every = (document(space, style="Normal") for space in range(480, 600, 6))
    found = [docx for docx in every if alone(docx)]
    assert found
    for docx in found:
        kept = opened_with_heads_kept(docx)[1]
        assert alone(kept) == []
        pages = {f.body_index: f.physical_page for f in rdocx.Document.from_bytes(kept).layout()}
        assert (pages[0], pages[1]) == (1, 2)


def test_a_document_without_stranded_heads_is_left_as_it_is() -> None:
    docx = document(20)
    assert opened_with_heads_kept(docx)[1] is docx


def test_a_table_without_a_header_row_is_left_as_it_is() -> None:
    docx = document(540, header=False)
    assert opened_with_heads_kept(docx)[1] is docx
