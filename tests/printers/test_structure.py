"""The structure tree: shortened without a change of what it says."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import rdocx
from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NumberObject

from protokollant.printers.structure import Structure, kids, shorten, structure_of


def tags(docx: bytes) -> Structure:
    """The structure tree as the embedded engine makes it."""
    pdf = bytes(rdocx.Document.from_bytes(docx).to_pdfa_deterministic("pdfa-2b"))
    structure = structure_of(PdfWriter(clone_from=PdfReader(BytesIO(pdf))))
    assert structure is not None
    return structure


def marks(structure: Structure) -> list[tuple[Any, int]]:
    """Every marked content in reading order: the number of its page's object, and its own."""
    found = []
    for element in structure.elements():
        for kid in kids(element):
            if isinstance(kid, NumberObject):
                found.append((element.raw_get("/Pg").idnum, int(kid)))
            elif isinstance(kid, dict) and "/MCID" in kid:
                found.append((kid.raw_get("/Pg").idnum, int(kid["/MCID"])))
    return found


def test_marks_are_the_same_and_shorter_but_for_what_lies_on_two_pages() -> None:
    document = Document()
    for _ in range(4):
        document.add_paragraph("ord " * 700)
    buffer = BytesIO()
    document.save(buffer)
    structure = tags(buffer.getvalue())
    before = marks(structure)
    shorten(structure)
    assert marks(structure) == before
    assert len({page for page, _ in before}) > 1
    whole = [e for e in structure.elements() if e["/S"] == "/P"]
    divided = [e for e in whole if not isinstance(kids(e)[0], NumberObject)]
    assert 0 < len(divided) < len({page for page, _ in before})
