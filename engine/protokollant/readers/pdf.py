"""PDF with a text layer → lines, with the columns kept apart by runs of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from protokollant.errors import ReadError
from protokollant.source import Line, Transcript


def read_pdf(data: bytes) -> Transcript:
    """The lines of a PDF, page by page. Raises ReadError when it is damaged, locked or scanned."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
        pages = [
            page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True)
            for page in reader.pages
        ]
    except ReadError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, IndexError) as error:
        raise ReadError(
            "går inte att läsa som PDF.",
            remedy="Filen kan vara skadad: öppna den i en PDF-läsare och spara den på nytt.",
        ) from error
    if not any(page.strip() for page in pages):
        raise ReadError(
            "har ingen text, bara bilder av sidor.",
            remedy="Kör textigenkänning (OCR) på filen först.",
        )
    return Transcript(tuple(_lines(pages)))


def _locked() -> ReadError:
    return ReadError("är låst med lösenord.", remedy="Spara den utan lösenord först.")


def _lines(pages: list[str]) -> Iterator[Line]:
    number = 0
    for page_number, page in enumerate(pages, 1):
        even = _single_spaced(page)
        for text in even.split("\n"):
            number += 1
            yield Line(number=number, text=text.rstrip(), page=page_number)


def _single_spaced(page: str) -> str:
    """The page with one space between words, where its text layer has two between all of them.

    Text layers made by OCR place every word by itself; the layout then shows wide gaps.
    """
    gaps = re.findall(r"(?<=\S) +(?=\S)", page)
    doubled = sum(len(gap) > 1 for gap in gaps)
    if doubled < 0.6 * len(gaps):
        return page
    return re.sub(r"(?<=\S) {2,3}(?=\S)", " ", page)
