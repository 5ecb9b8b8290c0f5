"""A Word document → how many of its pictures a screen reader can't say anything about.

The embedded engine draws a picture without alternative text as decoration, which no validator
can tell from a picture that is decoration: only the Word document knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from protokollant.printers.word_parts import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHOWING = ("/picture", "/chart", "/diagram", "/chartex")
"""Kinds of graphic that show something; a box with text is read by its text."""


def undescribed(body: etree._Element) -> int:
    """The pictures, charts and diagrams with no alternative text that are not decoration."""
    return sum(_shows_something(drawing) and not _is_told(drawing) for drawing in _drawings(body))


def _drawings(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == f"{W}drawing":
            yield child
        if child.tag != f"{_MC}Fallback":
            yield from _drawings(child)


def _shows_something(drawing: etree._Element) -> bool:
    kinds = (data.get("uri", "") for data in drawing.iterfind(f"*/{_A}graphic/{_A}graphicData"))
    return any(kind.endswith(_SHOWING) for kind in kinds)


def _is_told(drawing: etree._Element) -> bool:
    named = drawing.find(f"*/{_WP}docPr")
    if named is None:
        return False
    decorative = any(mark.get("val") in ("1", "true") for mark in named.iter(_DECORATIVE))
    return decorative or bool(named.get("descr", "").strip())
