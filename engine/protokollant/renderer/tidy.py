"""A filled part with marks → the part: what filling left empty is gone, and so are the marks."""

from __future__ import annotations

import re

from protokollant.renderer import wordml as x

_BLANK_VALUE = re.compile(f"{x.VALUE}\\s+{x.VALUE_END}")
_PARAGRAPH = re.compile(
    f"{x.PARAGRAPH}[^{x.PARAGRAPH}{x.PARAGRAPH_END}{x.VISIBLE}]*{x.PARAGRAPH_END}"
)
_ROW = re.compile(f"{x.ROW}[^{x.ROW}{x.ROW_END}{x.VISIBLE}]*{x.ROW_END}")
_TABLE = re.compile(f"{x.TABLE}[^{x.TABLE}{x.TABLE_END}{x.VISIBLE}]*{x.TABLE_END}")
_SPARE = re.compile(f"(?<=</w:p>){x.SPARE}[^{x.SPARE_END}]*{x.SPARE_END}")
_EMPTY_TEXT = '<w:t xml:space="preserve"></w:t>'


def tidy(text: str, *, nested: bool) -> str:
    """Remove paragraphs, rows and tables without anything to see, then every mark.

    `nested` says that the part has tables in tables, which may have to go from the inside out.
    """
    if x.VALUE in text:
        text = text.replace(x.VALUE + x.VALUE_END, "")
        text = _BLANK_VALUE.sub(" ", text)
        text = text.replace(x.VALUE, x.VISIBLE).replace(x.VALUE_END, "")
    if x.PARAGRAPH in text:
        text = _PARAGRAPH.sub("", text)
        text = text.replace(x.PARAGRAPH, "").replace(x.PARAGRAPH_END, "")
    text = _without_tables(text)
    while nested and (fewer := _without_tables(text)) != text:
        text = fewer
    if x.SPARE in text:
        text = _SPARE.sub("", text).replace(x.SPARE, "").replace(x.SPARE_END, "")
    for mark in (x.VISIBLE, x.ROW, x.ROW_END, x.TABLE, x.TABLE_END):
        if mark in text:
            text = text.replace(mark, "")
    return text.replace(_EMPTY_TEXT, "")


def _without_tables(text: str) -> str:
    if x.ROW in text:
        text = _ROW.sub("", text)
    return _TABLE.sub("", text) if x.TABLE in text else text
