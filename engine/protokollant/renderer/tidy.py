"""A filled part with marks → the part: what filling left empty is gone, and so are the marks.

A value's marks that stand together are a value that printed nothing; once they are gone, any
value's mark that is left stands, like `VISIBLE`, for something to see. Bytes are searched several
times faster than text, and the marks alone, a hundredth of the part, tell whether anything goes.
"""

from __future__ import annotations

import re

from protokollant.renderer import wordml as x
from protokollant.renderer.grids import fit_grids

_SEEN = x.VISIBLE + x.VALUE
_MARKS = "".join(
    (
        *(x.PARAGRAPH, x.PARAGRAPH_END, x.VALUE, x.VALUE_END, x.VISIBLE, x.ROW, x.ROW_END),
        *(x.TABLE, x.TABLE_END, x.SPARE, x.SPARE_END, x.GRID, x.GRID_END),
    )
).encode()
_ALL_BUT_MARKS = bytes(set(range(256)) - set(_MARKS))


def _empty(start: str, end: str) -> str:
    return f"{start}[^{start}{end}{_SEEN}]*{end}"


_PARAGRAPH, _ROW, _TABLE = (
    re.compile(_empty(*marks).encode())
    for marks in ((x.PARAGRAPH, x.PARAGRAPH_END), (x.ROW, x.ROW_END), (x.TABLE, x.TABLE_END))
)
_ANY_EMPTY = re.compile(b"|".join((_PARAGRAPH.pattern, _ROW.pattern, _TABLE.pattern)))
_VALUE, _VALUE_END = x.VALUE.encode(), x.VALUE_END.encode()
_SPACES = "|".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
_BLANK_VALUE = re.compile(f"{x.VALUE}(?:{_SPACES})+{x.VALUE_END}".encode())
_SPACE_ENDS = frozenset(space.encode()[-1:] for space in " \u00a0")
_SPARE = re.compile(f"(?<=</w:p>){x.SPARE}[^{x.SPARE_END}]*{x.SPARE_END}".encode())
_LAST_PARAGRAPH = re.compile(f"</w:p>[{x.PARAGRAPH_END}{x.VALUE_END}]+(?={x.SPARE})".encode())
_EMPTY_TEXT = b'<w:t xml:space="preserve"></w:t>'


def tidy(text: str, *, nested: bool) -> bytes:
    """Remove paragraphs, rows and tables without anything to see, then every mark.

    `nested` says that the part has tables in tables, which may have to go from the inside out.
    """
    content = _without_blank_values(text.encode())
    marks = content.translate(None, _ALL_BUT_MARKS)
    if _ANY_EMPTY.search(marks):
        content = _without_tables(_PARAGRAPH.sub(b"", content))
        while nested and (fewer := _without_tables(content)) != content:
            content = fewer
    if x.SPARE.encode() in marks:
        content = _SPARE.sub(b"", _LAST_PARAGRAPH.sub(b"</w:p>", content))
    if x.GRID.encode() in marks:
        content = fit_grids(content.decode()).encode()
    return content.translate(None, _MARKS).replace(_EMPTY_TEXT, b"")


def _without_blank_values(content: bytes) -> bytes:
    """Without the marks of values that printed nothing or only spaces."""
    ends = {before[-1:] for before in content.split(_VALUE_END)}
    if _VALUE in ends:
        content = content.replace(_VALUE + _VALUE_END, b"")
    return content if ends.isdisjoint(_SPACE_ENDS) else _BLANK_VALUE.sub(b" ", content)


def _without_tables(content: bytes) -> bytes:
    return _TABLE.sub(b"", _ROW.sub(b"", content))
