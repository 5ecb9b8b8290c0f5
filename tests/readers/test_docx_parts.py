"""What Word puts into a document beside its paragraphs → lines, or a doubt that tells of it."""

from __future__ import annotations

import pytest

from protokollant.readers.docx import read_docx
from protokollant.source import Line

from .docx_parts import docx, p, r, tbl


def read(body: str, **parts: str) -> list[Line]:
    return list(read_docx(docx(body, **parts)).lines)


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in read(body, **parts)]


def doubts(body: str, **parts: str) -> list[str]:
    return [doubt.message for doubt in read_docx(docx(body, **parts)).doubts]


DELETED = '<w:del w:id="1"><w:r><w:delText>gammalt</w:delText></w:r></w:del>'
MOVED_FROM = f'<w:moveFrom w:id="2">{r("flyttat")}</w:moveFrom>'
MOVED_TO = f'<w:moveTo w:id="3">{r("flyttat")}</w:moveTo>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Mötet ", DELETED, f'<w:ins w:id="4">{r("nytt")}</w:ins>'), ["Mötet nytt"]),
        (p("Ett ", MOVED_FROM) + p("Två ", MOVED_TO), ["Ett ", "Två flyttat"]),
        (p("Ett ", properties='<w:rPr><w:del w:id="5"/></w:rPr>') + p("två"), ["Ett två"]),
        (p("sist", properties='<w:rPr><w:del w:id="5"/></w:rPr>'), ["sist"]),
        (
            "<w:tbl><w:tr><w:trPr><w:del w:id='6'/></w:trPr><w:tc><w:p/></w:tc><w:tc>"
            + p("bort") + "</w:tc></w:tr></w:tbl>" + p("kvar"),
            ["kvar"],
        ),
    ],
)  # fmt: skip
def test_tracked_changes_are_taken_as_accepted_and_told(body: str, expected: list[str]) -> None:
    assert texts(body) == expected
    assert doubts(body) == ["Dokumentet har spårade ändringar: de lästes som godkända."]


@pytest.mark.parametrize(
    ("comments", "expected"),
    [(1, "1 kommentar, som inte lästes"), (3, "3 kommentarer, som inte lästes")],
)
def test_comments_are_left_out_and_counted(comments: int, expected: str) -> None:
    ones = "".join(f'<w:comment w:id="{i}">{p("Ändra!")}</w:comment>' for i in range(comments))
    body = p("Text", '<w:r><w:commentReference w:id="0"/></w:r>')
    assert texts(body, comments=ones) == ["Text"]
    assert doubts(body, comments=ones) == [f"Dokumentet har {expected}."]


def test_notes_stand_below_the_paragraph_that_refers_to_them() -> None:
    foot = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="7">'
        + p("<w:r><w:footnoteRef/></w:r>", " Se stadgan.") + "</w:footnote>"
    )  # fmt: skip
    end = f'<w:endnote w:id="2">{p("Slut.")}</w:endnote>'
    body = p("Beslut", '<w:r><w:footnoteReference w:id="7"/></w:r>', ". Mer",
             '<w:r><w:endnoteReference w:id="2"/></w:r>') + p("Nästa")  # fmt: skip
    assert texts(body, footnotes=foot, endnotes=end) == [
        "Beslut [1]. Mer [s1]", "[1] Se stadgan.", "[s1] Slut.", "Nästa",
    ]  # fmt: skip


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    inside = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"
    assert texts(p("Text", box) + p("Mer", old)) == ["Text", "I rutan", "Mer", "I rutan"]


def test_content_controls_are_read_and_their_prompts_are_not() -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    body = (
        f"<w:sdt><w:sdtContent>{p('Block')}</w:sdtContent></w:sdt>"
        + p(f"<w:sdt><w:sdtContent>{r('I raden')}</w:sdtContent></w:sdt>")
        + p("Plats: ", f"<w:sdt>{prompt}<w:sdtContent>{r('Skriv här')}</w:sdtContent></w:sdt>")
    )
    assert texts(body) == ["Block", "I raden", "Plats: "]
    row = "<w:tr><w:tc><w:p/></w:tc><w:sdt><w:sdtContent><w:tc>" + p("cell")
    row += "</w:tc></w:sdtContent></w:sdt></w:tr>"
    table = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert [line.cells for line in read(table)] == [("", "cell")]


