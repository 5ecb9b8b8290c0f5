"""The seeds, read, say what a person who reads them says (tests/gold/)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from protokollant.model import AgendaItem
from protokollant.parser import parse
from protokollant.readers import read_lines
from protokollant.source import Reading

ROOT = Path(__file__).parents[2]
SEEDS = sorted(path.stem for path in (ROOT / "seeds").glob("*.txt"))
HEAD_FIELDS = ("kind", "body", "title", "place", "scope", "number")
PERSON_FIELDS = ("name", "status", "party", "title", "organisation", "replaces", "group", "note")


@cache
def reading(seed: str) -> Reading:
    path = ROOT / "seeds" / f"{seed}.txt"
    return parse(read_lines(path), name=path.name)


@cache
def gold(seed: str) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(ROOT / "tests/gold" / f"{seed}.yaml")
    return loaded


def items(seed: str) -> Iterator[tuple[dict[str, Any], AgendaItem]]:
    found = reading(seed).meeting.items
    wanted = gold(seed)["items"]
    assert [i.number for i in found] == [i["number"] for i in wanted]
    yield from zip(wanted, found, strict=True)


def family(item: AgendaItem) -> list[AgendaItem]:
    return [item, *(one for sub in item.items for one in family(sub))]


def all_text(item: AgendaItem) -> str:
    return "\n\n".join(one.text for one in family(item))


@pytest.mark.parametrize("seed", SEEDS)
def test_head(seed: str) -> None:
    meeting, wanted = reading(seed).meeting, gold(seed)
    found = {name: getattr(meeting, name) for name in HEAD_FIELDS if name in wanted}
    assert found == {name: wanted[name] for name in HEAD_FIELDS if name in wanted}
    assert str(meeting.date) == wanted["date"]
    for name in ("start", "end"):
        clock = getattr(meeting, name)
        assert (clock and f"{clock:%H:%M}") == wanted.get(name)
    assert list(meeting.signed_by) == wanted["signed_by"]


@pytest.mark.parametrize("seed", SEEDS)
def test_participants(seed: str) -> None:
    people, wanted = reading(seed).meeting.participants, gold(seed)["participants"]
    assert [p.name for p in people] == [w["name"] for w in wanted]
    for person, want in zip(people, wanted, strict=True):
        found = {name: getattr(person, name) for name in PERSON_FIELDS if name in want}
        assert found == {name: want[name] for name in PERSON_FIELDS if name in want}
        if "roles" in want:
            assert set(person.roles) == set(want["roles"]), person.name
        if want.get("details"):
            details = [x for x in (person.title, person.organisation) if x]
            assert ", ".join(details) == want["details"], person.name


def test_a_list_by_principal_groups_its_people_by_principal() -> None:
    seed = SEEDS[0]
    assert all(p.group == p.organisation for p in reading(seed).meeting.participants)


@pytest.mark.parametrize("seed", SEEDS)
def test_items_and_headings(seed: str) -> None:
    for want, item in items(seed):
        assert item.title == want["title"]
        if "headings" in want:
            assert [sub.title for sub in item.items] == want["headings"]


def one_line(text: str) -> str:
    """The words of a Markdown text, without the marks of its lists."""
    return " ".join(line.strip().removeprefix("- ") for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("seed", SEEDS)
def test_texts_begin_end_and_are_joined(seed: str) -> None:
    for want, item in items(seed):
        text = one_line(all_text(item))
        for name, is_so in (("first_words", text.startswith), ("last_words", text.endswith)):
            assert is_so(want.get(name, "")), f"{item.title}: {name}"
            assert want.get(name) != "" or text == ""
        assert want.get("joined", "") in text
        for part in family(item):
            heading = "" if part is item else part.title
            first, last = want.get("texts", {}).get(heading) or ("", "")
            assert one_line(part.text).startswith(first), heading
            assert one_line(part.text).rstrip(">").endswith(last), heading


@pytest.mark.parametrize("seed", SEEDS)
def test_lists_are_lists(seed: str) -> None:
    for want, item in items(seed):
        for heading, number in want.get("list_items", {}).items():
            part = next((sub for sub in item.items if sub.title == heading), item)
            assert not heading or part.title == heading
            bullets = [x for x in part.text.splitlines() if x.lstrip().startswith("- ")]
            assert len(bullets) in (number if isinstance(number, list) else [number]), heading


@pytest.mark.parametrize("seed", SEEDS)
def test_decisions(seed: str) -> None:
    for want, item in items(seed):
        found = [decision for one in family(item) for decision in one.decisions]
        assert len(found) == len(want["decisions"]), item.title
        for decision, wanted in zip(found, want["decisions"], strict=True):
            assert decision.number == wanted.get("number", "")
            assert decision.text.startswith(wanted.get("text") or wanted["starts"])
            assert "text" not in wanted or decision.text == wanted["text"]
            assert decision.text not in item.text


@pytest.mark.parametrize("seed", SEEDS)
def test_carried_over(seed: str) -> None:
    for want, item in items(seed):
        carried = [one.carried_to for one in family(item) if one.carried_to]
        if "carried" in want:
            assert [c.when for c in carried] == [want["carried"]["when"]], item.title
            assert carried[0].condition == want["carried"].get("condition", "")
        else:
            assert carried == [], item.title
        if "state" in want:
            assert item.state == want["state"]


@pytest.mark.parametrize("seed", SEEDS)
def test_actions(seed: str) -> None:
    for want, item in items(seed):
        expected = want.get("actions", [])
        found = [(one.title, action) for one in family(item) for action in one.actions]
        for wanted in expected:
            same = [
                action
                for title, action in found
                if list(action.who) == wanted["who"]
                and wanted["what"] in action.what
                and wanted.get("due_note", "") in action.due_note
                and str(action.due or None) == str(wanted.get("due"))
                and wanted.get("in", title) == title
            ]
            assert same, f"{item.title}: {wanted} saknas bland {found}"
        assert len(found) == len(expected), f"{item.title}: {found}"


@pytest.mark.parametrize("seed", SEEDS)
def test_tasks_without_a_clear_owner_are_told_or_found(seed: str) -> None:
    read = reading(seed)
    told = [doubt.message for doubt in read.warnings]
    told += [placed.action.what for placed in read.meeting.all_actions]
    told += [item.text for item in read.meeting.carried_over]
    for wanted in gold(seed)["doubtful"]:
        assert wanted in " ".join(told), wanted
    # Twice as many doubts as there is reason for would help nobody.
    assert sum("Möjlig åtgärd" in one for one in told) <= 2 * len(gold(seed)["doubtful"]) + 2


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_no_task_is_no_action_and_a_proposal_stays_in_its_decision(seed: str) -> None:
    meeting = reading(seed).meeting
    found = " ".join(placed.action.what for placed in meeting.all_actions)
    for phrase in gold(seed).get("no_task", {}):
        assert phrase not in found
    decided = " ".join(placed.decision.text for placed in meeting.all_decisions)
    for phrase in gold(seed).get("in_decision", {}):
        assert phrase in decided


@pytest.mark.parametrize("seed", SEEDS)
def test_warnings(seed: str) -> None:
    messages = [doubt.message for doubt in reading(seed).warnings]
    for words in gold(seed)["warnings"]:
        assert any(all(word in message for word in words) for message in messages), words


@pytest.mark.parametrize("seed", SEEDS)
def test_next_meeting_and_approval(seed: str) -> None:
    meeting, wanted = reading(seed).meeting, gold(seed)
    if wanted["next_meeting"] is None:
        assert meeting.next_meeting is None
    else:
        following = meeting.next_meeting
        assert following is not None
        assert str(following.date) == wanted["next_meeting"]["date"]
        start = following.start and f"{following.start:%H:%M}"
        assert start == wanted["next_meeting"]["start"]
        assert following.place == wanted["next_meeting"]["place"]
    if "approval" in wanted:
        deadline = meeting.approval and meeting.approval.deadline
        assert deadline == (wanted["approval"] or {}).get("deadline")


@pytest.mark.parametrize("seed", SEEDS)
def test_attachments_and_links(seed: str) -> None:
    for want, item in items(seed):
        found = [a.title for one in family(item) for a in one.attachments]
        assert found == want.get("attachments", [])
    text = "\n".join(item.text for item in reading(seed).meeting.all_items)
    for link in gold(seed).get("links", []):
        assert link in text
    for name in gold(seed).get("dead_links", []):
        assert f"[{name}](#)" in text


@pytest.mark.parametrize("seed", SEEDS)
def test_page_heads_are_removed_and_nothing_is_unplaced(seed: str) -> None:
    read = reading(seed)
    assert [kept.text for kept in read.removed] == gold(seed)["page_heads"]
    assert read.unplaced == ()
