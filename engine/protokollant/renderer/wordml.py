"""Word's XML vocabulary as the renderer uses it: names, parsing, and text that is safe to write.

Between compile and clean-up the text of a part carries marks: control characters, which XML
forbids and data is refused for, so that they cannot be confused with anything a document says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_NS = "http://www.w3.org/XML/1998/namespace"

VARIABLE_START, VARIABLE_END = "\x11\x12", "\x12\x11"
BLOCK_START, BLOCK_END = "\x11\x13", "\x13\x11"
COMMENT_START, COMMENT_END = "\x11\x14", "\x14\x11"

PARAGRAPH, PARAGRAPH_END = "\x01", "\x02"
VALUE, VALUE_END = "\x03", "\x04"
VISIBLE = "\x05"
ROW, ROW_END = "\x06", "\x18"
TABLE, TABLE_END = "\x0e", "\x0f"
SPARE, SPARE_END = "\x10", "\x15"
"""A paragraph between these stands in only where nothing else was left in its cell."""

GRID, GRID_END = "\x16", "\x17"
"""A table whose columns depend on the data."""


def w(name: str) -> str:
    """Clark name of a WordprocessingML element or attribute."""
    return f"{{{W_NS}}}{name}"


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, TCPR, TRPR, SECTPR = w("pPr"), w("rPr"), w("tcPr"), w("trPr"), w("sectPr")
VAL = w("val")
CODE = "{urn:protokollant:template}code"
"""Stands in the tree where a tag stood; attributes `tag` (index) and `kind`, text = its source."""

_XML_ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
ILLEGAL = re.compile(f"[{_XML_ILLEGAL}]")
"""Characters that no XML document can hold."""
DELICATE = re.compile(f"[\n\r\t{_XML_ILLEGAL}]")
"""Characters that running text cannot hold as they are."""

_ASIDE = frozenset((PPR, RPR, w("del"), w("moveFrom")))

Element: TypeAlias = etree._Element


def parse_xml(data: bytes) -> Element:
    """The part's root; no entities, no network, no comments or processing instructions."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("DTD")
    return root


def written_xml(root: Element) -> bytes:
    """The part's content, as a member of the package."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def escape_text(text: str) -> str:
    """Text as element content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Text as a double-quoted attribute value."""
    text = escape_text(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def is_element(node: Element) -> bool:
    """Whether a node of the tree is an element, not an entity reference."""
    return isinstance(node.tag, str)


def ancestor(node: Element, tag: str) -> Element | None:
    """The nearest element with that tag around the node."""
    return next(node.iterancestors(tag), None)


def own(paragraph: Element, *tags: str) -> Iterator[Element]:
    """Descendants with those tags, in order.

    Left out are properties, text deleted with changes tracked, and paragraphs in text boxes.
    """
    return _own(paragraph, paragraph.tag, tags)


def _own(node: Element, apart: str, tags: tuple[str, ...]) -> Iterator[Element]:
    for child in node:
        if child.tag == apart or child.tag in _ASIDE:
            continue
        if child.tag in tags:
            yield child
        yield from _own(child, apart, tags) if len(child) else ()


def remove_keeping_tail(node: Element) -> None:
    """Take a node out of the tree; the text after it stays."""
    parent = node.getparent()
    if parent is None:
        return
    previous = node.getprevious()
    if node.tail and previous is not None:
        previous.tail = (previous.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    node.tail = None
    parent.remove(node)


_SHOWN_NAMES = (
    "drawing pict object fldChar fldSimple instrText sym ptab footnoteReference "
    "endnoteReference commentReference ruby contentPart dayShort pgNum separator "
    "continuationSeparator footnoteRef endnoteRef sectPr altChunk"
)
_SHOWN = frozenset(map(w, _SHOWN_NAMES.split()))


def shows(node: Element) -> bool:
    """Whether one element, its children apart, is something a reader sees."""
    if node.tag == w("br"):
        return node.get(w("type")) in ("page", "column")
    if node.tag == T:
        return bool((node.text or "").strip() or any((c.tail or "").strip() for c in node))
    return node.tag in _SHOWN or "/math}" in str(node.tag)


def visible(node: Element) -> bool:
    """Whether anything in the element is seen, or will be: text, pictures, fields, tags."""
    return any(
        inner.get("kind") != "remark" if inner.tag == CODE else shows(inner)
        for inner in node.iter()
    )


def bookmarks(node: Element) -> list[Element]:
    """Range marks inside an element, which may stand between paragraphs as well."""
    names = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
    return list(node.iter(*map(w, names)))
