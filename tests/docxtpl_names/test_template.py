"""A program written for docxtpl, with our names imported: what it does still holds."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import docxtpl
import jinja2
import pytest
from docx.shared import Mm

import protokollant.docxtpl.opened
from protokollant.docxtpl import DocxTemplate, InlineImage, Listing, R, RichText
from tests.renderer.language_classes import OTHER_PNG, PNG
from tests.renderer.paper import member, outline, p, paper, table


def opened(*body: str, **parts: str) -> DocxTemplate:
    return DocxTemplate(io.BytesIO(paper(*body, **parts)))


def saved(template: DocxTemplate) -> bytes:
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def rendered(template: DocxTemplate, **data: Any) -> list[str]:
    template.render(data)
    return outline(saved(template))


def test_a_path_or_a_stream_is_read_and_written(tmp_path: Path) -> None:
    source, target = tmp_path / "mall.docx", tmp_path / "ut.docx"
    source.write_bytes(paper(p("{{ x }}")))
    for given in (source, str(source), io.BytesIO(source.read_bytes())):
        template = DocxTemplate(given)
        template.render({"x": "a"})
        template.save(target)
        assert outline(target.read_bytes()) == ["a"]


def test_one_template_is_filled_many_times() -> None:
    template = opened(p("{{ x }}"))
    assert [rendered(template, x=n) for n in (1, 2, 3)] == [["1"], ["2"], ["3"]]


def test_the_same_template_opened_again_is_not_compiled_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = paper(p("{{ x }} tjugo gånger"))
    assert rendered(DocxTemplate(io.BytesIO(source)), x=1) == ["1 tjugo gånger"]
    monkeypatch.setattr(protokollant.docxtpl.opened, "Template", None)
    assert rendered(DocxTemplate(io.BytesIO(source)), x=2) == ["2 tjugo gånger"]


def test_a_template_read_in_another_way_is_another_template() -> None:
    source = paper(p("{{ x }}"))
    for autoescape, told in ((False, "<"), (True, "&lt;"), (False, "<")):
        template = DocxTemplate(io.BytesIO(source))
        template.render({"x": "&lt;"}, autoescape=autoescape)
        assert outline(saved(template)) == [told]


def test_many_threads_fill_the_same_template() -> None:
    source = paper(p("{%p for i in xs %}"), p("{{ i }} {{ x }}"), p("{%p endfor %}"))

    def one(number: int) -> bool:
        made = rendered(DocxTemplate(io.BytesIO(source)), xs=range(20), x=number)
        return made == [f"{i} {number}" for i in range(20)]

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(one, range(40)))


def test_a_template_is_saved_without_being_filled() -> None:
    assert outline(saved(opened(p("{{ x }}")))) == ["{{ x }}"]


def test_the_filled_document_is_python_docxs() -> None:
    template = opened(p("{{ x }}"))
    template.render({"x": "a"})
    template.docx.core_properties.keywords = "efteråt"
    template.add_paragraph("tillagt")
    made = saved(template)
    assert outline(made) == ["a", "tillagt"]
    assert docx.Document(io.BytesIO(made)).core_properties.keywords == "efteråt"
    assert template.is_rendered
    assert template.is_saved


def test_a_template_may_be_changed_before_it_is_filled() -> None:
    template = opened(p("{{ x }}"))
    template.get_docx().add_paragraph("{{ y }}")
    assert rendered(template, x="a", y="b") == ["a", "b"]
    assert rendered(template, x="a", y="b") == ["a"]


def test_what_neither_has_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        opened(p("a")).finns_inte  # noqa: B018


def test_the_xml_of_the_body_is_given(tmp_path: Path) -> None:
    template = opened(p("{{ x }}"))
    template.render({"x": "å"})
    assert '<w:t xml:space="preserve">å</w:t>' in template.get_xml()
    template.write_xml(tmp_path / "ut.xml")
    assert (tmp_path / "ut.xml").read_text(encoding="utf-8") == template.get_xml()


def test_undeclared_names_are_those_of_body_headers_and_footers() -> None:
    template = opened(
        p("{% for a in xs %}{{ a.b }}{% endfor %}{% set y = 1 %}{{ y }}"),
        header=p("{{ h }}"),
        footer=p("{{ f }}"),
        footnote=p("{{ n }}"),
    )
    assert template.get_undeclared_template_variables() == {"xs", "h", "f"}
    assert template.get_undeclared_template_variables(context={"xs": []}) == {"h", "f"}
    assert template.undeclared_template_variables == {"xs", "h", "f"}
    template.render({"xs": [], "h": 1})
    assert template.get_undeclared_template_variables(context={"xs": [], "h": 1}) == {"f"}


@pytest.mark.parametrize(
    "tag",
    [
        "{% macro m(u, w=k1) %}{{ u }}{{ k2 }}{% endmacro %}{{ m(k3) }}",
        "{% for i, j in k4.items() %}{{ i }}{% endfor %}{{ i }}",
        "{% if k5 %}{% set z = 1 %}{% endif %}{{ z }}",
        "{% with o=k6 %}{{ o }}{% endwith %}{{ o }}",
        "{{ range(k9) }}{{ dict(a=k10) }}{{ loop }}{{ k12|default(k13) }}",
        "{% set k14 %}{{ k15 }}{% endset %}{{ k14 }}",
        "{% for a in xs if a.k17 == k18 %}{{ a }}{% else %}{{ k20 }}{% endfor %}{{ self }}",
    ],
)
def test_undeclared_names_are_docxtpls(tag: str) -> None:
    theirs = docxtpl.DocxTemplate(io.BytesIO(paper(p(tag))))
    undeclared = theirs.get_undeclared_template_variables()
    assert opened(p(tag)).get_undeclared_template_variables() == undeclared


def test_undeclared_names_are_not_those_that_the_environment_has() -> None:
    env = jinja2.Environment()
    env.globals["hus"] = "Rådhuset"
    assert opened(p("{{ hus }}{{ x }}")).get_undeclared_template_variables(env) == {"x"}


def test_a_link_leads_where_it_should() -> None:
    template = opened(p("{{r x }}"))
    text = RichText("länk", url_id=template.build_url_id("https://exempel.se/?a=1&b=2"))
    assert rendered(template, x=text) == ["länk"]
    relations = member(saved(template), "word/_rels/document.xml.rels")
    assert 'Target="https://exempel.se/?a=1&amp;b=2"' in relations


def test_a_picture_is_scaled_as_python_docx_scales_it() -> None:
    template = opened(p("{{ a }}{{ b }}"), header=p("{{ a }}"))
    stream = io.BytesIO(PNG)
    template.render(
        {
            "a": InlineImage(template, stream, width=Mm(20)),
            "b": InlineImage(template, stream, width=Mm(20), height=Mm(30)),
        }
    )
    shapes = template.docx.inline_shapes
    assert [(shape.width, shape.height) for shape in shapes] == [(Mm(20), Mm(10)), (Mm(20), Mm(30))]
    assert "media/" in member(saved(template), "word/_rels/header.xml.rels")


def test_a_missing_picture_is_an_error_unless_it_may_miss() -> None:
    template = opened(p("a"))
    template.replace_pic("finns inte.png", io.BytesIO(PNG))
    with pytest.raises(ValueError, match=r"finns inte\.png"):
        template.render({})
    template.allow_missing_pics = True
    template.render({})
    template.reset_replacements()
    template.allow_missing_pics = False
    template.render({})


def test_a_picture_is_replaced_without_filling() -> None:
    source = docx.Document()
    source.add_picture(io.BytesIO(PNG))
    stream = io.BytesIO()
    source.save(stream)
    template = DocxTemplate(stream)
    template.replace_media(io.BytesIO(PNG), io.BytesIO(OTHER_PNG))
    assert docx.Document(io.BytesIO(saved(template))).inline_shapes[0].height is not None
    parts = docx.Document(io.BytesIO(saved(template))).part.package.image_parts
    assert [part.blob for part in parts] == [OTHER_PNG]


def test_values_of_other_kinds_print_as_python_prints_them() -> None:
    assert rendered(opened(p("{{ a }} {{ b }} {{ c }}")), a=None, b=[1], c=1.0) == ["None [1] 1.0"]


def test_data_may_have_any_names() -> None:
    data = {name: name[0] for name in ("raw", "filter", "call", "set", "macro", "with", "_egen")}
    tags = "".join(f"{{{{ {name} }}}}" for name in data)
    assert rendered(opened(p(tags)), **data) == ["rfcsmw_"]


def test_control_characters_go_with_a_warning() -> None:
    template = opened(p("{{ a }}{{ b }}{{r c }}"), header=p("{{ a }}"))
    with pytest.warns(UserWarning, match="styrtecken"):
        made = rendered(template, a="a\x01b", b=Listing("<c>\x02"), c=R("d\x0e"))
    assert made == ["ab<c>d"]


def test_text_that_is_no_xml_is_text_whatever_it_holds() -> None:
    made = opened(p("{{ x }}"), p("{{ y }}"), p("{{ z }}"), p("{{ n }}"))
    texts = {"x": "a & b", "y": "<select>", "z": "1 < 2 &amp; 3", "n": "rad\n& rad <två>"}
    assert rendered(made, **texts) == ["a & b", "<select>", "1 < 2 & 3", "rad\n& rad <två>"]


def test_with_autoescape_markup_is_text() -> None:
    template = opened(p("{{ x }}"))
    template.render({"x": "&amp;<w:br/>"}, autoescape=True)
    assert outline(saved(template)) == ["&amp;<w:br/>"]


def test_rich_text_may_be_a_cell_and_a_row() -> None:
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
    assert rendered(opened(table(("a", "{{tc x }}"))), x=cell) == ["a | b"]
