"""No row is lost by LibreOffice: those that may not break over pages may, in what it is given."""

from __future__ import annotations

import shutil
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Pt
from pypdf import PdfReader

from protokollant.printers import print_pdf
from protokollant.printers.breaking_rows import with_breaking_rows


def document(*, header: bool = True, whole: bool = True, space: int = 0) -> bytes:
    """A table of a header and three rows that are kept whole."""
    made = Document()
    made.add_paragraph("Åtgärder", "Heading 1").paragraph_format.space_before = Pt(space)
    table = made.add_table(rows=4, cols=2)
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        if whole:
            properties.append(OxmlElement("w:cantSplit"))
        if header and number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell in row.cells:
            cell.text = f"Rad{number}\nandra raden"
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def kept_whole(docx: bytes) -> list[bool]:
    (table,) = Document(BytesIO(docx)).tables
    return [row._tr.trPr.find(f"{{{row._tr.nsmap['w']}}}cantSplit") is not None
            for row in table.rows]  # fmt: skip


def test_rows_below_a_repeated_header_may_break() -> None:
    assert kept_whole(with_breaking_rows(document())) == [True, False, False, False]


@pytest.mark.parametrize("settings", [{"header": False}, {"whole": False}])
def test_others_are_left_as_they_are(settings: dict[str, bool]) -> None:
    docx = document(**settings)
    assert with_breaking_rows(docx) is docx


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_row_is_on_a_page() -> None:
    pdf = print_pdf(document(space=560), engine="libreoffice").pdf
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert [text.count(f"Rad{number}") >= 2 for number in range(4)] == [True] * 4
