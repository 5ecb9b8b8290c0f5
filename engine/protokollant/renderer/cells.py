"""docxtpl's cell tags → cell properties: `cellbg`, `colspan`, `vm` (merge down), `hm` (across)."""

from __future__ import annotations

from protokollant.renderer.blocks import word_of
from protokollant.renderer.draft import Draft
from protokollant.renderer.wordml import (
    CODE,
    TC,
    TCPR,
    VAL,
    Element,
    P,
    ancestor,
    remove_keeping_tail,
    visible,
    w,
)

CELL_WORDS = ("cellbg", "colspan", "vm", "hm")
_PROPERTIES = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark"
)
_ORDER = tuple(map(w, _PROPERTIES.split()))


def apply_cell_tags(draft: Draft) -> None:
    """Turn each cell tag of the part into properties of its cell."""
    for code in list(draft.root.iter(CODE)):
        word = word_of(code)
        if word not in CELL_WORDS:
            continue
        cell = ancestor(code, TC)
        placed = draft.tag_of(code)
        if cell is None:
            draft.fault(
                f"«{placed.tag.raw}» står utanför en tabell.",
                placed.where,
                "Flytta taggen till en tabellcell.",
            )
        paragraph = ancestor(code, P)
        remove_keeping_tail(code)
        if cell is not None:
            _drop_emptied(paragraph, cell)
            _APPLY[word](draft, cell, (placed.tag.source.split(None, 1)[1:] or [""])[0], code)


def _drop_emptied(paragraph: Element | None, cell: Element) -> None:
    alone = len(list(cell.iterchildren(P))) == 1
    if paragraph is not None and not alone and not visible(paragraph):
        cell.remove(paragraph)


def _background(draft: Draft, cell: Element, source: str, code: Element) -> None:
    shade = _property(cell, w("shd"))
    shade.set(VAL, "clear")
    shade.set(w("color"), "auto")
    shade.set(w("fill"), f"{{{{ {source} }}}}")


def _span(draft: Draft, cell: Element, source: str, code: Element) -> None:
    _property(cell, w("gridSpan")).set(VAL, f"{{{{ {source} }}}}")


def _merge_down(draft: Draft, cell: Element, source: str, code: Element) -> None:
    _property(cell, w("vMerge")).set(VAL, "{% if loop.first %}restart{% else %}continue{% endif %}")
    blocks = [child for child in cell if child.tag != TCPR]
    blocks[0].addprevious(draft.tree_code("block", "if loop.first"))
    blocks[-1].addnext(draft.tree_code("block", "endif"))


def _merge_across(draft: Draft, cell: Element, source: str, code: Element) -> None:
    span = _property(cell, w("gridSpan"))
    own = span.get(VAL, "")
    span.set(VAL, f"{{{{ {f'{own} * ' if own else ''}loop.length }}}}")
    cell.addprevious(draft.tree_code("block", "if loop.first"))
    cell.addnext(draft.tree_code("block", "endif"))


_APPLY = {"cellbg": _background, "colspan": _span, "vm": _merge_down, "hm": _merge_across}


def _property(cell: Element, tag: str) -> Element:
    """The cell's property, made at its proper place when it has none."""
    properties = cell.find(TCPR)
    if properties is None:
        properties = cell.makeelement(TCPR)
        cell.insert(0, properties)
    found = properties.find(tag)
    if found is None:
        found = cell.makeelement(tag)
        later = _ORDER[_ORDER.index(tag) + 1 :]
        follower = next((child for child in properties if child.tag in later), None)
        if follower is None:
            properties.append(found)
        else:
            follower.addprevious(found)
    return found
