"""A prepared tree → which of its paragraphs, rows and tables filling may leave empty."""

from __future__ import annotations

from protokollant.renderer import wordml as x
from protokollant.renderer.blocks import closes, opens
from protokollant.renderer.wordml import CODE, TBL, TC, TR, Element, P, T, w

_KEEPERS = frozenset(map(w, ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")))


def keeps_a_paragraph(node: Element) -> bool:
    """Whether the element must hold a paragraph, or Word repairs the file."""
    if node.tag == w("sdtContent"):
        return node.find(P) is not None
    return node.tag in _KEEPERS


def may_vanish(node: Element) -> bool:
    """Whether a block-level element may be gone after filling."""
    if node.tag == P:
        return paragraph_may_vanish(node)
    return node.tag == CODE or (node.tag == TBL and table_may_vanish(node))


def paragraph_may_vanish(node: Element) -> bool:
    """Whether filling may leave the paragraph with nothing to see."""
    parent = node.getparent()
    if parent is None or not has_tags(node) or always_shows(node):
        return False
    if keeps_a_paragraph(parent) and not any(
        child is not node and child.tag in (P, TBL, CODE) for child in parent
    ):
        return False
    starts = [mark.get(w("id")) for mark in node.iter(w("bookmarkStart"))]
    ends = [mark.get(w("id")) for mark in node.iter(w("bookmarkEnd"))]
    return sorted(map(str, starts)) == sorted(map(str, ends))


def has_tags(node: Element) -> bool:
    """Whether a tag stands in the element."""
    return next(node.iter(CODE), None) is not None


def always_shows(node: Element) -> bool:
    """Whether something in the element stands outside every block, and so always shows.

    A block that is not opened and closed within the element makes all of it uncertain.
    """
    return not _unbalanced(node) and _always(node)


def _always(node: Element) -> bool:
    depth = 0
    for inner in node.iter():
        if inner.tag == CODE:
            depth += opens(inner) - closes(inner)
            parent = inner.getparent()
            in_text = parent is not None and parent.tag == T
            if depth == 0 and in_text and (inner.tail or "").strip():
                return True
        elif depth == 0 and _shows_first(inner):
            return True
    return False


def _shows_first(node: Element) -> bool:
    return bool((node.text or "").strip()) if node.tag == T else x.shows(node)


def _unbalanced(node: Element) -> list[Element]:
    stack: list[Element] = []
    for code in node.iter(CODE):
        if opens(code):
            stack.append(code)
        elif closes(code):
            if not stack:
                return [code]
            stack.pop()
    return stack


def row_may_vanish(node: Element) -> bool:
    """Whether filling may leave the row with nothing to see; header and merged rows stay."""
    merged = any(m.get(x.VAL) != "restart" for m in node.iterfind(f"{TC}/{x.TCPR}/{w('vMerge')}"))
    return has_tags(node) and not merged and not is_header_row(node) and not always_shows(node)


def is_header_row(node: Element) -> bool:
    """Whether the row is marked to be repeated on every page."""
    mark = node.find(f"{x.TRPR}/{w('tblHeader')}")
    return mark is not None and mark.get(x.VAL) not in ("0", "false", "off")


def has_columns_of_data(table: Element) -> bool:
    """Whether a tag decides how many cells the table's rows have, or how wide they are."""
    spans = table.iterfind(f"{TR}/{TC}/{x.TCPR}/{w('gridSpan')}")
    lifted = any(child.tag == CODE for row in table.iterfind(TR) for child in row)
    return lifted or any("{" in span.get(x.VAL, "") for span in spans)


def table_may_vanish(node: Element) -> bool:
    """Whether filling may leave the table without rows, its header rows apart."""
    depth, changes = 0, False
    for child in node:
        if child.tag == CODE:
            depth += opens(child) - closes(child)
            changes = True
        elif child.tag == TR and not is_header_row(child):
            if depth == 0 and (not has_tags(child) or always_shows(child)):
                return False
            changes = changes or has_tags(child)
        elif child.tag not in (TR, w("tblPr"), w("tblGrid")):
            return False
    return changes
