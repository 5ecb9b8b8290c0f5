"""Words with places → lines of text, set with spaces so that columns stand below each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from protokollant.readers.pdf_words import Page, Word
from protokollant.source import Line

_SAME_LINE = 0.45  # how far apart baselines may be, in letter heights
_COLUMN_GAP = 1.3  # a gap this wide, in letter heights, parts columns
_APART = 3  # spaces that the parser takes for a parting of columns
_GAP = 1.35  # lines this much farther apart than usual have space between them
_WIDE_GAP = 2.6


def typical_pitch(pages: Sequence[Page]) -> float:
    """How far apart lines that follow on stand in the document, in letter heights."""
    steps = sorted(
        (above[0].base - below[0].base) / max(below[0].size, 1)
        for page in pages
        for lines in [_in_lines(page.words)]
        for above, below in itertools.pairwise(lines)
    )
    steps = [step for step in steps if step > 0.7]
    return min(max(steps[len(steps) // 4], 1.0), 1.7) if steps else 1.2


def page_lines(page: Page, pitch: float) -> Iterator[Line]:
    """The page's lines from the top, blank ones where there is space; the numbers are all 0."""
    lines = _in_lines(page.words)
    width = _letter_width(page.words)
    margin = min((word.left for word in page.words), default=0.0)
    above: float | None = None
    for words in lines:
        base, size = words[0].base, max(word.size for word in words)
        if above is not None:
            step = (above - base) / max(size, 1) / pitch
            blanks = 0 if step < _GAP else 1 if step < _WIDE_GAP else 2
            yield from (Line(0, "", page=page.number) for _ in range(blanks))
        above = base
        yield Line(
            0,
            _set(words, margin, width),
            page=page.number,
            bold=all(word.is_bold for word in words),
            size=round(size, 1),
            left=round(words[0].left, 1),
            top=round(page.height - base, 1),
        )
    for words in _in_lines(page.aside):
        yield Line(0, " ".join(word.text for word in words), page=page.number, zone="footer")


def _in_lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words grouped by baseline, from the top, each line from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.turn, -word.base, word.left)):
        if lines and _is_beside(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _is_beside(line: Sequence[Word], word: Word) -> bool:
    apart = abs(line[0].base - word.base)
    return word.turn == line[0].turn and apart < _SAME_LINE * (line[0].size + word.size) / 2


def _letter_width(words: Sequence[Word]) -> float:
    """The usual width of a letter: the page's unit when places become spaces."""
    widths = [(w.right - w.left) / len(w.text) for w in words if len(w.text) > 3]
    return max(median(widths), 1.0) if widths else 5.0


def _set(words: Sequence[Word], margin: float, width: float) -> str:
    """The line's text, each word after a gap at the place where it stands on the page."""
    text = " " * round((words[0].left - margin) / width)
    end = words[0].left
    for i, word in enumerate(words):
        gap = word.left - end
        if i and gap > _COLUMN_GAP * word.size:
            column = round((word.left - margin) / width)
            text += " " * max(_APART, column - len(text))
        elif i:
            text += " "
        text += word.text
        end = word.right
    return text
