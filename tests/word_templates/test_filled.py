"""What the templates become: every part where there is data, no trace where there is none."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from protokollant.model import AgendaItem, CarryOver, Meeting, Participant
from tests.renderer.paper import outline, valid
from tests.word_templates.filled import CASES, EXPECTED, document, template, told

RICH = [case for case in CASES if "-rik" in case]
SKELETONS = {
    "dagordning-tom": ["[Title] Dagordning"],
    "minnesanteckningar-tomma": ["[Title] Minnesanteckningar"],
    "protokoll-tomt": ["[Title] Protokoll"],
}


@pytest.mark.parametrize("case", CASES)
def test_a_filled_template_has_the_expected_outline(case: str) -> None:
    expected = (EXPECTED / f"{case}.txt").read_text(encoding="utf-8")
    assert told(case) == expected, "python -m tests.word_templates.filled, and review"


def test_no_expected_outline_is_left_over() -> None:
    assert {path.stem for path in EXPECTED.glob("*.txt")} == set(CASES)


@pytest.mark.parametrize(("case", "lines"), SKELETONS.items())
def test_an_empty_meeting_leaves_only_the_title(case: str, lines: list[str]) -> None:
    assert outline(document(case)) == lines


@pytest.mark.parametrize("case", CASES)
class TestFilled:
    def test_is_valid(self, case: str) -> None:
        valid(document(case))

    def test_shows_no_trace_of_the_template(self, case: str) -> None:
        opened = docx.Document(BytesIO(document(case)))
        whole = told(case) + opened.core_properties.title
        for section in opened.sections:
            whole += "".join(p.text for p in section.header.paragraphs)
            whole += "".join(p.text for p in section.first_page_header.paragraphs)
        assert not re.search(r"\{[{%#]|[}%#]\}|None|Undefined|okänt|unknown", whole)

    def test_has_no_empty_paragraph(self, case: str) -> None:
        for paragraph in docx.Document(BytesIO(document(case))).paragraphs:
            drawn = paragraph._p.find(f".//{qn('w:drawing')}") is not None
            assert drawn or paragraph.text.strip()

    def test_has_headings_in_unbroken_order(self, case: str) -> None:
        level = 0
        for paragraph in docx.Document(BytesIO(document(case))).paragraphs:
            if match := re.fullmatch(r"Heading (\d)", paragraph.style.name):
                assert int(match[1]) <= level + 1, paragraph.text
                level = int(match[1])

    def test_has_tables_with_one_header_row_and_rows_under_it(self, case: str) -> None:
        for table in docx.Document(BytesIO(document(case))).tables:
            marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
            assert marked[0] is not None
            assert marked[1:]
            assert not any(mark is not None for mark in marked[1:])

    def test_has_pictures_with_alternative_text(self, case: str) -> None:
        root = docx.Document(BytesIO(document(case))).element
        for picture in root.iter(qn("wp:docPr")):
            assert picture.get("descr", "").strip()

    def test_has_a_title_in_its_properties(self, case: str) -> None:
        title = docx.Document(BytesIO(document(case))).core_properties.title
        assert title == title.strip() != ""


@pytest.mark.parametrize(
    ("case", "title"),
    [
        (
            "minnesanteckningar-rika",
            "Minnesanteckningar, Samverkansgruppen barn och unga 2026-03-02",
        ),
        ("minnesanteckningar-enkel-lista", "Mötesanteckning Uppdragsgruppen barn 2026-03-02"),
        ("arsberattelse-rik", "Årsberättelse 2026, Samverkansgruppen barn och unga"),
        ("protokoll-tomt", "Protokoll"),
    ],
)
def test_the_title_property_names_document_body_and_day_once(case: str, title: str) -> None:
    assert docx.Document(BytesIO(document(case))).core_properties.title == title


@pytest.mark.parametrize("case", RICH)
def test_a_rich_document_says_who_sends_it(case: str) -> None:
    section = docx.Document(BytesIO(document(case))).sections[0]
    assert section.first_page_header.paragraphs[0].text.startswith("Region Mälarbygden\tSida ")


def test_the_logo_stands_in_the_page_head_and_is_described() -> None:
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
        "7753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
    )
    content = valid(template("protokoll").render(CASES["protokoll-rikt"][1], logo=pixel))
    head = docx.Document(BytesIO(content)).sections[0].first_page_header
    pictures = list(head._element.iter(qn("wp:docPr")))
    assert [picture.get("descr") for picture in pictures] == ["Logotyp för Region Mälarbygden"]
    assert head.paragraphs[0].text.lstrip().startswith("Sida ")


@pytest.mark.parametrize(
    ("numbering", "item", "heading"),
    [
        ("point", AgendaItem(number="3", title="SIP"), "3.\u00a0SIP"),
        ("section", AgendaItem(number="12", title="SIP"), "§\u00a012\u00a0SIP"),
        ("section", AgendaItem(title="SIP"), "SIP"),
        ("point", AgendaItem(title="Fritt & <lätt>"), "Fritt & <lätt>"),
    ],
)
def test_an_items_number_is_part_of_its_heading(
    numbering: str, item: AgendaItem, heading: str
) -> None:
    meeting = Meeting(numbering=numbering, items=(item,))
    for name in ("dagordning", "minnesanteckningar", "protokoll"):
        assert outline(template(name).render(meeting))[1:] == [f"[Heading 1] {heading}"]


def test_headings_within_an_items_text_stand_below_the_items_own() -> None:
    part = AgendaItem(title="Del", text="# Rubrik\n\nText")
    item = AgendaItem(title="Punkt", text="# Rubrik\n\nText", items=(part,))
    lines = outline(template("protokoll").render(Meeting(items=(item,))))
    assert [line for line in lines if line.startswith("[Heading")] == [
        "[Heading 1] Punkt",
        "[Heading 2] Rubrik",
        "[Heading 2] Del",
        "[Heading 3] Rubrik",
    ]


@pytest.mark.parametrize(
    ("item", "note"),
    [
        (AgendaItem(state="postponed", carried_to=CarryOver()), "Punkten flyttas till: nästa möte"),
        (AgendaItem(state="postponed"), "Punkten skjuts upp."),
        (AgendaItem(state="withdrawn"), "Punkten utgår."),
    ],
)
def test_a_point_not_dealt_with_says_what_became_of_it(item: AgendaItem, note: str) -> None:
    for name in ("dagordning", "minnesanteckningar", "protokoll"):
        assert outline(template(name).render(Meeting(items=(item,))))[1:] == [f"[Punktläge] {note}"]


@pytest.mark.parametrize(
    ("person", "duties"),
    [
        (Participant(name="Eva Ek", roles=("member",), organisation="Sala"), "ledamot, Sala"),
        (
            Participant(name="Eva Ek", roles=("member",), group="Ledamöter", organisation="Sala"),
            "Sala",
        ),
        (Participant(name="Eva Ek", group="Sala", organisation="Sala", title="rektor"), "rektor"),
        (
            Participant(name="Eva Ek", roles=("secretary",), title="nämndsekreterare"),
            "nämndsekreterare",
        ),
        (
            Participant(name="Eva Ek", roles=("deputy",), replaces="Bo Al"),
            "ersättare, ersätter Bo Al",
        ),
        (Participant(name="Eva Ek"), ""),
    ],
)
def test_the_attendance_table_says_each_thing_about_a_person_once(
    person: Participant, duties: str
) -> None:
    lines = outline(template("protokoll").render(Meeting(participants=(person,))))
    assert lines[-1] == f"Eva Ek | {duties}"
