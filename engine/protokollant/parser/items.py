"""Sections → items: text joined, sub-headings found, decisions and tasks taken from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from protokollant.parser.actions import actions
from protokollant.parser.approval import approval
from protokollant.parser.attachments import attachments
from protokollant.parser.blocks import Block, blocks_of
from protokollant.parser.carry_over import carry_over
from protokollant.parser.decisions import decisions
from protokollant.parser.draft import ItemDraft
from protokollant.parser.findings import Finding, Mark, marks_of
from protokollant.parser.next_meeting import next_meeting
from protokollant.parser.outline import Section
from protokollant.parser.subheadings import Part, subheadings
from protokollant.source import Doubt


@dataclass(slots=True)
class Items:
    """The items, and what their text says about the meeting as a whole."""

    drafts: list[ItemDraft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_items(sections: Sequence[Section], names: Sequence[str], day: date | None) -> Items:
    """The items of the sections. `names` are the participants, `day` is the meeting's."""
    items = Items()
    for section in sections:
        items.drafts.append(_item(section, names, day, items))
    return items


def _item(section: Section, names: Sequence[str], day: date | None, items: Items) -> ItemDraft:
    heading = section.heading
    opening, parts = subheadings(blocks_of(section.rows))
    draft = ItemDraft(
        number=heading.number, title=heading.title, rule=heading.rule, case=heading.case,
        title_marks=tuple(Mark(row.number, row.text) for row in section.title_rows),
        confidence=min(heading.weight, 1.0), blocks=opening,
    )  # fmt: skip
    _read(draft, names, day, items)
    for part in parts:
        sub = _sub_item(part)
        _read(sub, names, day, items)
        draft.items.append(sub)
    for below in section.sections:
        draft.items.append(_item(below, names, day, items))
    return draft


def _sub_item(part: Part) -> ItemDraft:
    marks = marks_of((p.line, p.text) for p in part.heading.pieces)
    return ItemDraft("", part.title, marks, part.rule, 0.7, blocks=part.blocks)


def _read(draft: ItemDraft, names: Sequence[str], day: date | None, items: Items) -> None:
    """Run the rules over an item's blocks; those that only note something leave the text alone."""
    blocks: Sequence[Block] = draft.blocks
    decided = decisions(blocks)
    tasks = actions(blocks, names, day)
    draft.text = decided.blocks
    draft.findings += decided.findings
    draft.findings += tasks.findings
    draft.findings += carry_over(blocks, day)
    draft.findings += attachments(blocks, draft.title)
    found, doubts = next_meeting(draft.title, draft.title_marks, blocks, day)
    items.findings += found
    items.findings += approval(blocks)
    items.doubts += [*tasks.doubts, *doubts]
