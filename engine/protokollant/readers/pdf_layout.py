"""Words with places → lines of text, set with spaces so that columns stand below each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from protokollant.readers.pdf_cells import Row, row_in
from protokollant.readers.pdf_columns import form_bands
from protokollant.readers.pdf_rules import Band
from protokollant.readers.pdf_words import COLUMN_GAP, Page, Word, in_lines
from protokollant.readers.table_rows import read_rows
from protokollant.source import Line

_WIDEST = 500  # letters, on any page
_APART = 3  # spaces that the parser takes for a parting of columns
_GAP = 1.35  # lines this much farther apart than usual have space between them
_WIDE_GAP = 2.6


def typical_pitch(pages: Sequence[Page]) -> float:
    """How far apart lines that follow on stand in the document, in letter heights."""
    steps = sorted(
        (above[0].base - below[0].base) / max(below[0].size, 1)
        for page in pages
        for lines in [in_lines(page.words)]
        for above, below in itertools.pairwise(lines)
    )
    steps = [step for step in steps if step > 0.7]
    return min(max(steps[len(steps) // 4], 1.0), 1.7) if steps else 1.2


def page_lines(page: Page, pitch: float) -> Iterator[Line]:
    """The page's lines from the top, blank ones where there is space; the numbers are all 0."""
    rows, free = _rows(page.bands, page.words)
    forms, free = _rows(form_bands(in_lines(free)), free)
    rows += forms
    setting = _Setting(page, free)
    written = [_Written(line, (setting.line(line),)) for line in in_lines(free)]
    written += [_Written(row.words, tuple(_row_lines(row, page))) for row in rows]
    above: _Written | None = None
    for one in sorted(written, key=lambda one: -one.top):
        step = (above.bottom - one.top) / max(one.size, 1) / pitch if above else 0
        blanks = 0 if step < _GAP else 1 if step < _WIDE_GAP else 2
        yield from (Line(0, "", page=page.number) for _ in range(blanks))
        yield from one.lines
        above = one
    for words in in_lines(page.aside):
        yield Line(0, " ".join(word.text for word in words), page=page.number, zone="footer")


def _rows(bands: Sequence[Band], words: Sequence[Word]) -> tuple[list[Row], list[Word]]:
    """The rows that the bands make of the words, and the words outside them."""
    rows = [row for band in bands if (row := row_in(band, words))]
    taken = {id(word) for row in rows for word in row.words}
    return rows, [word for word in words if id(word) not in taken]


class _Written:
    """Lines that stand together on the page: the baselines they begin and end on."""

    def __init__(self, words: Sequence[Word], lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.top = max(word.base for word in words)
        self.bottom = min(word.base for word in words)
        self.size = max(word.size for word in words)


class _Setting:
    """How a page's text is set with spaces: from which margin, in which letter width."""

    def __init__(self, page: Page, words: Sequence[Word]) -> None:
        self._page = page
        self._width = _letter_width(words)
        self._margin = min((word.left for word in words), default=0.0)

    def line(self, words: Sequence[Word]) -> Line:
        """The line that the words make."""
        return _placed(Line(0, _set(words, self._margin, self._width)), words, self._page)


def _row_lines(row: Row, page: Page) -> Iterator[Line]:
    """A table's row as one line with cells, or as the lists that its cells are."""
    rows = read_rows(row.cells)
    for cells in rows:
        line = Line(0, "\t".join(cells), cells=cells if len(rows) == 1 else ())
        yield _placed(line, row.words, page)


def _placed(line: Line, words: Sequence[Word], page: Page) -> Line:
    return replace(
        line,
        page=page.number,
        bold=all(word.is_bold for word in words),
        size=round(max(word.size for word in words), 1),
        left=round(min(word.left for word in words), 1),
        top=round(page.height - max(word.base for word in words), 1),
    )


def _letter_width(words: Sequence[Word]) -> float:
    """The usual width of a letter: the page's unit when places become spaces."""
    widths = [(w.right - w.left) / len(w.text) for w in words if len(w.text) > 3]
    return max(median(widths), 1.0) if widths else 5.0


def _set(words: Sequence[Word], margin: float, width: float) -> str:
    """The line's text, each word after a gap at the place where it stands on the page."""
    text = " " * _column((words[0].left - margin) / width)
    end = words[0].left
    for i, word in enumerate(words):
        gap = word.left - end
        if i and gap > COLUMN_GAP * word.size:
            column = _column((word.left - margin) / width)
            text += " " * max(_APART, column - len(text))
        elif i:
            text += " "
        text += word.text
        end = word.right
    return text


def _column(place: float) -> int:
    """The place as a column of spaces; a damaged file may put a word miles from the page."""
    return max(0, round(place)) if abs(place) < _WIDEST else _WIDEST * (place > 0)
