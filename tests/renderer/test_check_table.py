"""What a secretary does wrong in a template → the one line that says what, and how to mend it."""

from __future__ import annotations

import pytest

from protokollant.model import Meeting
from protokollant.renderer import Template
from tests.renderer.paper import p, paper, table

_INSERTED = '<w:ins w:id="1" w:author="a"><w:r><w:t>tu</w:t></w:r></w:ins>'
_DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>um }}</w:delText></w:r></w:del>'
_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{p('{{ organnn }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_MERGE = '<w:r><w:instrText xml:space="preserve"> MERGEFIELD datum </w:instrText></w:r>'

CASES: list[tuple[str, list[str], list[str]]] = [
    ("a property of a text", [p("{{ rubrik.namn }}")], ["«rubrik» är en text och har inget"]),
    (
        "a Swedish name for a part of a date",
        [p("{{ datum.år }}")],
        ["«datum» är ett datum och har inget fält «år». Skriv «datum.year»."],
    ),
    (
        "a field of a list of texts",
        [p("{{ underskrifter.namn }}")],
        ["«underskrifter» är en lista och har inget fält «namn»."],
    ),
    (
        "a word of the loop",
        [p("{% for p in deltagare %}{{ loop.las }}{% endfor %}")],
        ["loop.last"],
    ),
    (
        "a field through a macro",
        [p("{% macro m(x) %}{{ x.nam }}{% endmacro %}{% for d in deltagare %}{{ m(d) }}"), p("x")],
        ["Menade du «x.namn»?", "stängs aldrig"],
    ),
    (
        "a field through set and with",
        [p("{% set f = punkter|first %}{% with g = f.beslut|first %}{{ g.txt }}{% endwith %}")],
        ["fältet «g.txt» finns inte. Menade du «g.text»?"],
    ),
    (
        "a record that may be missing",
        [p("Vi ses {{ nästa_möte.datum }}")],
        ["«nästa_möte» kan saknas, och då går dokumentet inte att fylla. Skriv «{% if nästa_möte"],
    ),
    (
        "a leap out of half a paragraph",
        [p("{%p for x in punkter %}"), p("a {% continue %} b"), p("{%p endfor %}")],
        ["«{% continue %}» står på en annan nivå än «{%p for x in punkter %}»"],
    ),
    ("a leap out of nothing", [p("{% break %}")], ["«{% break %}» står utan for."]),
    ("a list as text", [p("{{ deltagare }}")], ["är en lista. Skriv |lista efter fältet"]),
    ("a whole meeting as text", [p("{{ möte }}")], ["har flera fält och kan inte skrivas"]),
    ("paragraphs in a text", [p("x {{ inledning|markdown }}")], ["Skriv {{p … }} med p"]),
    (
        "a loop over a text",
        [p("{% for x in rubrik %}{% endfor %}")],
        ["«rubrik» är en text och kan"],
    ),
    (
        "a list compared with a number",
        [p("{% if närvarande > 3 %}{% endif %}")],
        ["Skriv «närvarande|length» för att räkna."],
    ),
    (
        "a word that is never there",
        [p("{% for x in punkter if x.läge == 'uppskjutna' %}{% endfor %}")],
        ["«x.läge» är aldrig «uppskjutna». Menade du «uppskjuten»?"],
    ),
    (
        "an English word for a Swedish name",
        [p("{% for x in deltagare|selectattr('närvaro', 'eq', 'present') %}{% endfor %}")],
        ["«närvaro» är aldrig «present». Det är något av: närvarande, frånvarande, okänt."],
    ),
    (
        "a filter for another type",
        [p("{{ rubrik|belopp }}")],
        ["«rubrik|belopp»: en text är inget"],
    ),
    ("a date's filter on a time", [p("{{ start|datum }}")], ["ett klockslag är inget datum."]),
    ("a filter on a list", [p("{{ deltagare|veckodag }}")], ["en lista är inget datum."]),
    (
        "too much in a filter's parentheses",
        [p("{{ start|tidsspann(slut, slut) }}")],
        ["filtret «tidsspann» tar ett värde inom parentes, men har 2."],
    ),
    ("too little", [p("{{ punkter|antal }}")], ["filtret «antal» behöver 2 värden inom parentes"]),
    (
        "a name that the filter does not have",
        [p("{{ inledning|truncate(lengd=3) }}")],
        ["filtret «truncate» har ingenting som heter «lengd»."],
    ),
    (
        "a decimal comma",
        [p("{{ 100,5|belopp }}")],
        ["har ett komma som delar värdet. Skriv decimaler med punkt: «{{ 100.5|belopp }}»."],
    ),
    (
        "a space in a name",
        [p("{{ nästa möte }}")],
        ["Menade du «nästa_möte»? Fält skrivs med understreck i stället för mellanslag."],
    ),
    (
        "a hyphen in a name",
        [p("{{ nästa-möte }}")],
        ["läses som ett minustecken. Menade du «nästa_"],
    ),
    (
        "a hyphen in the name of a part",
        [p("{% for x in deltagare %}{{ x.e-post }}{% endfor %}")],
        ["Menade du «x.e_post»?"],
    ),
    ("one equals sign", [p("{% if plats = 'A' %}{% endif %}")], ["Skriv == för att jämföra"]),
    ("och for and", [p("{% if plats och datum %}{% endif %}")], ["Skriv and i stället för «och»."]),
    ("else if", [p("{% if plats %}{% else if datum %}{% endif %}")], ["Skriv «{% elif datum %}»."]),
    ("elseif", [p("{% if plats %}{% elseif datum %}{% endif %}")], ["Skriv «{% elif datum %}»."]),
    (
        "Swedish statements",
        [p("{% om plats %}{% slut %}")],
        ["Skriv «{% if plats %}».", "Skriv «{% endif %}» eller «{% endfor %}»."],
    ),
    ("more after an end", [p("{% if plats %}{% endif plats %}")], ["Skriv bara «{% endif %}»."]),
    (
        "a statement in a value's braces",
        [p("{{ if datum }}x{{ endif }}")],
        ["«{% if datum %}».", "«{% endif %}»."],
    ),
    (
        "a value in a statement's signs",
        [p("{% datum %}")],
        ["Ett värde skrivs med två klamrar: «{{ da"],
    ),
    (
        "both kinds of signs",
        [p("{{% if datum %}}")],
        ["En sats skrivs med procenttecken: «{% if dat"],
    ),
    ("three braces", [p("{{{ datum }}}")], ["Skriv två klamrar på var sida: «{{ datum }}»."]),
    ("an empty tag", [p("{{ }}")], ["Skriv ett fält eller en sats i taggen"]),
    ("one brace at the end", [p("{{ datum } x")], ["Avsluta den med två tecken: «{{ datum }}»."]),
    ("one brace at the start", [p("{{ plats }} { datum }}")], ["«{ datum }}» är ingen tagg"]),
    ("one brace at each side", [p("{{ plats }} { datum }")], ["Skriv «{{ datum }}» om det är ett"]),
    (
        "a space in the sign",
        [p("{{ plats }} { % if datum % }")],
        ["«{ % if datum % }» är ingen tagg och skrivs ut som den står. Skriv «{% if datum %}»"],
    ),
    ("signs of other programs", [p("{{ plats }} [[datum]]")], ["«[[datum]]» är ingen tagg"]),
    ("a merge field", [p("{{ plats }}"), p(_MERGE)], ["kopplingsfältet «datum» fylls inte i."]),
    ("an end without a beginning", [p("{{ plats }} datum }}")], ["«}}» stänger ingen tagg."]),
    (
        "a tag that another begins in",
        [p("{{ datum och {{ plats }}")],
        ["taggen «{{ datum och» slutar aldrig."],
    ),
    (
        "a broken opener, whose end is no fault of its own",
        [p("{% if datum x"), p("a"), p("{% endif %}")],
        ["taggen «{% if datum x» slutar aldrig."],
    ),
    (
        "a tag over two paragraphs",
        [p("{{ dat"), p("um }}")],
        ["Taggen fortsätter i nästa stycke. Skriv hela taggen i ett och samma stycke."],
    ),
    ("a tag over two cells", [table(("{{ dat", "um }}"))], ["fortsätter i en annan tabellcell."]),
    ("half a tag deleted", [p("{{ dat", _DELETED, "m")], ["borttagen med spårade ändringar."]),
    (
        "half a tag inserted",
        [p("{{ da", _INSERTED, "m }}")],
        ["är delvis en spårad ändring. Godta"],
    ),
    (
        "a space before the letter",
        [table(("{% tr for p in deltagare %}",), ("{{ p.namn }}",), ("{%tr endfor %}",))],
        ["Skriv «{%tr for p in deltagare %}», med tr tätt", "«{%tr endfor %}» stänger något"],
    ),
    (
        "no space after the letter",
        [p("{%pif datum %}")],
        ["Skriv «{%p if datum %}», med mellanslag efter bokstaven."],
    ),
    ("a capital letter", [p("{%P if datum %}")], ["Skriv «{%p if datum %}», med p tätt"]),
    (
        "the end of another block",
        [p("{%p for p in deltagare %}"), p("a"), p("{%p endif %}")],
        ["«{%p endif %}» kan inte stänga «{%p for p in deltagare %}». Skriv «{%p endfor %}»"],
    ),
    (
        "a block over two cells",
        [table(("{% if plats %}a", "b{% endif %}"))],
        ["«{% endif %}» står i en annan cell än «{% if plats %}»."],
    ),
    (
        "rows of two tables",
        [table(("{%tr for p in deltagare %}",)), p("a"), table(("{%tr endfor %}",))],
        ["«{%tr endfor %}» står i en annan tabell än «{%tr for p in deltagare %}»."],
    ),
    (
        "columns of two rows",
        [table(("{%tc for p in deltagare %}", "a"), ("b", "{%tc endfor %}"))],
        ["«{%tc endfor %}» står i en annan rad än «{%tc for p in deltagare %}»."],
    ),
    ("a field in a text box", [p(_BOX)], ["fältet «organnn» finns inte. Menade du «organ»?"]),
    ("no tags at all", [p("Datum: 3 mars")], ["mallen har inga taggar"]),
]


@pytest.mark.parametrize(("body", "told"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mistake(body: list[str], told: list[str]) -> None:
    problems = [str(fault) for fault in Template(paper(*body), name="mall.docx").problems(Meeting)]
    assert len(problems) == len(told), problems
    for problem, part in zip(problems, told, strict=True):
        assert part in problem


FORGIVEN = [
    ("quotes as Word sets them", "{{ deltagare|map(attribute=”namn”)|lista }}"),
    ("spaces that do not break", "{{\u00a0datum\u00a0}} {%\u00a0if plats %}{% endif %}"),
    ("an apostrophe", "{{ 'it’s' }}"),
    ("a method of a text", "{{ rubrik.upper() }} {{ rubrik.split()[0] }}"),
    ("a part of a date", "{{ datum.year }} {{ start.hour }}"),
    ("braces that are no tags", "{% raw %}{{ a }} { datum }{% endraw %} {{ plats }}"),
    (
        "a record asked for",
        "{% if nästa_möte and nästa_möte.start %}{{ nästa_möte.datum }}{% endif %}",
    ),
    ("a record asked for in a value", "{{ nästa_möte.datum if nästa_möte else plats }}"),
    (
        "a record asked for by a loop",
        "{% for x in punkter if x.flyttas_till %}{{ x.flyttas_till.när }}{% endfor %}",
    ),
    (
        "a record asked for by another name",
        "{% set n = nästa_möte %}{% if n %}{{ n.datum }}{% endif %}",
    ),
    ("a record with a default", "{{ nästa_möte.datum|default('') }}"),
    ("braces in a text", "{{ plats }} {a} [1] {}"),
    (
        "a word that is there",
        "{% if numrering == 'paragrafer' or numbering == 'section' %}{% endif %}",
    ),
    ("a list as paragraphs", "{% for p in närvarande %}{{ p }}{% endfor %}"),
    ("an English filter", "{{ date|date_long }} {{ start|time_span(end) }}"),
    ("a filter of its own for its type", "{{ punkter|antal('punkt', 'punkter') }}"),
    (
        "a filter with a named value",
        "{{ deltagare|map(attribute='namn')|lista(conjunction='eller') }}",
    ),
]


@pytest.mark.parametrize("text", [f[1] for f in FORGIVEN], ids=[f[0] for f in FORGIVEN])
def test_forgiven(text: str) -> None:
    assert Template(paper(p(text))).problems(Meeting) == ()


def test_doubts_do_not_stop_a_template() -> None:
    template = Template(paper(p("{{ plats }} { datum }")))
    assert template.problems()
    assert template.render(Meeting(place="A"))


def test_faults_are_told_in_the_order_of_the_document() -> None:
    template = Template(
        paper(
            p("{ datum } {{ platz }}"), p("{% slut %}"), p("{{ rubirk }}"), header=p("{{ orgn }}")
        )
    )
    told = [fault.message for fault in template.problems()]
    assert [message.split("«")[1].split("»")[0] for message in told] == [
        "{ datum }",
        "platz",
        "{% slut %}",
        "rubirk",
        "orgn",
    ]
