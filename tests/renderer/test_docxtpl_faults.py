"""Faults of docxtpl's rendering that this renderer does not have, one test each."""

from __future__ import annotations

import datetime as dt
import io
import re
from concurrent.futures import ThreadPoolExecutor

import docx
import pytest
from docxtpl import Listing, RichText
from hypothesis import given
from hypothesis import strategies as st

from protokollant.errors import TemplateError
from protokollant.renderer import Template
from tests.renderer.paper import fill, member, outline, p, paper, r, table, valid

_ANY = paper(p("[{{ x }}]"), p("[{{r x }}]"), p("[{{ x ~ '' }}]"))
AWKWARD = ["a & b", "<b>x</b>", "a < b > c", "’ “citat” \"rakt\" 'enkelt'", "🎉 å ä ö", "100 kr"]


@pytest.mark.parametrize("text", AWKWARD)
def test_no_text_is_lost_to_escaping(text: str) -> None:
    made = fill(p("{{ x }}"), p("{{p x }}"), p("{{r x }}"), x=text)
    assert outline(made) == [text] * 3


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=40))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    made = Template(_ANY).render({"x": text})
    assert outline(made) == [f"[{text}]", f"[{text}]", f"[{text}]"]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_that_passes_a_macro_or_a_block_is_escaped_once(text: str) -> None:
    made = fill(
        p("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(x) }}"),
        p("{% set y %}{{ x }}{% endset %}{{ y }}"),
        p("{{ x ~ '' }}{{ [x]|join('') }}"),
        p("{% filter trim %}{{ x }}{% endfilter %}"),
        x=text,
    )
    assert outline(made) == [text, text, text * 2, text]


def test_an_ampersand_in_the_templates_own_literal_is_text() -> None:
    assert outline(fill(p("{{ 'a & b’s' }}"))) == ["a & b’s"]


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800", "\x01", "\x05"])
def test_a_control_character_is_a_fault_that_names_the_field(sign: str) -> None:
    template = Template(paper(p("Plats: {{ plats }}")), name="mall.docx")
    with pytest.raises(TemplateError) as caught:
        template.render({"plats": f"Rum{sign}1"})
    message = str(caught.value)
    assert message.startswith("mall.docx, brödtexten, stycket «Plats: {{ plats }}»: «{{ plats }}»")
    assert f"styrtecknet U+{ord(sign):04X}" in message
    assert sign not in message


def test_text_beside_a_block_tag_is_kept() -> None:
    body = p("före {%p if ja %} efter"), p("mitt"), p("x {%p endif %} y")
    assert outline(fill(*body, ja=True)) == ["före ", " efter", "mitt", "x ", " y"]
    assert outline(fill(*body, ja=False)) == ["före ", " y"]


def test_text_beside_a_row_tag_is_kept() -> None:
    rows = table(("{%tr for x in xs %}rad", "{{ x }}"), ("{%tr endfor %}", "summa"))
    assert outline(fill(rows, xs=[1, 2])) == ["rad | 1", "rad | 2", " | summa"]


@pytest.mark.parametrize("tag", ["{{ sakns }}", "{% if sakns %}a{% endif %}", "{{ d.sakns }}"])
def test_an_undefined_name_is_a_fault(tag: str) -> None:
    with pytest.raises(TemplateError, match="sakns"):
        Template(paper(p(tag))).render({"saknas": "x", "d": {"saknas": 1}})


def test_text_beside_a_cell_tag_is_kept() -> None:
    rows = table(("{%tc for x in xs %}nr", "{{ x }}", "{%tc endfor %}summa"))
    assert outline(fill(rows, xs=[1, 2])) == ["nr | 1 | nr | 2 | summa"]


@pytest.mark.parametrize("text", ["{_{ x }_}", "{_% if x %_}", "a{_{b}_}c", "{a_{ b", "{_ {"])
def test_a_sign_for_a_brace_pair_may_be_cut_by_word(text: str) -> None:
    plain = text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")
    assert outline(fill(p(*text), p("{{ x }}"), x="x")) == [plain, "x"]


def test_a_blank_between_two_run_tags_is_kept() -> None:
    assert outline(fill(p("{{r x }} {{r y }}"), x="a", y="b")) == ["a b"]
    assert outline(fill(p("a{%r if x %} {{r x }}{%r endif %}"), x="b")) == ["a b"]


