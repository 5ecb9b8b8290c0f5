"""Chains of postponements."""

from __future__ import annotations

import pytest

from protokollant.composers import next_meeting
from protokollant.composers.carried import trace_carried
from protokollant.model import AgendaItem, CarryOver, ItemState, Origin
from tests.composers.builders import day, item_called, minutes, postponed, titles


def test_a_point_postponed_twice_is_one_chain() -> None:
    (chain,) = trace_carried([
        minutes("2025-02-03", postponed("Egenvård")),
        minutes("2025-03-03", "SIP", postponed("Egenvård", "2025-05", "när rutinen är klar")),
        minutes("2025-05-05", "Egenvård"),
    ])  # fmt: skip
    assert chain.first == Origin(date=day("2025-02-03"), number="1", title="Egenvård")
    assert chain.origin == Origin(date=day("2025-03-03"), number="2", title="Egenvård")
    assert chain.carried_to == CarryOver(when="2025-05", condition="när rutinen är klar")
    assert chain.handled == Origin(date=day("2025-05-05"), number="1", title="Egenvård")


def test_a_point_under_another_heading_is_known_by_its_origin() -> None:
    origin = Origin(date=day("2025-02-03"), number="1", title="Egenvård")
    (chain,) = trace_carried([
        minutes("2025-02-03", postponed("Egenvård")),
        minutes("2025-03-03", AgendaItem(title="Ny rutin i skolan", origin=origin)),
    ])  # fmt: skip
    assert chain.handled is not None


def test_a_point_that_is_withdrawn_waits_no_more() -> None:
    (chain,) = trace_carried([
        minutes("2025-02-03", postponed("Egenvård")),
        minutes("2025-03-03", AgendaItem(title="Egenvård", state="withdrawn")),
    ])  # fmt: skip
    assert chain.handled is not None


def test_a_matter_dealt_with_that_has_a_part_to_come_comes_back() -> None:
    item = AgendaItem(title="VITS", carried_to=CarryOver(when="2025-03"))
    (chain,) = trace_carried([minutes("2025-02-03", item)])
    assert chain.handled is None


@pytest.mark.parametrize("state", ["handled", "postponed"])
def test_what_was_said_under_a_standing_heading_comes_back_by_its_own_words(
    state: ItemState,
) -> None:
    said = AgendaItem(
        title="Föregående minnesanteckningar",
        state=state,
        text="En nätverksgrupp är bildad. Syftet tas upp i mars.\n\nAnteckningarna godkändes.",
        carried_to=CarryOver(when="2022-03"),
    )
    february = minutes("2022-02-25", said)
    march = minutes("2022-03-25", "Föregående minnesanteckningar")
    (chain,) = trace_carried([february, march])
    assert (chain.item.title, chain.handled) == ("En nätverksgrupp är bildad", None)
    assert chain.origin.title == "Föregående minnesanteckningar"
    agenda = next_meeting([february])
    assert "Föregående minnesanteckningar" in titles(agenda)
    assert "Syftet tas upp i mars." in item_called("En nätverksgrupp är bildad", agenda).text


def test_two_points_of_one_heading_at_one_meeting_are_two() -> None:
    meeting = minutes("2025-02-03", postponed("Remiss"), postponed("Remiss"))
    assert len(trace_carried([meeting])) == 2


def test_a_point_that_only_waits_at_a_meeting_keeps_its_origin_and_is_not_handled() -> None:
    origin = Origin(date=day("2025-02-03"), number="1", title="BUP")
    waiting = postponed("BUP", "2025-05").model_copy(update={"origin": origin})
    (chain,) = trace_carried([
        minutes("2025-02-03", postponed("BUP", "2025-05")),
        minutes("2025-03-03", AgendaItem(title="Nästa möte", items=(waiting,))),
    ])  # fmt: skip
    assert (chain.origin, chain.handled) == (origin, None)
