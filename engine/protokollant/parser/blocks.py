"""Rows → blocks: wrapped lines joined to paragraphs and list items, each letter's line known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Literal

from protokollant.parser.rows import Row, runs_on
from protokollant.parser.standing_words import FORMAL_LABEL, part_label
from protokollant.swedish import normalise_text

Kind = Literal["paragraph", "bullet", "number"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block's text and the source line it stands on."""

    line: int
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the stretch ends in the block's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list item. `mark` is the list mark as written; `depth` its nesting.

    `cells` are those of a table's row, whose text they are.
    """

    kind: Kind
    text: str
    pieces: tuple[Piece, ...]
    mark: str = ""
    depth: int = 0
    gap: int = 0
    cells: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line the block begins on."""
        return self.pieces[0].line

    def within(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        """Line and text of every piece of the stretch from `start` to `end`."""
        return tuple((piece.line, piece.text) for piece in self._part(start, end))

    def without(self, stretches: Iterable[tuple[int, int]]) -> Block | None:
        """The block without stretches of its text, given in order; None when no word is left."""
        texts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for start, end in self._between(stretches):
            pieces += (replace(p, start=p.start - start + at) for p in self._part(start, end))
            texts.append(self.text[start:end])
            at += end - start + 1
        text = " ".join(texts)
        if not re.search(r"\w", text):
            return None
        whole = tuple(_one_a_line(pieces, text))
        return replace(self, text=text, pieces=whole, cells=self.cells if text == self.text else ())

    def by_cell(self) -> tuple[Block, ...]:
        """A block for each cell with text of a table's row; the block itself where it is none."""
        if not self.cells:
            return (self,)
        found: list[Block | None] = []
        at = 0
        for cell in filter(None, self.cells):
            start = self.text.find(cell, at)
            if start < 0:
                return (self,)
            at = start + len(cell)
            found.append(self.without([(0, start), (at, len(self.text))]))
        return tuple(block for block in found if block)

    def _part(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of a stretch, the first and last cut to it. Found by halving: a block of
        ten thousand lines is asked for each of its sentences."""
        first = bisect_right(self.pieces, start, key=attrgetter("end"))
        last = bisect_left(self.pieces, end, key=attrgetter("start"))
        for piece in self.pieces[first:last]:
            skipped = max(0, start - piece.start)
            text = piece.text[skipped : end - piece.start]
            yield Piece(piece.line, text, piece.start + skipped)

    def _between(self, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """What stands between the stretches, without the spaces around it."""
        at = 0
        for start, end in (*stretches, (len(self.text), len(self.text))):
            kept = self.text[at:start]
            if kept.strip():
                yield at + len(kept) - len(kept.lstrip()), at + len(kept.rstrip())
            at = end


def _one_a_line(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces of a text, those of one line as one."""
    joined = []
    for line, of_line in groupby(pieces, attrgetter("line")):
        whole = list(of_line)
        start = whole[0].start
        joined.append(Piece(line, text[start : whole[-1].end], start))
    return joined


_BULLET = re.compile(
    r"(?P<mark>(?:[-=–]>|[-–—•·*+▪◦○●■–o→⇒►➢\u00ad\uf0b7])(?=\s)|[•▪●·\uf0b7])\s*(?=\S)"
)
_NUMBER = re.compile(
    r"(?!\([A-ZÅÄÖ]\))(?P<mark>\(?(?:\d{1,2}|[a-zA-ZåäöÅÄÖ]|[ivx]{2,4})[.)])\s+(?=\S)"
)

_LABELLED = re.compile(
    r"(?:mötets\s+)?(?:beslut|förslag|åtgärd|ansvarig|att|att\s+göra|(?:att-?sats|yrkande)(?:\s+\d+)?)\s*[:;]"
    rf"|beslut\s+[–—-]\s|{FORMAL_LABEL}",
    re.IGNORECASE,
)

_ATT = re.compile(r"att\s+", re.IGNORECASE)
_BEFORE_ATT = re.compile(r"(?:\bbeslut\w{0,4}|:)$", re.IGNORECASE)

_LONG = 55  # a line this long may have been broken by the page's width


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """The blocks of the rows. A list that lost its bullets is a list again."""
    blocks: list[_Open] = []
    run = _lost_bullets(rows)
    for i, row in enumerate(rows):
        above = rows[i - 1] if i else None
        opened = _opened(row, in_list=i in run)
        is_last = i + 1 == len(rows) or rows[i + 1].gap > 0
        if (
            blocks
            and above
            and opened.kind == "paragraph"
            and _joins(above, row, blocks[-1], is_last=is_last)
        ):
            blocks[-1].add(row.number, opened.text)
        else:
            blocks.append(opened)
    return _nested([block.closed() for block in blocks], blocks)


class _Open:
    """A block that may still grow."""

    def __init__(self, kind: Kind, row: Row, text: str, mark: str, gap: int) -> None:
        self.kind, self.mark, self.gap, self.indent = kind, mark, gap, row.indent
        self.first = row
        self.parts: list[tuple[int, str]] = [(row.number, text)]

    @property
    def text(self) -> str:
        return self.parts[-1][1]

    def add(self, line: int, text: str) -> None:
        self.parts.append((line, text))

    def closed(self) -> Block:
        pieces: list[Piece] = []
        texts: list[str] = []
        at = 0
        for line, text in self.parts:
            if texts and not _is_hyphenated(texts[-1], text):
                texts.append(" ")
                at += 1
            pieces.append(Piece(line, text, at))
            texts.append(text)
            at += len(text)
        cells = table_cells(self.first) if self.kind == "paragraph" else ()
        return Block(self.kind, "".join(texts), tuple(pieces), self.mark, 0, self.gap, cells)


def _is_hyphenated(above: str, below: str) -> bool:
    """Whether the line was broken at a hyphen inside a word: "två-" + "tre", not "hem- och"."""
    if len(above) < 2 or above[-1] not in "-\u2010\u2011" or not above[-2].isalnum():
        return False
    first = below.split()[0] if below.split() else ""
    return below[:1].isalnum() and first not in ("och", "eller", "samt", "respektive")


def table_cells(row: Row) -> tuple[str, ...]:
    """The row's cells as text, empty ones too; () of a row that is none of a table."""
    if len(row.line.cells) < 2:
        return ()
    return tuple(" ".join(normalise_text(cell).split()) for cell in row.line.cells)


def _opened(row: Row, *, in_list: bool) -> _Open:
    text = row.text
    if bullet := _BULLET.match(text):
        return _Open("bullet", row, text[bullet.end() :], bullet["mark"], row.gap)
    if number := _NUMBER.match(text):
        return _Open("number", row, text[number.end() :], number["mark"], row.gap)
    if row.line.numbering:
        is_number = any(sign.isalnum() for sign in row.line.numbering)
        kind: Kind = "number" if is_number else "bullet"
        return _Open(kind, row, text, row.line.numbering.strip(), row.gap)
    return _Open("bullet" if in_list else "paragraph", row, text, "", row.gap)


def _joins(above: Row, row: Row, block: _Open, *, is_last: bool) -> bool:
    """Whether the row goes on with the block that ends in the row above."""
    if _begins_anew(above, row, is_last):
        return False
    if row.level or above.level or row.line.cells or above.line.cells:
        return False
    if row.gap == 0:
        return _wraps(above, row, block)
    return (
        row.gap == 1
        and block.kind == "paragraph"
        and len(above.text) > _LONG // 2
        and (runs_on(above.text, row.text) and not above.text.endswith(")"))
    )


def _begins_anew(above: Row, row: Row, is_last: bool) -> bool:
    """A labelled row, or a short last one that has its own capital and no full stop either."""
    if _LABELLED.match(row.text) or part_label(row.text) or part_label(above.text):
        return True
    if _ATT.match(row.text) and (_ATT.match(above.text) or _BEFORE_ATT.search(above.text)):
        return True
    is_short = len(row.text) < _LONG * 0.6 and row.text[:1].isupper()
    return is_last and is_short and above.text[-1].isalnum() and row.text[-1].isalnum()


def _wraps(above: Row, row: Row, block: _Open) -> bool:
    if row.text.startswith("|") or above.text.startswith("|"):
        return False
    if above.text.endswith(":") and len(above.text) < _LONG and not row.text[:1].islower():
        return False
    if row.text[:1].islower() or len(above.text) >= _LONG:
        return True
    if block.kind != "paragraph":
        return row.indent > block.indent and above.text[-1] not in ".?!"
    return above.text[-1] not in ".?!" and len(above.text) >= _LONG // 2


def _lost_bullets(rows: Sequence[Row]) -> set[int]:
    """Rows that stand one step in, below rows that do not: list items that lost their bullets."""
    found: set[int] = set()
    run: list[int] = []
    for i, row in enumerate(rows):
        slightly_in = 1 <= row.indent <= 3 and not row.line.cells and row.blanks > 0
        if slightly_in and not _BULLET.match(row.text) and not row.level:
            run.append(i)
        elif run and runs_on(rows[i - 1].text, row.text) and len(rows[i - 1].text) > _LONG // 2:
            continue
        else:
            found.update(run if _is_list(rows, run) else ())
            run = []
    found.update(run if _is_list(rows, run) else ())
    return found


def _is_list(rows: Sequence[Row], run: Sequence[int]) -> bool:
    return len(run) > 1 and all(rows[i].text[-1] not in ".!" for i in run)


def _nested(blocks: list[Block], opened: list[_Open]) -> list[Block]:
    """The blocks with the depth of list items, by their indent and by their marks."""
    found: list[Block] = []
    levels: list[int] = []
    for block, source in zip(blocks, opened, strict=True):
        if block.kind == "paragraph":
            levels = []
            found.append(block)
            continue
        while levels and source.indent < levels[-1]:
            levels.pop()
        if not levels or source.indent > levels[-1]:
            levels.append(source.indent)
        depth = min(len(levels) - 1, 5)
        found.append(Block(block.kind, block.text, block.pieces, block.mark, depth, block.gap))
    return found


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown: blank lines between paragraphs, list items on lines of their own."""
    parts: list[str] = []
    widths: list[int] = []  # how far in the text of each list item above stands
    above: Block | None = None
    for block in _with_tables(blocks):
        if above is not None:
            tight = above.kind != "paragraph" and block.kind != "paragraph"
            tight = tight or (_is_table_row(above) and _is_table_row(block))
            parts.append("\n" if tight else "\n\n")
        del widths[block.depth :]
        parts.append(" " * sum(widths) + _with_mark(block))
        widths.append(3 if block.kind == "number" else 2)
        above = block
    return "".join(parts)


def _with_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, rows of a table as Markdown has them: the first is its header."""
    for columns, run in groupby(blocks, lambda block: len(block.cells)):
        rows = list(run)
        is_table = columns > 1 and len(rows) > 1
        for at, block in enumerate(rows):
            yield replace(block, text=_table_row(block.cells)) if is_table else block
            if is_table and not at:
                yield replace(block, text=_table_row(["---"] * columns))


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _with_mark(block: Block) -> str:
    if block.kind == "paragraph":
        return block.text
    if block.kind == "number" and block.mark.strip("().").isdigit():
        return f"{block.mark.strip('().')}. {block.text}"
    return f"- {block.text}" if block.kind == "bullet" else f"- {block.mark} {block.text}"


def _is_table_row(block: Block) -> bool:
    return block.kind == "paragraph" and block.text.startswith("|")
