"""Paragraphs, lists and tables in the templates' styles → Markdown, as it was before it was Word.

A sign that Markdown would take for markup is escaped; all others stand as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from protokollant.source import Paragraph, Span, TableRow

_LIST_STEP, _QUOTE_STEP = 360, 567
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_MARKUP = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~])               # a backslash before a sign
    | (?<!\s)\*|\*(?=[^\s*])                # emphasis
    | (?<![\w\s])_(?=\S)|(?<![\w])_(?=\w)|(?<=\w)_(?!\w)
    | `
    | ~~
    | \[(?=[^\]\n]*\]\()                    # a link
    | <(?=[A-Za-z][A-Za-z0-9+.-]+:\S*>|[^\s<>]+@[^\s<>]+>)
    | &(?=\w+;|\#\w+;)""",
    re.VERBOSE,
)
_OPENING = re.compile(
    r"(?P<sign>\#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|(?P<number>\d{1,9})(?=[.)](?:\s|$))"
    r"|[-=*_](?=[-=*_\s]*$)|(?:~~~|```))"
)
_MARKS = (("bold", "**"), ("italic", "*"), ("struck", "~~"))


@dataclass(slots=True)
class _Writer:
    """Markdown being written: `lists` holds the width of the mark at each depth of a list."""

    heading: int
    out: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    in_list: bool = False


def markdown(blocks: Sequence[Paragraph | TableRow], heading: int = 1) -> str:
    """The blocks as Markdown; a Word heading of level `heading` becomes "#"."""
    writer = _Writer(heading)
    for is_table, group in groupby(_tables(blocks), key=lambda one: isinstance(one, list)):
        for one in group:
            if is_table:
                writer.lists, writer.in_list = [], False
                _add(writer, _table(one))  # type: ignore[arg-type]
            else:
                _paragraph(writer, one)  # type: ignore[arg-type]
    return "".join(writer.out)


def _tables(blocks: Sequence[Paragraph | TableRow]) -> list[Paragraph | list[TableRow]]:
    """The blocks with the rows of each table together."""
    found: list[Paragraph | list[TableRow]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif not block.first and found and isinstance(found[-1], list):
            found[-1].append(block)
        else:
            found.append([block])
    return found


def _add(writer: _Writer, text: str, tight: bool = False) -> None:
    if writer.out:
        writer.out.append("\n" if tight else "\n\n")
    writer.out.append(text)


def _paragraph(writer: _Writer, paragraph: Paragraph) -> None:
    text = inline(paragraph.spans)
    if paragraph.depth:
        _list_item(writer, paragraph, text)
        return
    depth = round(paragraph.indent / _LIST_STEP)
    if text and writer.lists and depth and abs(paragraph.indent - depth * _LIST_STEP) < 10:
        margin = " " * sum(writer.lists[:depth])
        _add(writer, margin + _opened(text).replace("\n", "\n" + margin))
        return
    writer.lists, writer.in_list = [], False
    if not text.strip():
        if paragraph.ruled:
            _add(writer, "---")
    elif match := _HEADING.fullmatch(paragraph.style):
        _add(writer, f"{'#' * max(1, int(match[1]) - writer.heading + 1)} {text}")
    elif _is_code(paragraph):
        _add(writer, f"```\n{paragraph.text}\n```")
    else:
        quotes = "> " * round(paragraph.indent / _QUOTE_STEP)
        _add(writer, quotes + _opened(text).replace("\n", "\n" + quotes))


def _list_item(writer: _Writer, paragraph: Paragraph, text: str) -> None:
    depth = min(paragraph.depth, len(writer.lists) + 1)
    continues = len(writer.counts) >= depth and len(writer.lists) >= depth
    del writer.lists[depth:], writer.counts[depth:]
    if not continues:
        first = paragraph.label.strip(" .()")
        del writer.lists[depth - 1 :], writer.counts[depth - 1 :]
        writer.counts.append(int(first) if first.isdigit() else 1)
        writer.lists.append(0)
    else:
        writer.counts[-1] += 1
    mark = "- " if paragraph.label in ("•", "–", "-") else f"{writer.counts[-1]}. "
    writer.lists[-1] = len(mark)
    margin = " " * sum(writer.lists[: depth - 1])
    body = _opened(text).replace("\n", "\n" + margin + " " * len(mark))
    _add(writer, f"{margin}{mark}{body}".rstrip(), tight=writer.in_list)
    writer.in_list = True


def _is_code(paragraph: Paragraph) -> bool:
    return "\n" in paragraph.text and all(s.code for s in paragraph.spans if s.text.strip())


def _table(rows: Sequence[TableRow]) -> str:
    """A table whose first row is its header, which is bold without being written so."""
    header, *others = (tuple(map(_spans, row.cells)) for row in rows)
    if all(span.bold for cell in header for span in cell if span.text.strip()):
        header = tuple(tuple(replace(span, bold=False) for span in cell) for cell in header)
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in (header, *others)]
    lines.insert(1, "|" + " --- |" * len(header))
    return "\n".join(lines)


