"""Meeting text in Markdown → native Word paragraphs, lists and tables in the template's styles.

CommonMark with tables and strikethrough. HTML is text like any other, and indented text is a
paragraph: in meeting notes an indent is never program code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from protokollant.renderer.filling import Filling, current
from protokollant.renderer.runs_of_text import run, runs
from protokollant.renderer.values import refuse_control
from protokollant.renderer.wordml import escape_attribute

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(r"[*_`\[\]<>|~\\!#]|&[#\w]|^\s*(?:[-+=]|\d+[.)])|(?: {2,}|\t)$", re.MULTILINE)
"""Anything that could mean something in Markdown; without it a text is paragraphs only."""
_STYLE = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_AFTER_SPACING = re.compile(
    r"<w:(?:ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|"
    r"textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)\b|</w:pPr>"
)
_COLUMN = (6, 40)
"""The fewest and the most characters that a table column is given room for."""
_TEXT_WIDTH = 9070
"""Twips between the margins of an A4 page; the table fills whatever width there is."""
_INDENT = 360
_ALIGNED = {"text-align:right": "right", "text-align:center": "center"}


@dataclass(frozen=True, slots=True)
class Markdown:
    """Text that becomes whole paragraphs; `heading` is the level of a # heading in it."""

    text: str
    heading: int = 3

    def block_xml(self, paragraph: str, run_look: str) -> str:
        """The paragraphs, looking like the one where the tag stood."""
        refuse_control(self.text)
        filling = current()
        if not _MARKUP.search(self.text):
            return "".join(
                f"<w:p>{paragraph}{run(' '.join(lines), run_look, (), filling)}</w:p>"
                for lines in _plain_paragraphs(self.text)
            )
        writer = _Writer(paragraph, run_look, self.heading, filling)
        _write(writer, markdown_parser().parse(self.text))
        return "".join(writer.out)


