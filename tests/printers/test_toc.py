"""A table of contents kept through filling, and refreshed where no Word will do it."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from protokollant.model import AgendaItem, Meeting
from protokollant.pipeline.documents import contents_of
from protokollant.printers import print_pdf
from protokollant.printers.toc import with_fresh_contents
from protokollant.renderer import Template
from tests.renderer.paper import member, outline, p, paper, table, valid

MEETING = Meeting(
    items=tuple(
        AgendaItem(title=f"Punkten {word} & slut", text="\n\n".join(["Mycket text. " * 60] * 9))
        for word in ("alfa", "beta", "gamma", "delta")
    )
)
_BREAK = p('<w:r><w:br w:type="page"/></w:r>')


def field(instruction: str, result: str = "x") -> tuple[str, str, str]:
    """A field's beginning, its result, its end."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        f"<w:r><w:t>{result}</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )


_TOC = field('TOC \\o "1-2" \\h \\z \\u', "Uppdatera mig")
_ITEMS = (
    p("{%p for x in punkter %}"),
    p("{{ x.rubrik }}", style="Rubrik1"),
    p("{{p x.text|markdown }}"),
    table(("a", "b"), ("c", "d")),
    p("Underrubrik", style="Rubrik2"),
    p("Djupt", style="Rubrik3"),
    p("{%p endfor %}"),
)
SHAPES = [
    ("in one paragraph", [p(*_TOC)]),
    ("over paragraphs", [p(_TOC[0], "gammal 1"), p("gammal 2"), p(_TOC[2])]),
    (
        "in a content control",
        [f"<w:sdt><w:sdtContent>{p('Innehåll', style='Brdtext')}{p(*_TOC)}</w:sdtContent></w:sdt>"],
    ),
    ("after a table", [table(("x", "y")), p("före ", *_TOC, " efter")]),
]


def made(blocks: list[str]) -> bytes:
    footer = p("Sida ", *field("PAGE"), " av ", *field("NUMPAGES"))
    source = paper(p("Först"), *blocks, _BREAK, *_ITEMS, footer=footer)
    return Template(source).render(MEETING)


@pytest.mark.parametrize("blocks", [s[1] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_the_pages_told_are_those_of_the_headings(blocks: list[str]) -> None:
    fresh = valid(with_fresh_contents(made(blocks)))
    pages = [
        page.extract_text()
        for page in PdfReader(io.BytesIO(print_pdf(fresh, engine="rdocx").pdf)).pages
    ]
    told = re.findall(
        r"^(?:före )?(Punkten \w+ & slut)[ .]+(\d+)(?: efter)?$", pages[0], re.MULTILINE
    )
    assert len(told) == 4
    assert len({number for _, number in told}) == 4
    for title, number in told:
        assert title in pages[int(number) - 1]
    assert "Uppdatera mig" not in pages[0]
    assert pages[0].count("Underrubrik") == 4
    assert "Djupt" not in pages[0]
    for number, text in enumerate(pages, 1):
        assert re.search(rf"Sida\s+{number}\s+av\s+{len(pages)}", text)


@pytest.mark.parametrize("blocks", [s[1] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_refreshing_again_changes_nothing(blocks: list[str]) -> None:
    fresh = with_fresh_contents(made(blocks))
    assert outline(with_fresh_contents(fresh)) == outline(fresh)
    assert with_fresh_contents(fresh) == with_fresh_contents(with_fresh_contents(fresh))


def test_filling_keeps_the_fields_for_word() -> None:
    xml = member(made([p(*_TOC)]), "word/document.xml")
    assert 'TOC \\o "1-2" \\h \\z \\u' in xml
    assert "Uppdatera mig" in xml
    refreshed = member(with_fresh_contents(made([p(*_TOC)])), "word/document.xml")
    assert 'TOC \\o "1-2" \\h \\z \\u' in refreshed
    assert refreshed.count(" PAGEREF _Toc") == 8


def test_a_document_without_a_table_of_contents_is_left_alone() -> None:
    docx = made([p("inget")])
    assert with_fresh_contents(docx) is docx


def test_a_table_without_headings_keeps_what_it_says() -> None:
    docx = Template(paper(p(*_TOC), p("text"))).render(MEETING)
    assert "Uppdatera mig" in member(with_fresh_contents(docx), "word/document.xml")


def test_the_commands_refresh_it(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    path = folder / "mall.docx"
    path.write_bytes(paper(p(*_TOC), _BREAK, *_ITEMS))
    contents, _ = contents_of(MEETING, path, folder / "ut.docx")
    lines = outline(contents[folder / "ut.docx"])
    assert lines[0] == "Punkten alfa & slut\t2"
