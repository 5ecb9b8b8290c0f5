"""Source document → lines: one reader a format, chosen by the file's ending.

.txt .text .md   text.py
.docx            docx.py
.pdf             pdf.py
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from protokollant.errors import Place, ReadError
from protokollant.readers.text import read_text, read_text_lines
from protokollant.source import Line

__all__ = ["READERS", "read_lines", "read_text_lines"]

Reader = Callable[[Path], tuple[Line, ...]]


def read_lines(path: Path | str) -> tuple[Line, ...]:
    """The lines of a document. Raises ReadError when it cannot be read as text."""
    path = Path(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(
            f"filer av slaget {path.suffix or 'utan ändelse'} kan inte läsas.",
            place=Place(str(path)),
            remedy=f"Spara dokumentet som {', '.join(READERS)}.",
        )
    return reader(path)


def _read_docx(path: Path) -> tuple[Line, ...]:
    return _reader_in("docx", "read_docx")(path)


def _read_pdf(path: Path) -> tuple[Line, ...]:
    return _reader_in("pdf", "read_pdf")(path)


def _reader_in(module: str, function: str) -> Reader:
    """A reader whose libraries are loaded only when such a file is read."""
    found: Reader = getattr(import_module(f"protokollant.readers.{module}"), function)
    return found


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_text,
        ".docx": _read_docx,
        ".pdf": _read_pdf,
    }
)
