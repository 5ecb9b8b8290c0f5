"""A list of actions at the end (Vad, Vem, När, Punkt) → actions of the items they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from protokollant.model import Action
from protokollant.parser.actions import Tasks
from protokollant.parser.attendance_table import cells_of
from protokollant.parser.blocks import Block
from protokollant.parser.draft import ItemDraft
from protokollant.parser.findings import Finding, Mark, mark, marks_of
from protokollant.parser.outline import Section
from protokollant.parser.rows import Row
from protokollant.swedish import fold, read_date

_TITLES = frozenset({"åtgärder", "åtgärdslista", "att göra", "uppdragslista", "beslutade åtgärder"})
_MEANINGS = {
    "vad": "what", "åtgärd": "what", "uppgift": "what", "uppdrag": "what", "aktivitet": "what",
    "vem": "who", "ansvarig": "who", "ansvariga": "who", "ansvar": "who", "av": "who",
    "när": "due", "senast": "due", "klart": "due", "datum": "due", "klar": "due",
    "punkt": "item", "§": "item", "ärende": "item", "status": "status",
}  # fmt: skip


def is_action_table(section: Section) -> bool:
    """Whether the section is nothing but a table of actions with its headings."""
    if fold(section.heading.title) not in _TITLES or len(section.rows) < 2 or section.sections:
        return False
    meanings = _meanings(section.rows[0])
    same = all(len(cells_of(row)) == len(meanings) for row in section.rows)
    return "what" in meanings and same


def read_action_table(
    section: Section, drafts: Sequence[ItemDraft], day: date | None
) -> list[Finding]:
    """Give the table's actions to their items; where each row was read, for the account."""
    meanings = _meanings(section.rows[0])
    by_name = _by_name(drafts)
    heading = tuple(map(mark, [*section.title_rows, section.rows[0]]))
    seen = [Finding("label", "", heading, "action_table")]
    for row in section.rows[1:]:
        cells = dict(zip(meanings, cells_of(row), strict=True))
        named = fold(cells.get("item", "").strip("§ ."))
        draft = by_name.get(named, drafts[-1] if drafts else None)
        known = draft is not None and _has(draft, cells["what"])
        marks = (Mark(row.number, row.text),)
        if draft is None or known:
            seen.append(Finding("label", "", marks, "action_table"))
            continue
        draft.findings.append(Finding("actions", _action(cells, day), marks, "action_table", 0.9))
    return seen


def table_actions(blocks: Sequence[Block], day: date | None) -> Tasks:
    """The actions of the tables of an item, whose headings say who is to do what.

    A table with a row that tells no action stays in the text, whole.
    """
    found: list[Finding] = []
    told: list[Block] = []
    for table in _tables(blocks):
        meanings = _told(table[0].cells)
        if not {"what", "who"} <= set(meanings):
            continue
        rows = [(dict(zip(meanings, row.cells, strict=True)), row) for row in table[1:]]
        clear = [(cells, row) for cells, row in rows if cells["what"] and cells["who"]]
        found += [
            Finding("actions", _action(cells, day), _marks(row), "action_table", 0.9)
            for cells, row in clear
        ]
        if clear and len(clear) == len(rows):
            found.append(Finding("label", "", _marks(table[0]), "action_table"))
            told += table
    return Tasks(tuple(found), (), tuple(told))


def _tables(blocks: Sequence[Block]) -> list[list[Block]]:
    """The rows that stand together, with as many cells each."""
    runs = groupby(blocks, lambda block: len(block.cells))
    return [rows for columns, run in runs if columns and len(rows := list(run)) > 1]


def _marks(block: Block) -> tuple[Mark, ...]:
    return marks_of((p.line, p.text) for p in block.pieces)


def _by_name(drafts: Sequence[ItemDraft]) -> dict[str, ItemDraft]:
    """Items and sub-items by their number and by their title."""
    found: dict[str, ItemDraft] = {}
    for draft in drafts:
        for name, sub in _by_name(draft.items).items():
            found.setdefault(name, sub)
        found |= {fold(name): draft for name in (draft.number, draft.title) if name}
    return found


def _meanings(row: Row) -> list[str]:
    return _told(cells_of(row))


def _told(cells: Sequence[str]) -> list[str]:
    """What each column holds by its heading; [] when a heading is none of an action table."""
    found = [_MEANINGS.get(fold(cell).strip(" :"), "") for cell in cells]
    return found if all(found) else []


def _has(draft: ItemDraft, what: str) -> bool:
    """Whether the item already has the action, by its words."""
    wanted = fold(what).strip(" .")
    return any(fold(action.what).strip(" .") == wanted for action in draft.values("actions"))


def _action(cells: dict[str, str], day: date | None) -> Action:
    who = re.split(r"\s*(?:,|\boch\b)\s*", cells.get("who", "").strip(" –-"))
    when = cells.get("due", "").strip(" –-")
    due = read_date(when, after=day) if when else None
    return Action(
        what=cells["what"],
        who=tuple(name for name in who if name),
        due=due,
        due_note="" if due else when,
        status="done" if fold(cells.get("status", "")) in ("klar", "klart", "avslutad") else "open",
    )
