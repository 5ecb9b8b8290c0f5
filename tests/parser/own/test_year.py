"""An annual report is read back as its parts: sections with their text, and the members."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings

from protokollant.model import AgendaItem, AnnualReport, Meeting, Participant, Statement
from protokollant.phrases import line
from tests.parser.own.strategies import reports
from tests.parser.own.trip import differences, there_and_back
from tests.word_templates.samples import RICH_REPORT


def as_meeting(report: AnnualReport) -> Meeting:
    """The report as a reading tells it, as far as it has no tables of figures."""
    changes = AgendaItem(title="Förändringar under året", text=statements(report.changes))
    themes = (AgendaItem(title=t.title, text=statements(t.entries)) for t in report.themes)
    parts = (
        (report.intro, AgendaItem(title="Inledning", text=report.intro)),
        (report.summary, AgendaItem(title="Året i korthet", text=statements(report.summary))),
        (report.assignment, AgendaItem(title="Uppdrag", text=report.assignment)),
        (
            report.attendance or report.changes,
            AgendaItem(title="Sammansättning", items=(changes,) if report.changes else ()),
        ),
        (report.themes, AgendaItem(title="Frågor under året", items=tuple(themes))),
        (
            report.handed_over,
            AgendaItem(title="Överlämnat till andra", text=statements(report.handed_over)),
        ),
        (report.economy, AgendaItem(title="Ekonomi", text=report.economy)),
        *((True, AgendaItem(title=own.title, text=own.text)) for own in report.sections),
    )
    return Meeting(
        kind="annual_report",
        body=report.body,
        organisation=report.organisation,
        stage=report.stage,
        title=report.title or f"Årsberättelse {report.year}",
        participants=tuple(
            Participant(
                name=row.name,
                party=row.party,
                roles=row.roles,
                title=row.title,
                organisation=row.organisation,
            )
            for row in report.attendance
        ),
        items=tuple(item for there, item in parts if there),
        contact=report.contact,
    )


def statements(told: Iterable[Statement]) -> str:
    """Sentences with the meetings they rest on, as paragraphs."""
    paragraphs: list[str] = []
    for one in told:
        paragraphs.append(one.text)
        if one.origins:
            paragraphs.append(f"Källa: {'; '.join(map(line, one.origins))}")
    return "\n\n".join(paragraphs)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=reports)
def test_a_report_is_read_back_as_its_parts(report: AnnualReport) -> None:
    reading = there_and_back("arsberattelse", report)
    assert differences(as_meeting(report), reading.meeting) == {}
    assert reading.unplaced == ()


def test_the_tables_of_a_report_are_tables_in_its_text() -> None:
    meeting = there_and_back("arsberattelse", RICH_REPORT).meeting
    texts = {item.title: item.text for item in meeting.items}
    rows = texts["Beslut under året"].split("\n")
    assert rows[:3] == [
        "| Beslut | Möte och punkt |",
        "| --- | --- |",
        "| Informationen noteras. | 2026-01-12, punkt 3, Samordnad individuell plan |",
    ]
    assert len(rows) == 2 + len(RICH_REPORT.decisions)
    assert [item.title for item in meeting.items][-7:] == [
        "Åtgärder",
        "Uppskjutna frågor",
        "Överlämnat till andra",
        "Ekonomi",
        "Samverkan med andra",
        "Kommande möten",
        "Godkännande",
    ]
