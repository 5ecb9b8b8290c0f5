"""Symbol-font bullets and boxes → characters with a meaning, for search, copying and reading aloud.

Word's Symbol and Wingdings keep their signs at private codes; LibreOffice passes those on as the
text of the sign, which says nothing (ISO 19005-2, 6.2.11.7.3). Only the fonts' tables that tell
text from glyphs (/ToUnicode; ISO 32000-1, 9.10.3) change, never what the page shows.
"""

from __future__ import annotations

import re

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

MEANINGS = {
    "F0B7": "2022",  # • bullet
    "F0A7": "25AA",  # ▪ small square
    "F0D8": "27A2",  # ➢ arrowhead
    "F0FC": "2713",  # ✓ tick
    "F0FD": "2612",  # ☒ crossed box
    "F0FE": "2611",  # ☑ ticked box
}
"""Private code → Unicode, for signs that one of the fonts has and no text uses in the other.

Codes that mean a bullet in Wingdings and a Greek letter in Symbol are left as they are: a file
that says less is better than one that says something wrong.
"""

_CHARACTERS = re.compile(rb"beginbfchar.*?endbfchar", re.DOTALL)
_PAIR = re.compile(rb"(<[0-9A-Fa-f]+>\s*<)([0-9A-Fa-f]{4})(>)")


def name_symbols(writer: PdfWriter) -> None:
    """Give every known symbol in the file's fonts its Unicode character."""
    for font in writer._objects:
        if not isinstance(font, DictionaryObject) or "/ToUnicode" not in font:
            continue
        table = font["/ToUnicode"].get_object()
        if isinstance(table, StreamObject):
            data = table.get_data()
            named = with_meanings(data)
            if named != data:
                table.set_data(named)


def with_meanings(table: bytes) -> bytes:
    """A /ToUnicode table with private codes replaced by the characters they mean."""
    return _CHARACTERS.sub(lambda block: _PAIR.sub(_meant, block[0]), table)


def _meant(pair: re.Match[bytes]) -> bytes:
    code = pair[2].decode().upper()
    return pair[1] + MEANINGS.get(code, code).encode() + pair[3]
