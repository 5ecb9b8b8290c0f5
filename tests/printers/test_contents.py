"""What the embedded engine leaves out is found before a page goes missing its picture."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from protokollant.printers import print_pdf
from protokollant.printers.contents import lacking
from tests.printers.conftest import tiny_png

NAMESPACES = nsdecls("w", "wp", "a", "pic", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
GRAPHIC = "<w:drawing><wp:inline><a:graphic>{}</a:graphic></wp:inline></w:drawing>"
FLOATING = GRAPHIC.replace("wp:inline", "wp:anchor")
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"


def graphic(uri: str) -> str:
    return GRAPHIC.format(f'<a:graphicData uri="{uri}"/>')


def saved(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


@pytest.mark.parametrize("where", ["body", "header"])
@pytest.mark.parametrize(
    ("run", "left_out"),
    [
        ("<w:t>text</w:t>", ()),
        (graphic(f"{DRAWING}chart"), ()),
        (graphic(f"{WORD_2010}Shape"), ("en figur i textraden",)),
        (FLOATING.format(f'<a:graphicData uri="{WORD_2010}Shape"/>'), ()),
        (graphic(f"{DRAWING}diagram"), ("SmartArt",)),
        (graphic(f"{WORD_2010}Group"), ("en grupp av figurer",)),
        (graphic(f"{WORD_2010}Canvas"), ("en rityta med figurer",)),
        ("<w:object><v:shape><v:imagedata/></v:shape></w:object>", ("ett inbäddat objekt",)),
        ("<w:pict><v:shape><v:imagedata/></v:shape></w:pict>", ("en bild i äldre format (VML)",)),
        ("<w:pict><v:shape><v:textpath/></v:shape></w:pict>", ("en vattenstämpel",)),
        (
            f"<mc:AlternateContent><mc:Choice>{graphic(f'{DRAWING}chart')}</mc:Choice>"
            "<mc:Fallback><w:pict><v:textbox/></w:pict></mc:Fallback></mc:AlternateContent>",
            (),
        ),
    ],
)
def test_drawings(run: str, left_out: tuple[str, ...], where: str) -> None:
    document = Document()
    story = document if where == "body" else document.sections[0].header
    paragraph = story.add_paragraph()
    paragraph._p.append(parse_xml(f"<w:r {NAMESPACES}>{run}</w:r>"))
    assert lacking(saved(document)).undrawable == left_out


@pytest.mark.parametrize(
    ("picture", "left_out"),
    [
        (tiny_png(), ()),
        (b"\xff\xd8\xff\xe0" + bytes(40), ()),
        (
            tiny_png()[:24] + b"\x04" + tiny_png()[25:],
            ("en PNG-bild som inte har 8 bitar per färg",),
        ),
        (b"GIF89a" + bytes(40), ("en GIF-bild",)),
        (b"BM" + bytes(40), ("en BMP-bild",)),
        (b"\x01\0\0\0" + bytes(84), ("en EMF-bild",)),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), ("en WMF-bild",)),
        (b"<svg/>", ("en SVG-bild",)),
        (b"rubbish", ("en bild som inte går att läsa",)),
    ],
)
def test_pictures(picture: bytes, left_out: tuple[str, ...]) -> None:
    document = Document()
    document.add_picture(BytesIO(tiny_png()))
    source, target = BytesIO(saved(document)), BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = picture if name.startswith("word/media/") else before.read(name)
            after.writestr(name, content)
    assert lacking(target.getvalue()).undrawable == left_out


def test_a_damaged_header_is_told_not_skipped() -> None:
    document = Document()
    document.sections[0].header.add_paragraph("x")
    buffer = BytesIO(saved(document))
    with zipfile.ZipFile(buffer, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/header1.xml", b"<w:hdr>")
    assert lacking(buffer.getvalue()).undrawable == ("en skadad del",)


def test_the_text_part_may_have_another_name() -> None:
    document = Document()
    run = document.add_paragraph().add_run()
    run._r.append(parse_xml(f"<w:object {NAMESPACES}/>"))
    source, target = BytesIO(saved(document)), BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            after.writestr(name.replace("document.xml", "document2.xml"), before.read(name))
    assert lacking(target.getvalue()).undrawable == ("ett inbäddat objekt",)


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ("<w:r><w:t>text</w:t></w:r>", ()),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', ("fotnoter",)),
        (f"<m:oMath {nsdecls('m')}><m:r><m:t>a</m:t></m:r></m:oMath>", ("formler",)),
    ],
)
def test_what_is_drawn_without_tags_is_known(content: str, kinds: tuple[str, ...]) -> None:
    document = Document()
    document.add_paragraph()._p.append(parse_xml(f"<w:p {NAMESPACES}>{content}</w:p>")[0])
    assert lacking(saved(document)).silent == kinds


def test_no_document_with_a_formula_claims_to_be_read_aloud_in_full() -> None:
    document = Document()
    document.core_properties.title = "Formel"
    formula = f"<m:oMath {nsdecls('m')}><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    document.add_paragraph()._p.append(parse_xml(formula))
    printed = print_pdf(saved(document), engine="rdocx")
    assert printed.claims == ("PDF/A-2a",)
    assert "skärmläsare hittar inte de formler" in printed.remarks[0]
