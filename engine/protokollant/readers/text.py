"""Text file → lines, whatever the encoding it was saved in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from protokollant.errors import ReadError
from protokollant.readers.encoding import decode
from protokollant.readers.file_kinds import SAVE_AS_TEXT
from protokollant.source import Line, Transcript


def read_text(data: bytes) -> Transcript:
    """The lines of a text file. Raises ReadError when it is empty or no text."""
    return Transcript(read_text_lines(text_of(data)))


def text_of(data: bytes) -> str:
    """The text of a file's bytes, its line ends all alike. Raises ReadError when it is no text."""
    text = decode(data)
    if text is None:
        raise ReadError("är ingen textfil.", remedy=SAVE_AS_TEXT)
    if not text.strip():
        raise ReadError("är tom.", remedy="Kontrollera att rätt fil valdes.")
    return _even(text)


def read_text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that is already at hand; a form feed begins a new page."""
    text = _even(text)
    lines = []
    page = 1
    has_pages = "\f" in text
    for number, line in enumerate(mended_hyphens(text.split("\n")), 1):
        page += line.count("\f")
        lines.append(Line(number, line.replace("\f", ""), page if has_pages else None))
    return tuple(lines)


def _even(text: str) -> str:
    """The text with composed letters and one kind of line end."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


_SOFT = "\u00ad"
# Where a soft hyphen can only be a hyphen: "2013-10-09", "- punkt", "D-sektionen", "Kick-Off".
_IS_HYPHEN = re.compile(
    r"""(?<=\d)\u00ad(?=\d) | ^[ \t]*\u00ad\s | \s\u00ad\s | \b[^\W\d_]\u00ad
      | (?<=[a-zåäö])\u00ad(?=[A-ZÅÄÖ])""",
    re.MULTILINE | re.VERBOSE,
)
_HYPHEN = re.compile(r"\w-\w|^[ \t]*- ", re.MULTILINE)
_REST_OF_WORD = re.compile(r"\s*([a-zåäöéü]+\S*)\s*")


def mended_hyphens(lines: Sequence[str]) -> list[str]:
    """The lines with soft hyphens made what they stand for in this document.

    Some fonts and scanners give every hyphen as a soft one; then each is a hyphen. Elsewhere a
    soft hyphen at a line's end parts a word, whose rest is moved up; others are left alone.
    """
    text = "\n".join(lines)
    if _SOFT not in text:
        return list(lines)
    if _IS_HYPHEN.search(text) and not _HYPHEN.search(text):
        return text.replace(_SOFT, "-").split("\n")
    mended = list(lines)
    for i in range(len(mended) - 1):
        if not mended[i].rstrip().endswith(_SOFT):
            continue
        if rest := _REST_OF_WORD.match(mended[i + 1]):
            mended[i] = mended[i].rstrip()[:-1] + rest[1]
            mended[i + 1] = mended[i + 1][rest.end() :]
    return mended
