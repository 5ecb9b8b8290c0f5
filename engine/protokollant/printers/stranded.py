"""Table heads that rdocx would leave alone at the foot of a page → moved on with their heading.

Word and LibreOffice keep a repeated header row with the row below it; rdocx doesn't, whatever the
template says. The layout is asked where each table breaks, and a page break is put in front.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from protokollant.printers.word_parts import BODY, W, member, parsed, with_body

_ONE_ROW = 24.0
"""Points: a piece of a table that is lower holds the header row only."""
_MOST_MOVES = 20
_BEFORE_BREAK = frozenset(f"{W}{name}" for name in ("pStyle", "keepNext", "keepLines"))


def opened_with_heads_kept(docx: bytes) -> tuple[Any, bytes]:
    """The document opened, with page breaks before the tables whose head would stand alone.

    With it its bytes: the same where there are none such, as in nearly every document.
    """
    import rdocx

    document = rdocx.Document.from_bytes(docx)
    if b"w:tblHeader" not in member(docx, BODY):
        return document, docx
    for _ in range(_MOST_MOVES):
        moved = _with_break(docx, _stranded(document.layout()))
        if moved is None:
            break
        docx, document = moved, rdocx.Document.from_bytes(moved)
    return document, docx


def _stranded(fragments: Sequence[Any]) -> list[int]:
    """Body positions whose first piece is one row high while the rest is on the next page."""
    pieces: dict[int, list[Any]] = {}
    for fragment in fragments:
        pieces.setdefault(fragment.body_index, []).append(fragment)
    return [
        index
        for index, own in pieces.items()
        if len(own) > 1
        and own[0].bounds.height < _ONE_ROW
        and own[1].physical_page == own[0].physical_page + 1
    ]


def _with_break(docx: bytes, stranded: Sequence[int]) -> bytes | None:
    """The document with a break before the first stranded table; None when none can be moved."""
    root = parsed(member(docx, BODY))
    blocks = list(root.find(f"{W}body"))
    keeping = _keeping_styles(docx)
    for index in stranded:
        if blocks[index].tag != f"{W}tbl" or blocks[index].find(f".//{W}tblHeader") is None:
            continue
        first = _first_kept(blocks, index, keeping)
        if first is not None and _break_before(first):
            return with_body(docx, root)
    return None


def _keeping_styles(docx: bytes) -> frozenset[str]:
    """The styles that keep a paragraph with the next one."""
    root = parsed(member(docx, "word/styles.xml"))
    return frozenset(
        style.get(f"{W}styleId", "")
        for style in root.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    )


def _first_kept(blocks: Sequence[Any], table: int, keeping: frozenset[str]) -> Any:
    """The first of the paragraphs to move with a table; None when there are none.

    They are its headings; without any, the line before it, for a break in a cell is not heeded.
    """
    first = None
    for block in reversed(blocks[:table]):
        style = block.find(f"{W}pPr/{W}pStyle")
        is_kept = style is not None and style.get(f"{W}val") in keeping
        if block.tag != f"{W}p" or not (is_kept or first is None):
            break
        first = block
    return first


def _break_before(paragraph: Any) -> bool:
    """Start the paragraph on a new page; False when it did already (ISO/IEC 29500-1, 17.3.1.23)."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.SubElement(paragraph, f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}pageBreakBefore") is not None:
        return False
    place = sum(child.tag in _BEFORE_BREAK for child in properties)
    properties.insert(place, etree.Element(f"{W}pageBreakBefore"))
    return True
