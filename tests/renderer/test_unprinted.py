"""The other way round: what a meeting holds and a template never shows."""

from __future__ import annotations

import datetime as dt

import pytest

from protokollant.model import Action, AgendaItem, CarryOver, Decision, Meeting, Participant
from protokollant.renderer import Template
from tests.renderer.paper import p, paper
from tests.word_templates.filled import CASES, template

MEETING = Meeting(
    body="Gruppen",
    date=dt.date(2026, 3, 2),
    place="Salen",
    participants=(Participant(name="Eva Ek", party="C", status="present"),),
    items=(
        AgendaItem(
            title="Kassan",
            decisions=(Decision(text="Ja.", number="1"),),
            actions=(Action(what="boka", who=("Eva",)),),
            carried_to=CarryOver(),
            items=(AgendaItem(title="Inne", items=(AgendaItem(title="Innerst"),)),),
        ),
    ),
)
_LOOP = "{%% for x in %s %%}%s{%% endfor %%}"

CASES_ = [
    ("nothing printed", "{{ rubrik }}", ["organ", "datum", "plats", "deltagare", "punkter"]),
    (
        "one field of many",
        _LOOP % ("punkter", "{{ x.rubrik }}")
        + "{{ organ }}{{ datum }}{{ plats }}{{ deltagare|length }}",
        [
            "deltagare",
            "punkter.beslut",
            "punkter.åtgärder",
            "punkter.flyttas_till",
            "punkter.underpunkter",
        ],
    ),
    (
        "a field that only decides, a filter, a macro, another name of the whole",
        "{% macro m(y) %}{{ y.rubrik }}{% endmacro %}{{ möte.body|upper }}{% if datum.day > 2 %}a"
        "{% endif %}"
        + _LOOP % ("möte.items", "{{ m(x) }}{{ x.decisions|map(attribute='text')|lista }}")
        + _LOOP % ("närvarande", "{{ x }}"),
        [
            "plats",
            "punkter.beslut.nummer",
            "punkter.åtgärder",
            "punkter.flyttas_till",
            "punkter.underpunkter",
        ],
    ),
    (
        "points within points, at whatever depth",
        "{{ organ }}{{ datum }}{{ plats }}"
        + _LOOP % ("deltagare", "{{ x }}")
        + _LOOP
        % (
            "punkter",
            "{{ x.rubrik }}{{ x.flyttas_till }}"
            "{% for b in x.beslut %}{{ b.nummer }}{{ b }}{% endfor %}"
            "{% for å in x.åtgärder %}{{ å }}{% endfor %}"
            "{% for u in x.underpunkter %}{{ u.rubrik }}{% endfor %}",
        ),
        ["punkter.underpunkter.underpunkter"],
    ),
]


@pytest.mark.parametrize(("text", "paths"), [c[1:] for c in CASES_], ids=[c[0] for c in CASES_])
def test_never_shown(text: str, paths: list[str]) -> None:
    assert [one.path for one in Template(paper(p(text))).unprinted(MEETING)] == paths


def test_the_line_says_what_the_field_means_and_gives_an_example() -> None:
    (line,) = [
        str(one) for one in Template(paper(p("{{ organ }}"))).unprinted(Meeting(place="Salen"))
    ]
    assert line == "plats skrivs aldrig ut: var mötet hålls, till exempel «Salen»."


def test_examples_are_told_as_a_template_prints_them() -> None:
    told = [one.example for one in Template(paper(p("{{ organ }}"))).unprinted(MEETING)]
    assert told == ["2 mars 2026", "Salen", "Eva Ek (C), närvarande", "Kassan"]


OURS = {
    "dagordning": {"anmärkning", "deltog", "ersätter", "grupp", "organisation", "roller", "titel"},
    "minnesanteckningar": set(),
    "protokoll": set(),
    "arsberattelse": {"markeringar", "nummer"},
}
"""Last words of what our own templates leave out on purpose: an agenda calls people by name, and
the annual report tells attendance in figures and a chart."""


@pytest.mark.parametrize("case", CASES)
def test_our_own_templates_leave_nothing_else_out(case: str) -> None:
    name, data = CASES[case]
    found = {one.path.rpartition(".")[2] for one in template(name).unprinted(data)}
    assert found <= OURS[name]
