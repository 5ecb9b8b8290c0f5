"""A page of a PDF → its words with their places, upright as most of them are read."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from protokollant.readers.lost_letters import LOST, with_lost_letters
from protokollant.readers.pdf_rules import Band, bands_of, rules_of
from protokollant.readers.symbols import shown_signs

_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009))
_LINE_END_HYPHENS = frozenset((0x02, 0xFFFE))
_NOTHING = frozenset((0xFEFF, 0x200B))
_UNKNOWN = frozenset((0x00, 0xFFFD, 0xFFFF))
_BOLD = 600
_QUARTER = math.pi / 2
_BOX = 1.15  # how much higher than its font's size a letter's box is, about
COLUMN_GAP = 1.3  # a gap this wide, in letter heights, parts columns
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
    words = list(_Letters(textpage.raw).words())
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


class _Letters:
    """A page's letters as the library has them; what it writes its answers into is made once."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._font = ctypes.create_string_buffer(80)

    def words(self) -> Iterator[Word]:
        """The words in the order the file has them, parted at spaces that are written or seen."""
        unicode: Callable[[Any, int], int] = pdfium.FPDFText_GetUnicode
        letters: list[str] = []
        count = pdfium.FPDFText_CountChars(self._text)
        first = 0
        for at in range(count):
            sign = unicode(self._text, at)
            if sign in _SPACES:
                if letters:
                    yield self._word(letters, first, at - 1)
                letters = []
            elif sign not in _NOTHING:
                if not letters:
                    first = at
                letters.append(_letter(sign))
        if letters:
            yield self._word(letters, first, count - 1)

    def _word(self, letters: list[str], first: int, last: int) -> Word:
        box = self._box
        pdfium.FPDFText_GetCharOrigin(self._text, first, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(self._text, last, box)
        angle = pdfium.FPDFText_GetCharAngle(self._text, first)
        turn = round(-angle / _QUARTER) % 4  # the library counts them clockwise
        x, y = self._x.value, self._y.value
        # Along the way it is written: right, up, left, down.
        left, base = ((x, y), (y, x), (x, y), (y, x))[turn]
        return Word(
            with_lost_letters(shown_signs("".join(letters))),
            left,
            (box.right, box.top, box.left, box.bottom)[turn],
            base,
            self._size(first, turn),
            self._is_bold(first),
            turn,
        )

    def _is_bold(self, at: int) -> bool:
        """By the font's weight, or by its name where the file does not tell the weight."""
        if pdfium.FPDFText_GetFontWeight(self._text, at) >= _BOLD:
            return True
        pdfium.FPDFText_GetFontInfo(self._text, at, self._font, 80, None)
        return b"bold" in self._font.value.lower()

    def _size(self, at: int, turn: int) -> float:
        """The letters' height on the page; the font's own size says little where it is scaled."""
        box = self._box
        height = abs(box.top - box.bottom) if turn % 2 == 0 else abs(box.right - box.left)
        size: float = pdfium.FPDFText_GetFontSize(self._text, at)
        return height / _BOX if height else size


def _letter(sign: int) -> str:
    if sign in _LINE_END_HYPHENS:
        return "-"
    return LOST if sign in _UNKNOWN else chr(sign)


def _upright(word: Word, turn: int) -> Word:
    """The word with its place as it is where the page is turned to be read."""
    if turn == 0:
        return word
    if turn == 1:
        return replace(word, base=-word.base)
    if turn == 2:
        return replace(word, left=-word.left, right=-word.right, base=-word.base)
    return replace(word, left=-word.left, right=-word.right)
