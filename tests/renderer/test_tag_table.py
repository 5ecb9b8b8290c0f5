"""The tag language, tag by tag: what stands in the template → what stands in the document."""

from __future__ import annotations

from typing import Any

import pytest

from tests.renderer.paper import fill, member, outline, p, r, table

DATA: dict[str, Any] = {
    "namn": "Eva",
    "tom": "",
    "ingen": None,
    "ja": True,
    "nej": False,
    "tre": [1, 2, 3],
    "inga": [],
    "rader": [{"a": "a1", "b": "b1"}, {"a": "a2", "b": "b2"}],
}

CASES = [
    ("a value", [p("Hej {{ namn }}!")], ["Hej Eva!"]),
    ("None prints nothing", [p("a{{ ingen }}b{{ tom }}c")], ["abc"]),
    ("an inline if", [p("a{% if ja %}b{% else %}c{% endif %}d")], ["abd"]),
    ("an inline for", [p("{% for n in tre %}{{ n }};{% endfor %}")], ["1;2;3;"]),
    ("a remark leaves nothing", [p("{# not #}"), p("a{# b #}c")], ["ac"]),
    ("p-if true", [p("{%p if ja %}"), p("a"), p("{%p endif %}"), p("b")], ["a", "b"]),
    ("p-if false", [p("{%p if nej %}"), p("a"), p("{%p endif %}"), p("b")], ["b"]),
    (
        "p-if with else",
        [p("{%p if nej %}"), p("a"), p("{%p else %}"), p("b"), p("{%p endif %}")],
        ["b"],
    ),
    ("p-for", [p("{%p for n in tre %}"), p("{{ n }}"), p("{%p endfor %}")], ["1", "2", "3"]),
    ("statements alone are lifted", [p("{% if ja %}"), p("a"), p("{% endif %}")], ["a"]),
    (
        "p and plain statements mix",
        [p("{%p for n in tre %}"), p("{{ n }}"), p("{% endfor %}")],
        ["1", "2", "3"],
    ),
    ("text before a p tag", [p("före {%p if ja %}"), p("a"), p("{%p endif %}")], ["före ", "a"]),
    ("text after a p tag", [p("{%p if ja %}efter"), p("a"), p("{%p endif %}")], ["efter", "a"]),
    ("a block over paragraphs", [p("a{% if nej %}b"), p("c{% endif %}d")], ["ad"]),
    ("set", [p("{% set x = 'y' %}"), p("{{ x }}")], ["y"]),
    ("a p value", [p("{{p namn }}", style="Brdtext")], ["[Body Text] Eva"]),
    ("a p value that is empty", [p("{{p tom }}"), p("a")], ["a"]),
    ("an r value", [p("a{{r namn }}b")], ["aEvab"]),
    ("an r block", [p("a{%r if nej %}b{%r endif %}c")], ["ac"]),
    ("a paragraph emptied", [p("{{ tom }}"), p("{{ ingen }} {{ tom }}"), p("a")], ["a"]),
    ("an empty paragraph of the author's", [p(), p("a")], ["", "a"]),
    (
        "rows",
        [table(("{%tr for x in rader %}", ""), ("{{ x.a }}", "{{ x.b }}"), ("{%tr endfor %}", ""))],
        ["a1 | b1", "a2 | b2"],
    ),
    (
        "rows with the tags in the row itself",
        [table(("{%tr for x in rader %}{{ x.a }}", "{{ x.b }}{%tr endfor %}"))],
        ["a1 | b1", "a2 | b2"],
    ),
    (
        "a table without rows vanishes, head and all",
        [
            table(("A",), ("{%tr for x in inga %}",), ("{{ x }}",), ("{%tr endfor %}",), header=1),
            p("a"),
        ],
        ["a"],
    ),
    (
        "a head that is no header row stays",
        [table(("A",), ("{%tr for x in inga %}",), ("{{ x }}",), ("{%tr endfor %}",)), p("a")],
        ["A", "a"],
    ),
    ("a row emptied", [table(("{{ tom }}", "{{ ingen }}"), ("a", "b"))], ["a | b"]),
    ("a row with a label stays", [table(("Plats", "{{ tom }}"))], ["Plats | "]),
    (
        "columns",
        [table(("{%tc for n in tre %}", "{{ n }}", "{%tc endfor %}"))],
        ["1 | 2 | 3"],
    ),
    (
        "blocks in a cell",
        [table(("x", p("{%p if nej %}") + p("a") + p("{%p endif %}")))],
        ["x | "],
    ),
    ("docxtpl's written braces", [p("{_{ a }_} {_% b %_}")], ["{{ a }} {% b %}"]),
    ("raw", [p("{% raw %}{{ namn }}{% endraw %}")], ["{{ namn }}"]),
    ("joined to the paragraph before", [p("a"), p("{%- if ja %}b{% endif %}")], ["ab"]),
    ("joined to the paragraph after", [p("a{% if ja -%}"), p("b{% endif %}")], ["ab"]),
    ("a condition without else", [p("a{{ 'b' if nej }}c")], ["ac"]),
    (
        "a condition and a loop in brackets",
        [p("{% if(nej) %}a{% elif(ja) %}b{% endif %}{% for(n) in tre %}{{ n }}{% endfor %}")],
        ["b123"],
    ),
    (
        "a turn left early",
        [p("{% for n in tre %}{% if n == 2 %}{% continue %}{% endif %}{{ n }}{% endfor %}")],
        ["13"],
    ),
    (
        "a loop left early, by paragraphs",
        [
            *map(p, ("{%p for n in tre %}", "{%p if n == 2 %}", "{%p break %}", "{%p endif %}")),
            p("{{ n }}"),
            p("{%p endfor %}"),
        ],
        ["1"],
    ),
    (
        "a macro that is given text",
        [p("{% macro m() %}<{{ caller(1) }}>{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}")],
        ["<1>"],
    ),
    ("a power", [p("{{ 2 ** 3 }}")], ["8"]),
    ("a macro", [p("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(namn) }}")], ["<Eva>"]),
    ("line breaks and tabs in a value", [p("{{ 'a\\nb\\tc' }}")], ["a\nb\tc"]),
]


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_tag(body: list[str], expected: list[str]) -> None:
    assert outline(fill(*body, **DATA)) == expected


