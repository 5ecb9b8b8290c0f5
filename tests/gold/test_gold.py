"""The right answers quote the seeds: a phrase that no seed holds is a slip of the annotator."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from protokollant.model import ItemState, Role, Status

GOLD = sorted(Path(__file__).parent.glob("*.yaml"))
SEEDS = Path(__file__).parents[2] / "seeds"
TASK_TABLES = ("doubtful", "slight", "maybe_carried", "in_decision", "no_task")

pytestmark = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem[:3])


def load(path: Path) -> dict[str, Any]:
    answers: dict[str, Any] = YAML(typ="safe").load(path)
    return answers


def seed_lines(path: Path) -> list[str]:
    return (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8").splitlines()


def running(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def item_phrases(item: dict[str, Any]) -> Iterator[str]:
    yield from (item["title"], item["first_words"], item["last_words"], item.get("joined", ""))
    yield from item["headings"]
    yield from (words for pair in item.get("texts", {}).values() for words in pair)
    yield from (d.get("text") or d["starts"] for d in item["decisions"])
    yield from (phrase for action in item["actions"] for phrase in (*action["who"], action["what"]))
    yield from item.get("attachments", ())
    yield item.get("carried", {}).get("condition", "")


def person_phrases(person: dict[str, Any]) -> Iterator[str]:
    for key in ("name", "party", "group", "title", "organisation", "details", "replaces", "note"):
        yield person.get(key, "")


def phrases(answers: dict[str, Any]) -> Iterator[str]:
    yield from (answers[key] for key in ("body", "title", "place", "scope"))
    yield from (p for person in answers["participants"] for p in person_phrases(person))
    yield from (p for item in answers["items"] for p in item_phrases(item))
    for table in TASK_TABLES:
        tasks = answers.get(table, {})
        yield from (p for phrase, fact in tasks.items() for p in (phrase, *fact.get("who", ())))
    for key in ("open_questions", "signed_by", "links", "dead_links", "page_heads"):
        yield from answers[key]
    yield answers.get("approval", {}).get("deadline", "")
    yield from (w for change in answers.get("member_changes", ()) for w in change_words(change))


def change_words(change: dict[str, str]) -> tuple[str, str, str]:
    return change["leaves"], change["joins"], change["body"]


def test_every_phrase_stands_in_the_seed(path: Path) -> None:
    text = running(seed_lines(path)).casefold()
    assert [p for p in phrases(load(path)) if p.casefold() not in text] == []


def test_every_task_begins_on_the_line_it_names(path: Path) -> None:
    lines, answers = seed_lines(path), load(path)
    for table in TASK_TABLES:
        for phrase, fact in answers.get(table, {}).items():
            start = running(lines[fact["line"] - 1 :]).find(phrase)
            assert 0 <= start < len(running([lines[fact["line"] - 1]])), phrase
            assert fact["why"]


def test_items_and_sub_items_follow_each_other_as_in_the_seed(path: Path) -> None:
    text, place = running(seed_lines(path)), 0
    for item in load(path)["items"]:
        for title in (f"{item['number']}. {item['title']}", *item["headings"]):
            place = text.index(title, place) + len(title)


def test_sub_items_are_named_as_they_are_headed(path: Path) -> None:
    answers = load(path)
    headings = {item["number"]: item["headings"] for item in answers["items"]}
    for item in answers["items"]:
        assert {a["in"] for a in item["actions"] if "in" in a} <= set(item["headings"])
        assert {*item.get("list_items", {})} <= {"", *item["headings"]}
        assert [h for h in item.get("texts", {}) if h] == item["headings"]
    for fact in answers["doubtful"].values():
        assert fact.get("in", "") in ("", *headings[fact["item"]])


def test_values_are_those_of_the_model(path: Path) -> None:
    answers = load(path)
    for person in answers["participants"]:
        assert person["status"] in typing.get_args(Status)
        assert set(person.get("roles", ())) <= set(typing.get_args(Role))
    for item in answers["items"]:
        assert item.get("state", "handled") in typing.get_args(ItemState)
        assert ("carried" in item) or item.get("state") != "postponed"
    dates = [answers["date"], (answers["next_meeting"] or {}).get("date")]
    dates += [fact["due"] for fact in answers["doubtful"].values() if "due" in fact]
    assert all(dt.date.fromisoformat(date) for date in dates if date)


def test_a_phrase_is_a_task_in_one_way_only(path: Path) -> None:
    answers = load(path)
    tasks = [phrase for table in TASK_TABLES for phrase in answers.get(table, {})]
    tasks += [a["what"] for item in answers["items"] for a in item["actions"]]
    contained = [(a, b) for a in tasks for b in tasks if a != b and a.casefold() in b.casefold()]
    assert contained == []