def _plain_paragraphs(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in [*text.replace("\r", "\n").split("\n"), ""]:
        if stripped := line.strip():
            lines.append(stripped)
        elif lines:
            yield lines
            lines = []


@cache
def markdown_parser() -> MarkdownIt:
    """How meeting text is read: CommonMark with tables and strikethrough, no indented code."""
    # Most templates have no Markdown, and the parser takes as long to load as a document to fill.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    return parser.enable(["table", "strikethrough"]).disable(["code"])


@dataclass(slots=True)
class _List:
    """A list being written: the style and numbering of its paragraphs."""

    properties: str
    continued: str
    begun: bool = False


@dataclass(slots=True)
class _Writer:
    paragraph: str
    run_look: str
    heading: int
    filling: Filling
    out: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    quotes: int = 0


def _write(writer: _Writer, tokens: Sequence[Token]) -> None:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "table_open":
            end = next(i for i in range(position, len(tokens)) if tokens[i].type == "table_close")
            _table(writer, tokens[position:end])
            position = end
        elif token.type == "heading_open":
            _heading(writer, int(token.tag[1:]), tokens[position + 1])
            position += 2
        else:
            _block(writer, token)
        position += 1


def _block(writer: _Writer, token: Token) -> None:
    kind = token.type
    if kind in ("bullet_list_open", "ordered_list_open"):
        writer.lists.append(_list(writer, token))
    elif kind in ("bullet_list_close", "ordered_list_close"):
        writer.lists.pop()
    elif kind == "list_item_open":
        writer.lists[-1].begun = False
    elif kind == "list_item_close" and not writer.lists[-1].begun:
        _add(writer, _look(writer), "")
    elif kind in ("blockquote_open", "blockquote_close"):
        writer.quotes += 1 if kind == "blockquote_open" else -1
    elif kind == "inline":
        _add(writer, _look(writer), runs(token.children or [], writer.run_look, writer.filling))
    elif kind in ("fence", "code_block"):
        text = token.content.rstrip("\n")
        _add(writer, _look(writer), run(text, writer.run_look, ("code",), writer.filling))
    elif kind == "hr":
        line = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
        _add(writer, f"<w:pPr><w:pBdr>{line}</w:pBdr></w:pPr>", "")


def _add(writer: _Writer, properties: str, content: str) -> None:
    if writer.out and writer.out[-1].endswith("</w:tbl>"):
        properties = _spaced(properties)
    writer.out.append(f"<w:p>{properties}{content}</w:p>")


def _spaced(properties: str) -> str:
    """Room before a paragraph that follows a table, unless it has its own."""
    if "<w:spacing " in properties:
        return properties
    properties = properties or "<w:pPr></w:pPr>"
    later = _AFTER_SPACING.search(properties)
    index = later.start() if later else len(properties)
    return f'{properties[:index]}<w:spacing w:before="120"/>{properties[index:]}'


def _look(writer: _Writer) -> str:
    """Properties of the next ordinary paragraph, by the list or quotation it is in."""
    if writer.lists:
        current_list = writer.lists[-1]
        properties = current_list.continued if current_list.begun else current_list.properties
        current_list.begun = True
        return properties
    if writer.quotes:
        style = writer.filling.styles.find("Quote")
        if style:
            return f"<w:pPr>{_style(style.id)}</w:pPr>"
        own = _STYLE.search(writer.paragraph)
        indent = f'<w:ind w:left="{567 * writer.quotes}"/>'
        return f"<w:pPr>{own.group() if own else ''}{indent}</w:pPr>"
    return writer.paragraph


def _style(style_id: str) -> str:
    return f'<w:pStyle w:val="{escape_attribute(style_id)}"/>'


def _list(writer: _Writer, token: Token) -> _List:
    depth = len(writer.lists)
    ordered = token.type == "ordered_list_open"
    start = int(token.attrGet("start") or 1)
    styles = writer.filling.styles
    name = "List Number" if ordered else "List Bullet"
    deeper = f"{name} {depth + 1}" if depth else name
    style = styles.find(deeper) or styles.find(name)
    numbered, level = styles.numbering(style.id) if style else ("", 0)
    if style and style.name != deeper.casefold():
        level = depth
    styled = _style(style.id) if style else ""
    if numbered and not ordered and style and style.name == deeper.casefold():
        numbering = ""
    elif numbered and not ordered:
        numbering = _numbering(level, numbered)
    elif numbered:
        numbering = _numbering(level, writer.filling.restart(numbered, level, start))
    else:
        like = "decimal" if ordered else "bullet"
        numbering = _numbering(depth, writer.filling.restart(like, depth, start))
    own = _STYLE.search(writer.paragraph)
    indent = f'<w:ind w:left="{_INDENT * (depth + 1)}"/>'
    return _List(
        f"<w:pPr>{styled}{numbering}</w:pPr>",
        f"<w:pPr>{own.group() if own else ''}{indent}</w:pPr>",
    )


def _numbering(level: int, number: int | str) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _heading(writer: _Writer, depth: int, inline: Token) -> None:
    """A sub-heading; where the template has no style so deep, the deepest it has."""
    styles = writer.filling.styles
    level = min(writer.heading + depth - 1, 9)
    style = next(filter(None, (styles.find(f"heading {n}") for n in range(level, 0, -1))), None)
    properties = f"<w:pPr>{_style(style.id)}</w:pPr>" if style else "<w:pPr><w:keepNext/></w:pPr>"
    look = "" if style else writer.run_look
    tokens = inline.children or []
    content = runs(tokens, look, writer.filling)
    _add(writer, properties, content)


def _table(writer: _Writer, tokens: Sequence[Token]) -> None:
    """A table with its first row marked as header; no cells are merged."""
    styles = writer.filling.styles
    style = styles.find("Protokollant Tabell", "table") or styles.find("Table Grid", "table")
    widths = _widths(tokens)
    if writer.out and writer.out[-1].endswith("</w:tbl>"):
        writer.out.append("<w:p></w:p>")
    look = f'<w:tblStyle w:val="{escape_attribute(style.id)}"/>' if style else ""
    rows = "".join(_rows(writer, tokens, widths))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    writer.out.append(
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}'
        f"</w:tblGrid>{rows}</w:tbl>"
    )


def _widths(tokens: Sequence[Token]) -> list[int]:
    """Column widths by the longest text in each, none too narrow and none too wide."""
    columns = sum(token.type == "th_open" for token in tokens)
    texts = [token.content for token in tokens if token.type == "inline"]
    longest = [max(map(len, texts[column::columns])) for column in range(columns)]
    few, many = _COLUMN
    shares = [min(max(length, few), many) for length in longest]
    return [_TEXT_WIDTH * share // sum(shares) for share in shares]


def _rows(writer: _Writer, tokens: Sequence[Token], widths: Sequence[int]) -> Iterator[str]:
    style = writer.filling.styles.find("Tabelltext")
    styled = _style(style.id) if style else ""
    align, column = "", 0
    for token in tokens:
        if token.type == "thead_open":
            header = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        elif token.type == "tbody_open":
            header = "<w:trPr><w:cantSplit/></w:trPr>"
        elif token.type == "tr_open":
            column = 0
            yield f"<w:tr>{header}"
        elif token.type == "tr_close":
            yield "</w:tr>"
        elif token.type in ("th_open", "td_open"):
            align = _ALIGNED.get(str(token.attrGet("style") or ""), "")
        elif token.type == "inline":
            aligned = f'<w:jc w:val="{align}"/>' if align else ""
            properties = f"<w:pPr>{styled}{aligned}</w:pPr>" if styled or aligned else ""
            content = runs(token.children or [], "", writer.filling)
            cell = f'<w:tcPr><w:tcW w:w="{widths[column]}" w:type="dxa"/></w:tcPr>'
            column += 1
            yield f"<w:tc>{cell}<w:p>{properties}{content}</w:p></w:tc>"
