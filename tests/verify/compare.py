"""Two PDFs of one document → how far their text, their page breaks and their looks differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

A_LINE = 100
"""Letters of a line of our templates at most: page breaks may lie so far apart."""

UNLIKE = 9.0
"""Mean difference of a page's blurred grey values (0–255) where its lines stand alike."""

_SCALE = 0.6
_BLUR = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """`letters` that only one of the two has, `shift` of page breaks in letters, `looks` of pages.

    Where a table breaks in one only, the letters of its repeated header row are found there alone.

    Looks are those of the least alike pages, among pages that begin and end with the same line.
    """

    pages: tuple[int, int]
    letters: int
    shift: int
    looks: float

    @property
    def is_close(self) -> bool:
        """Whether both have as many pages, and those with the same lines look alike."""
        return self.pages[0] == self.pages[1] and self.looks <= UNLIKE

    @property
    def breaks_alike(self) -> bool:
        """Whether every page break lies within a line of the other's."""
        return self.shift <= A_LINE


def likeness(first: bytes, second: bytes) -> Likeness:
    """How far two PDFs of the same document differ."""
    one, two = pypdfium2.PdfDocument(first), pypdfium2.PdfDocument(second)
    texts = [[_letters(page) for page in document] for document in (one, two)]
    unlike = sum((_counted(texts[0]) - _counted(texts[1])).values()) + sum(
        (_counted(texts[1]) - _counted(texts[0])).values()
    )
    shifts = [abs(a - b) for a, b in zip(*map(_ends, texts), strict=False)]
    alike = [0.0]
    before = 0
    for number, shift in enumerate(shifts):
        if shift == 0 and before == 0:
            alike.append(_difference(one[number], two[number]))
        before = shift
    return Likeness((len(one), len(two)), unlike, max(shifts, default=0), max(alike))


def _letters(page: pypdfium2.PdfPage) -> str:
    return "".join(sign for sign in page.get_textpage().get_text_bounded() if sign.isalnum())


def _counted(pages: list[str]) -> Counter[str]:
    return Counter("".join(pages))


def _ends(pages: list[str]) -> list[int]:
    """How many letters have been read at the end of each page."""
    total, ends = 0, []
    for text in pages:
        total += len(text)
        ends.append(total)
    return ends


def _difference(one: pypdfium2.PdfPage, two: pypdfium2.PdfPage) -> float:
    pictures = [_blurred(page) for page in (one, two)]
    size = pictures[0].size
    apart = ImageChops.difference(pictures[0], pictures[1].resize(size))
    return float(ImageStat.Stat(apart).mean[0])


def _blurred(page: pypdfium2.PdfPage) -> Image.Image:
    picture = page.render(scale=_SCALE).to_pil().convert("L")
    return picture.filter(ImageFilter.BoxBlur(_BLUR))


def picture_beside(first: bytes, second: bytes) -> bytes:
    """The pages of both as one PNG, the first's above the second's, for a person to look at."""
    rows = [
        [p.render(scale=_SCALE).to_pil() for p in pypdfium2.PdfDocument(x)] for x in (first, second)
    ]
    width = max(sum(page.width for page in row) for row in rows)
    height = sum(max(page.height for page in row) for row in rows)
    whole = Image.new("RGB", (width, height), "white")
    top = 0
    for row in rows:
        left = 0
        for page in row:
            whole.paste(page, (left, top))
            left += page.width
        top += max(page.height for page in row)
    buffer = BytesIO()
    whole.save(buffer, "PNG")
    return buffer.getvalue()
