"""Signs that a font has put where no letter has its place → the signs they show."""

from __future__ import annotations

import re

# Symbol and Wingdings keep their signs at U+F000 and up (a bullet is byte B7 there).
_PRIVATE = {
    0xF02D: "–",
    0xF06C: "•",
    0xF06E: "▪",
    0xF06F: "○",
    0xF071: "☐",
    0xF0A7: "▪",
    0xF0A8: "☐",
    0xF0B7: "•",
    0xF0D8: "•",
    0xF0DE: "→",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0FB: "☒",
    0xF0FC: "✓",
    0xF0FD: "☒",
    0xF0FE: "☑",
    # Ligatures of fonts from before Unicode.
    0xF001: "fi",
    0xF002: "fl",
    0xF003: "ffi",
    0xF004: "ffl",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
}
# TeX's fonts have them among the control signs, in two orders.
_CONTROL = {
    0x0B: "ff",
    0x0C: "fi",
    0x0D: "fl",
    0x0E: "ffi",
    0x0F: "ffl",
    0x1B: "ff",
    0x1C: "fi",
    0x1D: "fl",
    0x1E: "ffi",
    0x1F: "ffl",
}
_SIGN = re.compile(r"[\uf000-\uf0ff\ufb00-\ufb04]")
_IN_WORD = re.compile(r"[\x0b-\x0f\x1b-\x1f](?=[^\W\d_])|(?<=[^\W\d_])[\x0b-\x0f\x1b-\x1f]")


def shown_signs(text: str) -> str:
    """The text with the signs that the reader of a page sees."""
    if text.isascii() and text.isprintable():
        return text
    text = _SIGN.sub(lambda sign: _PRIVATE.get(ord(sign[0]), sign[0]), text)
    return _IN_WORD.sub(lambda sign: _CONTROL[ord(sign[0])], text)
