"""What else comes into an agenda: the clock, guests, proposals, yearly points, edits by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from protokollant.composers import compose_next, recompose
from protokollant.composers.clock import overruns, with_clock
from protokollant.composers.invited import with_guests
from protokollant.composers.proposals import taken_up
from protokollant.model import (
    AgendaItem,
    Body,
    CarryOver,
    Meeting,
    NextMeeting,
    Participant,
    StandingItem,
)

HELD = Meeting(
    body="Gruppen",
    date=dt.date(2026, 1, 15),
    start=dt.time(9),
    items=(AgendaItem(number="1", title="Webbplatsen"),),
    next_meeting=NextMeeting(date=dt.date(2026, 2, 12)),
)


def items(*titles: str) -> tuple[AgendaItem, ...]:
    return tuple(AgendaItem(number=str(n), title=title) for n, title in enumerate(titles, 1))


CLOCKS = [
    ([5, 10, 30], ["09:00", "09:05", "09:15"]),
    ([5, None, 30], ["09:00", "09:05", None]),
    ([None, None], [None, None]),
    ([900, 60], ["09:00", None]),
]


@pytest.mark.parametrize(("minutes", "clocks"), CLOCKS)
def test_the_clock_runs_as_long_as_times_are_told(
    minutes: list[int | None], clocks: list[str | None]
) -> None:
    points = tuple(AgendaItem(title="A", minutes=m) for m in minutes)
    made = with_clock(Meeting(start=dt.time(9), items=points))
    assert [f"{i.clock:%H:%M}" if i.clock else None for i in made.items] == clocks


def test_points_that_take_too_long_are_told() -> None:
    point = AgendaItem(title="A", minutes=90)
    assert overruns(Meeting(start=dt.time(9), end=dt.time(10), items=(point,))) == 30
    body = Body(
        name="Gruppen",
        start=dt.time(9),
        end=dt.time(10),
        standing_items=(StandingItem(title="Lång", minutes=75),),
    )
    assert any("15 minuter mer" in one for one in compose_next([HELD], body=body).remarks)


def test_a_presenter_from_outside_is_invited_once() -> None:
    agenda = Meeting(
        participants=(Participant(name="Eva Ek"),),
        items=(
            AgendaItem(number="1", title="A", presenters=("Jan Ljung, kommunikatör", "Eva Ek")),
            AgendaItem(number="2", title="B", presenters=("Jan Ljung",)),
        ),
    )
    (_, guest) = with_guests(agenda).participants
    assert (guest.name, guest.roles, guest.title) == ("Jan Ljung", ("guest",), "kommunikatör")
    assert (guest.group, guest.note) == ("Inbjudna", "punkt 1")


PROPOSALS = [
    (AgendaItem(title="Nytt"), True),
    (AgendaItem(title="Webbplatsen"), False),
    (AgendaItem(title="I maj", carried_to=CarryOver(when="2026-05")), False),
    (AgendaItem(title="I februari", carried_to=CarryOver(when="2026-02")), True),
    (AgendaItem(title="Till i går", carried_to=CarryOver(when="2026-02-11")), True),
]


@pytest.mark.parametrize(("proposal", "comes_up"), PROPOSALS)
def test_a_proposal_comes_up_once_and_in_time(proposal: AgendaItem, comes_up: bool) -> None:
    found = taken_up((proposal,), (HELD,), dt.date(2026, 2, 12))
    assert [one.title for one in found] == ([proposal.title] if comes_up else [])
    assert all(one.carried_to is None for one in found)


def test_a_yearly_point_comes_up_in_its_month() -> None:
    body = Body(
        name="Gruppen",
        standing_items=(
            StandingItem(title="Öppnande"),
            StandingItem(title="Årsberättelsen", months=("februari",)),
            StandingItem(title="Budget", months=("september", "Oktober")),
        ),
    )

    def titles(day: dt.date) -> list[str]:
        last = HELD.model_copy(update={"next_meeting": NextMeeting(date=day)})
        return [item.title for item in compose_next([last], body=body).meeting.items]

    assert titles(dt.date(2026, 2, 12)) == ["Öppnande", "Årsberättelsen"]
    assert titles(dt.date(2026, 10, 8)) == ["Öppnande", "Budget"]


def test_the_register_calls_those_in_office_deputies_last() -> None:
    body = Body(
        name="Gruppen",
        members=(
            Participant(name="Tor Holm", roles=("deputy",)),
            Participant(name="Eva Ek", roles=("chair",), email="e@x.se"),
            Participant(name="Gått Ut", until=dt.date(2026, 2, 1)),
            Participant(name="Ny Snart", since=dt.date(2026, 3, 1)),
        ),
    )
    people = compose_next([HELD], body=body).meeting.participants
    assert [person.name for person in people] == ["Eva Ek", "Tor Holm"]
    assert people[0].email == ""


# --- composed again -----------------------------------------------------------------------------


def test_edits_by_hand_are_kept() -> None:
    edited = Meeting(
        place="Annan sal",
        items=items("Öppnande", "Budget, andra varvet", "Eget", "Avslut"),
        participants=(Participant(name="Eva Ek"), Participant(name="Egen Gäst")),
    )
    composed = Meeting(
        place="Salen",
        items=items("Öppnande", "Dagordning", "Budget", "Nytt", "Avslut"),
        participants=(
            Participant(name="Eva Ek"),
            Participant(name="Bo Al"),
            Participant(name="Ny"),
        ),
    )
    offered = ("Öppnande", "Dagordning", "Budget", "Avslut")
    made = recompose(edited, composed, offered, ("Eva Ek", "Bo Al"))
    assert made.place == "Annan sal"
    assert [(i.number, i.title) for i in made.items] == [
        ("1", "Öppnande"),
        ("2", "Nytt"),
        ("3", "Budget, andra varvet"),
        ("4", "Eget"),
        ("5", "Avslut"),
    ]
    assert [p.name for p in made.participants] == ["Eva Ek", "Egen Gäst", "Ny"]


def test_nothing_new_changes_nothing() -> None:
    edited = Meeting(items=items("A", "C"))
    assert recompose(edited, Meeting(items=items("A", "B", "C")), ("A", "B", "C"), ()) == edited