def test_tables_in_tables_and_merged_cells_keep_their_columns() -> None:
    inner = tbl(["Eva", "ja"])
    body = tbl(["Namn", "Roll", "Närvaro"])
    body += "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("Eva Ek")
    body += "</w:tc><w:tc>" + p("ja") + "</w:tc></w:tr></w:tbl>"
    body += tbl(["Deltagare", inner + p("")])
    assert [line.cells for line in read(body)] == [
        ("Namn", "Roll", "Närvaro"), ("Eva Ek", "", "ja"), ("Deltagare", ""), ("Eva", "ja"),
    ]  # fmt: skip


def test_a_frame_around_text_is_no_row() -> None:
    assert [line.cells for line in read(tbl([p("Protokoll") + p("Styrelsen")]))] == [(), ()]


def test_the_first_page_of_municipal_minutes_is_read_list_by_list() -> None:
    body = tbl(
        ["Plats och tid", "Rådhuset kl. 9.00"],
        ["Beslutande", "".join(map(p, ("Ledamöter", "Eva Ek (C)", "Bo Ås (S)"))),
         p("Ersättare") + p("Åke Ö (M)")],
    )  # fmt: skip
    assert texts(body) == [
        "Plats och tid\tRådhuset kl. 9.00", "Beslutande\tLedamöter", "Eva Ek (C)", "Bo Ås (S)",
        "Ersättare", "Åke Ö (M)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x.se"'
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>rapport'
            '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "[rapport](https://x.se)",
        ),
        ('<w:hyperlink r:id="rLink"><w:r><w:t>här</w:t></w:r></w:hyperlink>', "[här](https://x.se/r)"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:t>info</w:t><w:noBreakHyphen/><w:t>brev</w:t></w:r>', "info-brev"),
        ('<w:r><w:t>före</w:t><w:softHyphen/><w:t>ning</w:t></w:r>', "förening"),
        ('<w:r><w:t>Plats:</w:t><w:tab/><w:t>Kansliet</w:t></w:r>', "Plats:\tKansliet"),
    ],
)  # fmt: skip
def test_fields_links_and_signs_are_read_as_shown(runs: str, expected: str) -> None:
    assert texts(p(runs)) == [expected]


def test_hidden_text_is_left_out_and_told() -> None:
    body = p("Synligt", r("dolt", "<w:vanish/>"))
    assert texts(body) == ["Synligt"]
    assert doubts(body) == ["Dokumentet har dold text, som inte lästes."]


NUMBERING = """
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="12"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
 <w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:numFmt w:val="decimalZero"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%3"/>
 </w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>"""


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("1.0 1.1 1.1 1.0 1.1", ["§ 12", "a)", "b)", "§ 13", "a)"]),
        ("2.0 2.1 2.0 2.1 2.1", ["I.", "1.1", "II.", "2.1", "2.2"]),
        ("2.0 2.2 2.0 2.2", ["I.", "01", "II.", "02"]),
    ],
)
def test_lists_are_numbered_as_word_shows_them(items: str, expected: list[str]) -> None:
    body = ""
    for item in items.split():
        number, level = item.split(".")
        label = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        body += p("x", properties=f"<w:numPr>{label}</w:numPr>")
    assert [line.numbering for line in read(body, numbering=NUMBERING)] == expected


def test_the_number_of_a_cell_s_paragraph_is_read_with_it() -> None:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    body = tbl([p(properties=properties), "Val av justerare"])
    assert [line.cells for line in read(body, numbering=NUMBERING)] == [("I.", "Val av justerare")]


def test_a_contents_page_has_the_dots_that_word_fills_in() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Inn1"><w:name w:val="toc 1"/></w:style>'
    body = p("§ 1 Val", "<w:r><w:tab/></w:r>", "3", properties='<w:pStyle w:val="Inn1"/>')
    assert texts(body, styles=styles) == ["§ 1 Val ..... 3"]
