"""A meeting under construction: values with their marks, frozen at the end with a path each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from protokollant.model import AgendaItem, Participant, Source
from protokollant.parser.account import words
from protokollant.parser.attendance_words import leading_attendance_label
from protokollant.parser.blocks import Block, markdown
from protokollant.parser.findings import Finding, Mark
from protokollant.parser.labels import find_label
from protokollant.parser.person_entry import TAKES_NOTES, Person
from protokollant.swedish import attendance_status, read_roles


@dataclass(slots=True)
class ItemDraft:
    """An item under construction."""

    number: str
    title: str
    title_marks: tuple[Mark, ...]
    rule: str
    confidence: float = 1.0
    case: str = ""
    blocks: Sequence[Block] = ()
    text: Sequence[Block] = ()
    findings: list[Finding] = field(default_factory=list)
    items: list[ItemDraft] = field(default_factory=list)

    def values(self, name: str) -> tuple[Any, ...]:
        """The values found for a field."""
        return tuple(f.value for f in self.findings if f.field == name)

    def one(self, name: str) -> Any:
        """The first value found for a field; None when there is none."""
        return next(iter(self.values(name)), None)


def frozen_item(draft: ItemDraft) -> AgendaItem:
    """The item as the model has it."""
    return AgendaItem(
        number=draft.number,
        title=draft.title,
        case=draft.case,
        text=markdown(draft.text),
        decisions=draft.values("decisions"),
        actions=draft.values("actions"),
        attachments=draft.values("attachments"),
        presenters=draft.values("presenters"),
        state=draft.one("state") or "handled",
        carried_to=draft.one("carried_to"),
        items=tuple(map(frozen_item, draft.items)),
    )


def frozen_person(person: Person) -> Participant:
    """The participant as the model has it."""
    return Participant(
        name=person.name,
        status=person.status or "unknown",
        roles=tuple(person.roles),
        party=person.party,
        title=person.title,
        organisation=person.organisation,
        replaces=person.replaces,
        scope=person.scope,
        group=person.group,
        note=person.note,
    )


def item_sources(draft: ItemDraft, path: str) -> list[Source]:
    """Where every value of the item, and of its sub-items, was read."""
    found = _sources(f"{path}.title", draft.title_marks, draft.rule, draft.confidence)
    for block in draft.text:
        marks = [Mark(p.line, p.text) for p in block.pieces]
        if block.mark:
            marks[0] = Mark(marks[0].line, f"{block.mark} {marks[0].text}")
        found += _sources(f"{path}.text", marks, "item_text", 1.0)
    counts: dict[str, int] = {}
    for one in draft.findings:
        place = f"{path}.{one.field}"
        if one.field in ("decisions", "actions", "attachments", "presenters"):
            at = counts.get(one.field, 0)
            counts[one.field] = at + 1
            place = f"{place}[{at}]"
        found += _sources(place, one.marks, one.rule, one.confidence)
    for i, sub in enumerate(draft.items):
        found += item_sources(sub, f"{path}.items[{i}]")
    return found


def finding_sources(findings: Iterable[Finding]) -> list[Source]:
    """Where the meeting's own values were read."""
    found: list[Source] = []
    for one in findings:
        found += _sources(one.field, one.marks, one.rule, one.confidence)
    return found


def person_sources(people: Sequence[Person]) -> list[Source]:
    """Where each participant was read: of a row, the words that its participants hold."""
    known: dict[int, set[str]] = {}
    seen: set[Mark] = set()
    for person in people:
        held = set(words(" ".join(map(str, frozen_person(person).model_dump().values()))))
        for one in person.marks:
            known.setdefault(one.line, set(_AND)).update(held)
            if one not in seen:
                known[one.line] |= _role_words(one.text)
                seen.add(one)
    found: list[Source] = []
    for i, person in enumerate(people):
        marks = [Mark(m.line, _held(m.text, known[m.line])) for m in person.marks]
        sure = _SURE_OF_PEOPLE.get(person.rule, 0.9)
        found += _sources(f"participants[{i}]", marks, person.rule, sure)
    return found


_SURE_OF_PEOPLE = {"officers": 0.6, "label_value": 0.7}  # named elsewhere than in a list

_AND = frozenset({"och", "samt", "ersätter", "för", "tjänstgör", "tjänstgörande"})


def _held(text: str, known: set[str]) -> str:
    """The text when every word of it is held, else the words that are."""
    kept = [word for word in text.split() if all(x in known for x in words(word))]
    return text if len(kept) == len(text.split()) else " ".join(kept)


def _role_words(text: str) -> set[str]:
    """The words of a row that name a role, presence, a party or the list's heading."""
    found = {x for role in read_roles(text) for x in words(role.text)}
    found |= {
        x
        for inside in re.findall(r"\(([^()]*)\)", text)
        if TAKES_NOTES.fullmatch(inside)
        for x in words(inside)
    }
    found |= {x for x in words(text) if attendance_status(x)}
    pairs = pairwise(words(text))
    found |= {x for pair in pairs if attendance_status(" ".join(pair)) for x in pair}
    label = leading_attendance_label(text)
    named = find_label(text)
    for heading in (label.text if label else "", named.text if named else ""):
        found.update(words(heading))
    return found


def _sources(path: str, marks: Iterable[Mark], rule: str, confidence: float) -> list[Source]:
    return [Source(path, m.line, m.text, rule, confidence) for m in marks]
