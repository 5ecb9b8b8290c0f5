"""Markdown → Word: what each construction becomes in the template's own styles."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.renderer import Template, body
from protokollant.renderer.filling import Filling, going_on
from protokollant.renderer.lists import Numbering
from protokollant.renderer.styles import Styles
from tests.renderer.paper import fill, member, outline, p, paper, table, valid

TAG = p("{{p x|markdown }}", style="Brdtext")

CASES = [
    ("paragraphs", "a\n\nb\nc", ["[Body Text] a", "[Body Text] b c"]),
    ("nothing", "", []),
    ("nothing but space", " \n\n ", []),
    ("emphasis", "a *b* **c** ~~d~~ `e`", ["[Body Text] a b c d e"]),
    ("a hard break", "a  \nb\\\nc", ["[Body Text] a\nb\nc"]),
    ("HTML is text", "a <b>c</b> <br>", ["[Body Text] a <b>c</b> <br>"]),
    ("a block of HTML is text", "<div>\na\n</div>", ["[Body Text] <div> a </div>"]),
    ("bullets", "- a\n- b", ["[List Bullet] a", "[List Bullet] b"]),
    ("nested", "- a\n  - b\n- c", ["[List Bullet] a", "[List Bullet 2] b", "[List Bullet] c"]),
    (
        "three levels",
        "- a\n  - b\n    - c",
        ["[List Bullet] a", "[List Bullet 2] b", "[List Bullet] c"],
    ),
    ("numbers", "1. a\n2. b", ["[List Number] a", "[List Number] b"]),
    ("numbers in bullets", "- a\n  1. b", ["[List Bullet] a", "[List Number 2] b"]),
    ("two paragraphs in an item", "- a\n\n  b", ["[List Bullet] a", "[Body Text] b"]),
    ("an empty item", "- a\n-\n- c", ["[List Bullet] a", "[List Bullet] ", "[List Bullet] c"]),
    ("a heading", "# A\n\nb", ["[heading 3] A", "[Body Text] b"]),
    ("a deep heading", "### A", ["[heading 3] A"]),
    ("a quotation", "> a", ["[Body Text] a"]),
    ("code", "```\na\n  b\n```", ["[Body Text] a\n  b"]),
    ("an indent is no code", "    a", ["[Body Text] a"]),
    ("a table", "|A|B|\n|-|-|\n|1|2|", ["A | B", "1 | 2"]),
    ("awkward signs", 'a & b < c > d ’ " 🎉', ['[Body Text] a & b < c > d ’ " 🎉']),
    ("no-break spaces", "kl.\u00a09.00 **§\u00a012**", ["[Body Text] kl.\u00a09.00 §\u00a012"]),
    ("a link", "[a](https://example.se)", ["[Body Text] a"]),
    ("a script is no link", "[a](javascript:b)", ["[Body Text] [a](javascript:b)"]),
    ("a share is no link", "[a](//server/b)", ["[Body Text] a (//server/b)"]),
    ("a picture is its text", "![karta](a.png)", ["[Body Text] karta"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_markdown(text: str, expected: list[str]) -> None:
    heading = [line.replace("heading", "Heading") for line in expected]
    assert outline(fill(TAG, p("slut"), x=text)) == [*heading, "slut"]


def test_emphasis_adds_to_the_look_of_the_tags_run() -> None:
    tag = (
        '<w:p><w:r><w:rPr><w:i/><w:sz w:val="20"/></w:rPr><w:t>{{p x|markdown }}</w:t></w:r></w:p>'
    )
    xml = member(fill(tag, x="a **b** ~~c~~"), "word/document.xml")
    assert '<w:rPr><w:i/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">a ' in xml
    assert '<w:rPr><w:b/><w:i/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">b' in xml
    assert '<w:rPr><w:i/><w:strike/><w:sz w:val="20"/></w:rPr>' in xml


def test_each_numbered_list_starts_over_at_its_own_number() -> None:
    made = fill(TAG, x="1. a\n2. b\n\ntext\n\n4. c\n5. d\n   1. e")
    numbers = re.findall(r'<w:numId w:val="(\d+)"', member(made, "word/document.xml"))
    assert numbers == ["5", "5", "6", "6", "7"]
    starts = re.findall(
        r'w:numId="(\d)"><w:abstractNumId w:val="(\d)"/><w:lvlOverride w:ilvl="0">'
        r'<w:startOverride w:val="(\d)"/>',
        member(made, "word/numbering.xml"),
    )
    assert starts == [("5", "2", "1"), ("6", "2", "4"), ("7", "3", "1")]


def test_a_template_without_list_styles_gets_lists_of_its_own() -> None:
    template = Template(paper(TAG, numbered=False))
    made = valid(template.render({"x": "- a\n  - b\n\n1. c"}))
    numbering = member(made, "word/numbering.xml")
    assert numbering.count("<w:abstractNum ") == 2
    assert "numbering.xml" in member(made, "word/_rels/document.xml.rels")
    assert "/word/numbering.xml" in member(made, "[Content_Types].xml")


def test_a_link_is_a_relationship_of_its_part() -> None:
    text = "[a](https://example.se/?b=1&c=2) [b](mailto:eva@example.se) [a](https://example.se/?b=1&c=2)"
    made = fill(TAG, x=text)
    xml = member(made, "word/document.xml")
    relations = member(made, "word/_rels/document.xml.rels")
    assert xml.count("<w:hyperlink ") == 3
    assert '<w:rStyle w:val="Hyperlnk"/>' in xml
    assert relations.count('TargetMode="External"') == 2
    assert 'Target="https://example.se/?b=1&amp;c=2"' in relations


def test_a_link_in_a_header_belongs_to_the_header() -> None:
    made = Template(paper(p("a"), header=TAG)).render({"x": "[a](https://example.se)"})
    assert "https://example.se" in member(valid(made), "word/_rels/header.xml.rels")


def test_a_table_marks_its_header_row_and_merges_nothing() -> None:
    made = fill(TAG, x="|A|B|\n|-|:-:|\n|1|2|\n\n|C|\n|-|\n|3|")
    xml = member(made, "word/document.xml")
    assert xml.count("<w:tblHeader/>") == 2
    assert '<w:tblStyle w:val="Tabellrutnt"/>' in xml
    assert xml.count('<w:jc w:val="center"/>') == 2
    assert "gridSpan" not in xml
    assert "</w:tbl><w:p></w:p><w:tbl>" in xml


def test_table_columns_have_room_by_their_text_and_what_follows_has_air() -> None:
    xml = member(
        fill(TAG, x="|Kommun|Antal|\n|-|-|\n|Samverkan i länet|3|\n\nslut"), "word/document.xml"
    )
    wide, narrow = map(int, re.findall(r'gridCol w:w="(\d+)"', xml))
    assert wide > 2 * narrow
    assert '<w:pStyle w:val="Brdtext"/><w:spacing w:before="120"/></w:pPr>' in xml


def test_text_in_a_cell_may_be_empty_or_end_with_a_table() -> None:
    cell = p("{{p x|markdown }}")
    assert outline(fill(table(("a", cell)), x="")) == ["a | "]
    fill(table(("a", cell)), x="|A|\n|-|\n|1|")


def test_heading_level_is_chosen_by_the_tag() -> None:
    assert outline(fill(p("{{p x|markdown(2) }}"), x="# A\n\n## B")) == [
        "[Heading 2] A",
        "[Heading 3] B",
    ]


@given(st.text(st.sampled_from("abå &.,-1 \n\t*_[]()!<>#|`~\\+="), max_size=60))
def test_text_without_markup_is_read_the_same_with_and_without_the_parser(text: str) -> None:
    with going_on(Filling(Styles(), Numbering(), 0, 1)):
        quick = body.Markdown(text).block_xml("", "")
        writer = body._Writer("", "", 3, Filling(Styles(), Numbering(), 0, 1))
        body._write(writer, body.markdown_parser().parse(text))
    assert quick == "".join(writer.out)
