"""docxtpl's language, one small template for each tag: `TAGS`. Its classes: `language_classes`.

Written the way Word writes: tags cut over runs, with spelling marks and bookmarks between.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import jinja2

from .paper import p, paper, r, table

_SPELL = '<w:proofErr w:type="spellStart"/>'
_MARK = '<w:bookmarkStart w:id="7" w:name="m"/><w:bookmarkEnd w:id="7"/>'
_SMART = '<w:smartTag w:uri="u" w:element="e"><w:r><w:t>mn }}</w:t></w:r></w:smartTag>'


@dataclass(frozen=True, slots=True)
class Case:
    """A template, its data (from a module and a DocxTemplate of it), and why we differ, if so."""

    tag: str
    template: bytes
    data: Callable[[Any, Any], dict[str, Any]]
    why: str = ""
    env: Callable[[], jinja2.Environment] | None = None
    autoescape: bool = False
    needs: str = ""
    """A module that docxtpl needs for it."""


def cut(text: str, *places: int, between: str = _SPELL) -> tuple[str, ...]:
    """The text as Word may hold it: runs cut at the places, with a mark between."""
    runs: list[str] = []
    for start, end in pairwise((0, *places, len(text))):
        runs += [text[start:end], between]
    return tuple(runs[:-1])


def _case(
    tag: str,
    *body: str,
    why: str = "",
    env: Callable[[], jinja2.Environment] | None = None,
    autoescape: bool = False,
    **data: Any,
) -> Case:
    return Case(tag, paper(*body), lambda lib, tpl: data, why, env, autoescape)


def _by_letter(text: str) -> str:
    """Every letter a run of its own with a revision number and a language, as after editing."""
    runs = (
        f'<w:r w:rsidR="00{n:06X}"><w:rPr><w:lang w:val="sv-SE"/></w:rPr><w:t>{letter}</w:t></w:r>'
        for n, letter in enumerate(text)
    )
    return f"<w:p>{''.join(runs)}</w:p>".replace("<w:t> <", '<w:t xml:space="preserve"> <')


_ROWS = [{"a": "ett", "b": "två"}, {"a": "tre", "b": "fyra"}]
_BLANKS = "Inget tomt stycke lämnas där bara en tagg stod."
_BESIDE = "Texten bredvid taggen är kvar; docxtpl tar bort den."
_ESCAPED = "Tecknen & och < skrivs som de är; docxtpl tappar text."
_CLOSED = "Filen är giltig; docxtpl lämnar en cell utan stycke, som Word måste laga."
_EMPTIED = "En tabell som slingan tömmer försvinner; docxtpl lämnar en tabell utan rader."
_GRID = "Tabellen får de kolumner som breda celler kräver; docxtpl räknar bara cellerna."
_SMARTS = "Texten efter taggen är kvar; docxtpl tappar den."
_SIGNS = "Tecknen blir klamrar även när Word har delat dem; docxtpl lämnar dem som de är."
_HIDDEN = "Sammanslagna celler är tomma; docxtpl lämnar texten kvar, dold."


def _own() -> jinja2.Environment:
    env = jinja2.Environment()
    env.filters["dubbelt"] = lambda value: value * 2
    env.tests["kort"] = lambda value: len(value) < 3
    env.globals["hus"] = "Rådhuset"
    return env


def _escaping() -> jinja2.Environment:
    return jinja2.Environment(autoescape=True)


def _brackets() -> jinja2.Environment:
    return jinja2.Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
    )


def _lines() -> jinja2.Environment:
    return jinja2.Environment(line_statement_prefix="#")


def _finalising() -> jinja2.Environment:
    return jinja2.Environment(finalize=lambda value: "saknas" if value is None else value)


def _having(cells: str, property_: str, before: str) -> str:
    """The table with one more property in the cell that `before` stands in."""
    start, rest = cells.split(before)
    head, _, tail = start.rpartition("</w:tcPr>")
    return f"{head}{property_}</w:tcPr>{tail}{before}{rest}"


def _x(lib: Any, tpl: Any) -> dict[str, Any]:
    return {"x": "a"}


_TABLE = table(
    ("{%tr for rad in rader %}", ""), ("{{ rad.a }}", "{{ rad.b }}"), ("{%tr endfor %}", "")
)
_COLUMNS = table(
    ("{%tc for k in rader %}", "{{ k.a }}", "{%tc endfor %}"),
    ("{%tc for k in rader %}", "{{ k.b }}", "{%tc endfor %}"),
)
_MERGED_DOWN = table(
    ("{%tr for rad in rader %}", ""), ("{% vm %}samma", "{{ rad.a }}"), ("{%tr endfor %}", "")
)
_MERGED_ACROSS = table(
    ("{%tc for k in rader %}", "{% hm %}bred", "{%tc endfor %}"),
    ("{%tc for k in rader %}", "{{ k.a }}", "{%tc endfor %}"),
)
_WIDE_ACROSS = _having(_MERGED_ACROSS, '<w:gridSpan w:val="2"/>', "{% hm")
_NESTED_DOWN = table(
    ("{%tr for grupp in grupper %}", "", ""),
    ("{%tr for rad in grupp %}", "", ""),
    ("{% vm %}grupp", "{{ rad.a }}", "{{ rad.b }}"),
    ("{%tr endfor %}", "", ""),
    ("{%tr endfor %}", "", ""),
)
_SHADED = table(("{% cellbg färg %}{{ x }}", "b"))
_RESHADED = _having(_SHADED, '<w:shd w:val="clear" w:color="auto" w:fill="00FF00"/>', "{% cellbg")
_SPLIT_DOWN = table(
    ("{%tr for rad in rader %}", ""),
    (p("{% vm %}", r("samma", "<w:b/>")), "{{ rad.a }}"),
    ("{%tr endfor %}", ""),
)
_HEADER = p("{%p for a in x %}") + p("{{ a }}") + p("{%p endfor %}")
_SPANNED = table(("{% colspan 2 %}{{ x }}",), ("a", "b"))

TAGS: tuple[Case, ...] = (
    _case("{{ }}", p("Hej {{ namn }}!"), namn="Eva"),
    _case("{{ }} över tre körningar", p(*cut("Hej {{ namn }}!", 5, 8)), namn="Eva"),
    _case("{{ }} delad mitt i klamrarna", p(*cut("Hej {{ namn }}!", 5, 13)), namn="Eva"),
    _case("{{ }} med bokmärke inuti", p("Hej {{ na", _MARK, "mn }}!"), namn="Eva"),
    _case("{{ }} bokstav för bokstav", _by_letter("Hej {{ namn }}, hej"), namn="Eva"),
    _case("{{ }} i smart tagg", p("Hej {{ na", _SMART, "!"), namn="Eva", why=_SMARTS),
    _case("{{ }} med radbrytning inuti", p("a {{", "<w:r><w:br/></w:r>", "x }} b"), x="1"),
    _case("{{ a.b }}", p("{{ person.namn }}"), person={"namn": "Eva"}),
    _case("{{ a[0] }}", p("{{ namn[0] }}"), namn=["Eva"]),
    _case("{{ a['b'] }}", p("{{ person['namn'] }}"), person={"namn": "Eva"}),
    _case("{{ a.metod() }}", p("{{ namn.upper() }} {{ d.get('x', 'y') }}"), namn="Eva", d={}),
    _case("{{ a|filter }}", p("{{ namn|upper }} {{ x|join('-') }}"), namn="Eva", x=["a", "b"]),
    _case("{{ a|filter(x)|filter }}", p("{{ x|sort|first }} {{ y|default('n') }}"), x=[2, 1]),
    _case("{{ a or b }}", p("{{ namn or 'ingen' }}"), namn=""),
    _case("{{ a if b else c }}", p("{{ 'ja' if x else 'nej' }}{{ 'a' if not x }}"), x=1),
    _case("{{ }} räkning", p("{{ n * 2 + 1 }} {{ n % 2 }} {{ n // 2 }} {{ 'a' ~ n }}"), n=3),
    _case("{{ }} fet körning", p(r("{{ namn }}", "<w:b/>"), " efter"), namn="Eva"),
    _case("{{ }} tal, sant och None", p("{{ n }} {{ s }} {{ i }}"), n=1.5, s=True, i=None),
    _case("{{ }} lista och ordbok", p("{{ x }} {{ d }}"), x=[1, 2], d={1: 2}),
    _case("{{ }} okänt namn", p("a{{ saknas }}b")),
    _case("“ ” i tagg", p("{{ namn or “ingen” }}"), namn=""),
    _case("% i uttrycket", p("{% set y = x % 2 %}{{ y }}"), x=3),
    _case("{% if %}", p("{% if x %}ja{% else %}nej{% endif %}"), x=1),
    _case("{% if %} delad", p(*cut("{% if x %}ja{% endif %}!", 2, 5, 12)), x=1),
    _case("{% elif %}", p("{% if x %}a{% elif y %}b{% endif %}"), x=0, y=1),
    _case("{% if a > b %}", p("{% if x > 1 and x < 3 %}två{% endif %}"), x=2),
    _case("{% for %}", p("{% for a in x %}{{ a }}, {% endfor %}"), x=[1, 2]),
    _case("{% for … else %}", p("{% for a in x %}{{ a }}{% else %}inga{% endfor %}"), x=[]),
    _case("{% for k, v %}", p("{% for k, v in d.items() %}{{ k }}={{ v }} {% endfor %}"), d={1: 2}),
    _case("loop", p("{% for a in x %}{{ loop.index }}{{ loop.last }}{% endfor %}"), x="ab"),
    _case("loop.cycle", p("{% for a in x %}{{ loop.cycle('a', 'b') }}{% endfor %}"), x="xyz"),
    _case("{% set %}", p("{% set y = x %}{{ y }}"), x=1),
    _case("namespace", p("{% set n = namespace(i=1) %}{% set n.i = 2 %}{{ n.i }}")),
    _case("{% macro %}", p("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(1) }}")),
    _case("{% with %}", p("{% with y = 1 %}{{ y }}{% endwith %}")),
    _case("{% filter %}", p("{% filter upper %}abc{% endfilter %}")),
    _case("{% raw %}", p("{% raw %}{{ x }}{% endraw %}")),
    _case("{# #}", p("a{# inget #}b")),
    _case("{%p if %}", p("{%p if x %}"), p("syns"), p("{%p endif %}"), x=1),
    _case("{%p if %} delad", p(*cut("{%p if x %}", 1, 4)), p("syns"), p("{%p endif %}"), x=1),
    _case("{%p if %} falskt", p("a"), p("{%p if x %}"), p("b"), p("{%p endif %}"), x=0),
    _case("{%p for %}", p("{%p for a in x %}"), p("{{ a }}"), p("{%p endfor %}"), x="ab"),
    _case("{%p %} text bredvid", p("{%p if x %}a"), p("b"), p("{%p endif %}"), x=1, why=_BESIDE),
    _case("{#p #}", p("a"), p("{#p inget #}"), p("b")),
    _case("{{p }} färdig XML", p("a"), p("{{p x }}"), x="<w:p><w:r><w:t>b</w:t></w:r></w:p>"),
    _case("{%r %}", p("a", "{%r if x %}", "b", "{%r endif %}"), x=1),
    _case(
        "{%r %} mellanslag", p("{%r if x %} {%r endif %}", "b", " {%r if x %} c{%r endif %}"), x=1
    ),
    _case("{%tr for %}", _TABLE, rader=_ROWS),
    _case("{%tr for %} tom", table(("a", "b")) + p("c") + _TABLE, rader=[], why=_EMPTIED),
    _case("{%tr if %} falskt", table(("{%tr if x %}",), ("a",), ("{%tr endif %}",), ("b",)), x=0),
    _case("{#tr #}", table(("{#tr x #}", ""), ("a", "b"))),
    _case("{%tc for %}", _COLUMNS, rader=_ROWS),
    _case("{%tc for %} fyra kolumner", _COLUMNS, rader=_ROWS * 2),
    _case("{%tc if %}", table(("a", "{%tc if x %}", "b", "{%tc endif %}")), x=1),
    _case("{#tc #}", table(("{#tc x #}", "a", "b"), ("1", "2", "3"))),
    _case("tabell i tabell", table((_TABLE + p("slut"), "b")), rader=_ROWS),
    _case(
        "tabellslinga i slinga",
        p("{%p for r in g %}"),
        _TABLE,
        p("{%p endfor %}"),
        g=[1],
        rader=_ROWS,
    ),
    _case("{%- -%}", p("a"), p("{%- if x %}b"), p("{%- endif %}c"), x=1),
    _case("-%}", p("a{% if x -%}"), p("b{% endif -%}"), p("c"), x=1),
    _case("{% hm %}", _MERGED_ACROSS, rader=_ROWS),
    _case("{% hm %} i bred cell", _WIDE_ACROSS, rader=_ROWS, why=_GRID),
    _case("{% vm %}", _MERGED_DOWN, rader=_ROWS),
    _case("{% vm %} i slinga i slinga", _NESTED_DOWN, grupper=[_ROWS, _ROWS]),
    _case("{% vm %} med text delad i körningar", _SPLIT_DOWN, rader=_ROWS, why=_HIDDEN),
    _case("{% cellbg %}", _SHADED, färg="FF0000", x="a"),
    _case("{% cellbg %} i färgad cell", _RESHADED, färg="FF0000", x="a"),
    _case("{% colspan %}", _SPANNED, x="a"),
    _case("{_{ }_}", p("{_{ x }_}{_% y %_}")),
    _case("{_{ }_} delad", p(*cut("{_{ x }_}", 1, 2)), why=_SIGNS),
    _case("flera rader", p("{{ x }}"), x="ett\ntvå\ttre"),
    _case("\\a nytt stycke", p("{{ x }}", style="Rubrik2"), x="ett\atvå"),
    _case("\\f ny sida", p("{{ x }}"), x="ett\ftvå"),
    _case("& och < utan autoescape", p("{{ x }}"), x="a & b <c> d", why=_ESCAPED),
    _case("färdig XML i {{ }}", p("{{ x }}"), x="a</w:t><w:br/><w:t>b"),
    _case("&amp; utan autoescape", p("{{ x }}"), x="a &amp; b &lt; c &#8211; d"),
    _case("autoescape=True", p("{{ x }} {{ y }}"), x="a & b <c>", y="&amp;", autoescape=True),
    _case("autoescape=True |safe", p("{{ x|safe }}"), x="a</w:t><w:br/><w:t>b", autoescape=True),
    _case("Environment(autoescape=True)", p("{{ x }}"), x="<a & b>", env=_escaping),
    _case("|e", p("{{ x|e }}"), x="a & b < c"),
    _case("|e med autoescape", p("{{ x|e }}"), x="a & b < c", autoescape=True),
    _case("tomt stycke kvar", p("a"), p("{{ x }}"), p("b"), x="", why=_BLANKS),
    _case("tom rad kvar", p("a"), p("{% if x %}b{% endif %}"), p("c"), x=0, why=_BLANKS),
    _case(
        "tömd cell", table((p("{%p if x %}") + p("a") + p("{%p endif %}"), "b")), x=0, why=_CLOSED
    ),
    _case(
        "egna filter, villkor, namn",
        p("{{ x|dubbelt }} {{ x is kort }} {{ hus }}"),
        x="ab",
        env=_own,
    ),
    _case("egna klamrar", p("Hej [[ x ]]! [% if x %]ja[% endif %] {{ x }}"), x="ab", env=_brackets),
    _case("line_statement_prefix", p("# for a in x"), p("b"), p("# endfor"), x="ab", env=_lines),
    _case("finalize", p("{{ x }}{{ y }}"), x=None, y="b", env=_finalising),
    Case("sidhuvud och sidfot", paper(p("{{ x }}"), header=p("{{ x }}"), footer=p("{{ x }}")), _x),
    Case("sidhuvud med slinga", paper(p("a"), header=_HEADER), _x),
    Case("fotnot", paper(p("{{ x }}"), footnote=p("{{ x }}")), _x),
    Case("dokumentegenskap", paper(p("{{ x }}"), title="{{ x }}"), _x),
)
