"""One meeting's document made of another: started minutes, short version, excerpt, public copy."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokollant.composers import (
    case_history,
    excerpt,
    public_copy,
    short,
    start_minutes,
    to_do,
    year_plan,
)
from protokollant.errors import ComposeError
from protokollant.model import (
    Action,
    AgendaItem,
    Attachment,
    Body,
    CarryOver,
    Decision,
    Meeting,
    Participant,
    Titles,
)
from protokollant.senders import letter
from tests.records.strategies import records

MINUTES = Meeting(
    numbering="section",
    title="Protokoll",
    participants=(
        Participant(name="Eva Ek", status="present"),
        Participant(name="Bo Al", status="absent"),
    ),
    items=(
        AgendaItem(number="12", title="Mötets öppnande", text="Ordföranden hälsar välkommen."),
        AgendaItem(
            number="13",
            title="Budget",
            text="Ekonomen går igenom förslaget. Det är långt.",
            decisions=(Decision(text="Budgeten antas."),),
        ),
        AgendaItem(
            number="14",
            title="Elevärende",
            text="Hemligt innehåll.",
            secrecy="OSL 23 kap. 2 §",
            decisions=(Decision(text="Ansökan beviljas."),),
            actions=(Action(what="meddela hemmet"),),
            attachments=(Attachment(title="Utredningen"),),
        ),
        AgendaItem(
            number="15",
            title="Lokaler",
            text="Frågan bereds vidare i arbetsgruppen för lokaler. Mer sägs senare.",
            state="postponed",
            carried_to=CarryOver(when="2026-05"),
        ),
    ),
    attachments=(Attachment(title="Karta"),),
)


def test_the_short_version_says_only_what_the_minutes_say() -> None:
    made = short(MINUTES)
    assert [item.title for item in made.items] == ["Budget", "Elevärende", "Lokaler"]
    assert [item.text for item in made.items] == [
        "",
        "",
        "Frågan bereds vidare i arbetsgruppen för lokaler.",
    ]
    whole = MINUTES.model_dump_json()
    for item in made.items:
        assert item.text in whole
        assert all(one.text in whole for one in item.decisions)
    assert made.items[2].carried_to == CarryOver(when="2026-05")


@pytest.mark.parametrize(
    ("wanted", "numbers", "scope"),
    [
        (["14"], ["14"], "§ 14"),
        (["§ 14"], ["14"], "§ 14"),
        (["§§ 13–14"], ["13", "14"], "§ 13 och 14"),
        (["12-13, 15"], ["12", "13", "15"], "§ 12, 13 och 15"),
        (["15", "13"], ["15", "13"], "§ 15 och 13"),
    ],
)
def test_an_excerpt_has_the_sections_asked_for(
    wanted: list[str], numbers: list[str], scope: str
) -> None:
    made = excerpt(MINUTES, wanted)
    assert [item.number for item in made.items] == numbers
    assert made.scope == scope
    assert made.title == "Protokollsutdrag"
    assert made.participants == MINUTES.participants


def test_an_excerpt_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(ComposeError, match=r"har inte § 16 och § 17.*Det har § 12–15"):
        excerpt(MINUTES, ["16", "17"])


def test_the_public_copy_has_nothing_of_what_is_secret() -> None:
    made = public_copy(MINUTES)
    told = made.model_dump_json()
    assert "Elevärende" in told
    assert "OSL 23 kap. 2 §" in told
    for secret in ("Hemligt", "beviljas", "meddela", "Utredningen"):
        assert secret not in told
    assert made.items[1] == MINUTES.items[1]


AGENDA = Meeting(
    kind="agenda",
    title="Dagordning",
    date=dt.date(2026, 3, 18),
    sent=dt.date(2026, 3, 10),
    participants=(Participant(name="Eva Ek", status="unknown"),),
    items=(
        AgendaItem(number="1", title="Öppnande", clock=dt.time(9)),
        AgendaItem(
            number="2",
            title="Nästa möte",
            items=(AgendaItem(title="Väntar", state="postponed"), AgendaItem(title="Tas upp")),
        ),
    ),
)


@pytest.mark.parametrize(
    ("profile", "title", "numbering", "asks_for_adjusters"),
    [
        ("notes", "", "point", False),
        ("protocol", "Sammanträdesprotokoll", "section", True),
        ("association", "Protokoll", "point", True),
    ],
)
def test_minutes_begin_from_the_agenda(
    profile: str, title: str, numbering: str, asks_for_adjusters: bool
) -> None:
    body = Body.model_validate({"name": "Gruppen", "profile": profile})
    begun = start_minutes(AGENDA, body=body)
    assert (begun.kind, begun.stage, begun.sent) == ("minutes", "draft", None)
    assert (begun.title, begun.numbering) == (title, numbering)
    assert (begun.approval is not None) is asks_for_adjusters
    assert begun.items[0].clock is None
    assert [part.title for part in begun.items[1].items] == ["Tas upp"]


def test_the_body_names_and_numbers_its_minutes() -> None:
    body = Body(name="Gruppen", titles=Titles(minutes="Mötesanteckningar"), numbering="section")
    begun = start_minutes(AGENDA, body=body)
    assert (begun.title, begun.numbering) == ("Mötesanteckningar", "section")


def test_an_own_title_stays() -> None:
    own = AGENDA.model_copy(update={"title": "Styrelsemöte 3"})
    assert start_minutes(own).title == "Styrelsemöte 3"


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(records(Meeting), st.sampled_from(["notes", "protocol", "association"]))
def test_of_any_meeting_the_other_documents_can_be_made(meeting: Meeting, profile: str) -> None:
    body = Body.model_validate({"name": "Gruppen", "profile": profile})
    assert start_minutes(meeting, body=body).kind == "minutes"
    told = meeting.model_dump_json()
    for item in short(meeting).items:
        assert all(decision.model_dump_json() in told for decision in item.decisions)
    public = public_copy(meeting)
    assert [item.title for item in public.items] == [item.title for item in meeting.items]
    assert public_copy(public) == public
    invitation_text = letter(meeting, body=body)
    assert invitation_text.startswith("Till: ")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(records(Meeting), max_size=3), st.text(max_size=12), st.dates())
def test_across_any_meetings_lists_can_be_made(
    meetings: list[Meeting], matter: str, today: dt.date
) -> None:
    steps = [step.origin.date or dt.date.min for step in case_history(meetings, matter)]
    assert steps == sorted(steps)
    with suppress(ComposeError):
        assert all(one.action.status == "open" for one in to_do(meetings, today=today))
    with suppress(ComposeError):
        assert {one.date.year for one in year_plan(meetings, 2027) if one.date} <= {2027}
