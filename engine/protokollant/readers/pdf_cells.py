"""The words in a ruled row of a table → the paragraphs of each of its cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protokollant.readers.pdf_rules import Band
from protokollant.readers.pdf_words import Word, in_lines
from protokollant.swedish import find_names

_PADDING = 2.0
_SPACE = 0.25  # a space's width, in letter heights
_APART = 1.45  # lines this much farther apart than a letter's height and a bit are paragraphs
# No line of a list ends so: "ersätter / Eva Ek", "måndagen den / 2 mars".
_LEADS_ON = re.compile(
    r"^(?:ersätter|för|och|samt|av|att|till|med|utser|väljer|den|i|på|från|vid|kl\.?|klockan|§§?"
    r"|nr\.?)$|[,–/&-]$",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"\w[-–]$")
_GOES_ON = re.compile(r"(?!(?:och|eller|samt|respektive)\b)\w")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the paragraphs of its cells, and its words."""

    cells: tuple[tuple[str, ...], ...]
    words: tuple[Word, ...]


def row_in(band: Band, words: Sequence[Word]) -> Row | None:
    """The row that the words in the band make; None when they do not keep to its cells."""
    inside = [word for word in words if _is_in(band, word)]
    cells: list[list[Word]] = [[] for _ in band.edges[1:]]
    for word in inside:
        at = sum(edge <= _begins(word) for edge in band.edges) - 1
        if word.right > band.edges[at + 1] + 2 * word.size:
            return None  # text that runs across: the rules are no cells
        cells[at].append(word)
    if sum(bool(cell) for cell in cells) < 1:
        return None
    spans = itertools.pairwise(band.edges)
    texts = tuple(_paragraphs(cell, *span) for cell, span in zip(cells, spans, strict=True))
    return Row(texts, tuple(inside))


def _is_in(band: Band, word: Word) -> bool:
    height = word.base + word.size / 3
    return band.bottom < height < band.top and band.edges[0] <= _begins(word) <= band.edges[-1]


def _begins(word: Word) -> float:
    """A place within the word's first letters: a cell's text may touch its border."""
    return word.left + min(word.right - word.left, word.size) / 2


def _paragraphs(words: Sequence[Word], left: float, right: float) -> tuple[str, ...]:
    """The cell's text; a line goes on from the one above when its first word had no room there."""
    lines = in_lines(words)
    found: list[str] = []
    above: list[Word] = []
    padding = min([line[0].left - left for line in lines], default=0)
    room = right - max(min(padding, 12), _PADDING)
    for line in lines:
        text = " ".join(word.text for word in line)
        if above and _goes_on(above, line, room):
            is_broken = _HYPHEN.search(found[-1]) and _GOES_ON.match(text)
            found[-1] += text if is_broken else f" {text}"
        else:
            found.append(text)
        above = line
    return tuple(found)


def _goes_on(above: Sequence[Word], line: Sequence[Word], room: float) -> bool:
    """Whether a line is the rest of the one above; a person begins a line of their own."""
    size = max(above[0].size, line[0].size)
    if above[0].base - line[0].base > _APART * 1.2 * size:
        return False
    first = line[0]
    if first.text[:1].islower() or first.text[0] == "(" or _LEADS_ON.search(above[-1].text):
        return True
    if _begins_with_person(line):
        return False
    return above[-1].right + _SPACE * size + (first.right - first.left) > room


def _begins_with_person(line: Sequence[Word]) -> bool:
    names = find_names(" ".join(word.text for word in line))
    return bool(names) and names[0].start == 0
