"""A document within a document: what it brings along, and what it must not disturb."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE

from protokollant.docxtpl import DocxTemplate
from tests.renderer.language_classes import OTHER_PNG, PNG
from tests.renderer.paper import errors_in, member, outline, p, paper, r, table


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def inserted(template: bytes, *sources: bytes) -> bytes:
    opened = DocxTemplate(io.BytesIO(template))
    opened.render({"xs": [opened.new_subdoc(io.BytesIO(source)) for source in sources]})
    made = saved(opened)
    assert errors_in(made) == []
    return made


LOOP = p("före"), p("{%p for x in xs %}"), p("{{p x }}"), p("{%p endfor %}"), p("efter")


def test_blocks_come_in_their_order() -> None:
    source = paper(p("Rubrik", style="Rubrik1"), p("text"), table(("a", "b")))
    assert outline(inserted(paper(*LOOP), source)) == [
        "före",
        "[Heading 1] Rubrik",
        "text",
        "a | b",
        "efter",
    ]


def test_a_style_that_is_not_here_comes_along_with_what_it_builds_on() -> None:
    source = docx.Document()
    base = source.styles.add_style("Husets bas", WD_STYLE_TYPE.PARAGRAPH)
    own = source.styles.add_style("Husets ruta", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = base
    source.add_paragraph("rutan", style=own)
    made = docx.Document(io.BytesIO(inserted(paper(*LOOP), saved(source))))
    style = made.paragraphs[1].style
    assert style is not None
    assert (style.name, style.base_style.name) == ("Husets ruta", "Husets bas")


def test_each_list_counts_by_itself() -> None:
    source = paper(p("a", style="Numreradlista"), p("b", properties=_numbered(3)))
    xml = member(inserted(paper(*LOOP), source, source), "word/document.xml")
    numbers = re.findall(r'<w:numId w:val="(\d+)"', xml)
    assert len(numbers) == len(set(numbers)) == 2


def _numbered(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def test_pictures_links_and_bookmarks_belong_to_the_document() -> None:
    source = docx.Document()
    source.add_paragraph().add_run().add_picture(io.BytesIO(PNG))
    mark = '<w:bookmarkStart w:id="7" w:name="m"/>', r("här"), '<w:bookmarkEnd w:id="7"/>'
    made = inserted(paper(*LOOP), saved(source), saved(source), paper(p(*mark)), paper(p(*mark)))
    assert [part.blob for part in docx.Document(io.BytesIO(made)).part.package.image_parts] == [PNG]
    xml = member(made, "word/document.xml")
    for pattern in (r'docPr id="(\d+)"', r'bookmarkStart w:id="(\d+)"', r'w:name="(m\w*)"'):
        found = re.findall(pattern, xml)
        assert len(found) == len(set(found)) == 2, pattern


def test_headers_of_the_inserted_document_stay_out() -> None:
    broken = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    source = paper(p("a"), broken, p("b"), header=p("huvud"))
    assert "headerReference" not in member(inserted(paper(*LOOP), source), "word/document.xml")


def test_an_empty_subdocument_is_written_with_python_docx() -> None:
    template = DocxTemplate(io.BytesIO(paper(p("{{p x }}"), p("efter"))))
    made = template.new_subdoc()
    made.add_heading("Rubrik", 1)
    made.add_paragraph("stycke")
    made.add_picture(io.BytesIO(PNG))
    template.render({"x": made})
    assert outline(saved(template))[:2] == ["[Heading 1] Rubrik", "stycke"]
    assert errors_in(saved(template)) == []


def test_a_cell_that_ends_with_a_table_gets_its_paragraph() -> None:
    template = DocxTemplate(io.BytesIO(paper(table(("{{p x }}", "b")))))
    template.render({"x": template.new_subdoc(io.BytesIO(paper(table(("inre",)))))})
    assert errors_in(saved(template)) == []


def test_notes_come_along_with_numbers_of_their_own() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    source = paper(p("a", reference), footnote=p("not"))
    template = paper(p("b", reference), *LOOP, footnote=p("egen"))
    made = inserted(template, source, source)
    ids = re.findall(r'footnoteReference w:id="(\d+)"', member(made, "word/document.xml"))
    texts = re.findall(r'w:id="(\d+)">.*?>(egen|not)<', member(made, "word/footnotes.xml"))
    assert [dict(texts)[number] for number in ids] == ["egen", "not", "not"]


def test_notes_come_to_a_document_without_any() -> None:
    source = paper(p("a", '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnote=p("not"))
    made = inserted(paper(*LOOP), source)
    assert 'footnoteReference w:id="1"' in member(made, "word/document.xml")
    assert 'w:id="1"><w:p><w:r><w:t xml:space="preserve">not' in member(made, "word/footnotes.xml")


def test_a_filled_document_is_a_template_again() -> None:
    source = docx.Document()
    source.add_picture(io.BytesIO(PNG))
    first = inserted(paper(*LOOP, p("{_{p y }_}")), saved(source))
    template = DocxTemplate(io.BytesIO(first))
    source.add_picture(io.BytesIO(OTHER_PNG))
    template.render({"y": template.new_subdoc(io.BytesIO(saved(source)))})
    relations = member(saved(template), "word/_rels/document.xml.rels")
    ids = re.findall(r' Id="(\w+)"', relations)
    assert len(ids) == len(set(ids))
    assert errors_in(saved(template)) == []
