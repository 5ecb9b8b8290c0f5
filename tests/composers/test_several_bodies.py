"""Several bodies' years compiled into one report."""

from __future__ import annotations

from protokollant.composers import annual_report, several_bodies, without_sources
from protokollant.model import AnnualEdits, AnnualReport, Origin, Stage
from tests.composers.builders import day, minutes


def year(body: str, *days: str, stage: Stage = "", organisation: str = "Regionen") -> AnnualReport:
    held = [
        minutes(when, "SIP").model_copy(update={"body": body, "organisation": organisation})
        for when in days
    ]
    return annual_report(held, 2025, edits=AnnualEdits(stage=stage))


def test_each_body_has_a_part_in_swedish_order() -> None:
    one, other = year("Övergruppen", "2025-02-03"), year("Ågruppen", "2025-02-03", "2025-05-05")
    made = several_bodies([one, other])
    assert made.parts == (other, one)
    assert (made.body, made.organisation) == ("Ågruppen och Övergruppen", "Regionen")
    (told,) = made.summary
    assert told.text == "Under 2025 höll två organ sammanlagt tre möten."
    assert told.origins == (Origin(date=day("2025-02-03")), Origin(date=day("2025-05-05")))


def test_the_whole_is_a_draft_while_a_part_is() -> None:
    done = year("A", "2025-02-03", stage="approved")
    assert several_bodies([done, year("B", "2025-02-03", stage="approved")]).stage == "approved"
    assert several_bodies([done, year("B", "2025-02-03", stage="draft")]).stage == "draft"
    assert several_bodies([done, year("B", "2025-02-03")]).stage == ""


def test_bodies_of_different_organisations_have_none_in_common() -> None:
    parts = [year("A", "2025-02-03"), year("B", "2025-02-03", organisation="Kommunen")]
    assert several_bodies(parts).organisation == ""


def test_sources_are_left_out_of_the_parts_too() -> None:
    made = without_sources(several_bodies([year("A", "2025-02-03"), year("B", "2025-05-05")]))
    assert not any(s.origins for part in (made, *made.parts) for s in part.summary)
