"""Headings: tagged as headings, no level skipped, bookmarked."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf import PdfReader, PdfWriter
from pypdf.generic import Destination

from protokollant.printers import print_pdf
from protokollant.printers.headings import bookmark
from protokollant.printers.outline import Heading
from protokollant.printers.structure import structure_of


def document(*paragraphs: str) -> bytes:
    """Paragraphs "1 text" (a heading of level 1), "#1 text" (numbered by Word), "- text"."""
    made = Document()
    made.core_properties.title = "Rubriker"
    for paragraph in paragraphs:
        mark, _, text = paragraph.partition(" ")
        if mark == "-":
            made.add_paragraph(text, style="List Number")
        elif mark == ".":
            made.add_paragraph(text)
        else:
            heading = made.add_heading(text, int(mark[-1]))
            if mark.startswith("#"):
                number(heading)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def number(paragraph: Any) -> None:
    """Number it as the lists of the default template are numbered."""
    properties = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", "0"), ("w:numId", "3")):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        properties.append(element)
    paragraph._p.get_or_add_pPr().append(properties)


@pytest.mark.parametrize(
    ("paragraphs", "tags"),
    [
        (("1 a", "2 b", "1 c"), "H1 H2 H1"),
        (("1 a", "3 b", "3 c", "2 d"), "H1 H2 H2 H2"),
        (("2 a", "3 b", "2 c"), "H1 H2 H1"),
        (("3 a", "1 b", "2 c"), "H1 H1 H2"),
        (("1 a", "2 b", "4 c", "5 d", "2 e"), "H1 H2 H3 H4 H2"),
        ((". a",), "P"),
        (("#1 a", ". b", "#1 c"), "H1 P H1"),
        (("#1 a", "#1 b", "#2 c", ". d"), "H1 H1 H2 P"),
        (("1 a", "#2 b", "- c", "- d", "#2 e"), "H1 H2 L L H2"),
        (("#1 a", "- b", "#1 c", "- d", "- e", "#1 f"), "H1 L H1 L L H1"),
    ],
)
def test_the_tags_follow_the_headings(paragraphs: tuple[str, ...], tags: str) -> None:
    printed = print_pdf(document(*paragraphs), engine="rdocx")
    assert printed.claims == ("PDF/A-2a", "PDF/UA-1")
    structure = structure_of(PdfWriter(clone_from=PdfReader(BytesIO(printed.pdf))))
    assert structure is not None
    found = [str(element["/S"]) for element in structure.elements()]
    shown = [role[1:] for role in found if role not in ("/Document", "/LI", "/LBody")]
    listed = " ".join(shown).replace("L P P", "L L").replace("L P", "L")
    assert listed == tags


def test_a_document_of_many_pages_finds_each_numbered_heading() -> None:
    pages = [part for n in range(12) for part in (f"#1 Punkt {n}", ". " + "ord " * 400)]
    printed = print_pdf(document(*pages), engine="rdocx")
    reader = PdfReader(BytesIO(printed.pdf))
    assert len(reader.pages) > 3
    assert printed.claims == ("PDF/A-2a", "PDF/UA-1")
    structure = structure_of(PdfWriter(clone_from=reader))
    assert structure is not None
    roles = [element["/S"] for element in structure.elements()]
    assert (roles.count("/H1"), roles.count("/L")) == (12, 0)


def test_each_bookmark_leads_to_the_page_of_its_heading() -> None:
    """Every third heading here would stand last on a page, and is moved to the next."""
    pages = [part for n in range(12) for part in (f"1 Punkt{n}.", ". " + "ord " * 400)]
    reader = PdfReader(BytesIO(print_pdf(document(*pages), engine="rdocx").pdf))
    texts = [page.extract_text() for page in reader.pages]
    for entry in reader.outline:
        assert isinstance(entry, Destination)
        number = reader.get_destination_page_number(entry)
        assert number is not None
        assert entry.title in texts[number]
        assert 0 < entry["/Top"] <= reader.pages[number].mediabox.top


def bare(docx: bytes) -> PdfWriter:
    """The document's PDF without its bookmarks, as from an engine that makes none."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(print_pdf(docx, engine="rdocx").pdf)))
    del writer.root_object["/Outlines"]
    return writer


def test_bookmarks_are_made_when_the_engine_made_none() -> None:
    writer = bare(document("1 Ett", ". " + "ord " * 900, "2 Ett och två", "1 Tre"))
    headings = (
        Heading(1, "Ett"),
        Heading(2, "Ett och två"),
        Heading(2, "Borta"),
        Heading(1, "Tre"),
    )
    bookmark(writer, headings)
    buffer = BytesIO()
    writer.write(buffer)
    reader = PdfReader(buffer)
    first, below, last = reader.outline
    assert (first["/Title"], last["/Title"]) == ("Ett", "Tre")
    assert [entry["/Title"] for entry in below] == ["Ett och två"]
    numbers = [reader.get_destination_page_number(entry) for entry in (first, below[0], last)]
    assert numbers[0] == 0
    assert numbers[1] == numbers[2] > 0


def test_bookmarks_hold_no_signs_of_a_symbol_font() -> None:
    writer = bare(document("1 Ett"))
    writer.add_outline_item(title="\uf0b7 Ett", page_number=0)
    bookmark(writer, ())
    assert [entry["/Title"] for entry in writer.outline] == ["Ett"]
