"""Merged cells: read from the Word document, told in the tagged PDF."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf import PdfReader, PdfWriter

from protokollant.printers import print_pdf
from protokollant.printers.facts import facts_of
from protokollant.printers.structure import kids, structure_of

Mend = Callable[[Any], object]
ACCESSIBLE = ("PDF/A-2a", "PDF/UA-1")


def document(*mends: Mend, rows: int = 4) -> bytes:
    """A table of three columns and a header row, changed by each of `mends` in turn."""
    made = Document()
    made.core_properties.title = "Tabell"
    table = made.add_table(rows, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for mend in mends:
        mend(table)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def merged(first: tuple[int, int], last: tuple[int, int]) -> Mend:
    return lambda table: table.cell(*first).merge(table.cell(*last))


def shifted(row: int) -> Mend:
    """Takes the row's first cell away and lets the row begin in the second column."""

    def mend(table: Any) -> None:
        row_element = table.rows[row]._tr
        row_element.remove(row_element.tc_lst[0])
        skipped = OxmlElement("w:gridBefore")
        skipped.set(qn("w:val"), "1")
        row_element.get_or_add_trPr().append(skipped)

    return mend


def nested(table: Any) -> None:
    inner = table.cell(1, 0).add_table(2, 2)
    inner.cell(0, 0).merge(inner.cell(0, 1)).text = "inre"


PLAIN = ["1 1 1"] * 4


@pytest.mark.parametrize(
    ("docx", "rows"),
    [
        (document(), PLAIN),
        (document(merged((1, 0), (1, 1))), ["1 1 1", "2 1", "1 1 1", "1 1 1"]),
        (document(merged((1, 0), (3, 0))), ["1 1 1", "1x3 1 1", "1 1", "1 1"]),
        (document(merged((1, 1), (2, 2))), ["1 1 1", "1 2x2", "1", "1 1 1"]),
        (document(merged((0, 0), (0, 2))), ["3", "1 1 1", "1 1 1", "1 1 1"]),
        (
            document(merged((1, 0), (2, 0)), merged((1, 2), (3, 2))),
            ["1 1 1", "1x2 1 1x3", "1", "1 1"],
        ),
        (document(shifted(2)), ["1 1 1", "1 1 1", "1 1 1", "1 1 1"]),
        (document(nested), [*PLAIN, "2", "1 1"]),
    ],
)
def test_the_pdf_tells_how_many_columns_and_rows_a_cell_covers(
    docx: bytes, rows: list[str]
) -> None:
    printed = print_pdf(docx, engine="rdocx")
    assert printed.claims == ACCESSIBLE
    assert sorted(spans(printed.pdf)) == sorted(rows)


def test_a_table_over_several_pages_keeps_its_merged_cells() -> None:
    printed = print_pdf(document(merged((70, 0), (70, 2)), rows=80), engine="rdocx")
    assert printed.claims == ACCESSIBLE
    assert spans(printed.pdf).count("3") == 1


def spans(pdf: bytes) -> list[str]:
    """For each row of the tagged tables its cells: "2" covers two columns, "1x3" three rows."""
    structure = structure_of(PdfWriter(clone_from=PdfReader(BytesIO(pdf))))
    assert structure is not None
    rows = [element for element in structure.elements() if element["/S"] == "/TR"]
    return [" ".join(told(kid.get_object()) for kid in kids(row)) for row in rows]


def told(cell: Any) -> str:
    said: dict[str, Any] = {}
    for attributes in cell.get("/A", []):
        said |= attributes.get_object()
    rows = said.get("/RowSpan", 1)
    return f"{said.get('/ColSpan', 1)}" + (f"x{rows}" if rows > 1 else "")


def test_cells_in_the_word_document_are_counted_through_content_controls() -> None:
    def wrap(table: Any) -> None:
        row = table.rows[1]._tr
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        cell = row.tc_lst[2]
        row.replace(cell, control)
        control.append(content)
        content.append(cell)

    (grid,) = facts_of(document(wrap)).tables
    assert [len(row.cells) for row in grid] == [3, 3, 3, 3]
