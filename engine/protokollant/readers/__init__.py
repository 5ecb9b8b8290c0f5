"""Source document → lines: one reader a format, chosen by the file's ending.

.txt .text       text.py       whatever the encoding (encoding.py)
.md .markdown    markdown.py
.org             org.py
.tex             tex.py        tokens and words in tex_tokens.py, tex_words.py
.html .htm       html.py
.docx            docx.py
.pdf             pdf.py        words in pdf_words.py, lines in pdf_layout.py, data in pdf_data.py

A reader is a function from a file's bytes to a Transcript. What a file's first bytes say it is
(file_kinds.py) is held against its ending before any reader sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from protokollant.errors import Place, ReadError
from protokollant.readers.file_kinds import check_kind, refusal_of
from protokollant.readers.text import read_text_lines
from protokollant.source import Line, Transcript

__all__ = ["READERS", "read_lines", "read_source", "read_text_lines"]

Reader = Callable[[bytes], Transcript]


def read_source(path: Path | str) -> Transcript:
    """The lines of a document and its reader's doubts. Raises ReadError when it holds no text."""
    path = Path(path)
    try:
        reader = _reader_for(path.suffix)
        data = path.read_bytes()
        check_kind(data, path.suffix.lower())
        return reader(data)
    except OSError as error:
        raise ReadError(
            f"går inte att öppna: {error.strerror or error}.",
            place=Place(str(path)),
            remedy="Kontrollera att filen finns och att du får läsa den.",
        ) from error
    except ReadError as error:
        placed = [replace(fault, place=Place(str(path))) for fault in error.faults]
        raise ReadError(placed) from error.__cause__


def read_lines(path: Path | str) -> tuple[Line, ...]:
    """The lines of a document. Raises ReadError when it cannot be read as text."""
    return read_source(path).lines


def _reader_for(suffix: str) -> Reader:
    """The reader of a kind of file; its libraries are loaded only when such a file is read."""
    name = READERS.get(suffix.lower())
    if name is None:
        raise refusal_of(suffix.lower()) or ReadError(
            f"filer av slaget {suffix or 'utan ändelse'} kan inte läsas.",
            remedy=f"Spara dokumentet som {_kinds()}.",
        )
    module, function = name.split(":")
    found: Reader = getattr(import_module(f"protokollant.readers.{module}"), function)
    return found


def _kinds() -> str:
    *first, last = READERS
    return f"{', '.join(first)} eller {last}"


READERS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "docx:read_docx",
        ".pdf": "pdf:read_pdf",
        ".txt": "text:read_text",
        ".text": "text:read_text",
        ".md": "markdown:read_markdown",
        ".markdown": "markdown:read_markdown",
        ".org": "org:read_org",
        ".tex": "tex:read_tex",
        ".html": "html:read_html",
        ".htm": "html:read_html",
    }
)
"""Which function, in which module of this package, reads which kind of file."""
