"""Nothing silently lost: every value that a template refers to is found in the document."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from protokollant.composers import annual_report
from protokollant.errors import TemplateError
from protokollant.model import AgendaItem, CarryOver, Decision, Meeting, Participant
from protokollant.pipeline.load import open_meeting
from protokollant.renderer import Template
from tests.renderer.paper import p, paper, table
from tests.word_templates.filled import CASES, template

ROOT = Path(__file__).parents[2]
MEETING = Meeting(
    body="Gruppen & vi",
    date=dt.date(2026, 3, 2),
    start=dt.time(9),
    end=dt.time(11, 30),
    participants=(
        Participant(name="Eva Ek", roles=("chair",), status="present"),
        Participant(name="Bo Alm", group="Övriga", status="absent"),
    ),
    items=(
        AgendaItem(
            number="1",
            title="Kassan",
            text="Läs **mer** på [sidan](https://a.se).\n\n- ett\n- två\n\n"
            "| a | b |\n|---|---|\n| c | d |",
            decisions=(Decision(text="Ja, till den 2 mars."),),
            carried_to=CarryOver(when="2026-04"),
        ),
        AgendaItem(number="2", title="Slut"),
    ),
)
_OF = "{%% for x in %s %%}%s{%% endfor %%}"

KEPT = [
    "{{ organ }} {{ organ|genitiv }} {{ organ|upper }}",
    "{{ datum }} {{ datum|datum_lång }} {{ datum|datum_iso }}",
    "{{ datum|vecka }}",
    "{{ start|tidsspann(slut) }}",
    _OF % ("deltagare", "{{ x }}"),
    "{{ deltagare|map(attribute='namn')|lista }}",
    _OF % ("deltagare", "{{ x.namn }}{{ x.roller|lista }}"),
    _OF % ("punkter", "{{ x.flyttas_till.när|månad if x.flyttas_till }}"),
    _OF % ("alla_beslut", "{{ x.beslut.text }}"),
    _OF % ("deltagare", "{% if x.grupp != 'Övriga' %}{{ x.grupp }}{% endif %}"),
    _OF % ("deltagare|selectattr('närvaro', 'eq', 'närvarande')", "{{ x.namn }}"),
    _OF % ("närvarande", "{{ x.namn }}"),
    "{{ (punkter|first).rubrik }} {{ punkter[0].text|truncate(4) }}",
    "{{ plats }} {{ punkter|length }}",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_printed_in_some_way_is_found(text: str) -> None:
    assert Template(paper(p(text), p("a"))).render(MEETING, verify=True)


def test_markdown_is_found_without_its_signs() -> None:
    body = (p("{%p for x in punkter %}"), p("{{p x.text|markdown }}"), p("{%p endfor %}"))
    assert Template(paper(*body)).render(MEETING, verify=True)


def test_heads_and_properties_count_as_the_document() -> None:
    source = paper(p("{{ 'a' }}"), header=p("{{ organ }}"), title="{{ datum|datum_iso }}")
    assert Template(source).render(MEETING, verify=True)


LOST = [
    (
        [p(_OF % ("deltagare", "{% if x.närvaro == 'närvarande' %}{{ x.namn }}{% endif %}"))],
        ["«Bo Alm» från fältet «deltagare.namn» kom inte med i dokumentet."],
    ),
    (
        [p("{% if plats %}{{ organ }} {{ datum }}{% endif %}")],
        [
            "«Gruppen & vi» från fältet «organ» kom inte med i dokumentet.",
            "«2026-03-02» från fältet «datum» kom inte med i dokumentet.",
        ],
    ),
    (
        [table(("{%tr for x in punkter %}",), ("{% if not loop.first %}{{ x.rubrik }}{% endif %}",),
               ("{%tr endfor %}",)), p("a")],
        ["«Kassan» från fältet «punkter.rubrik» kom inte med i dokumentet."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "told"), LOST)
def test_a_lost_value_is_told_with_its_field(body: list[str], told: list[str]) -> None:
    template = Template(paper(*body), name="mall.docx")
    assert template.render(MEETING)
    with pytest.raises(TemplateError) as caught:
        template.render(MEETING, verify=True)
    assert [fault.message for fault in caught.value.faults] == told
    assert caught.value.place.file == "mall.docx"


def test_plain_data_is_looked_for_too() -> None:
    template = Template(
        paper(p("{% for r in rader if r.a %}{% endfor %}{% if 0 %}{{ n }}{% endif %}"))
    )
    with pytest.raises(TemplateError, match="«Eva» från fältet «n»"):
        template.render({"rader": [{"a": 1}], "n": "Eva"}, verify=True)


@pytest.mark.parametrize("case", CASES)
def test_our_own_templates_lose_nothing_of_the_examples(case: str) -> None:
    name, data = CASES[case]
    assert template(name).render(data, verify=True)


MEETINGS = sorted(
    path
    for path in [*(ROOT / "samples").rglob("*.yaml"), *(ROOT / "seeds").iterdir()]
    if path.name != "organ.yaml"
)


@pytest.mark.parametrize("path", MEETINGS, ids=[path.stem for path in MEETINGS])
def test_our_own_templates_lose_nothing_of_a_meeting(path: Path) -> None:
    opened = open_meeting(path)
    for name in ("dagordning", "minnesanteckningar", "protokoll", "kortversion"):
        assert template(name).render(opened.meeting, body=opened.body, verify=True)
    if opened.meeting.kind == "minutes" and opened.meeting.date is not None:
        report = annual_report([opened.meeting], opened.meeting.date.year)
        assert template("arsberattelse").render(report, verify=True)
