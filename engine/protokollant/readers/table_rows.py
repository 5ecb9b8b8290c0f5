"""A table row whose cells hold paragraphs → rows as they are read.

In a list of matters a row is one thing, whatever its cells hold. In a form, as the first page of
municipal minutes, a cell is a list: its paragraphs are rows of their own, below their label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"(?:§|punkt|nr)?\s*\d+(?:[.:]\d+)*\s*[a-h]?\s*[.)]?", re.IGNORECASE)


def read_rows(cells: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The row's rows; several when it is part of a form, then without empty cells."""
    several = [cell for cell in cells if len(cell) > 1]
    first = " ".join(cells[0]) if cells else ""
    is_whole = len(cells) > 1 and (not first.strip() or _NUMBER.fullmatch(first.strip()))
    if not several or is_whole:
        return [tuple("\n".join(cell) for cell in cells)]
    if len(several) == 1:
        return _beside(cells)
    return _in_turn(cells)


def _beside(cells: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The first paragraphs side by side, the rest of the list below."""
    rows = [tuple(cell[0] for cell in cells if cell)]
    rows += [(text,) for cell in cells for text in cell[1:]]
    return rows


def _in_turn(cells: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """One list after another, each whole; a label stands beside the first list's beginning."""
    label, *lists = [cell for cell in cells if cell]
    if len(label) > 1:
        return [(text,) for cell in (label, *lists) for text in cell]
    begun, *others = lists
    return [(label[0], begun[0]), *((text,) for cell in (begun[1:], *others) for text in cell)]
