"""PDF with a text layer → lines, the columns kept apart by runs of spaces.

Words come with their places (pdf_words.py) and are set in lines as the page shows them
(pdf_layout.py), not in the order in which the file happens to draw them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Lock

import pypdfium2 as pdfium

from protokollant.errors import ReadError
from protokollant.readers.lost_letters import LOST
from protokollant.readers.pdf_data import values_in
from protokollant.readers.pdf_layout import page_lines, typical_pitch
from protokollant.readers.pdf_words import Page, page_of
from protokollant.readers.text import mended_hyphens
from protokollant.source import Doubt, Line, Transcript
from protokollant.swedish import join_list

_ONE_AT_A_TIME = Lock()  # the library's own state is shared between threads


def read_pdf(data: bytes) -> Transcript:
    """The lines of a PDF, page by page. Raises ReadError when it is damaged, locked or scanned."""
    with _ONE_AT_A_TIME:
        pages, values = _opened(data)
    if not values and not any(page.words or page.aside for page in pages):
        raise ReadError(
            "har ingen text, bara bilder av sidor.",
            remedy="Kör textigenkänning (OCR) på filen först.",
        )
    return Transcript(tuple(_mended(list(_lines(pages)))), tuple(doubts_of(pages)), data=values)


def _opened(data: bytes) -> tuple[list[Page], str]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold():
            raise ReadError(
                "är låst med lösenord.", remedy="Spara den utan lösenord först."
            ) from error
        raise _damaged() from error
    try:
        pages = [page_of(document[i], i + 1) for i in range(len(document))]
        return pages, values_in(document)
    except pdfium.PdfiumError as error:
        raise _damaged() from error
    finally:
        document.close()


def _damaged() -> ReadError:
    return ReadError(
        "går inte att läsa som PDF.",
        remedy="Filen kan vara skadad: öppna den i en PDF-läsare och spara den på nytt.",
    )


def _lines(pages: Sequence[Page]) -> Iterator[Line]:
    pitch = typical_pitch(pages)
    number = 0
    for page in pages:
        for line in page_lines(page, pitch):
            number += 1
            yield replace(line, number=number)


def _mended(lines: Sequence[Line]) -> Iterator[Line]:
    texts = mended_hyphens([line.text for line in lines])
    return (replace(line, text=text) for line, text in zip(lines, texts, strict=True))


def doubts_of(pages: Sequence[Page]) -> Iterator[Doubt]:
    """What could not be read: pages that are pictures, words whose letters the font hides."""
    pictures = [str(page.number) for page in pages if page.is_picture]
    if pictures:
        which = "Sidan" if len(pictures) == 1 else "Sidorna"
        message = f"{which} {join_list(pictures)} är en bild utan text och kunde inte läsas"
        if len(pictures) > 1:
            message = f"{which} {join_list(pictures)} är bilder utan text och kunde inte läsas"
        yield Doubt(None, f"{message}: kör textigenkänning (OCR).")
    lost = sum(LOST in word.text for page in pages for word in page.words)
    if lost:
        words = "ett ord" if lost == 1 else f"{lost} ord"
        yield Doubt(
            None,
            f"Typsnittet döljer bokstäver i {words} (tecknet {LOST}): jämför med originalet.",
        )
