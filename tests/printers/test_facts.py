"""What a Word document says of itself, and what is told of bytes that are no such document."""

from __future__ import annotations

import datetime as dt
import random
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from protokollant.errors import TemplateError
from protokollant.printers.facts import facts_of
from tests.printers.conftest import tiny_png

Add = Callable[[object], None]


def document(*adds: str, title: str = "") -> bytes:
    """A document of "style: text" paragraphs."""
    made = Document()
    made.core_properties.title = title
    for add in adds:
        style, _, text = add.partition(": ")
        made.add_paragraph(text, style=style)
    return saved(made)


def saved(made: object) -> bytes:
    buffer = BytesIO()
    made.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def changed(docx: bytes, part: str, before: bytes, after: bytes) -> bytes:
    """The package with a text replaced in one part."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            assert name != part or before in content
            new.writestr(name, content.replace(before, after) if name == part else content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("docx", "title"),
    [
        (document("Normal: Först", "Title: Titel", "Heading 1: Ett", title="Given"), "Given"),
        (document("Normal: Först", "Title: Titel", "Heading 1: Ett"), "Titel"),
        (document("Normal: Först", "Heading 2: Två", "Heading 1: Ett"), "Två"),
        (document("Normal: ", "Normal: Först"), "Först"),
        (document(), ""),
    ],
)
def test_the_title_is_given_or_found(docx: bytes, title: str) -> None:
    assert facts_of(docx).title == title


def test_headings_are_found_by_style_by_what_it_is_based_on_and_by_level() -> None:
    made = Document()
    own = made.styles.add_style("Paragrafrubrik", 1)
    own.base_style = made.styles["Heading 2"]
    made.add_heading("Ett", 1)
    made.add_paragraph("Två", style=own)
    made.add_paragraph("brödtext")
    levelled = made.add_paragraph("Tre\toch mer")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "2")
    levelled._p.get_or_add_pPr().append(level)
    made.add_heading("", 1)
    made.add_table(1, 1).cell(0, 0).add_paragraph("I tabell", style="Heading 3")
    body_text = made.add_heading("Ingen rubrik", 1)
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "9")
    body_text._p.get_or_add_pPr().append(level)
    headings = facts_of(saved(made)).outline.headings
    assert [(h.level, h.text) for h in headings] == [
        (1, "Ett"),
        (2, "Två"),
        (3, "Tre och mer"),
        (3, "I tabell"),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-02T10:11:12Z", dt.datetime(2026, 3, 2, 10, 11, 12, tzinfo=dt.UTC)),
        ("2026-03-02T10:11:12.75+01:00", dt.datetime(2026, 3, 2, 9, 11, 12, tzinfo=dt.UTC)),
        ("2026-03-02", dt.datetime(2026, 3, 2, tzinfo=dt.UTC)),
        ("0001-01-01T00:00:00+02:00", dt.datetime(2000, 1, 1, tzinfo=dt.UTC)),
        ("i går", dt.datetime(2000, 1, 1, tzinfo=dt.UTC)),
    ],
)
def test_dates_are_whole_seconds_of_universal_time(written: str, read: dt.datetime) -> None:
    docx = changed(document(), "docProps/core.xml", b"2013-12-23T23:15:00Z", written.encode())
    assert facts_of(docx).created == read
    assert facts_of(docx).modified == read


@pytest.mark.parametrize(
    ("attributes", "inside", "count"),
    [
        ("", "", 1),
        ('descr=" "', "", 1),
        ('descr="En röd prick"', "", 0),
        ("", '<d:decorative xmlns:d="{}" val="1"/>', 0),
        ("", '<d:decorative xmlns:d="{}" val="0"/>', 1),
    ],
)
def test_pictures_without_a_description_are_counted(
    attributes: str, inside: str, count: int
) -> None:
    namespace = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    made = Document()
    named = made.add_picture(BytesIO(tiny_png()))._inline.docPr
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    named.getparent().replace(
        named,
        parse_xml(
            f'<wp:docPr xmlns:wp="{drawing}" id="1" name="Bild" {attributes}>'
            f"{inside.format(namespace)}</wp:docPr>"
        ),
    )
    assert facts_of(saved(made)).pictures_undescribed == count


def test_the_main_part_is_found_whatever_its_name() -> None:
    docx = document("Heading 1: Ett")
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b"word/document.xml", b"word/document2.xml")
            new.writestr(name.replace("word/document.xml", "word/document2.xml"), content)
    assert facts_of(buffer.getvalue()).title == "Ett"


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("rubbish", "told"),
    [
        (OLD, "äldre format"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "skyddat med lösenord"),
        (b"%PDF-1.7", "inget helt Worddokument"),
        (document("Normal: x")[:-200], "inget helt Worddokument"),
    ],
)
def test_what_is_wrong_is_told_with_a_remedy(rubbish: bytes, told: str) -> None:
    with pytest.raises(TemplateError, match=told) as caught:
        facts_of(rubbish)
    assert caught.value.exit_code == 1
    assert caught.value.remedy


def test_damage_anywhere_is_a_fault_and_no_crash() -> None:
    whole = document("Heading 1: Ett", "Normal: Text")
    chance = random.Random(20260302)
    refused = 0
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            facts_of(bytes(damaged))
        except TemplateError:
            refused += 1
    assert refused
