"""What the templates tell twice: actions (item, table) and attachments (item, list) → once.

An item's own line wins; a row that no item's line agrees with is kept, and told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protokollant.model import Action, AgendaItem, Attachment
from protokollant.model.item import in_reading_order
from protokollant.parser.own.account import Account, cell_text
from protokollant.parser.own.matters import read_action_row
from protokollant.source import Paragraph, TableRow
from protokollant.swedish import fold, join_list

Items = tuple[AgendaItem, ...]


# --- actions ------------------------------------------------------------------------------------


def with_table_of_actions(
    items: Items, blocks: Sequence[Paragraph | TableRow], account: Account
) -> Items:
    """The items, with the actions that only stand in the table at the end."""
    told = [(item, action) for item in in_reading_order(items) for action in item.actions]
    rows = [block for block in blocks if isinstance(block, TableRow)]
    account.took("items", *rows)
    for block in blocks:
        if isinstance(block, Paragraph):
            account.left(block)
    new = []
    for row in rows:
        if not row.first and any(map(cell_text, row.cells)) and not _same(row, told):
            new.append(row)
    for row in new:
        items = _settled(items, row, told, account)
    return items


def _same(row: TableRow, told: list[tuple[AgendaItem, Action]]) -> bool:
    """Whether an item tells the row's action too; then it is told."""
    what, who = (fold(cell_text(cell)) for cell in row.cells[:2])
    for at, (_, action) in enumerate(told):
        if (fold(action.what), fold(join_list(action.who))) == (what, who):
            del told[at]
            return True
    return False


def _settled(
    items: Items, row: TableRow, told: list[tuple[AgendaItem, Action]], account: Account
) -> Items:
    """The items after a row that none of them agrees with: it is another wording, or new."""
    what, _, _, place = (*map(cell_text, row.cells), "", "", "", "")[:4]
    for at, (item, action) in enumerate(told):
        if place in (item.number, item.title):
            del told[at]
            account.doubt(
                row,
                f"Åtgärden står på två sätt: «{action.what}» under punkten och «{what}» i "
                "tabellen. Den under punkten gäller.",
            )
            return items
    account.doubt(row, f"Åtgärden «{what}» står bara i tabellen.")
    return _with_action(items, place, _of_row(row))


def _of_row(row: TableRow) -> Action:
    """The row's action; its columns are what, who, when, item."""
    what, who, *rest = row.cells
    return read_action_row(TableRow(row.number, (who, what, *rest[:1])), None)


def _with_action(items: Items, place: str, action: Action) -> Items:
    """The items with the action in the one of that number or title, else in the last."""
    known = {name for item in in_reading_order(items) for name in (item.number, item.title)}
    if not items:
        return (AgendaItem(title="Åtgärder", actions=(action,)),)
    if place not in known:
        place = items[-1].number or items[-1].title

    def changed(item: AgendaItem) -> AgendaItem:
        inner = tuple(map(changed, item.items))
        own = (*item.actions, action) if place in (item.number, item.title) else item.actions
        return item.model_copy(update={"items": inner, "actions": own})

    return tuple(map(changed, items))


# --- attachments --------------------------------------------------------------------------------


@dataclass(slots=True)
class _Pool:
    """Attachments of the list at the end that no item has taken."""

    free: list[Attachment]

    def take(self, title: str) -> Attachment:
        """The last free one with that title: an item's stand after the meeting's own."""
        for at in range(len(self.free) - 1, -1, -1):
            if self.free[at].title == title:
                return self.free.pop(at)
        return Attachment(title=title)


def with_attachments(
    items: Items, listed: tuple[Attachment, ...]
) -> tuple[Items, tuple[Attachment, ...]]:
    """The items with their attachments in full, and those that are the meeting's own."""
    pool = _Pool(list(listed))
    found = _from_the_end(items, pool)
    return found, tuple(pool.free)


def _from_the_end(items: Items, pool: _Pool) -> Items:
    found: list[AgendaItem] = []
    for item in reversed(items):
        inner = _from_the_end(item.items, pool)
        own = tuple(pool.take(one.title) for one in reversed(item.attachments))[::-1]
        found.append(item.model_copy(update={"items": inner, "attachments": own}))
    return tuple(reversed(found))
