"""A year of minutes → the annual report: figures, lists and sentences, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protokollant.composers.actions import TracedAction, trace_actions
from protokollant.composers.attendance import attendance_rows, changes, organisation_rows
from protokollant.composers.carried import Carried, trace_carried
from protokollant.composers.excerpt import public_copy
from protokollant.composers.handed_over import handed_over
from protokollant.composers.own_text import corrected, with_own_text
from protokollant.composers.selection import minutes_of_one_body
from protokollant.composers.summary import (
    actions_sentence,
    carried_sentence,
    coming_sentence,
    decisions_sentence,
    meetings_sentences,
)
from protokollant.composers.terms_of_office import registered_changes, told_of
from protokollant.composers.themes import themes
from protokollant.errors import ComposeError, Fault
from protokollant.model import (
    AnnualEdits,
    AnnualReport,
    Body,
    Meeting,
    NextMeeting,
    Origin,
    Statement,
    YearAction,
    YearCarryOver,
    YearDecision,
    YearMeeting,
)
from protokollant.swedish import join_list


def annual_report(
    meetings: Sequence[Meeting],
    year: int,
    *,
    body: Body | None = None,
    edits: AnnualEdits | None = None,
) -> AnnualReport:
    """The body's year, compiled from its minutes of that year; nothing that these do not say.

    Besides it has what the secretary adds in `edits`, and what the body's register tells.

    Of a secret item nothing but its heading comes in. Agendas and other documents among the
    meetings are passed over, as are other years. Raises ComposeError for minutes of several
    bodies, without a date, or when the year has none.
    """
    edits = edits or AnnualEdits()
    public = corrected([public_copy(meeting) for meeting in meetings], edits.corrections)
    held = _of_year(minutes_of_one_body(public), year)
    return with_own_text(_compiled(held, year, body or Body(name="")), edits)


def _compiled(held: Sequence[Meeting], year: int, body: Body) -> AnnualReport:
    """The report as the minutes and the register give it."""
    name = body.name or _last_told(meeting.body for meeting in held)
    figures = tuple(_figures(meeting) for meeting in held)
    decisions = tuple(_decisions(held))
    done, left = _actions(held)
    carried = tuple(_carry_over(chain) for chain in trace_carried(held))
    rows = attendance_rows(held)
    return AnnualReport(
        body=name,
        year=year,
        organisation=body.organisation or _last_told(meeting.organisation for meeting in held),
        assignment=body.assignment,
        summary=(
            *meetings_sentences(name, year, figures),
            *decisions_sentence(figures, decisions),
            *actions_sentence(done, left),
            *carried_sentence(carried),
            *coming_sentence(held[-1]),
        ),
        meetings=figures,
        attendance=rows,
        organisations=organisation_rows(rows),
        changes=_changes(held, year, body),
        themes=themes(held),
        decisions=decisions,
        actions_done=done,
        actions_open=left,
        carried_over=carried,
        handed_over=handed_over(held),
        next_meetings=_coming(held),
        contact=body.contact or _last_told(meeting.contact for meeting in held),
    )


def _last_told(told: Iterable[str]) -> str:
    """What the last of the meetings that say something says."""
    return next(filter(None, reversed(tuple(told))), "")


def _changes(held: Sequence[Meeting], year: int, body: Body) -> tuple[Statement, ...]:
    """By the register where it has the days, and else by the attendance lists."""
    by_lists = changes(held, leave_out=lambda name: told_of(body.members, year, name))
    return registered_changes(body.members, year) + by_lists


def _of_year(minutes: Sequence[Meeting], year: int) -> tuple[Meeting, ...]:
    undated = [meeting for meeting in minutes if meeting.date is None]
    if undated:
        raise ComposeError([_without_date(meeting) for meeting in undated])
    held = tuple(m for m in minutes if m.date and m.date.year == year)
    if not held:
        years = sorted({str(m.date.year) for m in minutes if m.date})
        raise ComposeError(
            f"Det finns inga anteckningar från {year}.",
            remedy=f"Anteckningarna är från {join_list(years)}: ange ett av de åren."
            if len(years) > 1
            else f"Anteckningarna är från {years[0]}: ange det året.",
        )
    return held


def _without_date(meeting: Meeting) -> Fault:
    which = meeting.title or "Anteckningar"
    number = f", möte {meeting.number}" if meeting.number else ""
    return Fault(
        f"«{which}»{number}: mötets datum saknas, så året är okänt.",
        remedy="Skriv in datum i filen.",
    )


def _figures(meeting: Meeting) -> YearMeeting:
    assert meeting.date is not None
    statuses = [participant.status for participant in meeting.participants]
    return YearMeeting(
        date=meeting.date,
        number=meeting.number,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        present=statuses.count("present"),
        absent=statuses.count("absent"),
        unknown=statuses.count("unknown"),
        items=sum(1 for item in meeting.items if item.state == "handled"),
        decisions=len(meeting.all_decisions),
    )


def _decisions(held: Sequence[Meeting]) -> list[YearDecision]:
    found = []
    for meeting in held:
        for placed in meeting.all_decisions:
            place = Origin(date=meeting.date, number=placed.item.number, title=placed.item.title)
            found.append(YearDecision(decision=placed.decision, origin=place))
    return found


def _actions(
    held: Sequence[Meeting],
) -> tuple[tuple[YearAction, ...], tuple[YearAction, ...]]:
    """Those reported done, and those that remain."""
    traced = trace_actions(held)
    return (
        tuple(_year_action(one) for one in traced if one.closed is not None),
        tuple(_year_action(one) for one in traced if one.closed is None),
    )


def _year_action(traced: TracedAction) -> YearAction:
    status = traced.action.status if traced.closed is None else "done"
    action = traced.action.model_copy(update={"status": status})
    return YearAction(action=action, origin=traced.origin, closed=traced.closed)


def _carry_over(chain: Carried) -> YearCarryOver:
    return YearCarryOver(
        title=chain.item.title,
        carried_to=chain.carried_to,
        origin=chain.first,
        handled=chain.handled,
    )


def _coming(held: Sequence[Meeting]) -> tuple[NextMeeting, ...]:
    """Meetings set for days after the year's last one, each day once, by date."""
    last = held[-1].date
    told = {m.next_meeting.date: m.next_meeting for m in held if m.next_meeting}
    return tuple(told[day] for day in sorted(d for d in told if d and last and d > last))
