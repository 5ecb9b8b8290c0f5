"""What is wrong with a template, told all at once, each fault with place and remedy."""

from __future__ import annotations

import datetime as dt

import pytest

from protokollant.errors import TemplateError
from protokollant.model import AnnualReport, Meeting
from protokollant.renderer import Template
from tests.renderer.paper import p, paper, table

NAME = "minnesanteckningar.docx"


def problems(*body: str, header: str = "") -> list[str]:
    return [str(f) for f in Template(paper(*body, header=header), name=NAME).problems()]


def test_a_misspelled_field_is_told_with_the_right_word() -> None:
    assert problems(p("{{ datum }}"), header=p("{{ mötet.plaz }}")) == [
        f"{NAME}, sidhuvudet: fältet «mötet.plaz» finns inte. Menade du «mötet.plats»?"
    ]


FIELDS = [
    ("{{ deltagre|length }}", "fältet «deltagre» finns inte. Menade du «deltagare»?"),
    ("{{ attendence }}", "fältet «attendence» finns inte."),
    ("{{ nästa_möte.datm }}", "fältet «nästa_möte.datm» finns inte. Menade du «nästa_möte.datum»?"),
    ("{{ deltagare.namn }}", "«deltagare» är en lista och har inget fält «namn»."),
    ("{% for p in deltagare %}{{ p.nam }}{% endfor %}", "Menade du «p.namn»?"),
    ("{% for a in alla_beslut %}{{ a.beslut.texten }}{% endfor %}", "Menade du «a.beslut.text»?"),
    (
        "{% for g in grupper %}{% for q in g.deltagare %}{{ q.tittel }}{% endfor %}{% endfor %}",
        "q.titel",
    ),
    ("{{ (punkter|first).rubik }}", "Menade du «punkter.rubrik»?"),
    ("{{ deltagare|map(attribute='nam')|lista }}", "Menade du «deltagare.namn»?"),
    ("{{ organet.nam }}", "Menade du «organet.namn»?"),
    ("{% for p in deltagare %}{% endfor %}{{ p.namn }}", "«p» finns bara inne i sin slinga."),
    ("{{ datum|datm }}", "filtret «datm» finns inte. Menade du «datum»?"),
    ("{% if datum is tomt %}{% endif %}", "villkoret «tomt» finns inte."),
    ("{{ a b }}", "«{{ a b }}» kan inte tolkas. Något oväntat står vid «b»."),
    ("{{ datum ", "taggen «{{ datum» slutar aldrig."),
    ("{% fro p in deltagare %}", "ingen känd sats. Menade du «for»?"),
    ("{% include 'x' %}", "kan inte användas i en mall."),
    ("{{ _hemligt }}", "namnet «_hemligt» får inte användas."),
]


@pytest.mark.parametrize(("text", "told"), FIELDS)
def test_field(text: str, told: str) -> None:
    assert any(told in problem for problem in problems(p(text))), problems(p(text))


FINE = [
    "{{ datum.year }} {{ möte.datum|datum }} {{ meeting.date }}",
    "{{ sakns|default('') }} {% if sakns is defined %}a{% endif %}",
    "{% for p in deltagare|selectattr('närvaro', 'eq', 'okänt') %}{{ loop.index }}{% endfor %}",
    "{% for grupp in deltagare|groupby('organisation') %}{{ grupp.grouper }}{% endfor %}",
    "{% set x = punkter|first %}{{ x.rubrik }}",
    "{% macro m(a, b=1) %}{{ a.vad }}{{ caller() }}{% endmacro %}{% call m(1) %}x{% endcall %}",
    "{% if logotyp %}{{ logotyp }}{% endif %}{{ organet.namn }}",
]


@pytest.mark.parametrize("text", FINE)
def test_a_right_template_has_no_problems(text: str) -> None:
    assert problems(p(text)) == []


