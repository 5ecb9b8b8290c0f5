"""A document within a document: what it brings along, and what it must not disturb."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from protokollant.docxtpl import DocxTemplate, InlineImage
from tests.renderer.language_classes import OTHER_PNG, PNG
from tests.renderer.paper import R, W, errors_in, member, outline, p, paper, r, table


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


def test_a_list_that_starts_elsewhere_still_does() -> None:
    source = docx.Document(io.BytesIO(paper(p("a", properties=_numbered(3)))))
    num = source.part.numbering_part.element.num_lst[2]
    num.add_lvlOverride(0).add_startOverride(7)
    numbering = member(inserted(paper(*LOOP), saved(source)), "word/numbering.xml")
    assert re.search(r'w:numId="5".*?startOverride w:val="7"', numbering)


def test_objects_and_their_shapes_stay_unique() -> None:
    drawn = (
        '<w:r><w:object xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="_x0000_i1025"/>'
        '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="_x0000_i1025" '
        'DrawAspect="Content" ObjectID="_1" r:id="{}"/></w:object></w:r>'
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def with_sheet(content: bytes) -> bytes:
        source = docx.Document()
        name = PackURI("/word/embeddings/ark.xlsx")
        sheet = Part(name, kind, content, source.part.package)
        relation = source.part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
        paragraph = source.add_paragraph()._p
        wrapped = f'<w:p xmlns:w="{W}" xmlns:r="{R}">{drawn.format(relation)}</w:p>'
        paragraph.append(parse_xml(wrapped)[0])
        return saved(source)

    made = inserted(paper(*LOOP), with_sheet(b"ett"), with_sheet(b"tva"))
    xml = member(made, "word/document.xml")
    shapes, objects = re.findall(r' id="(_x\w+)"', xml), re.findall(r' ShapeID="(\w+)"', xml)
    assert shapes == objects
    assert len(set(shapes)) == len(set(re.findall(r'ObjectID="(\w+)"', xml))) == 2
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/embeddings/")]
        assert {archive.read(name) for name in names} == {b"ett", b"tva"}


def test_comments_stay_in_their_own_document() -> None:
    marks = (
        '<w:commentRangeStart w:id="0"/>',
        "text",
        '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
    )
    made = inserted(paper(*LOOP), paper(p(*marks)))
    assert "comment" not in member(made, "word/document.xml")
    assert outline(made)[1] == "text"


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


def test_a_picture_that_stands_in_both_is_kept_once() -> None:
    source = docx.Document()
    source.add_picture(io.BytesIO(PNG))
    opened = DocxTemplate(io.BytesIO(paper(p("{{p s }}"), p("{{ bild }}"))))
    shown = InlineImage(opened, io.BytesIO(PNG))
    opened.render({"s": opened.new_subdoc(io.BytesIO(saved(source))), "bild": shown})
    with zipfile.ZipFile(io.BytesIO(saved(opened))) as archive:
        kept = [archive.read(name) for name in archive.namelist() if "/media/" in name]
    assert kept == [PNG]


def test_parts_alike_that_point_at_different_data_stay_apart() -> None:
    def with_chart(data: bytes) -> bytes:
        source = docx.Document()
        package = source.part.package
        chart = Part(PackURI("/word/charts/diagram.xml"), "application/xml", b"<c/>", package)
        sheet = Part(PackURI("/word/embeddings/ark.xlsx"), "application/xml", data, package)
        chart.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
        relation = source.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        drawn = f'<w:p xmlns:w="{W}" xmlns:r="{R}"><w:r><w:t r:id="{relation}">x</w:t></w:r></w:p>'
        source.add_paragraph()._p.append(parse_xml(drawn)[0])
        return saved(source)

    opened = DocxTemplate(io.BytesIO(paper(*LOOP)))
    opened.render({"xs": [opened.new_subdoc(io.BytesIO(with_chart(x))) for x in (b"ett", b"tva")]})
    document = docx.Document(io.BytesIO(saved(opened)))
    charts = [r for r in document.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.CHART]
    data = [next(iter(chart.target_part.rels.values())).target_part.blob for chart in charts]
    assert sorted(data) == [b"ett", b"tva"]
