"""A compiled report and the secretary's own text → the report with both, neither overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protokollant.composers.goals import with_results
from protokollant.model import (
    AgendaItem,
    AnnualEdits,
    AnnualReport,
    Correction,
    Meeting,
    OwnSection,
    Statement,
)
from protokollant.swedish import fold

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "Året i korthet": ("summary",),
    "Uppdrag": ("assignment",),
    "Mål, aktiviteter och resultat": ("goals",),
    "Sammansättning": ("attendance", "changes"),
    "Möten och närvaro": ("meetings",),
    "Frågor under året": ("themes",),
    "Beslut under året": ("decisions",),
    "Åtgärder": ("actions_done", "actions_open"),
    "Uppskjutna frågor": ("carried_over",),
    "Överlämnat till andra": ("handed_over",),
    "Kommande möten": ("next_meetings",),
}
"""The report's headings and what must be there for each to be shown."""


def with_own_text(report: AnnualReport, edits: AnnualEdits) -> AnnualReport:
    """The report with the secretary's text.

    Text under a heading that the report shows stands first there; any other is a section of its
    own.
    """
    goals = with_results(edits.goals, report.themes)
    report = report.model_copy(update={"goals": goals})
    shown = {fold(title): title for title, needs in SECTIONS.items() if _has(report, needs)}
    comments, own = [], []
    for section in edits.sections:
        title = shown.get(fold(section.title))
        if title is None:
            own.append(section)
        elif section.text:
            comments.append(OwnSection(title=title, text=section.text))
    return report.model_copy(
        update={
            "stage": edits.stage,
            "intro": edits.intro,
            "comments": tuple(comments),
            "sections": tuple(own),
            "economy": edits.economy,
            "steps": edits.steps,
        }
    )


def corrected(
    meetings: Sequence[Meeting], corrections: Sequence[Correction]
) -> tuple[Meeting, ...]:
    """The meetings with their headings as the secretary wants them in the report."""
    right = {fold(one.wrong): one.right for one in corrections}
    if not right:
        return tuple(meetings)
    return tuple(
        m.model_copy(update={"items": tuple(_corrected(item, right) for item in m.items)})
        for m in meetings
    )


def without_sources(report: AnnualReport) -> AnnualReport:
    """The report whose sentences no longer name their meetings; its tables still do."""

    def bare(told: Sequence[Statement]) -> tuple[Statement, ...]:
        return tuple(Statement(text=one.text) for one in told)

    themes = (theme.model_copy(update={"entries": bare(theme.entries)}) for theme in report.themes)
    return report.model_copy(
        update={
            "summary": bare(report.summary),
            "changes": bare(report.changes),
            "handed_over": bare(report.handed_over),
            "themes": tuple(themes),
            "parts": tuple(map(without_sources, report.parts)),
            "goals": tuple(goal.model_copy(update={"origins": ()}) for goal in report.goals),
        }
    )


def _has(report: AnnualReport, fields: Sequence[str]) -> bool:
    return any(getattr(report, field) for field in fields)


def _corrected(item: AgendaItem, right: Mapping[str, str]) -> AgendaItem:
    return item.model_copy(
        update={
            "title": right.get(fold(item.title), item.title),
            "items": tuple(_corrected(part, right) for part in item.items),
        }
    )