def test_text_after_a_run_tag_keeps_its_look() -> None:
    made = fill(p(r("a {{r x }} b", "<w:b/>")), x=RichText("c"))
    runs = docx.Document(io.BytesIO(made)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [("a ", True), ("c", None), (" b", True)]


def test_text_after_a_tag_that_word_marked_as_a_name_is_kept() -> None:
    smart = '<w:smartTag w:uri="u" w:element="e"><w:r><w:t>mn }}</w:t></w:r></w:smartTag>'
    made = Template(paper(p("Hej {{ na", smart, "!"))).render({"namn": "Eva"})
    assert "".join(re.findall(">([^<]+)</w:t>", member(made, "word/document.xml"))) == "Hej Eva!"


def test_an_undefined_name_may_be_asked_for() -> None:
    assert outline(fill(p("{% if x is defined %}a{% endif %}{{ x|default('b') }}"))) == ["b"]


def test_every_missing_name_is_told_at_once() -> None:
    template = Template(paper(p("{{ a }} {{ plaz }}"), header=p("{{ b }}")))
    with pytest.raises(TemplateError) as caught:
        template.render({"plats": "x"})
    assert [re.findall("«(.*?)»", f.message)[0] for f in caught.value.faults] == ["a", "plaz", "b"]
    assert caught.value.faults[1].remedy == "Menade du «plats»?"


def test_an_emptied_cell_keeps_a_paragraph() -> None:
    cell = p("{%p if nej %}") + p("a", style="Brdtext") + p("{%p endif %}")
    made = fill(table(("x", cell)), nej=False)
    assert '</w:tcPr><w:p><w:pPr><w:pStyle w:val="Brdtext"/></w:pPr></w:p></w:tc>' in member(
        made, "word/document.xml"
    )


def test_an_emptied_table_is_gone() -> None:
    rows = table(("{%tr for x in xs %}",), ("{{ x }}",), ("{%tr endfor %}",))
    made = fill(p("a"), rows, table((rows, "b")), xs=[])
    assert outline(made) == ["a", " | b"]
    assert member(made, "word/document.xml").count("<w:tbl>") == 1


def test_cells_merged_down_hold_their_text_once() -> None:
    cell = p("{% vm %}", r("samma", "<w:b/>"))
    rows = table(("{%tr for x in xs %}", ""), (cell, "{{ x }}"), ("{%tr endfor %}", ""))
    xml = member(fill(rows, xs=[1, 2, 3]), "word/document.xml")
    assert xml.count("samma") == xml.count('w:val="restart"') == 1
    assert xml.count('w:val="continue"') == 2


def test_an_emptied_header_keeps_a_paragraph() -> None:
    made = Template(paper(p("a"), header=p("{%p if nej %}") + p("b") + p("{%p endif %}")))
    assert "<w:p></w:p></w:hdr>" in member(valid(made.render({"nej": False})), "word/header.xml")


def test_threads_do_not_mix_documents() -> None:
    template = Template(
        paper(p("{%p for i in tal %}"), p("{{ i }} {{ namn }}"), p("{%p endfor %}"))
    )

    def one(number: int) -> bool:
        made = template.render({"tal": range(40), "namn": f"nr {number}"})
        return outline(made) == [f"{i} nr {number}" for i in range(40)]

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(one, range(60)))


def test_numbering_starts_over_for_each_list_in_a_loop() -> None:
    made = fill(
        p("{%p for punkt in punkter %}"),
        p("{{ punkt.rubrik }}", style="Rubrik1"),
        p("{%p for b in punkt.beslut %}"),
        p("{{ b }}", style="Numreradlista"),
        p("{%p if b == 'a' %}"),
        p("mer", style="Numreradlista"),
        p("{%p endif %}"),
        p("{%p endfor %}"),
        p("{%p endfor %}"),
        punkter=[{"rubrik": "A", "beslut": ["a", "b"]}, {"rubrik": "B", "beslut": ["c"]}],
    )
    assert re.findall(r'<w:numId w:val="(\d+)"', member(made, "word/document.xml")) == [
        "5",
        "5",
        "5",
        "6",
    ]
    numbering = member(made, "word/numbering.xml")
    assert numbering.count('<w:startOverride w:val="1"/>') == 2


def test_numbering_of_one_loop_and_bullets_go_on() -> None:
    loop = p("{%p for x in xs %}"), p("{{ x }}", style="Numreradlista"), p("{%p endfor %}")
    assert "numId" not in member(fill(*loop, xs=[1, 2]), "word/document.xml")
    bullets = (
        p("{%p for x in xs %}"),
        p("{%p for y in xs %}"),
        p("{{ y }}", style="Punktlista"),
        p("{%p endfor %}"),
        p("{%p endfor %}"),
    )
    assert "numId" not in member(fill(*bullets, xs=[1, 2]), "word/document.xml")


def test_no_blank_paragraphs_are_left_behind() -> None:
    body = (
        p("{% if ja %}"),
        p("a"),
        p("{% endif %}"),
        p("{% for x in xs %}"),
        p("{{ x }}"),
        p("{% endfor %}"),
        p("{{ tom }}"),
        p("{# not #}"),
        p("{% set y = 1 %}"),
    )
    assert outline(fill(*body, ja=True, xs=["b", "c"], tom="")) == ["a", "b", "c"]


def test_bookmarks_and_ids_stay_unique_after_loops() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="märke"/>', r("{{ x }}"), '<w:bookmarkEnd w:id="7"/>'
    paragraph = p(*mark).replace("<w:p>", '<w:p w14:paraId="00000001" w14:textId="00000002">')
    made = fill(p("{%p for x in xs %}"), paragraph, p("{%p endfor %}"), xs=[1, 2, 3])
    xml = member(made, "word/document.xml")
    starts = re.findall(r'bookmarkStart w:id="(\d+)" w:name="(.*?)"', xml)
    assert len({number for number, _ in starts}) == len({name for _, name in starts}) == 3
    assert starts[0][1] == "märke"
    assert re.findall(r'bookmarkEnd w:id="(\d+)"', xml) == [number for number, _ in starts]
    assert "paraId" not in xml


