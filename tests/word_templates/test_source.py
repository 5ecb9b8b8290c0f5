"""The shipped templates are what their source makes, and what an accessible document needs."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from templates.source import design
from templates.source.__main__ import TEMPLATES as MAKERS

from protokollant.composers import SECTIONS
from protokollant.model import AnnualReport, Meeting
from protokollant.vocabulary import VALUES
from tests.renderer.paper import member
from tests.word_templates.filled import TEMPLATES, template

NAMES = sorted(name.removesuffix(".docx") for name in MAKERS)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def shipped(name: str) -> bytes:
    return (TEMPLATES / f"{name}.docx").read_bytes()


def part(name: str, path: str) -> etree._Element:
    return etree.fromstring(member(shipped(name), path).encode())


def test_the_folder_holds_the_templates() -> None:
    assert NAMES == [
        "arsberattelse",
        "dagordning",
        "kortversion",
        "minnesanteckningar",
        "protokoll",
    ]
    assert sorted(path.stem for path in TEMPLATES.glob("*.docx")) == NAMES


@pytest.mark.parametrize("name", NAMES)
class TestShipped:
    def test_is_byte_for_byte_what_the_source_makes(self, name: str) -> None:
        made = MAKERS[f"{name}.docx"]().docx()
        assert made == shipped(name), "run `make templates` and review what changed"

    def test_uses_known_fields_only(self, name: str) -> None:
        document = AnnualReport if name == "arsberattelse" else Meeting
        assert [str(fault) for fault in template(name).problems(document)] == []

    def test_is_valid_and_opens(self, name: str, tmp_path: Path) -> None:
        path = tmp_path / "mall.docx"
        path.write_bytes(shipped(name))
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
        assert docx.Document(BytesIO(shipped(name))).paragraphs

    def test_is_slim(self, name: str) -> None:
        """Engines take longer to open a fat styles part than to lay the document out."""
        with ZipFile(BytesIO(shipped(name))) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
        assert len(shipped(name)) < 14_000
        assert sizes["word/styles.xml"] < 14_000

    def test_says_it_is_swedish_and_has_a_title(self, name: str) -> None:
        language = part(name, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
        assert language is not None
        assert language.get(f"{W}val") == "sv-SE"
        assert docx.Document(BytesIO(shipped(name))).core_properties.title

    def test_uses_only_styles_that_it_has(self, name: str) -> None:
        there = {s.get(f"{W}styleId") for s in part(name, "word/styles.xml").iter(f"{W}style")}
        paths = ("word/document.xml", "word/header1.xml", "word/header2.xml", "word/numbering.xml")
        used = {
            element.get(f"{W}val")
            for path in paths
            for kind in ("pStyle", "rStyle", "tblStyle")
            for element in part(name, path).iter(f"{W}{kind}")
        }
        assert used <= there

    def test_tables_are_simple_and_described(self, name: str) -> None:
        body = part(name, "word/document.xml")
        assert not list(body.iter(f"{W}gridSpan", f"{W}vMerge"))
        for table in body.iter(f"{W}tbl"):
            rows = table.findall(f"{W}tr")
            assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
                True,
                *[False] * (len(rows) - 1),
            ]
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            assert {len(row.findall(f"{W}tc")) for row in rows} == {columns}
            for kind in ("tblCaption", "tblDescription"):
                told = table.find(f"{W}tblPr/{W}{kind}")
                assert told is not None
                assert told.get(f"{W}val")

    def test_no_paragraph_is_empty(self, name: str) -> None:
        for paragraph in part(name, "word/document.xml").iter(f"{W}p"):
            in_cell = paragraph.getparent().tag == f"{W}tc"
            assert in_cell or "".join(paragraph.itertext()).strip()

    def test_counts_pages_by_fields(self, name: str) -> None:
        for path in ("word/header1.xml", "word/header2.xml"):
            fields = [f.get(f"{W}instr").strip() for f in part(name, path).iter(f"{W}fldSimple")]
            assert fields == ["PAGE", "NUMPAGES"]
            assert "".join(part(name, path).itertext()).endswith("Sida 1 (1)")

    def test_a_page_head_that_may_grow_has_room_for_the_logo(self, name: str) -> None:
        margins = part(name, "word/document.xml").find(f".//{W}pgMar")
        assert margins is not None
        room = int(margins.get(f"{W}top")) - int(margins.get(f"{W}header"))
        assert room >= design.cm(1.2) + 200


def test_making_a_template_twice_gives_the_same_bytes() -> None:
    for make in MAKERS.values():
        assert make().docx() == make().docx()


STYLES = part("protokoll", "word/styles.xml")


def style(identity: str) -> etree._Element:
    return next(s for s in STYLES.iter(f"{W}style") if s.get(f"{W}styleId") == identity)


@pytest.mark.parametrize(
    "identity",
    ["Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Beslutsrubrik", "Signatur"],
)
def test_headings_labels_and_signatures_stay_with_what_follows(identity: str) -> None:
    assert style(identity).find(f"{W}pPr/{W}keepNext") is not None


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    defaults = STYLES.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    assert defaults is not None
    assert defaults.find(f"{W}widowControl") is not None


@pytest.mark.parametrize("kind", ["ListBullet", "ListNumber"])
def test_list_styles_are_tied_to_a_real_list_level(kind: str) -> None:
    numbering = part("protokoll", "word/numbering.xml")
    for level, suffix in enumerate(("", "2", "3")):
        identity = f"{kind}{suffix}"
        number = style(identity).find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        used = numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId").get(f"{W}val")
        found = numbering.find(
            f"{W}abstractNum[@{W}abstractNumId='{used}']/{W}lvl[@{W}ilvl='{level}']/{W}pStyle"
        )
        assert found.get(f"{W}val") == identity


def test_bullets_are_unicode_signs_in_the_text_font() -> None:
    for level in part("protokoll", "word/numbering.xml").iter(f"{W}lvl"):
        if level.find(f"{W}numFmt").get(f"{W}val") == "bullet":
            assert level.find(f"{W}lvlText").get(f"{W}val") in "•–"
            assert level.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == design.FONT


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ground", ["FFFFFF", design.TINT])
def test_text_colours_have_contrast(ground: str) -> None:
    inks = {colour.get(f"{W}val") for colour in STYLES.iter(f"{W}color")}
    assert design.ACCENT in inks
    for ink in inks:
        assert (luminance(ground) + 0.05) / (luminance(ink) + 0.05) >= 4.5, ink


def test_words_that_tags_compare_with_are_words_of_the_vocabulary() -> None:
    known = {word for words in VALUES.values() for word in words.values()} | SECTIONS.keys()
    for name in NAMES:
        text = "".join(part(name, "word/document.xml").itertext())
        compared = re.findall(r'== "([^"]+)"|if "([^"]+)" in p\.roller', text)
        given = re.findall(r"given_roll = \{([^}]*)\}", text)
        words = {word for pair in compared for word in pair if word}
        assert words | set(re.findall(r': "([^"]+)"', "".join(given))) <= known


def test_no_tag_is_split_over_runs() -> None:
    """What Word shows as one tag is one run, so that it can be read and edited whole."""
    for name in NAMES:
        for text in part(name, "word/document.xml").iter(f"{W}t"):
            opened = len(re.findall(r"\{[{%]", text.text or ""))
            assert opened == len(re.findall(r"[%}]\}", text.text or "")), text.text
