"""What runs through several meetings: open actions, a matter's chain, a year's plan."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.composers import case_history, compose_next, to_do, year_plan
from protokollant.composers.year_plan import Rhythm, read_rhythm
from protokollant.errors import ComposeError
from protokollant.model import Action, AgendaItem, Body, Decision, Meeting
from protokollant.swedish import MONTHS, WEEKDAYS, is_working_day


def meeting(day: dt.date, *items: AgendaItem, body: str = "Gruppen") -> Meeting:
    return Meeting(body=body, date=day, start=dt.time(9), items=items)


def action(what: str, who: str = "", due: dt.date | None = None, status: str = "open") -> Action:
    return Action.model_validate(
        {"what": what, "who": (who,) if who else (), "due": due, "status": status}
    )


FIRST = meeting(
    dt.date(2026, 1, 15),
    AgendaItem(
        number="3",
        title="SIP",
        case="RB 2026/1",
        text="Lägesbilden gicks igenom i detalj av gruppen. Mer kommer.",
        actions=(
            action("bokar lokal", "Eva Ek", dt.date(2026, 2, 1)),
            action("skickar enkäten", "Åsa Öman"),
            action("tar fram underlag"),
            action("ringer skolan", "Eva Ek", dt.date(2026, 1, 20)),
        ),
    ),
)
SECOND = meeting(
    dt.date(2026, 2, 12),
    AgendaItem(number="2", title="Uppföljning av åtgärder", actions=(
        action("skickar enkäten", "Åsa Öman", status="done"),
        action("ordnar en utbildningsdag om SIP", "Bo Al"),
    )),
    AgendaItem(number="4", title="Samordnad plan", case="RB 2026/1",
               decisions=(Decision(text="Planen antas."),)),
    AgendaItem(number="5", title="Annat"),
)  # fmt: skip


def test_open_actions_stand_under_each_person_the_overdue_first() -> None:
    found = to_do([FIRST, SECOND], today=dt.date(2026, 1, 25))
    assert [(one.person, one.action.what, one.is_overdue) for one in found] == [
        ("Bo Al", "ordnar en utbildningsdag om SIP", False),
        ("Eva Ek", "ringer skolan", True),
        ("Eva Ek", "bokar lokal", False),
        ("Ingen namngiven", "tar fram underlag", False),
    ]
    assert found[1].origin.number == "3"


def test_two_bodies_keep_their_own_actions() -> None:
    other = meeting(dt.date(2026, 2, 1), AgendaItem(
        number="1", title="A", actions=(action("bokar lokal", "Eva Ek", status="done"),),
    ), body="Styrelsen")  # fmt: skip
    found = to_do([FIRST, other], today=dt.date(2026, 3, 1))
    assert "bokar lokal" in [one.action.what for one in found]


CHAINS = [
    ("SIP", ["3", "2", "4"]),
    ("RB 2026/1", ["3", "4"]),
    ("dnr rb 2026/1", ["3", "4"]),
    ("samordnad plan", ["3", "4"]),
    ("utbildningsdag", ["2"]),
    ("finns inte", []),
]


@pytest.mark.parametrize(("matter", "numbers"), CHAINS)
def test_a_matter_is_followed_through_the_meetings(matter: str, numbers: list[str]) -> None:
    steps = case_history([SECOND, FIRST], matter)
    assert [step.origin.number for step in steps] == numbers


def test_of_a_standing_point_only_what_is_about_the_matter() -> None:
    (_, follow_up, _) = case_history([FIRST, SECOND], "SIP")
    assert [one.what for one in follow_up.item.actions] == ["ordnar en utbildningsdag om SIP"]


RHYTHMS = [
    ("tredje fredagen i februari, april och november", Rhythm(4, 3, (2, 4, 11))),
    ("Första måndagen varje månad", Rhythm(0, 1, (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12))),
    ("sista torsdagen varannan månad", Rhythm(3, -1, (2, 4, 6, 8, 10, 12))),
    ("andra tisdagen varje månad utom januari och augusti",
     Rhythm(1, 2, (2, 3, 4, 5, 6, 7, 9, 10, 11, 12))),
    ("då och då", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rhythm"), RHYTHMS)
def test_a_rhythm_in_words(text: str, rhythm: Rhythm | None) -> None:
    assert read_rhythm(text) == rhythm


def test_the_plan_follows_last_year() -> None:
    held = [meeting(dt.date(2025, m, d)) for m, d in ((2, 14), (4, 11), (9, 12), (11, 21))]
    days = [one.date for one in year_plan(held, 2026)]
    assert days == [dt.date(2026, m, d) for m, d in ((2, 13), (4, 10), (9, 11), (11, 13))]


def test_a_holiday_moves_the_meeting_and_says_so() -> None:
    body = Body(name="Gruppen", rhythm="första fredagen i april och maj", start=dt.time(13))
    april, may = year_plan([], 2026, body=body)
    assert (april.date, april.start) == (dt.date(2026, 4, 10), dt.time(13))
    assert april.note == "flyttat från 2026-04-03, som är långfredagen"
    assert may.date == dt.date(2026, 5, 8)


def test_the_next_agenda_follows_the_told_rhythm() -> None:
    body = Body(name="Gruppen", rhythm="tredje lördagen i februari")
    agenda = compose_next([meeting(dt.date(2026, 2, 21), AgendaItem(title="A"))], body=body).meeting
    assert agenda.date == dt.date(2027, 2, 20)


def test_without_a_rhythm_there_is_no_plan() -> None:
    with pytest.raises(ComposeError, match="mötesrytm"):
        year_plan([meeting(dt.date(2025, 3, 3))], 2026)


@given(
    st.integers(2000, 2060),
    st.integers(0, 4),
    st.sampled_from(["första", "andra", "tredje", "sista"]),
    st.lists(st.integers(1, 12), min_size=1, unique=True),
)
def test_a_planned_day_is_a_working_day_of_its_month(
    year: int, weekday: int, ordinal: str, months: list[int]
) -> None:
    words = f"{ordinal} {WEEKDAYS[weekday]}en i {', '.join(MONTHS[m - 1] for m in months)}"
    days = [one.date for one in year_plan([], year, body=Body(name="G", rhythm=words))]
    assert [day.month for day in days if day] == sorted(months)
    assert all(day and day.year == year and is_working_day(day) for day in days)
    assert all(day and day.weekday() == weekday for day in days)
