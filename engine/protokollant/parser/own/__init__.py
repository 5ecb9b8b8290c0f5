"""A document made with this program's templates → the meeting it was made of, edits and all.

    outline                 blocks → head, sections by name, items as a tree
    head, people            title, facts, attendance, those called
    items, matters, text    each paragraph by its style; text back to Markdown
    closing                 next meeting, attachments, approval, notice, signatures
    twice_told              what stands in two places, once
    fields, account         what a character style says; what became of every paragraph
    unsaid                  words that no value holds

Paragraph styles say what a paragraph is, character styles which value a stretch of it. Text
without either, written or pasted in Word, is read by its words or stays text; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from protokollant.model import Meeting, Participant
from protokollant.parser.account import unaccounted
from protokollant.parser.own.account import Account
from protokollant.parser.own.closing import read_closing
from protokollant.parser.own.head import Head, read_head
from protokollant.parser.own.items import read_items
from protokollant.parser.own.outline import Outline, Part, is_by_section, outline
from protokollant.parser.own.people import read_people
from protokollant.parser.own.text import markdown
from protokollant.parser.own.twice_told import with_attachments, with_table_of_actions
from protokollant.parser.own.unsaid import unsaid
from protokollant.parser.rows import rows_of
from protokollant.source import Kept, Line, Reading, Styled
from protokollant.swedish import fold

__all__ = ["read_own"]

MEMBERS = "sammansättning"
"""The part of an annual report that lists the body's members."""


def read_own(styled: Styled, lines: Sequence[Line] = ()) -> Reading:
    """The meeting of an own document. Never raises: what is not understood is unplaced."""
    account = Account()
    parts = outline(styled.blocks)
    head = read_head(styled, parts.head, account)
    people = _people(parts, head, account)
    closing = read_closing(parts.sections, head.day, account)
    items = read_items(parts.items, head.day, account)
    for section in _named(parts, "åtgärder"):
        items = with_table_of_actions(items, section.blocks, account)
    items, attachments = with_attachments(items, closing.values.pop("attachments", ()))
    account.took("intro", *head.text)
    values: dict[str, Any] = {
        "participants": people,
        "intro": markdown(head.text),
        "items": items,
        "attachments": attachments,
        "numbering": "section" if any(map(_is_by_section, parts.items)) else "point",
    }
    meeting = Meeting(**head.values, **closing.values, **values)
    account.unplaced += unsaid(account.sources, meeting)
    return Reading(
        meeting=meeting,
        warnings=tuple(account.doubts),
        unplaced=_unplaced(account, lines),
        removed=tuple(account.removed),
        sources=tuple(sorted(account.sources, key=lambda source: source.line)),
        lines=tuple(lines),
    )


def _unplaced(account: Account, lines: Sequence[Line]) -> tuple[Kept, ...]:
    """What has no field; also words that the styled text doesn't show, as a page foot's."""
    rows = rows_of(lines)
    others = unaccounted(rows, account.sources, account.removed, account.unplaced)
    return tuple(sorted((*account.unplaced, *others), key=lambda kept: kept.line))


def _people(parts: Outline, head: Head, account: Account) -> tuple[Participant, ...]:
    """The attendance list, those called, or a report's members.

    The text below the attendance list opens the meeting.
    """
    people = tuple(head.people)
    if head.values.get("kind") == "annual_report":
        for part in parts.items:
            if part.heading and fold(part.heading.text) == MEMBERS:
                found, part.blocks = read_people(part.blocks, account)
                people += found
    for section in _named(parts, "deltagare"):
        found, others = read_people(section.blocks, account)
        people += found
        head.text += others
    return people


def _named(parts: Outline, name: str) -> list[Part]:
    return [section for section in parts.sections if section.name == name]


def _is_by_section(part: Part) -> bool:
    return part.heading is not None and is_by_section(part.heading)
