"""Actions followed from meeting to meeting."""

from __future__ import annotations

import pytest

from protokollant.composers.actions import trace_actions
from protokollant.model import AgendaItem, Origin
from tests.composers.builders import day, minutes, task, with_actions

INVITE = "göra en inbjudan till workshopparna"


def test_an_action_listed_again_is_one_action_from_its_first_meeting() -> None:
    first = minutes("2025-02-03", with_actions("SIP", task(INVITE, "Maria Ek", due_note="i mars")))
    again = task(INVITE, "Maria Eck", due=day("2025-05-01"))
    second = minutes("2025-03-03", with_actions("Uppföljning", again))
    (traced,) = trace_actions([first, second])
    assert traced.origin == Origin(date=day("2025-02-03"), number="1", title="SIP")
    assert (traced.action.due, traced.action.due_note) == (day("2025-05-01"), "")
    assert traced.closed is None


def test_a_later_list_that_marks_it_done_closes_it() -> None:
    first = minutes("2025-02-03", with_actions("SIP", task(INVITE, "Maria Ek")))
    second = minutes("2025-03-03", with_actions("Uppföljning", task(INVITE, status="done")))
    (traced,) = trace_actions([first, second])
    assert traced.action.status == "done"
    assert traced.action.who == ("Maria Ek",)
    assert traced.closed == Origin(date=day("2025-03-03"), number="1", title="Uppföljning")


def test_the_same_words_for_another_person_are_another_action() -> None:
    first = minutes("2025-02-03", with_actions("SIP", task("läsa rapporten", "Bo")))
    second = minutes(
        "2025-03-03", with_actions("SIP", task("läsa rapporten", "Eva", status="done"))
    )
    assert [t.action.status for t in trace_actions([first, second])] == ["open", "done"]


def test_two_actions_in_the_same_words_at_one_meeting_are_two() -> None:
    meeting = minutes("2025-02-03", with_actions("A", task("läsa rapporten")),
                      with_actions("B", task("läsa rapporten")))  # fmt: skip
    assert len(trace_actions([meeting])) == 2


def test_a_task_done_and_agreed_anew_is_open_again() -> None:
    meetings = [
        minutes("2025-02-03", with_actions("SIP", task(INVITE, "Bo", status="done"))),
        minutes("2025-03-03", with_actions("SIP", task(INVITE, "Bo"))),
    ]
    assert [t.action.status for t in trace_actions(meetings)] == ["done", "open"]


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("Inbjudan till workshopparna är utskickad.", True),
        ("Maria har gjort en inbjudan till workshopparna.", True),
        ("Inbjudan till workshopparna är inte klar.", False),
        ("Inbjudan till workshopparna ska vara klar i maj.", False),
        ("Inbjudan till workshopparna diskuterades.", False),
        ("Rapporten är klar.", False),
        ("Inbjudan är klar.", False),
    ],
)
def test_a_sentence_reports_an_action_done_only_when_it_says_so(sentence: str, done: bool) -> None:
    first = minutes("2025-02-03", with_actions("SIP", task(INVITE, "Maria Ek")))
    second = minutes("2025-03-03", "Inledning", AgendaItem(title="SIP", text=sentence))
    (traced,) = trace_actions([first, second])
    assert (traced.closed is not None) is done


def test_running_text_that_reports_it_done_is_kept_as_the_evidence() -> None:
    said = "Inbjudan till workshopparna är utskickad."
    first = minutes("2025-02-03", with_actions("SIP", task(INVITE, "Maria Ek")))
    second = minutes("2025-03-03", "Inledning", AgendaItem(title="SIP", text=f"Hej. {said}"))
    (traced,) = trace_actions([first, second])
    assert traced.said == said
    assert traced.closed == Origin(date=day("2025-03-03"), number="2", title="SIP")


def test_a_meeting_does_not_report_its_own_actions_done() -> None:
    text = "Inbjudan till workshopparna är utskickad."
    meeting = minutes("2025-02-03", with_actions("SIP", task(INVITE, "Maria Ek"), text=text))
    assert trace_actions([meeting])[0].closed is None
