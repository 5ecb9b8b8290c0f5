"""A page of a PDF → its words with their places, upright as most of them are read."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from protokollant.readers.pdf_rules import Band, bands_of, rules_of
from protokollant.readers.symbols import shown_signs

_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009))
_LINE_END_HYPHENS = frozenset((0x02, 0xFFFE))
_NOTHING = frozenset((0x00, 0xFEFF, 0x200B))
_BOLD = 600
_SAME_LINE = 0.45  # how far apart baselines may be, in letter heights


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its baseline's left end `left`, `base` (upwards), its right end, size in points.

    `turn` counts the quarter turns against the page that it is written with.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page; `aside` are those that run another way than the others.

    `bands` are the rows of ruled tables, where the page is upright.
    """

    number: int
    words: tuple[Word, ...]
    aside: tuple[Word, ...] = ()
    height: float = 0
    is_picture: bool = False
    bands: tuple[Band, ...] = ()


def page_of(page: Any, number: int) -> Page:
    """The words of a page of an open document."""
    textpage = page.get_textpage()
    words = list(_words(textpage.raw))
    textpage.close()
    width, height = page.get_width(), page.get_height()
    turns = Counter[int]()
    for word in words:
        turns[word.turn] += len(word.text)
    upright = turns.most_common(1)[0][0] if turns else 0
    main = [_upright(word, upright) for word in words if word.turn == upright]
    aside = tuple(_upright(word, word.turn) for word in words if word.turn != upright)
    is_picture = not words and _has_picture(page)
    bands = tuple(bands_of(rules_of(page))) if words and upright == 0 else ()
    return Page(number, tuple(main), aside, max(width, height), is_picture, bands)


def in_lines(words: Sequence[Word]) -> list[list[Word]]:
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


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _words(text: Any) -> Iterator[Word]:
    """The words in the order the file has them, parted at spaces that are written or seen."""
    unicode: Callable[[Any, int], int] = pdfium.FPDFText_GetUnicode
    letters: list[str] = []
    first = 0
    for at in range(pdfium.FPDFText_CountChars(text)):
        sign = unicode(text, at)
        if sign in _SPACES:
            if letters:
                yield _word(text, letters, first, at - 1)
            letters = []
        elif sign not in _NOTHING:
            if not letters:
                first = at
            letters.append("-" if sign in _LINE_END_HYPHENS else chr(sign))
    if letters:
        yield _word(text, letters, first, pdfium.FPDFText_CountChars(text) - 1)


def _word(text: Any, letters: list[str], first: int, last: int) -> Word:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, first, ctypes.byref(x), ctypes.byref(y))
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, last, ctypes.byref(box))
    angle = pdfium.FPDFText_GetCharAngle(text, first)
    turn = round(-angle / (math.pi / 2)) % 4  # the library counts them clockwise
    # Along the way it is written: right, up, left, down.
    left, base = ((x, y), (y, x), (x, y), (y, x))[turn]
    right = (box.right, box.top, box.left, box.bottom)[turn]
    return Word(
        shown_signs("".join(letters)),
        left.value,
        right,
        base.value,
        _size(text, first, box, turn),
        _is_bold(text, first),
        turn,
    )


def _is_bold(text: Any, at: int) -> bool:
    """By the font's weight, or by its name where the file does not tell the weight."""
    if pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(80)
    pdfium.FPDFText_GetFontInfo(text, at, name, 80, None)
    return b"bold" in name.value.lower()


def _size(text: Any, at: int, box: Any, turn: int) -> float:
    """The letters' height on the page; the font's own size says little where the page scales it."""
    height = abs(box.top - box.bottom) if turn % 2 == 0 else abs(box.right - box.left)
    size: float = pdfium.FPDFText_GetFontSize(text, at)
    return height / 1.15 if height else size


def _upright(word: Word, turn: int) -> Word:
    """The word with its place as it is where the page is turned to be read."""
    if turn == 0:
        return word
    if turn == 1:
        return replace(word, base=-word.base)
    if turn == 2:
        return replace(word, left=-word.left, right=-word.right, base=-word.base)
    return replace(word, left=-word.left, right=-word.right)
