"""Tables of a tagged PDF → the same, with the merged cells of the Word document.

rdocx tags a cell for each cell of the Word table and says nothing about merging, so that a screen
reader counts the columns wrong. What an engine says itself is kept (ISO 32000-1, 14.8.5.7).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from protokollant.printers.grids import Cell, Grid, Row
from protokollant.printers.structure import Structure, has_content, kids

_CELLS = ("/TH", "/TD")
_SPANS = ("/ColSpan", "/RowSpan")


def span_cells(structure: Structure, grids: Sequence[Grid]) -> None:
    """Write how many columns and rows each merged cell covers, where the tables correspond."""
    tables = [element for element in structure.elements() if element.get("/S") == "/Table"]
    if len(tables) != len(grids):
        return
    for table, grid in zip(tables, grids, strict=True):
        rows = list(_rows(table))
        if _plain(grid) or not _corresponds(rows, grid):
            continue
        for element, row in zip(rows, grid, strict=True):
            _span_row(structure, element, row)


def _plain(grid: Grid) -> bool:
    return all(
        not row.before and not row.after and all(cell == Cell() for cell in row.cells)
        for row in grid
    )


def _corresponds(rows: Sequence[Any], grid: Grid) -> bool:
    """Whether the rows have a cell for each cell of the Word table, and none is spanned yet."""
    if [len(_cells(row)) for row in rows] != [len(row.cells) for row in grid]:
        return False
    return not any(
        name in attributes
        for row in rows
        for cell in _cells(row)
        for attributes in _said(cell)
        for name in _SPANS
    )


def _rows(table: Any) -> Iterator[Any]:
    for kid in kids(table):
        element = kid.get_object()
        if not isinstance(element, DictionaryObject):
            continue
        if element.get("/S") == "/TR":
            yield element
        elif element.get("/S") in ("/THead", "/TBody", "/TFoot"):
            yield from _rows(element)


def _cells(row: Any) -> list[Any]:
    found: list[Any] = [kid.get_object() for kid in kids(row)]
    return [
        cell for cell in found if isinstance(cell, DictionaryObject) and cell.get("/S") in _CELLS
    ]


def _span_row(structure: Structure, element: Any, row: Row) -> None:
    kept = ArrayObject()
    if row.before:
        kept.append(_blank(structure, element, row.before))
    for reference, cell in zip(kids(element), row.cells, strict=True):
        # Word shows nothing of a cell that goes on from above; an engine that does is believed.
        if cell.rows or has_content(reference.get_object()):
            _say(reference.get_object(), cell)
            kept.append(reference)
    if row.after:
        kept.append(_blank(structure, element, row.after))
    element[NameObject("/K")] = kept


def _blank(structure: Structure, row: Any, columns: int) -> Any:
    """An empty cell in the place of columns that the row leaves out."""
    cell = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject("/TD"),
            NameObject("/P"): row.indirect_reference,
        }
    )
    _say(cell, Cell(columns))
    return structure.writer._add_object(cell)


def _say(element: Any, cell: Cell) -> None:
    spans = {
        NameObject(name): NumberObject(count)
        for name, count in zip(_SPANS, (cell.columns, cell.rows), strict=True)
        if count > 1
    }
    if not spans:
        return
    about_tables = next((said for said in _said(element) if said.get("/O") == "/Table"), None)
    if about_tables is None:
        about_tables = DictionaryObject({NameObject("/O"): NameObject("/Table")})
        element[NameObject("/A")] = ArrayObject([*_said(element), about_tables])
    about_tables.update(spans)


def _said(element: Any) -> list[Any]:
    """The attributes of an element: one dictionary for each kind (ISO 32000-1, 14.7.5)."""
    attributes = element.get("/A", ArrayObject()).get_object()
    each = attributes if isinstance(attributes, ArrayObject) else [attributes]
    return [a.get_object() for a in each if isinstance(a.get_object(), DictionaryObject)]
