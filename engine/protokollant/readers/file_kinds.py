"""First bytes of a file → what it is, and a clear refusal where no reader can take it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protokollant.errors import ReadError

SAVE_AS_DOCX = "Öppna dokumentet i Word eller LibreOffice och spara det som .docx."
SAVE_AS_TEXT = "Öppna dokumentet i programmet det kommer från och spara det som ren text (UTF-8)."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what a person calls it, the endings it should have, how to make it readable.

    `endings` is empty when nothing here reads it; `remedy` then says what to do.
    """

    name: str
    endings: tuple[str, ...] = ()
    remedy: str = ""


_PDF = Kind("en PDF-fil", (".pdf",))
_WORD = Kind("ett Worddokument", (".docx",))
_HTML = Kind("en webbsida", (".html", ".htm"))
_OLD_WORD = Kind("ett dokument i Words gamla format (.doc)", remedy=SAVE_AS_DOCX)
_LOCKED = Kind("låst med lösenord", remedy="Spara det utan lösenord först.")
_ODT = Kind("ett OpenDocument-dokument (.odt)", remedy=SAVE_AS_DOCX)
_RTF = Kind("ett RTF-dokument (.rtf)", remedy=SAVE_AS_DOCX)
_ZIP = Kind("ett zip-arkiv", remedy="Packa upp det och läs filerna i det.")
_PICTURE = Kind(
    "en bild", remedy="Kör textigenkänning (OCR) på den först och spara resultatet som text."
)
_OTHER = Kind("ingen textfil", remedy=SAVE_AS_TEXT)

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RTF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", _ZIP),
    (b"\x7fELF", _OTHER),
    (b"MZ\x90", _OTHER),
)
_BY_ENDING = {".doc": _OLD_WORD, ".dot": _OLD_WORD, ".odt": _ODT, ".rtf": _RTF}
_PACKAGES = (".docx",)
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HTML_BEGINS = re.compile(rb"\s*(?:<!doctype html|<html\b)", re.IGNORECASE)
_ODT_MIME = b"mimetypeapplication/vnd.oasis.opendocument"


def check_kind(data: bytes, ending: str) -> None:
    """Raise ReadError when the file is empty, or is another kind of file than its ending says."""
    if not data.strip(b"\x00 \t\r\n\f\xef\xbb\xbf"):
        raise ReadError("är tom.", remedy="Kontrollera att rätt fil valdes.")
    kind = _kind_of(data)
    if kind is None or ending in kind.endings:
        return
    if kind is _ZIP and ending in _PACKAGES:  # damaged: the reader of packages tells how
        return
    if kind.remedy:
        raise ReadError(f"är {kind.name}.", remedy=kind.remedy)
    raise ReadError(
        f"är {kind.name}, fast namnet slutar på {ending}.",
        remedy=f"Byt filnamnets ändelse till {kind.endings[0]}.",
    )


def refusal_of(ending: str) -> ReadError | None:
    """The refusal of a kind of file that no reader takes but whose remedy is known."""
    kind = _BY_ENDING.get(ending)
    return ReadError(f"är {kind.name}.", remedy=kind.remedy) if kind else None


def _kind_of(data: bytes) -> Kind | None:
    """The kind that the first bytes tell; None when they tell none, as with plain text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _LOCKED if _ENCRYPTED_PACKAGE in data else _OLD_WORD
    if b"%PDF-" in data[:1024] and b"endobj" in data:
        return _PDF
    return _HTML if _HTML_BEGINS.match(data[:1000]) else None


def _package(data: bytes) -> Kind:
    if _ODT_MIME in data[:200]:
        return _ODT
    return _WORD if b"word/document" in data else _ZIP
