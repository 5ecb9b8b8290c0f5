"""YAML → model → YAML → model loses nothing, whatever the texts are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokollant.model import AgendaItem, AnnualReport, Body, Meeting, Participant
from protokollant.records import (
    dump_annual,
    dump_body,
    dump_meeting,
    load_annual_text,
    load_body_text,
    load_meeting_text,
    load_record_text,
)
from protokollant.records.emit import Field, Fields, Items, emit
from protokollant.records.nodes import List, Mapping, Text, parse
from tests.records.strategies import NASTY, records, texts

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(records(Meeting))
def test_a_meeting_comes_back_as_it_was(meeting: Meeting) -> None:
    text = dump_meeting(meeting)
    assert (load_meeting_text(text) if text.strip() != "{}" else Meeting()) == meeting
    assert dump_meeting(meeting) == text


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(records(Body))
def test_a_body_comes_back_as_it_was(body: Body) -> None:
    assert load_body_text(dump_body(body)) == body
    assert load_record_text(dump_body(body)) == body


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(records(AnnualReport))
def test_an_annual_report_comes_back_as_it_was(report: AnnualReport) -> None:
    assert load_annual_text(dump_annual(report)) == report
    assert load_record_text(dump_annual(report)) == report


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(st.lists(records(Participant), max_size=6))
def test_participants_keep_their_order_and_groups(people: list[Participant]) -> None:
    meeting = Meeting(participants=tuple(people), title="x")
    assert load_meeting_text(dump_meeting(meeting)) == meeting


@pytest.mark.parametrize("text", NASTY)
def test_a_hard_text_comes_back_in_every_place(text: str) -> None:
    meeting = Meeting(
        title=text or "x",
        signed_by=(text, text),
        participants=(Participant(name=text or "x", status="present", group=text, title=text),),
        items=(AgendaItem(title=text), AgendaItem(title=text, text=text)),
    )
    assert load_meeting_text(dump_meeting(meeting)) == meeting


@settings(max_examples=300, deadline=None)
@given(texts, texts)
def test_what_is_emitted_parses_to_the_same_texts(key: str, value: str) -> None:
    key = key[:200]
    written = emit(Fields((Field(key, value), Field("b", Items((Field("", value),))))))
    node = parse(written)
    assert isinstance(node, Mapping)
    first, second = node.entries
    assert isinstance(first.value, Text)
    assert isinstance(second.value, List)
    assert (first.key.value, first.value.value) == (key, value)
    assert [item.value for item in second.value.items if isinstance(item, Text)] == [value]
