"""Several bodies' annual reports → one, with a part for each body."""

from __future__ import annotations

from collections.abc import Sequence

from protokollant.model import AnnualReport, Origin, Statement
from protokollant.swedish import count, join_list, sort_key


def several_bodies(reports: Sequence[AnnualReport]) -> AnnualReport:
    """The year of all the bodies, in Swedish alphabetical order; a draft while one of them is."""
    parts = tuple(sorted(reports, key=lambda report: sort_key(report.body)))
    organisations = {part.organisation for part in parts}
    stages = {part.stage for part in parts}
    return AnnualReport(
        body=join_list([part.body for part in parts]),
        year=parts[0].year,
        organisation=organisations.pop() if len(organisations) == 1 else "",
        stage=stages.pop() if len(stages) == 1 else "draft" if "draft" in stages else "",
        summary=(_meetings(parts),),
        parts=parts,
    )


def _meetings(parts: Sequence[AnnualReport]) -> Statement:
    days = sorted({meeting.date for part in parts for meeting in part.meetings})
    bodies = count(len(parts), "organ", "organ", article="ett")
    meetings = count(sum(len(part.meetings) for part in parts), "möte", "möten", article="ett")
    return Statement(
        text=f"Under {parts[0].year} höll {bodies} sammanlagt {meetings}.",
        origins=tuple(Origin(date=day) for day in days),
    )
