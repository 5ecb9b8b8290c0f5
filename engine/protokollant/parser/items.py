"""Sections → items: text joined, sub-headings found, decisions and tasks taken from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from protokollant.model import MeetingKind
from protokollant.parser.action_table import table_actions
from protokollant.parser.actions import actions, is_labelled
from protokollant.parser.approval import approval
from protokollant.parser.attachments import attachments, is_list
from protokollant.parser.blocks import Block, Piece, blocks_of
from protokollant.parser.carry_over import carry_over
from protokollant.parser.carry_over import is_labelled as _only_carries
from protokollant.parser.clauses import with_clauses
from protokollant.parser.decisions import decisions
from protokollant.parser.draft import ItemDraft
from protokollant.parser.findings import Finding, Mark, marks_of
from protokollant.parser.next_meeting import names_next_meeting, next_meeting
from protokollant.parser.outline import Section
from protokollant.parser.presenters import presenters, without_presenters
from protokollant.parser.subheadings import Part, subheadings
from protokollant.parser.timed_title import timed_title
from protokollant.source import Doubt

_FEWEST_WORDS = 4  # of a title that is a sentence


@dataclass(slots=True)
class Items:
    """The items, and what their text says about the meeting as a whole.

    `names` are the participants, `day` is the day of the meeting, `kind` which document it is.
    """

    names: Sequence[str]
    day: date | None
    kind: MeetingKind
    drafts: list[ItemDraft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_items(
    sections: Sequence[Section], names: Sequence[str], day: date | None, kind: MeetingKind
) -> Items:
    """The items of the sections, with everything that the rules find in their texts."""
    items = Items(names, day, kind)
    drafts = [_item(section, items) for section in sections]
    is_numbered = bool(drafts) and bool(drafts[0].number)
    for draft in drafts:
        if is_numbered and _only_sets_next_meeting(draft, items):
            marks = [Mark(p.line, p.text) for block in draft.blocks for p in block.pieces]
            items.findings.append(
                Finding("label", "", (*draft.title_marks, *marks), "next_meeting")
            )
        else:
            items.drafts.append(draft)
    return items


def _only_sets_next_meeting(draft: ItemDraft, items: Items) -> bool:
    """An unnumbered heading after numbered items that holds the next meeting and nothing else."""
    told = any(f.field == "next_meeting" for f in items.findings)
    is_bare = not (draft.number or draft.items or draft.findings) and len(draft.blocks) == 1
    return told and is_bare and names_next_meeting(draft.title) and len(draft.blocks[0].text) < 80


def _item(section: Section, items: Items) -> ItemDraft:
    heading = section.heading
    opening, parts = subheadings(blocks_of(section.rows))
    title, tail = timed_title(heading.title)
    if tail:
        opening = (_block(tail, section.title_rows[-1].number), *opening)
    draft = ItemDraft(
        number=heading.number,
        title=title,
        title_marks=tuple(
            Mark(row.number, row.text.replace(tail, "") if tail else row.text)
            for row in section.title_rows
        ),
        rule=heading.rule,
        confidence=min(heading.weight, 1.0),
        case=heading.case,
        blocks=opening,
        text=opening,
    )
    if is_sentence(title):
        draft.blocks = (_block(title, section.row.number), *opening)
    _read(draft, items)
    draft.blocks, draft.text = opening, [b for b in draft.text if b.text != title]
    line = section.title_rows[0].number if section.title_rows else section.row.number
    draft.findings += presenters(opening, heading.presenters, line)
    draft.text = without_presenters(draft.text, heading.presenters)
    draft.items += [_sub_item(part, items) for part in parts]
    draft.items += [_item(below, items) for below in section.sections]
    return draft


def is_sentence(title: str) -> bool:
    """Whether the title tells what happened, as minutes of one row a point do."""
    return title.endswith(".") and len(title.split()) >= _FEWEST_WORDS


def _block(text: str, line: int) -> Block:
    return Block("paragraph", text, (Piece(line, text, 0),))


def _sub_item(part: Part, items: Items) -> ItemDraft:
    marks = marks_of((p.line, p.text) for p in part.heading.pieces)
    draft = ItemDraft("", part.title, marks, part.rule, 0.7, blocks=part.blocks, text=part.blocks)
    _read(draft, items)
    return draft


def _read(draft: ItemDraft, items: Items) -> None:
    for rule in ITEM_RULES:
        rule(draft, items)


def _take_decisions(draft: ItemDraft, items: Items) -> None:
    """An agenda only proposes: nothing in it has been decided."""
    if items.kind == "agenda":
        return
    decided = decisions(draft.blocks)
    draft.text = decided.blocks
    draft.findings += with_clauses(decided.findings, draft.blocks)


def _note_actions(draft: ItemDraft, items: Items) -> None:
    tables = table_actions(draft.blocks, items.day)
    draft.findings += tables.findings
    rest = [block for block in draft.blocks if not (tables.findings and block.cells)]
    in_text = [part for block in rest for part in block.by_cell()]
    tasks = actions(in_text, items.names, items.day)
    told = (*tables.told, *tasks.told)
    draft.text = [b for b in draft.text if not is_labelled(b) and b not in told]
    draft.findings += tasks.findings
    items.doubts += tasks.doubts


def _note_carry_over(draft: ItemDraft, items: Items) -> None:
    found = carry_over(draft.blocks, items.day)
    draft.findings += found
    if found:
        draft.text = [block for block in draft.text if not _only_carries(block)]
        draft.findings += [
            Finding("carried_to", None, marks_of((p.line, p.text) for p in block.pieces), "label")
            for block in draft.blocks
            if _only_carries(block)
        ]


def _note_attachments(draft: ItemDraft, _: Items) -> None:
    draft.findings += attachments(draft.blocks, draft.title)
    draft.text = [block for block in draft.text if not is_list(block)]


def _note_next_meeting(draft: ItemDraft, items: Items) -> None:
    found, doubts = next_meeting(draft.title, draft.title_marks, draft.blocks, items.day)
    items.findings += found
    items.doubts += doubts


def _note_approval(draft: ItemDraft, items: Items) -> None:
    items.findings += approval(draft.blocks)


# Decisions and actions under a label leave the text; all else that is found also stays in it.
ITEM_RULES: tuple[Callable[[ItemDraft, Items], None], ...] = (
    _take_decisions,
    _note_actions,
    _note_carry_over,
    _note_attachments,
    _note_next_meeting,
    _note_approval,
)
