"""How sure the reader says it is, held against how often it is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protokollant import Meeting, Reading
from protokollant.model import Action, AgendaItem, Decision, Source, traced

from .answer import Answer, Item, Task
from .calibration import Belief, Outcome, beliefs, by_band, by_rule
from .found import answer_of
from .gold import Document
from .report import as_table
from .run import Result
from .score import score

SOURCES = (
    Source("place", 1, "Salen", "label_value", 1.0),
    Source("items[0].title", 2, "1 Ekonomi", "numbered_heading", 0.9),
    Source("items[1].title", 3, "Ekonomi", "heading_by_shape", 0.5),
    Source("items[0].decisions[0]", 4, "Ja.", "decision_sentence", 0.8),
    Source("items[0].actions[0]", 5, "Köpa spade", "action", 0.7),
)
MEETING = traced(
    Meeting(
        body="Rådet",
        place="Salen",
        items=(
            AgendaItem(
                number="1",
                title="Ekonomi",
                decisions=(Decision(text="Ja, så blir det."),),
                actions=(Action(what="köpa spade"),),
            ),
            AgendaItem(title="Skräp"),
        ),
    ),
    SOURCES,
)
GOLD = Answer("minutes", "Rådet", place="Torget", items=(Item("Ekonomi", "1"),))


def told(gold: Answer) -> list[Belief]:
    return list(beliefs(Reading(MEETING), gold, score(gold, answer_of(MEETING))))


def test_each_value_that_was_read_is_right_or_wrong() -> None:
    assert told(GOLD) == [
        Belief("place", "label_value", 1.0, False),
        Belief("items", "numbered_heading", 0.9, True),
        Belief("items", "heading_by_shape", 0.5, False),
        Belief("decisions", "decision_sentence", 0.8, False),
    ]


def test_actions_count_where_the_gold_judges_them() -> None:
    found = told(replace(GOLD, tasks=(Task("köpa spade"),)))
    assert Belief("actions", "action", 0.7, True) in found


def test_bands_and_rules() -> None:
    some = [Belief("items", "a", 1.0, True), Belief("items", "a", 0.9, False),
            Belief("items", "b", 0.5, True)]  # fmt: skip
    bands = by_band(some)
    assert bands["säkert"] == Outcome(2, 1, pytest.approx(0.95))
    assert bands["troligt"] is None
    assert bands["osäkert"] == Outcome(1, 1, 0.5)
    assert [*by_rule(some)] == ["items: b", "items: a"]
    assert by_rule(some)["items: a"].share == 0.5


def test_the_report_names_a_rule_that_is_surer_than_it_should_be() -> None:
    some = (Belief("items", "bold", 0.9, False),) * 9 + (Belief("items", "bold", 0.9, True),)
    result = Result(
        Document("a", Path("a.txt"), GOLD), score(GOLD, Answer()), 0.1, beliefs=some
    )  # fmt: skip
    table = as_table([result])
    assert "0.100 (10)" in table
    assert "items: bold" in table
    assert "sagt 0.90, rätt 0.10 (10)" in table
