"""Marks for a new paragraph or page inside a text → the paragraph split at each of them.

A value is written where only running text can stand; the break it asks for reaches higher, so it
is marked there and carried out when the part is whole.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from protokollant.renderer.wordml import (
    PPR,
    RPR,
    SECTPR,
    Element,
    P,
    ancestor,
    parse_xml,
    w,
    written_xml,
)

PARAGRAPH_BREAK = '<w:br w:type="newParagraph"/>'
PAGE_BREAK = '<w:br w:type="newPage"/>'
_TYPE = w("type")
_PAGE = "newPage"


def split_at_breaks(content: bytes) -> bytes:
    """The part with each marked paragraph cut in two; both halves look the same."""
    root = parse_xml(content)
    for mark in list(root.iter(w("br"))):
        kind = mark.get(_TYPE)
        paragraph = ancestor(mark, P)
        if kind in ("newParagraph", _PAGE) and paragraph is not None:
            _split(paragraph, mark)
            if kind == _PAGE:
                paragraph.addnext(_new_page(paragraph))
    return written_xml(root)


def _split(paragraph: Element, mark: Element) -> None:
    """Move what follows the mark to a paragraph of its own, each level with its properties."""
    node, carried = mark, None
    while node is not paragraph:
        parent = node.getparent()
        assert parent is not None
        right = parent.makeelement(parent.tag, None, parent.nsmap)
        right.extend([deepcopy(one) for one in parent.iterchildren(PPR, RPR)])
        if parent is not paragraph:
            right.attrib.update(dict(parent.attrib))
        if carried is not None:
            right.append(carried)
        for later in list(node.itersiblings()):
            right.append(later)
        if node is mark:
            parent.remove(mark)
        node, carried = parent, right
    for section in paragraph.findall(f"{PPR}/{SECTPR}"):
        section.getparent().remove(section)
    if carried is not None:
        paragraph.addnext(carried)


def _new_page(paragraph: Element) -> Element:
    page = paragraph.makeelement(P)
    break_ = etree.SubElement(etree.SubElement(page, w("r")), w("br"))
    break_.set(_TYPE, "page")
    return page
