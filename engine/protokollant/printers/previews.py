"""Pages → PNG pictures: of a Word document by the embedded engine, of any PDF."""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import Any

from protokollant.errors import ReadError
from protokollant.printers.embedded import page_pictures

__all__ = ["page_pictures", "pdf_pictures"]

_POINTS = 72
_ONE_AT_A_TIME = Lock()  # the library's own state is shared between threads


def pdf_pictures(pdf: bytes, dpi: int = 110) -> tuple[bytes, ...]:
    """Each page of a PDF as a PNG. Raises ReadError when it is damaged or locked."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).casefold():
                raise ReadError(
                    "är låst med lösenord.", remedy="Spara den utan lösenord först."
                ) from error
            raise ReadError(
                "går inte att läsa som PDF.",
                remedy="Öppna den i en PDF-läsare och spara den på nytt.",
            ) from error
        try:
            return tuple(_picture(page, dpi) for page in document)
        finally:
            document.close()


def _picture(page: Any, dpi: int) -> bytes:
    buffer = BytesIO()
    drawn = page.render(scale=dpi / _POINTS)
    drawn.to_pil().save(buffer, "PNG")
    return buffer.getvalue()
