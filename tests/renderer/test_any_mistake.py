"""Whatever is mistyped in a template, its problems are told and it can be marked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from protokollant.model import Meeting
from protokollant.renderer import Template
from tests.renderer.paper import p, paper, table, valid

TAGS = (
    "{% for p in deltagare %}",
    "{{ p.namn|upper }}",
    "{% endfor %}",
    "{%p if nästa_möte and plats == 'x' %}",
    "{{ nästa_möte.datum|datum }}",
    "{%p endif %}",
    "{{ (punkter|first).rubrik }}",
    "{%tr for b in alla_beslut %}",
    "{{ b.beslut.text }}",
    "{%tr endfor %}",
    "{{p inledning|markdown }}",
    "{{ bild('a.png', 'x') }}",
    "{{p include('a.docx') }}",
    "{% macro m(a) %}{{ a.b }}{% endmacro %}",
    "{{ m(punkter) }}",
)
SIGNS = "{}%#|().,'\"= -_abcåÅ1[]«»\u00a0/\\"


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    text = list(draw(st.sampled_from(TAGS)))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(("add", "drop", "change")))
        if kind == "add" or place == len(text):
            text.insert(place, draw(st.sampled_from(SIGNS)))
        elif kind == "drop":
            del text[place]
        else:
            text[place] = draw(st.sampled_from(SIGNS))
    return "".join(text)


@given(st.lists(st.tuples(mistyped(), st.booleans()), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_mistyped(tags: list[tuple[str, bool]]) -> None:
    blocks = [table((text, "y")) if inside else p(text) for text, inside in tags]
    template = Template(paper(*blocks), name="mall.docx")
    problems = template.problems(Meeting)
    assert all(str(fault).startswith("mall.docx") and fault.remedy for fault in problems)
    marked = valid(template.marked(Meeting))
    assert (b"comments" in marked) == bool(problems)