SPLITS = [
    ("runs", ["{", "{ na", "mn }", "}"]),
    ("a spelling mark", ["{{ ", '<w:proofErr w:type="spellStart"/>', "namn", " }}"]),
    (
        "a bookmark",
        [
            "{{ na",
            '<w:bookmarkStart w:id="1" w:name="b"/>',
            "mn",
            '<w:bookmarkEnd w:id="1"/>',
            " }}",
        ],
    ),
    ("revision ids", ["{{ na", '<w:r w:rsidR="00AB12CD"><w:t>mn }}</w:t></w:r>']),
    ("a line break", ["{{ namn", "<w:r><w:br/></w:r>", " }}"]),
    ("a tab", ["{{", "<w:r><w:tab/></w:r>", "namn }}"]),
    ("a hyphen that does not break", ["{{ 4", "<w:r><w:noBreakHyphen/></w:r>", "3 }}"]),
    ("a run that is only the middle", ["{{ n", "am", "n }}"]),
]


@pytest.mark.parametrize("pieces", [s[1] for s in SPLITS], ids=[s[0] for s in SPLITS])
def test_a_tag_split_by_word_is_read(pieces: list[str]) -> None:
    expected = "1" if "{{ 4" in pieces else "Eva"
    assert outline(fill(p("a", *pieces, "b"), namn="Eva")) == [f"a{expected}b"]


def test_a_tag_split_by_a_link_is_read() -> None:
    link = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'.format(r("mn"))
    mark = '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    assert outline(fill(p(mark, "{{ na", link, " }}!"), namn="Eva")) == ["Eva!"]


def test_the_value_has_the_look_of_the_run_where_its_tag_begins() -> None:
    made = fill(p("<w:r><w:rPr><w:b/></w:rPr><w:t>{{ na</w:t></w:r>", "mn }} x"), namn="Eva")
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Eva</w:t>' in member(
        made, "word/document.xml"
    )


def test_cell_tags_become_cell_properties() -> None:
    made = fill(
        table(("{% cellbg 'FF0000' %}a", "{% colspan 2 %}b")),
        table(("{%tr for x in tre %}", ""), ("{% vm %}lodrätt", "{{ x }}"), ("{%tr endfor %}", "")),
        p("slut"),
        **DATA,
    )
    xml = member(made, "word/document.xml")
    assert '<w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>' in xml
    assert '<w:gridSpan w:val="2"/>' in xml
    assert xml.count('<w:vMerge w:val="restart"/>') == 1
    assert xml.count('<w:vMerge w:val="continue"/>') == 2
    assert xml.count("lodrätt") == 1


def test_hm_merges_the_cells_of_a_loop() -> None:
    made = fill(
        table(
            ("{%tc for n in tre %}", "{% hm %}alla", "{%tc endfor %}"),
            ("{%tc for n in tre %}", "{{ n }}", "{%tc endfor %}"),
        ),
        **DATA,
    )
    xml = member(made, "word/document.xml")
    assert xml.count("alla") == 1
    assert '<w:gridSpan w:val="3"/>' in xml


def test_a_section_of_its_own_layout_comes_only_when_its_condition_holds() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = (
        p("före", properties=upright),
        p("{%p if visa %}"),
        p("Bilaga", style="Rubrik1"),
        p("{{ namn }}", properties=wide),
        p("{%p endif %}"),
        p("efter"),
    )
    shown, hidden = fill(*body, visa=True, namn="Eva"), fill(*body, visa=False, namn="Eva")
    assert outline(shown) == ["före", "[Heading 1] Bilaga", "Eva", "efter"]
    assert outline(hidden) == ["före", "efter"]
    assert "landscape" in member(shown, "word/document.xml")
    assert "landscape" not in member(hidden, "word/document.xml")
