"""A Word document → the shape of its tables: which cells are merged (ISO/IEC 29500-1, 17.4.17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from protokollant.printers.word_parts import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OWN_KIND = frozenset((f"{W}tbl", f"{W}tr", f"{W}tc"))


@dataclass(frozen=True, slots=True)
class Cell:
    """How many columns and rows a cell covers; no rows when it goes on from the row above."""

    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and how many columns are left out before and after them."""

    cells: tuple[Cell, ...]
    before: int = 0
    after: int = 0

    def at(self, column: int) -> Cell | None:
        """The cell that begins in a column."""
        place = self.before
        for cell in self.cells:
            if place == column:
                return cell
            place += cell.columns
        return None


Grid = tuple[Row, ...]


def grids_of(body: etree._Element) -> tuple[Grid, ...]:
    """The tables in the order they begin; one in a cell comes after the one around it."""
    return tuple(_grid(table) for table in _found(body, f"{W}tbl", inside=True))


def _grid(table: etree._Element) -> Grid:
    rows = [_row(row) for row in _found(table, f"{W}tr")]
    return tuple(_with_heights(row, rows[number + 1 :]) for number, row in enumerate(rows))


def _row(row: etree._Element) -> Row:
    return Row(
        tuple(_cell(cell) for cell in _found(row, f"{W}tc")),
        _count(row.find(f"{W}trPr/{W}gridBefore"), 0),
        _count(row.find(f"{W}trPr/{W}gridAfter"), 0),
    )


def _cell(cell: etree._Element) -> Cell:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
    return Cell(_count(cell.find(f"{W}tcPr/{W}gridSpan"), 1), 0 if goes_on else 1)


def _with_heights(row: Row, below: Sequence[Row]) -> Row:
    cells = []
    column = row.before
    for cell in row.cells:
        cells.append(replace(cell, rows=1 + _continued(below, column)) if cell.rows else cell)
        column += cell.columns
    return replace(row, cells=tuple(cells))


def _continued(below: Sequence[Row], column: int) -> int:
    """How many rows the cell that begins in a column goes on through."""
    for number, row in enumerate(below):
        cell = row.at(column)
        if cell is None or cell.rows:
            return number
    return len(below)


def _found(element: etree._Element, tag: str, *, inside: bool = False) -> Iterator[etree._Element]:
    """Elements of one kind through whatever wraps them; with `inside`, those within them too."""
    for child in element:
        if child.tag == tag:
            yield child
        if child.tag != f"{_MC}Fallback" and (inside or child.tag not in _OWN_KIND):
            yield from _found(child, tag, inside=inside)


def _count(element: etree._Element | None, default: int) -> int:
    value = str(element.get(f"{W}val", "")) if element is not None else ""
    return int(value) if value.isdecimal() else default
