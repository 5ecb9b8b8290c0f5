"""Org → lines: headings by level, keywords as fields, tables by cells, emphasis as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from protokollant.readers.fields import field_line
from protokollant.readers.inline import without_set_off, written_link
from protokollant.readers.tex import tex_line
from protokollant.readers.text import mended_hyphens, text_of
from protokollant.source import Line, Transcript

_KEYWORD = re.compile(r"\s*#\+(?P<key>[\w-]+):\s*(?P<value>.*)", re.IGNORECASE)
_BLOCK = re.compile(r"\s*#\+(?:begin|end)_?\w*\b.*", re.IGNORECASE)
_COMMENT = re.compile(r"\s*#(?:\s.*)?")
_DRAWER = re.compile(r"\s*:[\w-]+:(?:\s.*)?")
_HEADING = re.compile(r"(?P<stars>\*+)\s+(?:\[#[A-Z]\]\s*)?(?P<text>.*?)(?:\s+:[\w@:]+:)?\s*")
_TERM = re.compile(r"(\s*+[-+]\s++)(\S.*?)(?<=\S)\s++::\s++")
_LINK = re.compile(r"\[\[(?P<target>[^\[\]]+)\](?:\[(?P<text>[^\[\]]+)\])?\]")
_TIMESTAMP = re.compile(r"[<\[](\d{4}-\d\d-\d\d[^<>\[\]]*)[>\]]")
_MACRO = re.compile(r"\\[^\W\d_]+\s*[\[{]|\\\\\s*$")
_MARKS = {"*": "**", "/": "*", "_": "", "=": "", "~": "", "+": ""}
_EMPHASIS = re.compile(
    r"(?<![\w*/_=~+])(?P<mark>[*/_=~+])(?P<text>\S|\S.{0,300}?\S)(?P=mark)(?![\w*/_=~+])"
)


def read_org(data: bytes) -> Transcript:
    """The lines of an Org file. Raises ReadError when it is empty or no text."""
    return Transcript(tuple(org_lines(text_of(data))))


def org_lines(text: str) -> Iterator[Line]:
    """The lines of Org text that is at hand."""
    is_drawer = False
    for number, line in enumerate(mended_hyphens(text.split("\n")), 1):
        bare = line.strip()
        if keyword := _KEYWORD.fullmatch(line):
            value = _TIMESTAMP.sub(r"\1", keyword["value"])
            yield field_line(number, keyword["key"].lower(), value)
        elif is_drawer or (_DRAWER.fullmatch(line) and bare.endswith(":")):
            is_drawer = bare.upper() != ":END:"
            yield Line(number, line, zone="header")
        elif _BLOCK.fullmatch(line) or _COMMENT.fullmatch(line):
            continue
        elif bare.startswith("|"):
            yield from _row(number, bare)
        else:
            yield _line(number, line)


def _row(number: int, text: str) -> Iterator[Line]:
    if not text.strip("|+- "):
        return
    cells = tuple(_shown(cell.strip()) for cell in text.strip("|").split("|"))
    shown = tuple(without_set_off(cell)[0] for cell in cells)
    yield Line(number, "\t".join(shown), cells=shown)


def _line(number: int, text: str) -> Line:
    line = Line(number, text)
    if heading := _HEADING.fullmatch(text):
        text = heading["text"]
        line = replace(line, style=f"Heading {min(len(heading['stars']), 9)}")
    shown, is_strong = without_set_off(_shown(_TERM.sub(r"\1\2: ", text)))
    return replace(line, text=shown, bold=is_strong)


def _shown(text: str) -> str:
    """The text as it is exported: links, dates, emphasis and the TeX that Org lets through."""

    def link(found: re.Match[str]) -> str:
        return written_link(found["text"] or found["target"], found["target"])

    def emphasis(found: re.Match[str]) -> str:
        mark = _MARKS[found["mark"]]
        return f"{mark}{found['text']}{mark}"

    text = _TIMESTAMP.sub(r"\1", _LINK.sub(link, text))
    text = text if "://" in text else _EMPHASIS.sub(emphasis, text)
    return tex_line(text) if _MACRO.search(text) else text
