"""Links: described, one annotation a line, nested in the structure tree where their words are."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf import PdfReader
from pypdf.generic import NumberObject

from protokollant.printers import print_pdf

LONG = "handlingarna till nämndens sammanträde i mars " * 4


def document(*paragraphs: tuple[str, ...]) -> bytes:
    """A document whose paragraphs are texts and links by turns; a link is "text→target"."""
    made = Document()
    made.core_properties.title = "Länkar"
    made.add_heading("Länkar", 1)
    for pieces in paragraphs:
        paragraph = made.add_paragraph()
        for piece in pieces:
            text, _, target = piece.partition("→")
            run = OxmlElement("w:r")
            run.append(OxmlElement("w:t"))
            run[0].text = text
            run[0].set(qn("xml:space"), "preserve")
            if target:
                link = OxmlElement("w:hyperlink")
                key = made.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link.set(qn("r:id"), key)
                link.append(run)
                paragraph._p.append(link)
            else:
                paragraph._p.append(run)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def elements(reader: PdfReader, role: str) -> list[Any]:
    """The structure elements with a role, in order."""
    found = []

    def walk(element: Any) -> None:
        resolved = element.get_object()
        if not isinstance(resolved, dict):
            return
        if resolved.get("/S") == role:
            found.append(resolved)
        kids = resolved.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid)

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def annotations(reader: PdfReader) -> list[Any]:
    return [a.get_object() for p in reader.pages for a in p.get("/Annots", [])]


@pytest.mark.parametrize(
    ("paragraphs", "links", "lines"),
    [
        ([("Läs ", "rapporten→https://a.se/", " nu.")], 1, 1),
        ([("Läs ", "hela den långa rapporten→https://a.se/", " nu.")], 1, 1),
        ([("hela raden är en länk→https://a.se/",)], 1, 1),
        ([("Se ", "ett→https://a.se/", " och ", "två→https://b.se/")], 2, 2),
        ([("Se ", "ett→https://a.se/", " och ", "samma mål→https://a.se/")], 2, 2),
        ([("Se ", "ett→https://a.se/")] * 3, 3, 3),
        ([("Se ", f"{LONG}→https://a.se/", ".")], 1, 3),
        ([(LONG * 5,)] * 8 + [("Se ", "ett→https://a.se/", ".")], 1, 1),
    ],
)
def test_each_link_is_one_element_with_an_annotation_a_line(
    paragraphs: list[tuple[str, ...]], links: int, lines: int
) -> None:
    printed = print_pdf(document(*paragraphs), engine="rdocx")
    reader = PdfReader(BytesIO(printed.pdf))
    assert len(elements(reader, "/Link")) == links
    assert len(annotations(reader)) == lines
    assert printed.claims == ("PDF/A-2a", "PDF/UA-1")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("https://a.se/x", "Länk till https://a.se/x"),
        ("mailto:anna@example.se", "E-post till anna@example.se"),
        ("tel:+4621123456", "Telefon till +4621123456"),
    ],
)
def test_a_link_says_where_it_leads(target: str, said: str) -> None:
    printed = print_pdf(document(("Skriv ", f"hit→{target}")), engine="rdocx")
    assert annotations(PdfReader(BytesIO(printed.pdf)))[0]["/Contents"] == said


def test_the_parent_tree_leads_from_the_words_and_the_annotation_to_the_link() -> None:
    printed = print_pdf(document(("Läs ", "den här→https://a.se/", " nu.")), engine="rdocx")
    reader = PdfReader(BytesIO(printed.pdf))
    (link,) = elements(reader, "/Link")
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree = {numbers[i]: numbers[i + 1].get_object() for i in range(0, len(numbers), 2)}
    (annotation,) = annotations(reader)
    assert tree[annotation["/StructParent"]] == link
    words = [kid for kid in link["/K"] if isinstance(kid, NumberObject)]
    assert len(words) == 2
    owners = tree[reader.pages[0]["/StructParents"]]
    assert all(owners[word].get_object() == link for word in words)