def _spans(cell: Sequence[Paragraph]) -> tuple[Span, ...]:
    """The text of a cell; its paragraphs are parted by a line's end."""
    parted = [span for paragraph in cell for span in (Span("\n"), *paragraph.spans)]
    return tuple(parted[1:])


def _cell(spans: Sequence[Span]) -> str:
    return inline(spans).replace("\\\n", " ").strip().replace("|", "\\|")


def _opened(text: str) -> str:
    """The text, with its first sign escaped where it would begin a list or a heading."""
    lines = []
    for line in text.split("\n"):
        if match := _OPENING.match(line):
            at = match.end("number") if match["number"] else 0
            line = f"{line[:at]}\\{line[at:]}"
        lines.append(line)
    return "\n".join(lines)


def inline(spans: Sequence[Span]) -> str:
    """The spans as Markdown: emphasis, links, code; a line break is a backslash at its end."""
    plain = "".join(span.text for span in spans)
    lone = {sign for sign in ("*", "_", "`") if plain.count(sign) < 2}
    written: list[str] = []
    for target, group in groupby(spans, key=lambda span: span.target):
        text = _marked(list(group), lone)
        written.append(_link(text, target) if target and text.strip() else text)
    return "".join(written).strip().replace("\n", "\\\n")


def _link(text: str, target: str) -> str:
    if "://" in target and text.replace("\\", "") == target:
        return f"<{target}>"
    return f"[{text}]({target})"


def _marked(spans: Sequence[Span], lone: set[str]) -> str:
    """The spans with signs of emphasis, one inside the other where they overlap."""
    out: list[str] = []
    opened: list[str] = []
    for span in spans:
        wanted = [sign for name, sign in _MARKS if getattr(span, name) and span.text.strip()]
        text = f"`{span.text}`" if span.code else _escaped(span.text, lone)
        _close(out, opened, wanted)
        if set(wanted) - set(opened):
            core = text.lstrip()
            out.append(text[: len(text) - len(core)])
            text = core
        for sign in wanted:
            if sign not in opened:
                opened.append(sign)
                out.append(sign)
        out.append(text)
    _close(out, opened, ())
    return "".join(out)


def _close(out: list[str], opened: list[str], wanted: Sequence[str]) -> None:
    """End the emphasis that is not wanted on; space at its end stands outside it."""
    if set(opened) <= set(wanted):
        return
    core = out[-1].rstrip()
    space, out[-1] = out[-1][len(core) :], core
    while not set(opened) <= set(wanted):
        out.append(opened.pop())
    out.append(space)


def _escaped(text: str, lone: set[str]) -> str:
    """The text with a backslash before what would be markup; a lone sign marks nothing up."""
    return _MARKUP.sub(lambda match: match[0] if match[0] in lone else "\\" + match[0], text)
