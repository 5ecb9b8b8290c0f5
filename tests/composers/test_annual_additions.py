"""What a year's report has besides the minutes' figures: register, plan, own text, handing over."""

from __future__ import annotations

import pytest

from protokollant.composers import annual_report, without_sources
from protokollant.model import (
    AgendaItem,
    AnnualEdits,
    AnnualReport,
    Body,
    Correction,
    Decision,
    Goal,
    Origin,
    OwnSection,
    Participant,
    Statement,
)
from tests.composers.builders import BODY, day, minutes, person

YEAR = (
    minutes(
        "2025-02-03",
        AgendaItem(number="4", title="Enkät skola", text="Eva visar den nya enkäten för alla."),
        AgendaItem(
            number="5",
            title="Rapporten om hälsa",
            text="Rapporten är klar. Den överlämnades till nämnden i januari.",
            decisions=(Decision(text="Rapporten överlämnas till styrgruppen."),),
        ),
        participants=(
            Participant(name="Eva Ek", organisation="Åsele", status="present"),
            Participant(name="Bo Berg", organisation="Arboga", status="present"),
            Participant(name="Ali Al", organisation="Arboga", status="absent"),
            Participant(name="Ola Ö", organisation="Ödeshög", status="unknown"),
        ),
    ),
    minutes(
        "2025-05-05",
        AgendaItem(number="2", title="Enkäten till skolorna", text="Svaren har kommit in nu."),
        participants=(Participant(name="Bo Berg", organisation="Arboga", status="present"),),
    ),
)


def report(edits: AnnualEdits | None = None, **body: object) -> AnnualReport:
    organ = Body.model_validate({"name": BODY, **body})
    return annual_report(YEAR, 2025, body=organ, edits=edits)


def test_attendance_by_organisation_counts_only_what_the_lists_tell() -> None:
    rows = [(r.organisation, r.people, r.present, r.known, r.share) for r in report().organisations]
    assert rows == [
        ("Arboga", 2, 2, 3, 67),
        ("Åsele", 1, 1, 1, 100),
        ("Ödeshög", 1, 0, 0, None),
    ]


def test_what_was_handed_over_is_told_in_the_minutes_own_sentences() -> None:
    place = Origin(date=day("2025-02-03"), number="5", title="Rapporten om hälsa")
    assert report().handed_over == (
        Statement(text="Rapporten överlämnas till styrgruppen.", origins=(place,)),
        Statement(text="Den överlämnades till nämnden i januari.", origins=(place,)),
    )


def test_the_register_tells_who_left_and_who_came_after() -> None:
    members = (
        Participant(name="Eva Ek", until=day("2025-03-31")),
        Participant(name="Mia Ny", since=day("2025-04-01"), replaces="Eva Ek"),
        Participant(name="Bo Berg", since=day("2023-01-01"), until=day("2026-12-31")),
        Participant(name="Kim Kvist", since=day("2025-04-01"), replaces="Bo Berg"),
    )
    told = [s.text.replace("\u00a0", " ") for s in report(members=members).changes]
    assert told == [
        "Eva Ek lämnade uppdraget den 31 mars 2025.",
        "Kim Kvist tillträdde den 1 april 2025.",
        "Mia Ny tillträdde den 1 april 2025 och ersatte Eva Ek.",
    ]


def test_a_term_that_ends_or_begins_for_many_is_told_in_one_sentence() -> None:
    members = (
        *(Participant(name=n, until=day("2025-12-31")) for n in ("Åsa Alm", "Bo Berg", "Eva Ek")),
        *(Participant(name=n, since=day("2025-01-01")) for n in ("Bo Berg", "Eva Ek", "Ada Dal")),
        Participant(name="Mia Ny", since=day("2025-01-01"), replaces="Lo Lind"),
        Participant(name="Lo Lind", until=day("2024-12-31")),
    )
    told = [s.text.replace("\u00a0", " ") for s in report(members=members).changes]
    assert told == [
        "Den 1 januari 2025 tillträdde Ada Dal, Bo Berg och Eva Ek.",
        "Mia Ny tillträdde den 1 januari 2025 och ersatte Lo Lind.",
        "Mandattiden går ut den 31 december 2025 för Bo Berg, Eva Ek och Åsa Alm.",
    ]


