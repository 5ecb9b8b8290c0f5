"""A year compiled: figures, lists, sentences and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from protokollant.composers import annual_report
from protokollant.errors import ComposeError
from protokollant.model import AgendaItem, Body, Decision, Meeting, NextMeeting, Origin, Statement
from tests.composers.builders import BODY, day, minutes, person, postponed, task, with_actions


def decided(title: str, *texts: str, text: str = "") -> AgendaItem:
    return AgendaItem(title=title, text=text, decisions=tuple(Decision(text=t) for t in texts))


YEAR = (
    minutes(
        "2025-02-03",
        "Inledning",
        decided("SIP", "Informationen noteras.", text="Eva Ek berättar om SIP. Mer sägs."),
        postponed("Presentation BUP", "2025-05"),
        with_actions("Skolnärvaro", task("göra en inbjudan", "Eva Ek"), task("räkna", "Bo")),
        participants=(person("Eva Ek", "present", "chair"), person("Marie Håkanson")),
        number="1",
    ),
    minutes(
        "2025-05-05",
        decided("Presentation av BUP", "Gruppen bjuder in BUP igen", text="BUP presenterar sig."),
        with_actions("Uppföljning", task("göra en inbjudan", status="done")),
        decided("SIP-arbetet: SIP", "Planen godkänns."),
        participants=(person("Eva Ek"), person("Marie Håkansson", "absent"), person("Åke Å")),
    ),
    minutes(
        "2025-09-01",
        postponed("Egenvård"),
        participants=(
            person("Eva Ek"),
            person("Marie Håkansson", "unknown"),
            person("Åke Å", "absent"),
            person("Per Gäst", "present", "guest"),
        ),
        next_meeting=NextMeeting(date=day("2026-01-12")),
    ),
)


def statements(*groups: tuple[Statement, ...]) -> list[str]:
    return [statement.text.replace("\u00a0", " ") for group in groups for statement in group]


def test_the_year_is_told_in_a_few_sentences() -> None:
    assert statements(annual_report(YEAR, 2025).summary) == [
        "Uppdragsgruppen barn och unga höll tre möten under 2025.",
        "I genomsnitt deltog två personer per möte.",
        "I ett fall saknas uppgift om närvaro.",
        "Sammanlagt behandlades sex punkter och fattades tre beslut.",
        "Av två antecknade åtgärder är en klar och en återstår.",
        "Två punkter sköts upp; en av dem väntar ännu.",
        "Nästa möte är den 12 januari 2026.",
    ]


def test_a_single_meeting_is_told_in_the_singular() -> None:
    only = minutes(
        "2025-02-03",
        decided("SIP", "Ja."),
        with_actions("BUP", task("bjuda in", "Bo")),
        postponed("Egenvård"),
        participants=(person("Eva Ek"),),
    )
    assert statements(annual_report([only], 2025).summary) == [
        "Uppdragsgruppen barn och unga höll ett möte under 2025, den 3 februari 2025.",
        "En person deltog.",
        "Sammanlagt behandlades två punkter och fattades ett beslut.",
        "En åtgärd är antecknad och den återstår.",
        "En punkt sköts upp och väntar ännu.",
    ]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["done"], "En åtgärd är antecknad och den är klar."),
        (["done", "done"], "Båda antecknade åtgärderna är klara."),
        (["open", "open"], "Båda antecknade åtgärderna återstår."),
        (["open"] * 3, "Alla tre antecknade åtgärder återstår."),
        (["done", "open", "open"], "Av tre antecknade åtgärder är en klar och två återstår."),
        (["done"] * 12 + ["open"], "Av 13 antecknade åtgärder är tolv klara och en återstår."),
    ],
)
def test_actions_are_counted_in_good_swedish(statuses: list[str], expected: str) -> None:
    actions = [task(f"sak {n}", status=status) for n, status in enumerate(statuses)]
    report = annual_report([minutes("2025-02-03", with_actions("SIP", *actions))], 2025)
    assert expected in statements(report.summary)


def test_nothing_is_said_of_attendance_that_nobody_wrote_down() -> None:
    found = statements(annual_report([minutes("2025-02-03")], 2025).summary)
    assert found == ["Uppdragsgruppen barn och unga höll ett möte under 2025, den 3 februari 2025."]


def test_every_statement_names_meetings_of_the_year() -> None:
    report = annual_report(YEAR, 2025)
    days = {meeting.date for meeting in YEAR}

    def origins() -> Iterator[Origin]:
        for statement in (*report.summary, *report.changes):
            assert statement.origins, statement.text
            yield from statement.origins
        for theme in report.themes:
            for entry in theme.entries:
                assert entry.origins, entry.text
                yield from entry.origins
        yield from (decision.origin for decision in report.decisions)
        yield from (action.origin for action in (*report.actions_done, *report.actions_open))
        yield from (point.origin for point in report.carried_over)

    assert {origin.date for origin in origins()} <= days


def test_attendance_is_counted_per_person_in_swedish_order_and_spellings_are_one_person() -> None:
    rows = annual_report(YEAR, 2025).attendance
    assert [(row.name, row.marks, row.present, row.listed) for row in rows] == [
        ("Eva Ek", ("present", "present", "present"), 3, 3),
        ("Marie Håkansson", ("present", "absent", "unknown"), 1, 3),
        ("Per Gäst", (None, None, "present"), 1, 1),
        ("Åke Å", (None, "present", "absent"), 1, 2),
    ]
    assert rows[0].roles == ("chair",)


def test_near_equal_names_on_one_list_are_two_persons() -> None:
    both = (person("Marie Håkanson"), person("Marie Håkansson", "absent"))
    meetings = [minutes("2025-02-03", participants=both),
                minutes("2025-03-03", participants=both[:1])]  # fmt: skip
    rows = annual_report(meetings, 2025).attendance
    assert [(row.name, row.listed) for row in rows] == [
        ("Marie Håkanson", 2),
        ("Marie Håkansson", 1),
    ]


def test_who_joined_and_who_left_is_told() -> None:
    lists = [("Eva", "Bo"), ("Eva", "Bo", "Åsa"), ("Eva", "Åsa")]
    meetings = [
        minutes(f"2025-0{n}-03", participants=tuple(person(f"{name} Ek") for name in names))
        for n, names in enumerate(lists, 2)
    ]
    assert statements(annual_report(meetings, 2025).changes) == [
        "Bo Ek är med på närvarolistan till och med mötet den 3 mars 2025.",
        "Åsa Ek är med på närvarolistan från och med mötet den 3 mars 2025.",
    ]
    assert annual_report(meetings[:2], 2025).changes == ()


def test_themes_gather_what_the_meetings_said_of_one_matter() -> None:
    themes = {theme.title: statements(theme.entries) for theme in annual_report(YEAR, 2025).themes}
    assert themes == {
        "SIP": ["Eva Ek berättar om SIP."],
        "Presentation BUP": [
            "Punkten sköts upp till maj 2025.",
            "BUP presenterar sig. Beslut: Gruppen bjuder in BUP igen.",
        ],
        "SIP-arbetet: SIP": ["Beslut: Planen godkänns."],
        "Egenvård": ["Punkten sköts upp till nästa möte."],
    }


def test_a_postponement_is_told_once() -> None:
    item = postponed("BUP", "2025-04", text="Punkten flyttas till mötet i april.")
    (theme,) = annual_report([minutes("2025-02-03", item)], 2025).themes
    assert statements(theme.entries) == ["Punkten flyttas till mötet i april."]


def test_standing_points_are_no_themes_but_what_was_raised_under_them_is() -> None:
    other = AgendaItem(title="Övrigt", items=(AgendaItem(title="Fact ung", text="Det berättas."),))
    meeting = minutes("2025-02-03", decided("Inledning", text="Alla hälsas välkomna."), other)
    assert [theme.title for theme in annual_report([meeting], 2025).themes] == ["Fact ung"]


def test_decisions_are_listed_by_meeting_with_their_item() -> None:
    report = annual_report(YEAR, 2025)
    assert [(d.decision.text, d.origin.date, d.origin.number) for d in report.decisions] == [
        ("Informationen noteras.", day("2025-02-03"), "2"),
        ("Gruppen bjuder in BUP igen", day("2025-05-05"), "1"),
        ("Planen godkänns.", day("2025-05-05"), "3"),
    ]


def test_actions_are_done_where_a_later_meeting_says_so_and_else_remain() -> None:
    report = annual_report(YEAR, 2025)
    (done,), (left,) = report.actions_done, report.actions_open
    assert (done.action.what, done.action.who, done.action.status) == (
        "göra en inbjudan",
        ("Eva Ek",),
        "done",
    )
    assert done.origin.date == day("2025-02-03")
    assert done.closed == Origin(date=day("2025-05-05"), number="2", title="Uppföljning")
    assert (left.action.what, left.action.status, left.closed) == ("räkna", "open", None)


def test_what_became_of_postponed_points_is_told() -> None:
    report = annual_report(YEAR, 2025)
    assert [
        (c.title, c.origin.date, c.handled and c.handled.date) for c in report.carried_over
    ] == [
        ("Presentation BUP", day("2025-02-03"), day("2025-05-05")),
        ("Egenvård", day("2025-09-01"), None),
    ]


def test_meetings_are_given_in_figures() -> None:
    first, second, third = annual_report(YEAR, 2025).meetings
    assert (first.date, first.number, first.present, first.absent) == (day("2025-02-03"), "1", 2, 0)
    assert (first.items, first.decisions) == (3, 1)
    assert (second.present, second.absent, second.unknown) == (2, 1, 0)
    assert (third.present, third.absent, third.unknown, third.items) == (2, 1, 1, 0)


def test_only_meetings_set_for_after_the_last_one_are_coming() -> None:
    meetings = [
        minutes("2025-02-03", next_meeting=NextMeeting(date=day("2025-05-05"))),
        minutes("2025-05-05", next_meeting=NextMeeting(date=day("2026-01-12"), place="Digitalt")),
    ]
    coming = annual_report(meetings, 2025).next_meetings
    assert [(next_one.date, next_one.place) for next_one in coming] == [
        (day("2026-01-12"), "Digitalt")
    ]


def test_the_body_file_gives_name_assignment_and_contact() -> None:
    body = Body(name="Gruppen", organisation="Länet", assignment="Samordna.", contact="Eva Ek")
    report = annual_report(YEAR, 2025, body=body)
    assert (report.body, report.organisation) == ("Gruppen", "Länet")
    assert (report.assignment, report.contact) == ("Samordna.", "Eva Ek")


def test_other_years_and_other_documents_are_passed_over() -> None:
    more = (
        *YEAR,
        minutes("2024-12-01", "SIP"),
        minutes("2026-01-12", with_actions("Uppföljning", task("räkna", status="done"))),
        Meeting(kind="agenda", body=BODY, date=day("2025-12-01")),
    )
    assert annual_report(more, 2025) == annual_report(YEAR, 2025)


@pytest.mark.parametrize(
    ("meetings", "message"),
    [
        ([], "inga mötesanteckningar"),
        (
            [minutes("2024-02-03"), minutes("2023-02-03")],
            "inga anteckningar från 2025.*2023 och 2024",
        ),
        ([minutes("2024-02-03")], "inga anteckningar från 2025.*från 2024"),
        ([minutes("2025-02-03"), minutes(None)], "datum saknas.*Skriv in datum"),
        (
            [minutes("2025-02-03"), minutes("2025-02-04", body="Rådet")],
            "«Rådet».*ett organ i taget",
        ),
    ],
)
def test_what_cannot_be_compiled_is_refused_with_a_remedy(
    meetings: list[Meeting], message: str
) -> None:
    with pytest.raises(ComposeError, match=message):
        annual_report(meetings, 2025)