def test_an_annual_report_is_recognised_by_its_fields() -> None:
    body = p("{{ år }} {% for m in möten %}{{ m.närvarande }}{% endfor %}{{ närvarodiagram }}")
    assert problems(body) == []
    assert Template(paper(body)).problems(Meeting)
    assert Template(paper(body)).problems(AnnualReport) == ()


BLOCKS = [
    ([p("{%p for p in deltagare %}"), p("a")], "«{%p for p in deltagare %}» stängs aldrig."),
    ([p("a"), p("{%p endfor %}")], "«{%p endfor %}» stänger något som inte är öppnat."),
    ([p("{%p else %}")], "«{%p else %}» står utan if."),
    (
        [p(t) for t in ("{%p for p in deltagare %}", "{%p if datum %}", "{%p endfor %}")],
        "«{%p if datum %}» stängs inte före «{%p endfor %}».",
    ),
    (
        [p("{%p if datum %}"), p("a {% endif %} b")],
        "«{% endif %}» står på en annan nivå än «{%p if datum %}» (stycket «{%p if datum %}»).",
    ),
    ([p("{%tr for p in deltagare %}")], "«{%tr for p in deltagare %}» står utanför en tabellrad."),
    ([p("{% cellbg 'FF0000' %}")], "«{% cellbg 'FF0000' %}» står utanför en tabell."),
]


@pytest.mark.parametrize(("body", "told"), BLOCKS)
def test_block(body: list[str], told: str) -> None:
    assert any(told in problem for problem in problems(*body)), problems(*body)


def test_a_place_names_heading_table_row_and_cell() -> None:
    (told,) = problems(
        p("Närvaro", style="Rubrik1"),
        table(("Namn", "Roll"), ("{{ plaz }}", "x")),
    )
    assert told.startswith(f"{NAME}, brödtexten, under «Närvaro», tabell 1, rad 2, cell 1: ")


def test_a_record_that_the_meeting_lacks_is_told_with_what_to_write() -> None:
    with pytest.raises(TemplateError) as caught:
        Template(paper(p("{{ nästa_möte.datum }}")), name=NAME).render(Meeting())
    assert "«nästa_möte» saknas, så «nästa_möte.datum» kan inte skrivas." in str(caught.value)
    assert caught.value.remedy == "Skriv «{% if nästa_möte %}» före och «{% endif %}» efter."


def test_all_faults_are_told_at_once_and_nothing_is_rendered() -> None:
    source = paper(
        p("{{ plaz }} {{ datum|datm }}"),
        p("{%p for p in deltagare %}"),
        p("{{ p.nam }}"),
        p("{{ a b }}"),
        header=p("{{ orgn }}"),
        title="{{ rubrk }}",
    )
    template = Template(source, name=NAME)
    assert len(template.problems()) == 7
    with pytest.raises(TemplateError) as caught:
        template.render(Meeting(date=dt.date(2026, 3, 2)))
    assert set(caught.value.faults) == set(template.problems())
    assert len(str(caught.value).splitlines()) == 7


RUNTIME = [
    ("{{ deltagare }}", "«{{ deltagare }}» är en lista. Skriv |lista efter fältet"),
    ("{{ möte }}", "har flera fält och kan inte skrivas som en text."),
    ("{{ rubrik|datum_lång|belopp }}", "är inget tal."),
    ("{{ start|datum }}", "är inget datum."),
    ("{{ inledning|markdown }} x", "Skriv {{p … }} med p, ensamt i ett eget stycke."),
    ("{{ 1 / 0 }}", "«{{ 1 / 0 }}» kan inte fyllas."),
]


@pytest.mark.parametrize(("text", "told"), RUNTIME)
def test_data_that_does_not_fit_its_tag(text: str, told: str) -> None:
    meeting = Meeting(title="T", intro="x", start=dt.time(9))
    template = Template(paper(p("a"), p("b"), p(text)), name=NAME)
    with pytest.raises(TemplateError) as caught:
        template.render(meeting)
    assert told in str(caught.value)
    assert f"{NAME}, brödtexten, stycket «" in str(caught.value)
