"""What of a Word document makes it hard to read for some, each fault with place and advice."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Doc
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from hypothesis import given
from hypothesis import strategies as st

from protokollant.errors import TemplateError
from protokollant.printers import stumbling_blocks
from protokollant.printers.contrast import contrast
from protokollant.resources import resource
from tests.printers.conftest import tiny_png


def sound() -> Doc:
    """A document without faults."""
    document = Document()
    document.core_properties.title = "Protokoll"
    lang = document.styles.element.find(".//" + qn("w:lang"))
    lang.set(qn("w:val"), "sv-SE")
    for style in document.styles:
        colour = getattr(getattr(style, "font", None), "color", None)
        if colour is not None and colour.rgb is not None:
            colour.rgb = RGBColor(0, 0, 0)
    document.add_heading("Närvaro", 1)
    document.add_paragraph("Eva Ek")
    return document


def link(document: Doc, text: str) -> None:
    paragraph = document.add_paragraph("Se ")
    kind = RELATIONSHIP_TYPE.HYPERLINK
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), document.part.relate_to("https://example.se", kind, is_external=True))
    run = paragraph.add_run(text)
    element.append(run._r)
    paragraph._p.append(element)


def shaded(document: Doc, text: str, colour: str, ground: str, size: int = 11) -> None:
    run = document.add_paragraph().add_run(text)
    run.font.size = Pt(size)
    run.font.color.rgb = RGBColor.from_string(colour)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:fill"), ground)
    run._r.getparent().get_or_add_pPr().append(shade)


def empty(document: Doc, count: int) -> None:
    for _ in range(count):
        document.add_paragraph()
    document.add_paragraph("Sist")


def english(document: Doc) -> None:
    document.styles.element.find(".//" + qn("w:lang")).set(qn("w:val"), "en-US")


def untitled(document: Doc) -> None:
    document.core_properties.title = ""
    for paragraph in list(document.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)


def faults(change: Callable[[Doc], object]) -> list[str]:
    document = sound()
    change(document)
    buffer = BytesIO()
    document.save(buffer)
    found = stumbling_blocks(buffer.getvalue())
    assert all(fault.remedy and fault.place.where for fault in found)
    return [f"{fault.place.where}: {fault.message}" for fault in found]


CASES: list[tuple[Callable[[Doc], object], list[str]]] = [
    (lambda d: None, []),
    (english, ["hela dokumentet: språket är en-US, inte svenska."]),
    (untitled, ["hela dokumentet: titel saknas."]),
    (
        lambda d: d.add_heading("Detalj", 3),
        ["rubriken «Detalj»: rubriknivån hoppar från 1 till 3."],
    ),
    (lambda d: d.add_heading("Delen", 2), []),
    (lambda d: d.add_table(2, 2), ["tabell 1: rubrikraden är inte märkt."]),
    (lambda d: d.add_table(3, 1), []),
    (lambda d: d.add_table(1, 3), []),
    (
        lambda d: d.add_picture(BytesIO(tiny_png())),
        ["hela dokumentet: en bild saknar alternativtext."],
    ),
    (lambda d: link(d, "här"), ["länken «här»: länktexten säger inte vart länken leder."]),
    (
        lambda d: link(d, "Klicka här"),
        ["länken «Klicka här»: länktexten säger inte vart länken leder."],
    ),
    (
        lambda d: link(d, "www.a.se"),
        ["länken «www.a.se»: länktexten säger inte vart länken leder."],
    ),
    (lambda d: link(d, "rapporten om här"), []),
    (
        lambda d: shaded(d, "blek", "999999", "FFFFFF"),
        [
            "texten «blek»: kontrasten mellan text (#999999) och bakgrund (#FFFFFF) är 2,8:1, "
            "men måste vara minst 4,5:1."
        ],
    ),
    (lambda d: shaded(d, "stor", "949494", "FFFFFF", 18), []),
    (lambda d: shaded(d, "nog", "767676", "FFFFFF"), []),
    (lambda d: shaded(d, "vit på mörkt", "FFFFFF", "1F4E5F"), []),
    (
        lambda d: empty(d, 1),
        ["hela dokumentet: tomma stycken används som avstånd (på ett ställe)."],
    ),
    (
        lambda d: (empty(d, 3), empty(d, 1)),
        ["hela dokumentet: tomma stycken används som avstånd (på 2 ställen)."],
    ),
    (lambda d: (d.add_table(1, 1), empty(d, 1)), []),
]


@pytest.mark.parametrize(("change", "told"), CASES)
def test_a_fault_is_told_where_it_is(change: Callable[[Doc], object], told: list[str]) -> None:
    assert faults(change) == told


def test_a_document_that_begins_below_the_first_level() -> None:
    document = Document()
    document.add_heading("Under", 2)
    buffer = BytesIO()
    document.save(buffer)
    told = [fault.message for fault in stumbling_blocks(buffer.getvalue())]
    assert "den första rubriken har nivå 2." in told


@pytest.mark.parametrize("name", ["dagordning", "minnesanteckningar", "protokoll", "arsberattelse"])
def test_our_templates_have_no_faults(name: str) -> None:
    assert stumbling_blocks(resource("templates", f"{name}.docx").read_bytes()) == ()


def test_what_is_no_word_document_is_refused() -> None:
    with pytest.raises(TemplateError):
        stumbling_blocks(b"rubbish")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21.0), ("FFFFFF", "FFFFFF", 1.0), ("767676", "FFFFFF", 4.54)],
)
def test_contrast_as_the_guidelines_count_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(*[st.integers(0, 0xFFFFFF)] * 2)
def test_contrast_is_symmetric_and_bounded(one: int, other: int) -> None:
    first, second = f"{one:06x}", f"{other:06x}"
    assert contrast(first, second) == contrast(second, first)
    assert 1.0 <= contrast(first, second) <= 21.0
