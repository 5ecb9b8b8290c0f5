"""The samples' years from meeting to meeting, against answers worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollant.composers import annual_report, compose_next
from protokollant.model import AnnualReport, Body, Meeting
from protokollant.records import load_body, load_meeting

SAMPLES = Path(__file__).parents[1] / "samples"
PRESENTATION = "Presentation av ungdomsmottagningens arbete"
FOLDERS = ("barn-och-unga", "odlarforening")


def body_of(folder: str) -> Body:
    return load_body(SAMPLES / folder / "organ.yaml")


def meetings_of(folder: str) -> list[Meeting]:
    return [load_meeting(file) for file in sorted((SAMPLES / folder / "2025").glob("*.yaml"))]


def agenda_after(folder: str, held: int) -> Meeting:
    return compose_next(meetings_of(folder)[:held], body=body_of(folder)).meeting


def report_of(folder: str) -> AnnualReport:
    return annual_report(meetings_of(folder), 2025, body=body_of(folder))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("folder", "held", "matters", "waiting"),
    [
        (
            "barn-och-unga",
            1,
            ["Egenvård i skolan"],
            [PRESENTATION],
        ),
        ("barn-och-unga", 2, [], [PRESENTATION]),
        ("barn-och-unga", 3, [PRESENTATION], []),
        ("barn-och-unga", 4, ["Skolnärvaro"], []),
        ("barn-och-unga", 5, ["Årsplan 2026"], []),
        ("odlarforening", 1, ["Vattenledning till de norra lotterna"], []),
        ("odlarforening", 2, ["Skördefest"], []),
    ],
)
def test_postponed_points_come_back_when_their_time_has_come(
    folder: str, held: int, matters: list[str], waiting: list[str]
) -> None:
    agenda = agenda_after(folder, held)
    assert [item.title for item in agenda.items if item.origin] == matters
    assert [item.title for item in agenda.carried_over] == waiting


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_last_minutes_alone_bring_back_the_same_points(folder: str) -> None:
    meetings, body = meetings_of(folder), body_of(folder)
    for held in range(1, len(meetings) + 1):
        alone = compose_next(meetings[held - 1 : held], body=body).meeting
        of_all = agenda_after(folder, held)
        assert [i.title for i in alone.items] == [i.title for i in of_all.items]
        assert alone.carried_over == of_all.carried_over
        assert len(alone.all_actions) == len(of_all.all_actions)


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_agenda_is_for_the_meeting_that_was_held(folder: str) -> None:
    meetings = meetings_of(folder)
    for held, following in enumerate(meetings[1:], 1):
        agenda = agenda_after(folder, held)
        assert agenda.date == following.date
        assert agenda.start == following.start
        assert agenda.number == following.number
        assert agenda.numbering == following.numbering


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_the_minutes_followed_up_is_what_the_agenda_asked_for(folder: str) -> None:
    meetings = meetings_of(folder)
    for held, following in enumerate(meetings[1:], 1):
        asked = {placed.action.what for placed in agenda_after(folder, held).all_actions}
        (answered,) = (item for item in following.items if item.title == "Uppföljning av åtgärder")
        reported = {action.what for action in answered.actions}
        elsewhere = {placed.action.what for placed in following.all_actions} - reported
        assert asked - elsewhere == reported


def test_a_new_year_begins_with_meeting_number_one() -> None:
    assert agenda_after("barn-och-unga", 5).number == "1"


def test_the_associations_sections_run_on_through_the_year() -> None:
    agenda = agenda_after("odlarforening", 2)
    assert [item.number for item in agenda.items] == [str(n) for n in range(23, 33)]


def test_the_register_is_called() -> None:
    called = agenda_after("barn-och-unga", 5).participants
    assert len(called) == 11
    assert {person.status for person in called} == {"unknown"}
    assert "Malin Stråle" in {person.name for person in called}
    assert "Jonas Wikström" not in {person.name for person in called}


def test_the_groups_year_is_told() -> None:
    report = report_of("barn-och-unga")
    assert [plain(statement.text) for statement in report.summary] == [
        "Samverkansgruppen barn och unga höll fem möten under 2025.",
        "I genomsnitt deltog nio personer per möte.",
        "Sammanlagt behandlades 48 punkter och fattades 17 beslut.",
        "Av åtta antecknade åtgärder är sex klara och två återstår.",
        "Fyra punkter sköts upp; en av dem väntar ännu.",
        "Nästa möte är den 13 februari 2026.",
    ]
    assert [plain(statement.text) for statement in report.changes] == [
        "Jonas Wikström är med på närvarolistan till och med mötet den 13 juni 2025.",
        "Malin Stråle är med på närvarolistan från och med mötet den 12 september 2025.",
    ]


def test_the_groups_attendance_is_counted() -> None:
    report = report_of("barn-och-unga")
    assert [(m.present, m.absent) for m in report.meetings] == [
        (8, 1),
        (11, 1),
        (8, 3),
        (8, 4),
        (10, 1),
    ]
    counted = {row.name: (row.present, row.listed) for row in report.attendance}
    assert counted["Birgitta Almgren"] == (5, 5)
    assert counted["Fatima Haddad"] == (4, 5)
    assert counted["Tomas Edlund"] == (1, 4)
    assert counted["Mona Rydqvist"] == (1, 1)
    assert len(counted) == 14


def test_the_groups_actions_are_closed_where_a_later_meeting_reports_them() -> None:
    report = report_of("barn-och-unga")
    closed = {
        done.action.what: (str(done.origin.date), str(done.closed and done.closed.date))
        for done in report.actions_done
    }
    assert closed == {
        "bjuder in en rektor till samtalet om egenvård": ("2025-02-14", "2025-04-11"),
        "sammanställer en lägesbild av hur SIP används": ("2025-02-14", "2025-06-13"),
        "leder arbetsgruppen för egenvård": ("2025-04-11", "2025-11-21"),
        "planerar en utbildningsdag om SIP": ("2025-06-13", "2025-09-12"),
        "överlämnar överenskommelsen till Regionala beredningen": ("2025-06-13", "2025-09-12"),
        "begär in statistik över skolnärvaro från kommunerna": ("2025-09-12", "2025-11-21"),
    }
    assert [left.action.who for left in report.actions_open] == [("Alla",), ("Fatima Haddad",)]


def test_the_groups_matters_are_followed_through_the_year() -> None:
    days = {
        theme.title: [str(entry.origins[0].date) for entry in theme.entries]
        for theme in report_of("barn-och-unga").themes
    }
    assert days["Egenvård i skolan"] == ["2025-02-14", "2025-04-11", "2025-11-21"]
    assert days["Samordnad individuell plan, SIP"] == ["2025-02-14", "2025-06-13", "2025-09-12"]
    assert days["Studiebesök på familjecentralen"] == ["2025-11-21"]
    assert "Mötets öppnande" not in days


def test_the_associations_year_is_told() -> None:
    report = report_of("odlarforening")
    assert [plain(statement.text) for statement in report.summary] == [
        "Styrelsen för Norrbackens odlarförening höll två möten under 2025.",
        "I genomsnitt deltog fyra personer per möte.",
        "Sammanlagt behandlades 20 punkter och fattades tio beslut.",
        "Av fyra antecknade åtgärder är två klara och två återstår.",
        "Två punkter sköts upp; en av dem väntar ännu.",
        "Nästa möte är den 19 augusti 2025.",
    ]


def test_every_attachment_named_is_there() -> None:
    named = [
        SAMPLES / folder / attachment.target
        for folder in FOLDERS
        for meeting in meetings_of(folder)
        for attachment in meeting.all_attachments
    ]
    assert named
    assert all(path.is_file() for path in named)