def test_one_who_goes_on_has_neither_left_nor_joined() -> None:
    members = (
        Participant(name="Eva Ek", roles=("member",), until=day("2025-03-31")),
        Participant(name="Eva Ek", roles=("chair",), since=day("2025-04-01")),
        Participant(name="Bo Berg", roles=("member",), until=day("2025-03-31")),
        Participant(name="Bo Berg", roles=("member",), since=day("2025-04-01")),
    )
    told = [s.text.replace("\u00a0", " ") for s in report(members=members).changes]
    assert told == ["Eva Ek blev ordförande den 1 april 2025."]


def test_what_the_register_tells_the_lists_do_not_tell_again() -> None:
    lists = (("Eva Ek", "Bo Berg"), ("Eva Ek", "Bo Berg"), ("Bo Berg",), ("Bo Berg",))
    year = [
        minutes(f"2025-0{n}-03", "SIP", participants=tuple(map(person, names)))
        for n, names in enumerate(lists, 1)
    ]
    plain = annual_report(year, 2025).changes
    assert [s.origins for s in plain] == [(Origin(date=day("2025-02-03")),)]
    body = Body(name=BODY, members=(Participant(name="Eva Ek", until=day("2025-02-28")),))
    (told,) = annual_report(year, 2025, body=body).changes
    assert "lämnade uppdraget" in told.text


def test_own_text_stands_under_the_reports_heading_or_is_a_section_of_its_own() -> None:
    edits = AnnualEdits(
        intro="Ett bra år.",
        economy="Ingen budget.",
        sections=(
            OwnSection(title="beslut under året", text="Ett beslut."),
            OwnSection(title="Åtgärder", text="Inga åtgärder behövdes."),
            OwnSection(title="Tack", text="Tack till alla."),
        ),
    )
    made = report(edits)
    assert (made.intro, made.economy) == ("Ett bra år.", "Ingen budget.")
    assert made.comments == (OwnSection(title="Beslut under året", text="Ett beslut."),)
    # the year has no actions, so that the heading would not be shown and the text be lost
    assert [section.title for section in made.sections] == ["Åtgärder", "Tack"]
    assert made.decisions == report().decisions


@pytest.mark.parametrize(
    ("given", "shown"),
    [("", ""), ("draft", "draft"), ("sent", "sent"), ("approved", "approved")],
)
def test_the_report_is_a_draft_as_long_as_its_own_text_says_so(given: str, shown: str) -> None:
    assert report(AnnualEdits.model_validate({"stage": given})).stage == shown


def test_a_corrected_heading_makes_two_points_one_matter() -> None:
    titles = [theme.title for theme in report().themes]
    assert "Enkät skola" in titles
    right = Correction(wrong="enkät skola", right="Enkäten till skolorna")
    made = report(AnnualEdits(corrections=(right,)))
    (theme,) = [t for t in made.themes if t.title == "Enkäten till skolorna"]
    assert [e.origins[0].number for e in theme.entries] == ["4", "2"]


@pytest.mark.parametrize(
    ("goal", "result", "number"),
    [
        (Goal(goal="Friska barn", activity="Rapport om hälsan", result="Klart."), "Klart.", None),
        (Goal(goal="Fler svar", activity="Enkäten"), "Svaren har kommit in nu.", "2"),
        (Goal(goal="Fler svar", activity="Utbildning"), "", None),
    ],
)
def test_a_goal_without_result_gets_what_the_minutes_last_say(
    goal: Goal, result: str, number: str | None
) -> None:
    right = Correction(wrong="Enkät skola", right="Enkäten till skolorna")
    (made,) = report(AnnualEdits(goals=(goal,), corrections=(right,))).goals
    assert made.result == result
    assert [origin.number for origin in made.origins] == ([number] if number else [])


def test_sources_can_be_left_out_and_nothing_else_with_them() -> None:
    full, bare = report(), without_sources(report())
    told = (*bare.summary, *bare.handed_over, *(e for t in bare.themes for e in t.entries))
    assert told
    assert not any(statement.origins for statement in told)
    assert [s.text for s in bare.summary] == [s.text for s in full.summary]
    assert bare.decisions == full.decisions
