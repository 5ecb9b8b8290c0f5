"""A meeting under construction: values with their marks, frozen at the end with a path each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from protokollant.model import AgendaItem, Participant
from protokollant.parser.blocks import Block, markdown
from protokollant.parser.findings import Finding, Mark
from protokollant.parser.person_entry import Person
from protokollant.source import Source


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
        if one.field in ("decisions", "actions", "attachments"):
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
    """Where each participant was read."""
    found: list[Source] = []
    for i, person in enumerate(people):
        found += _sources(f"participants[{i}]", person.marks, person.rule, 0.9)
    return found


def _sources(path: str, marks: Iterable[Mark], rule: str, confidence: float) -> list[Source]:
    return [Source(path, m.line, m.text, rule, confidence) for m in marks]
