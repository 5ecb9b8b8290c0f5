"""Lines → rows: text mended, columns seen, blank lines counted instead of kept."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from protokollant.source import Line
from protokollant.swedish import normalise_text


@dataclass(frozen=True)
class Row:
    """A line that says something.

    `gap` is how many blank lines part it from the row above, as this document spaces its text:
    0 follows on directly. `blanks` counts them as they stand. `level` is the heading level that
    markup or a Word style gives it, 0 for none.
    """

    line: Line
    text: str
    indent: int = 0
    gap: int = 0
    blanks: int = 0
    level: int = 0

    @property
    def number(self) -> int:
        """The line's number in the source."""
        return self.line.number

    @cached_property
    def plain(self) -> str:
        """The text without marks of emphasis or heading."""
        return self.text.strip("*_#\\ ").replace("**", "") or self.text

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The texts that stand apart: cells, or parted by a tab or several spaces."""
        if self.line.cells:
            cells = [" ".join(normalise_text(cell).split()) for cell in self.line.cells]
            return tuple(cell for cell in cells if cell)
        text = normalise_text(self.line.text).strip()
        if text.startswith("|") and text.endswith("|"):
            text = text.strip("| ")
        return tuple(_COLUMNS.split(text))


_COLUMNS = re.compile(r"\s*\t\s*|\s+\|\s+| {2,}\|\s*|\s{3,}")
_WORDLESS = re.compile(r"[\W_]*")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,})\s*")
_MARKED = re.compile(r"\s*(#{1,6})\s*(?=\w|[*_\[])")
_WORD_LIST_LEVEL = re.compile(r"(?:list|punktlista|numrerad lista).*?(\d)$", re.IGNORECASE)
_WORD_HEADING = re.compile(r"(?:heading|rubrik)\s*(\d)|(title|rubrik)", re.IGNORECASE)


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The rows of the lines, in order. Lines without a word or a digit only part the others."""
    rows: list[Row] = []
    blanks = 1
    for line in lines:
        text = " ".join(normalise_text(line.text).split()).rstrip("\\").rstrip()
        if _WORDLESS.fullmatch(text) and "✓" not in text:
            blanks += 1
            if rows and blanks == 1 and (under := _UNDERLINE.fullmatch(line.text)):
                rows[-1] = replace(rows[-1], level=1 if under[1][0] == "=" else 2)
            continue
        rows.append(_row(line, text, blanks))
        blanks = 0
    return _evenly_spaced(rows)


def _row(line: Line, text: str, blanks: int) -> Row:
    level = 0
    if marked := _MARKED.match(text):
        level, text = len(marked[1]), text[marked.end() :].rstrip("# ")
    elif styled := _WORD_HEADING.fullmatch(line.style.strip()):
        level = int(styled[1] or 1)
    raw = line.text.expandtabs(8)
    indent = len(raw) - len(raw.lstrip())
    if nested := _WORD_LIST_LEVEL.search(line.style):
        indent = 2 * int(nested[1])
    if line.style:  # a paragraph of its own, whatever space Word puts around it
        blanks = max(blanks, 1)
    return Row(line, text, indent, blanks, blanks, level)


def _evenly_spaced(rows: list[Row]) -> list[Row]:
    """The rows with one blank line less between them where the source has one after every line."""
    if not _is_double_spaced(rows):
        return rows
    return [
        replace(row, gap=max(0, row.blanks - 1) if row.blanks else int(row.indent > 0))
        for row in rows
    ]


def _is_double_spaced(rows: list[Row]) -> bool:
    """Whether sentences run on across blank lines much more often than across line ends."""
    across = {0: 0, 1: 0}
    ones = 0
    for above, row in itertools.pairwise(rows):
        ones += row.blanks == 1
        if row.blanks in across and runs_on(above.text, row.text):
            across[row.blanks] += 1
    return across[1] >= 3 and across[1] > 2 * across[0] and across[1] * 8 >= ones


def runs_on(above: str, below: str) -> bool:
    """Whether a sentence goes on from one line to the next, by how they end and begin."""
    return bool(above) and above[-1] not in ".:;?!" and below[:1].islower()
