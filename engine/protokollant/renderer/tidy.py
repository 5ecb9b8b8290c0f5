"""A filled part with marks → the part: what filling left empty is gone, and so are the marks.

A value's marks that stand together are a value that printed nothing; once they are gone, any
value's mark that is left stands, like `VISIBLE`, for something to see.
"""

from __future__ import annotations

import re

from protokollant.renderer import wordml as x
from protokollant.renderer.grids import fit_grids

_SEEN = x.VISIBLE + x.VALUE
_BLANK_VALUE = re.compile(f"{x.VALUE}\\s+{x.VALUE_END}")
_PARAGRAPH = re.compile(f"{x.PARAGRAPH}[^{x.PARAGRAPH}{x.PARAGRAPH_END}{_SEEN}]*{x.PARAGRAPH_END}")
_ROW = re.compile(f"{x.ROW}[^{x.ROW}{x.ROW_END}{_SEEN}]*{x.ROW_END}")
_TABLE = re.compile(f"{x.TABLE}[^{x.TABLE}{x.TABLE_END}{_SEEN}]*{x.TABLE_END}")
_SPARE = re.compile(f"(?<=</w:p>){x.SPARE}[^{x.SPARE_END}]*{x.SPARE_END}")
_LAST_PARAGRAPH = re.compile(f"</w:p>[{x.PARAGRAPH_END}{x.VALUE_END}]+(?={x.SPARE})")
_MARKS = "".join(
    (
        *(x.PARAGRAPH, x.PARAGRAPH_END, x.VALUE, x.VALUE_END, x.VISIBLE, x.ROW, x.ROW_END),
        *(x.TABLE, x.TABLE_END, x.SPARE, x.SPARE_END, x.GRID, x.GRID_END),
    )
).encode()
_EMPTY_TEXT = b'<w:t xml:space="preserve"></w:t>'


def tidy(text: str, *, nested: bool) -> bytes:
    """Remove paragraphs, rows and tables without anything to see, then every mark.

    `nested` says that the part has tables in tables, which may have to go from the inside out.
    """
    text = text.replace(x.VALUE + x.VALUE_END, "")
    if f" {x.VALUE_END}" in text or f"\u00a0{x.VALUE_END}" in text:
        text = _BLANK_VALUE.sub(" ", text)
    if x.PARAGRAPH in text:
        text = _PARAGRAPH.sub("", text)
    text = _without_tables(text)
    while nested and (fewer := _without_tables(text)) != text:
        text = fewer
    if x.SPARE in text:
        text = _SPARE.sub("", _LAST_PARAGRAPH.sub("</w:p>", text))
    if x.GRID in text:
        text = fit_grids(text)
    return text.encode().translate(None, _MARKS).replace(_EMPTY_TEXT, b"")


def _without_tables(text: str) -> str:
    if x.ROW in text:
        text = _ROW.sub("", text)
    return _TABLE.sub("", text) if x.TABLE in text else text
