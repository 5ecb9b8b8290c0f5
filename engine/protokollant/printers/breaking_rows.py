"""Rows that may not break over pages → rows that may, in what LibreOffice is given.

LibreOffice 7.4 lays out some tables with a repeated header so that the rows below one that has no
room, and may not break (ISO/IEC 29500-1, 17.4.6), are on no page at all. A row in two pieces is
the lesser fault.
"""

from __future__ import annotations

from lxml import etree

from protokollant.printers.word_parts import BODY, W, member, parsed, with_body


def with_breaking_rows(docx: bytes) -> bytes:
    """The document with every row below a repeated header free to break; else the same bytes."""
    content = member(docx, BODY)
    if b"w:cantSplit" not in content or b"w:tblHeader" not in content:
        return docx
    root = parsed(content)
    kept_whole = [mark for row in root.iter(f"{W}tr") for mark in _marks(row)]
    for mark in kept_whole:
        mark.getparent().remove(mark)
    return with_body(docx, root) if kept_whole else docx


def _marks(row: etree._Element) -> list[etree._Element]:
    """What keeps a row whole, where its table has a header row and it is another."""
    table = row.getparent()
    if table is None or row.find(f"{W}trPr/{W}tblHeader") is not None:
        return []
    has_header = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    return row.findall(f"{W}trPr/{W}cantSplit") if has_header else []
