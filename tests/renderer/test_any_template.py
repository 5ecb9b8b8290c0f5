"""Whatever a template holds: a sound document or a fault that says where, nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from protokollant.errors import Fault, TemplateError
from protokollant.renderer import Template
from tests.renderer.paper import fill, outline, p, paper, r, table, valid

DATA: dict[str, Any] = {"x": "a & b", "tom": "", "ja": True, "nej": False, "xs": [1, 2]}
FRAGMENTS = (
    *("text", " ", "{{ x }}", "{{ tom }}", "{{p x }}", "{{r x }}", "{{p x|markdown }}", "{# a #}"),
    *(
        f"{{%{level}{word} %}}"
        for level in ("", "p ", "tr ", "tc ", "r ")
        for word in ("if ja", "if nej", "else", "endif", "for y in xs", "endfor")
    ),
    *("{% set z = 1 %}", "{%- if ja %}", "{% endif -%}", "{% vm %}", "{% hm %}", "{{ y }}", "{{"),
    *("{% cellbg 'FF0000' %}", "{% colspan 2 %}", "{% macro m() %}", "{% endmacro %}", "{{ m() }}"),
)
_text = st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join)
_sound = st.lists(
    st.sampled_from(
        (
            *("text", " ", "{{ x }}", "{{ tom }}", "{{r x }}", "{# a #}"),
            *("{% if nej %}a{% endif %}", "{% if ja %}{{ tom }}{% endif %}"),
            "{%r if ja %}b{%r endif %}",
            *("{% for y in xs %}{{ y }}{% endfor %}", "{{p tom|markdown }}", "{{p x|markdown }}"),
        )
    ),
    max_size=3,
).map("".join)
_OPENERS = ("if ja", "if nej", "for y in xs", "for y in []")


def _wrapped(inner: str, opener: str, level: str, beside: str) -> str:
    """Blocks between an opener and its closer, each in a paragraph, perhaps with text beside."""
    closer = "endif" if opener.startswith("if") else "endfor"
    return p(f"{beside}{{%{level} {opener} %}}") + inner + p(f"{{%{level} {closer} %}}{beside}")


def _table_of(rows: list[tuple[str, str]], opener: str, header: int) -> str:
    closer = "endif" if opener.startswith("if") else "endfor"
    return table(
        ("{%tr " + opener + " %}", ""), *rows, ("{%tr " + closer + " %}", ""), header=header
    )


def _blocks(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    paragraph = st.builds(p, texts, style=st.sampled_from(("", "Numreradlista", "Rubrik1")))

    def deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        several = st.lists(inner, min_size=1, max_size=3).map("".join)
        cell = st.one_of(texts, several)
        rows = st.lists(st.tuples(cell, cell), min_size=1, max_size=3)
        openers = st.sampled_from(_OPENERS)
        return st.one_of(
            st.builds(_wrapped, several, openers, st.sampled_from(("", "p")), st.just("")),
            st.builds(_wrapped, several, openers, st.just("p"), st.sampled_from(("", "vid"))),
            st.builds(lambda found, header: table(*found, header=header), rows, st.integers(0, 1)),
            st.builds(_table_of, rows, openers, st.integers(0, 1)),
        )

    return st.recursive(paragraph, deeper, max_leaves=8)


@settings(max_examples=50, deadline=None)
@given(st.lists(_blocks(_sound), min_size=1, max_size=4))
def test_a_sound_template_gives_a_sound_document(body: list[str]) -> None:
    made = valid(Template(paper(*body, p("slut"))).render(DATA))
    assert outline(made)[-1] == "slut"


@settings(max_examples=50, deadline=None)
@given(st.lists(_blocks(_text), min_size=1, max_size=4))
def test_a_template_gives_a_sound_document_or_faults_with_their_place(body: list[str]) -> None:
    faults: tuple[Fault, ...] = ()
    try:
        made = Template(paper(*body, p("slut"))).render(DATA)
    except TemplateError as error:
        faults = error.faults
    assert all(fault.place.file and fault.place.where for fault in faults)
    assert faults or outline(valid(made))[-1] == "slut"


TEXT = "Hej {{ x }}, {% if ja %}ja{% else %}nej{% endif %} {% for y in xs %}[{{ y }}]{% endfor %}!"
BETWEEN = (
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="9" w:name="b"/><w:bookmarkEnd w:id="9"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, len(TEXT)), max_size=12), st.sampled_from(BETWEEN))
@example(list(range(len(TEXT))), "")
def test_wherever_word_splits_the_text_the_result_is_the_same(cuts: list[int], mark: str) -> None:
    ends = sorted({0, *cuts, len(TEXT)})
    pieces = [r(TEXT[a:b]) for a, b in pairwise(ends)]
    joined = mark.join(pieces[:2]) + "".join(pieces[2:])
    assert outline(fill(p(joined), **DATA)) == ["Hej a & b, ja [1][2]!"]
