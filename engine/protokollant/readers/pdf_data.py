"""PDF → the meeting's values, where this program put them into the file (a PDF/A-3)."""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

from protokollant.source import DATA_NAME

LARGEST = 20_000_000
"""Bytes of values; no year of meetings comes near."""


def values_in(document: pdfium.PdfDocument) -> str:
    """The text of the file inside that is called DATA_NAME; "" when there is none to be used."""
    for place in range(document.count_attachments()):
        try:
            attachment = document.get_attachment(place)
            if attachment.get_name() == DATA_NAME and _is_fit(attachment):
                return bytes(attachment.get_data()).decode()
        except (pdfium.PdfiumError, UnicodeDecodeError):
            continue
    return ""


def _is_fit(attachment: pdfium.PdfAttachment) -> bool:
    size = raw.c_ulong()
    read = raw.FPDFAttachment_GetFile(attachment, None, 0, size)
    return bool(read) and 0 < size.value <= LARGEST
