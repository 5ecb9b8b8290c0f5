"""A row of an agenda that is a table → title, registry number, presenters, and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from protokollant.parser.rows import Row
from protokollant.swedish import find_times, looks_like_name, normalise_text
from protokollant.swedish.name_words import TITLE_ENDINGS

NUMBERED_CASE = (
    r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}[ -])?(?:19|20)\d\d[-/]\d{2,6}"
    r"|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ /]?\d{2,4}[/:]\d{1,6}"
)
CASE_CELL = re.compile(rf"(?:{NUMBERED_CASE})(?![\w-])")
_NUMBER_CELL = re.compile(r"§?\s*\d{1,3}(?:\.\d{1,2})?[.)]?\s*\|?")
_FEWEST_WORDS, _LONGEST_TITLE, _MOST_CELLS = 3, 45, 3
_GAP = re.compile(r"\s{2,}|\t")


class AgendaRow(NamedTuple):
    """What the cells of the row say; `beside` is everything after title and registry number."""

    title: str
    case: str = ""
    beside: str = ""
    presenters: tuple[str, ...] = ()


def agenda_row(row: Row, title: str) -> AgendaRow:
    """The row read by its cells; the title as it stands where the row is no row of a table."""
    cells = _cells(row)
    if len(cells) < 2 or not title.startswith(cells[0]):
        return AgendaRow(title)
    case_at = next((i for i, cell in enumerate(cells) if i and CASE_CELL.fullmatch(cell)), 0)
    is_table = bool(row.line.cells) and cells[0][:1].isupper()
    if not (case_at or is_table or _has_note(cells) or all(map(_is_told_beside, cells[1:]))):
        return AgendaRow(title)
    if not cells[0].strip():
        return AgendaRow(title)
    name = " ".join(cells[: case_at or 1])
    case = cells[case_at] if case_at else ""
    after = cells[(case_at or 0) + 1 :]
    names = [_name_in(cell) for cell in after]
    return AgendaRow(name, case, " ".join(after), tuple(name for name in names if name))


def _has_note(cells: Sequence[str]) -> bool:
    """Whether what was said stands in the cell beside a short title, as in notes that are a table.

    More cells than a table of notes has are wide spaces in running text.
    """
    title, note = cells[0], cells[1]
    is_text = len(note.split()) >= _FEWEST_WORDS and note[:1].isupper() and note[-1] in ".!?"
    return is_text and len(title) <= _LONGEST_TITLE and len(cells) <= _MOST_CELLS


def _cells(row: Row) -> list[str]:
    """The texts of the cells, without the number and without cells that a wide space made."""
    texts = row.line.cells or _GAP.split(row.line.text.strip())
    cells = [text for text in (" ".join(normalise_text(t).split()) for t in texts) if text]
    if cells and _NUMBER_CELL.fullmatch(cells[0]):
        return [cell.lstrip("| ") for cell in cells[1:]]
    return [re.sub(rf"^{_NUMBER_CELL.pattern}\s*", "", cells[0]), *cells[1:]] if cells else []


def _is_told_beside(cell: str) -> bool:
    """Whether a cell can stand beside a title: a time, a name with an office, a short remark."""
    times = find_times(cell)
    if times and len(times[0].text) >= len(cell) - 4:
        return True
    is_office = " " not in cell and cell.lower().endswith(TITLE_ENDINGS)
    return bool(_name_in(cell)) or is_office or cell.strip("().").lower() in _REMARKS


_REMARKS = frozenset({"beslut", "info", "information", "diskussion", "bilaga", "b", "i", "d"})


def _name_in(cell: str) -> str:
    """The name that a cell begins with, before office or party; "" when it begins with none."""
    name = re.split(r"[,(]", cell, maxsplit=1)[0].strip()
    title, _, rest = name.partition(" ")
    if title.lower().endswith(TITLE_ENDINGS) and rest:
        name = rest
    return name if looks_like_name(name) else ""
