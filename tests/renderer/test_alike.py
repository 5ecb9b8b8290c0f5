"""Any template that leaves no blank line: docxtpl's document and ours are the same in each part."""

from __future__ import annotations

import io
from itertools import pairwise
from types import ModuleType
from typing import Any

import docxtpl
from hypothesis import given, settings
from hypothesis import strategies as st

import protokollant.docxtpl

from .comparison import told
from .paper import p, paper, r, table

DATA: dict[str, Any] = {
    "a": "Eva",
    "b": "å & ö <ü>",
    "n": 3,
    "t": True,
    "m": None,
    "ett": ["y"],
    "xs": ["x1", "x2", "x3"],
    "inga": [],
    "rader": [{"a": "r1", "b": "s1"}, {"a": "r2", "b": "s2"}],
    "d": {"k": "v", "l": [1, 2]},
    "rader_text": "rad 1\nrad 2\tsist",
}
VALUES = [
    "a",
    "b",
    "n",
    "m",
    "saknas",
    "d.k",
    "d['k']",
    "xs[0]",
    "a|upper",
    "xs|length",
    "xs|join('-')",
    "d.l|sum",
    "'text'",
    "“text”",
    "n%2",
    "n/2",
    "rader_text",
    "a.lower()",
    "d.get('z','q')",
    "(n,1)|max",
    "b|e",
    "xs|first",
    "d.l",
    "a|replace('E','e')",
    "rader_text|e",
]
CONDITIONS = [
    "t",
    "m",
    "n > 2",
    "xs",
    "inga",
    "a == 'Eva'",
    "not t",
    "'x1' in xs",
    "saknas",
    "n < 2",
]
TEXTS = ["text ", "& tecken ", "åäö ", "två  blanka ", "<vinkel> ", "“citat” ", "{enkel} ", "50% "]

MARKS = ["", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkEnd w:id="7"/>']


def _inline() -> st.SearchStrategy[str]:
    pieces = st.one_of(
        st.sampled_from(TEXTS),
        st.sampled_from(VALUES).map("{{{{ {} }}}}".format),
        st.just("{# not #}"),
        st.sampled_from(VALUES).map("{{% set z = {} %}}z{{{{ z }}}}".format),
    )
    text = st.lists(pieces, min_size=1, max_size=3).map("".join)
    return st.one_of(
        text,
        st.tuples(st.sampled_from(CONDITIONS), text, text).map(
            lambda one: "{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format(*one)
        ),
        st.tuples(st.sampled_from(["xs", "ett", "inga"]), text).map(
            lambda one: "{{% for q in {} %}}{{{{ q }}}}{}{{% endfor %}}".format(*one)
        ),
    )


@st.composite
def _paragraph(draw: st.DrawFn, text: st.SearchStrategy[str]) -> str:
    """A paragraph that Word has cut into runs wherever it likes."""
    whole = draw(text)
    places = sorted(draw(st.sets(st.integers(1, max(len(whole) - 1, 1)), max_size=4)))
    look = draw(st.sampled_from(["", "<w:b/>"]))
    bounds = [0, *(place for place in places if place < len(whole)), len(whole)]
    runs = (_run(whole[start:end], look) for start, end in pairwise(bounds))
    return p(draw(st.sampled_from(MARKS)).join(runs))


def _run(text: str, look: str) -> str:
    """A run; `r` would take a text that begins with an angle bracket for XML."""
    return r(f" {text}", look).replace('preserve"> ', 'preserve">', 1)


def _tag(tag: str) -> st.SearchStrategy[str]:
    return _paragraph(st.just(tag))


def _wrapped(opener: str, inner: st.SearchStrategy[str], closer: str) -> st.SearchStrategy[str]:
    return st.tuples(_tag(opener), inner, _tag(closer)).map("".join)


@st.composite
def _table(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 3))
    cell = _paragraph(_inline().map("c{}".format))
    row = tuple(draw(cell) for _ in range(width))
    looped = tuple(draw(cell) for _ in range(width))
    blank = ("",) * (width - 1)
    return table(row, ("{%tr for rad in rader %}", *blank), looped, ("{%tr endfor %}", *blank))


def _body() -> st.SearchStrategy[str]:
    paragraph = _paragraph(_inline().map("s{}".format))
    leaves = st.one_of(paragraph, _table())

    def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        blocks = st.lists(inner, min_size=1, max_size=2).map("".join)
        return st.one_of(
            st.sampled_from(CONDITIONS).flatmap(
                lambda c: _wrapped(f"{{%p if {c} %}}", blocks, "{%p endif %}")
            ),
            st.sampled_from(["xs", "ett"]).flatmap(
                lambda c: _wrapped(f"{{%p for v in {c} %}}", blocks, "{%p endfor %}")
            ),
        )

    return st.lists(st.recursive(leaves, grown, max_leaves=4), min_size=1, max_size=3).map("".join)


def _made(library: ModuleType, source: bytes) -> list[str]:
    template = library.DocxTemplate(io.BytesIO(source))
    template.render(dict(DATA), autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return told(stream.getvalue())


@settings(max_examples=60, deadline=None)
@given(_body(), _paragraph(_inline().map("h{}".format)))
def test_any_template_is_filled_as_docxtpl_fills_it(body: str, header: str) -> None:
    source = paper(body, p("sist"), header=header)
    assert _made(protokollant.docxtpl, source) == _made(docxtpl, source)