def test_pictures_of_the_template_stay_unique_after_loops() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="3" name="a"/></wp:inline></w:drawing></w:r>'
    )
    body = p(drawing), p("{%p for x in xs %}"), p("{{ x }}", drawing), p("{%p endfor %}")
    xml = member(Template(paper(*body)).render({"xs": [1, 2]}), "word/document.xml")
    assert re.findall(r'docPr id="(\d+)"', xml) == ["3", "4", "5"]


def test_old_drawings_and_objects_stay_unique_after_loops() -> None:
    drawing = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shapetype id="t" coordsize="1,1"/>'
        '<v:shape id="s" type="#t"/></w:pict></w:r>'
    )
    made = fill(p("{%p for x in xs %}"), p("{{ x }}", drawing), p("{%p endfor %}"), xs=[1, 2])
    xml = member(made, "word/document.xml")
    assert re.findall(r'v:shape id="(.*?)" type="(.*?)"', xml) == [("s", "#t"), ("s_2", "#t_2")]
    assert re.findall(r'v:shapetype id="(.*?)"', xml) == ["t", "t_2"]


def test_tracked_changes_and_content_controls_stay_unique_after_loops() -> None:
    change = '<w:ins w:id="5" w:author="a"><w:r><w:t>{{ x }}</w:t></w:r></w:ins>'
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr>'
        f"<w:sdtContent>{p(change)}</w:sdtContent></w:sdt>"
    )
    made = fill(p("{%p for x in xs %}"), control, p("{%p endfor %}"), xs=[1, 2])
    xml = member(made, "word/document.xml")
    for pattern in (r'<w:ins w:id="(\d+)"', r'<w:id w:val="(\d+)"'):
        assert len(set(re.findall(pattern, xml))) == 2, pattern


def test_the_grid_of_a_table_fits_the_columns_of_a_loop() -> None:
    rows = (
        ("{%tc for n in tal %}", "{{ n }}", "{%tc endfor %}"),
        ("{% colspan tal|length %}alla", "", ""),
    )
    one_cell = table(rows[0]) + p("a") + table(rows[1][:1])
    xml = member(fill(one_cell, tal=[1, 2, 3, 4]), "word/document.xml")
    assert re.findall(r'gridCol w:w="(\d+)"', xml) == ["1500"] * 4 + ["500"] * 4


def test_data_is_never_read_as_a_template() -> None:
    assert outline(fill(p("{{ x }}"), x="{{ y }} {% for %} {# z #}")) == [
        "{{ y }} {% for %} {# z #}"
    ]


def test_text_deleted_with_changes_tracked_is_no_tag() -> None:
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ b</w:delText></w:r></w:del>'
    made = fill(p("{{ a", gone, " }}"), p(gone.replace('"1"', '"2"').replace("b<", "b }}<")), a="x")
    xml = member(made, "word/document.xml")
    assert ">x</w:t>" in xml
    assert ">{{ b }}</w:delText>" in xml


def test_an_emptied_content_control_keeps_a_paragraph() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    ).format(p("{%p if nej %}") + p("a") + p("{%p endif %}"))
    assert "<w:sdtContent><w:p></w:p></w:sdtContent>" in member(
        fill(control, nej=False), "word/document.xml"
    )


def test_docxtpls_own_rich_text_and_listing_are_understood() -> None:
    rich = RichText("fet", bold=True)
    rich.add(" & lutad", italic=True)
    made = fill(p("a {{r x }} b"), p("{{ y }}"), x=rich, y=Listing("rad 1\nrad <2>"))
    assert outline(made) == ["a fet & lutad b", "rad 1\nrad <2>"]
    assert "<w:b/>" in member(made, "word/document.xml")


def test_ready_made_xml_that_is_not_whole_is_a_fault() -> None:
    template = Template(paper(p("{{ x|safe }}")))
    assert "<w:br/>" in member(template.render({"x": "a</w:t><w:br/><w:t>b"}), "word/document.xml")
    with pytest.raises(TemplateError, match="ogiltigt"):
        template.render({"x": "<w:t>"})


def test_fields_are_told_with_their_whole_path() -> None:
    body = (
        p("{%p for punkt in punkter %}"),
        p("{{ punkt.rubrik }} {% for b in punkt.beslut %}{{ b.text }}{% endfor %}"),
        p("{%p endfor %}"),
    )
    assert Template(paper(*body, header=p("{{ datum|datum }}"))).fields() == (
        "punkter.rubrik",
        "punkter.beslut.text",
        "datum",
    )


def test_the_same_input_gives_the_same_bytes() -> None:
    source = paper(p("{{p x|markdown }}"), header=p("{{ d }}"))
    values = {"x": "- a\n\n1. b\n\n[c](https://example.se)", "d": dt.date(2026, 3, 2)}
    assert Template(source).render(values) == Template(source).render(values)
