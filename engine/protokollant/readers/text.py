"""Text file → lines, whatever the encoding it was saved in."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from protokollant.errors import Place, ReadError
from protokollant.source import Line

# First bytes of files that are no text but often carry a text file's name.
_SIGNATURES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")

_REMEDY = "Öppna dokumentet i programmet det kommer från och spara det som ren text (UTF-8)."


def read_text(path: Path) -> tuple[Line, ...]:
    """The lines of a text file. Raises ReadError when it is empty or no text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"går inte att öppna: {error.strerror or error}.",
            place=Place(str(path)),
            remedy="Kontrollera att filen finns och att du får läsa den.",
        ) from error
    text = decode(data)
    if text is None:
        raise ReadError("är ingen textfil.", place=Place(str(path)), remedy=_REMEDY)
    if not text.strip():
        raise ReadError(
            "är tom.", place=Place(str(path)), remedy="Kontrollera att rätt fil valdes."
        )
    return read_text_lines(text)


def read_text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that is already at hand; a form feed begins a new page."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    lines = []
    page = 1
    has_pages = "\f" in text
    for number, line in enumerate(text.split("\n"), 1):
        page += line.count("\f")
        lines.append(Line(number, line.replace("\f", ""), page if has_pages else None))
    return tuple(lines)


def decode(data: bytes) -> str | None:
    """The text of the bytes in the encoding they were saved in; None when they are no text."""
    if data.startswith(_SIGNATURES):
        return None
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"),
                           (b"\xfe\xff", "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return _decoded(data, encoding)
    if wide := _utf_16_without_mark(data):
        return _decoded(data, wide)
    if b"\x00" in data:
        return None
    return _decoded(data, "utf-8") or _eight_bits(data)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if _is_text(text) else None


def _utf_16_without_mark(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero byte in every other place."""
    head = data[:2000]
    if len(head) < 4 or len(data) % 2:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _eight_bits(data: bytes) -> str | None:
    """Windows-1252 or Mac Roman, whichever gives more of the letters that Swedish uses."""
    readings = (
        data.decode("cp1252", errors="replace"),
        data.decode("mac_roman"),
    )
    best = max(readings, key=_swedish_score)
    return best if _is_text(best) else None


def _swedish_score(text: str) -> int:
    """Letters that Swedish uses count for, signs that Swedish text hardly holds against."""
    inside_words = 0
    for before, letter, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if letter.isascii():
            continue
        if letter in "åäöéÅÄÖÉ":
            inside_words += 2
        elif letter in "–—…”’§·•\u00a0":
            inside_words += 1
        elif before.isalpha() or after.isalpha():
            inside_words -= 2
        else:
            inside_words -= 1
    return inside_words


def _is_text(text: str) -> bool:
    controls = sum(1 for sign in text if sign < " " and sign not in "\t\n\r\f\v\x1a")
    return controls * 200 <= len(text) and text.count("\ufffd") * 20 <= len(text)
