"""What holds for all meetings: nothing promised is lost, sums agree, numbers run on."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from protokollant.composers import annual_report, next_meeting
from protokollant.model import Action, AgendaItem, CarryOver, Meeting, NextMeeting, Participant

# Words that no two headings share, so that two points are never taken for one.
_MATTERS = ("Egenvård", "Barnahus", "Skolnärvaro", "Bibliotek", "Familjehem", "Ungdomsmottagning")
_PEOPLE = ("Anna Björk", "Östen Falk", "Karin Ljung", "Maj Hedin", "Tore Rask")

_tasks = st.builds(
    Action,
    what=st.sampled_from(("boka lokal", "skriva rapport", "ringa regionen", "hitta föreläsare")),
    who=st.lists(st.sampled_from(_PEOPLE), max_size=2, unique=True).map(tuple),
    due=st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
)
_carry = st.builds(
    CarryOver, when=st.sampled_from(("next", "2025-04", "2025-10", "2026-02", "2025-05-09"))
)


@st.composite
def _items(draw: st.DrawFn) -> tuple[AgendaItem, ...]:
    items = []
    for title in draw(st.lists(st.sampled_from(_MATTERS), max_size=4, unique=True)):
        carried_to = draw(st.none() | _carry)
        items.append(
            AgendaItem(
                number=str(len(items) + 1),
                title=title,
                state="postponed" if carried_to else "handled",
                carried_to=carried_to,
                actions=draw(st.lists(_tasks, max_size=2).map(tuple)),
            )
        )
    return tuple(items)


_people = st.lists(
    st.builds(
        Participant,
        name=st.sampled_from(_PEOPLE),
        status=st.sampled_from(("present", "absent", "unknown")),
    ),
    max_size=5,
    unique_by=lambda participant: participant.name,
).map(tuple)

_meetings = st.lists(
    st.builds(
        Meeting,
        body=st.just("Styrgruppen"),
        date=st.dates(date(2025, 1, 1), date(2025, 12, 31)),
        items=_items(),
        participants=_people,
        next_meeting=st.none()
        | st.builds(NextMeeting, date=st.dates(date(2025, 1, 1), date(2026, 12, 31))),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda meeting: meeting.date,
)


@settings(max_examples=60, deadline=None)
@given(_meetings)
def test_no_open_action_is_lost(meetings: list[Meeting]) -> None:
    agenda = next_meeting(meetings)
    listed = [(placed.action.what, set(placed.action.who)) for placed in agenda.all_actions]
    for meeting in meetings:
        for placed in meeting.all_actions:
            wanted = set(placed.action.who)
            assert any(what == placed.action.what and wanted <= who for what, who in listed)
    assert all(placed.action.origin is not None for placed in agenda.all_actions)


@settings(max_examples=60, deadline=None)
@given(_meetings)
def test_no_carried_point_is_lost(meetings: list[Meeting]) -> None:
    agenda = next_meeting(meetings)
    for title in _MATTERS:
        last = [
            item
            for meeting in sorted(meetings, key=lambda m: m.date or date.min)
            for item in meeting.items
            if item.title == title
        ][-1:]
        waits = bool(last) and last[0].state == "postponed"
        back = [item for item in agenda.all_items if item.title == title and item.origin]
        assert len(back) == int(waits)


@settings(max_examples=60, deadline=None)
@given(_meetings)
def test_a_point_comes_back_no_sooner_than_promised(meetings: list[Meeting]) -> None:
    agenda = next_meeting(meetings)
    for item in agenda.items:
        if item.origin is None or agenda.date is None:
            continue
        (meeting,) = (m for m in meetings if m.date == item.origin.date)
        (then,) = (i for i in meeting.items if i.title == item.title)
        assert then.carried_to is not None
        if then.carried_to.when != "next":
            assert agenda.date.isoformat()[: len(then.carried_to.when)] >= then.carried_to.when


@settings(max_examples=40, deadline=None)
@given(_meetings)
def test_numbers_run_from_one(meetings: list[Meeting]) -> None:
    agenda = next_meeting(meetings)
    assert [item.number for item in agenda.items] == [
        str(n) for n in range(1, len(agenda.items) + 1)
    ]


@settings(max_examples=40, deadline=None)
@given(_meetings)
def test_the_years_sums_agree(meetings: list[Meeting]) -> None:
    report = annual_report(meetings, 2025)
    assert sum(row.present for row in report.attendance) == sum(m.present for m in report.meetings)
    for n, meeting in enumerate(report.meetings):
        marks = [row.marks[n] for row in report.attendance]
        assert marks.count("present") == meeting.present
        assert marks.count("absent") == meeting.absent
        assert marks.count("unknown") == meeting.unknown
    for row in report.attendance:
        assert row.listed == sum(mark is not None for mark in row.marks)
    assert len(report.decisions) == sum(m.decisions for m in report.meetings)
