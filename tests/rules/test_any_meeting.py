"""Whatever a meeting says, the rules answer: each remark has its words, and a path that exists."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokollant.model import Body, Meeting
from protokollant.phrases import place
from protokollant.rules import remarks
from tests.records.strategies import records


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    records(Meeting, depth=2),
    records(Body, depth=1),
    st.lists(records(Meeting, depth=1), max_size=2),
    st.sampled_from(["notes", "protocol", "association"]),
)
def test_the_rules_answer(
    meeting: Meeting, body: Body, others: list[Meeting], profile: str
) -> None:
    organ = body.model_copy(update={"profile": profile})
    for remark in remarks(meeting, body=organ, others=others):
        assert remark.message.endswith(".")
        assert remark.remedy
        place(meeting, remark.path)
