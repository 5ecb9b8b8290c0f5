"""A document and how its PDF was asked for → the file's identifier (ISO 32000-1, 14.4).

The same asked again gives the same, so a PDF tells whether it is up to date.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

_LENGTH = 16
_TRAILER = 2048
_WRITTEN = re.compile(rb"/ID\s*\[\s*<([0-9a-fA-F]{32})>")


def identifier(source: bytes, engine: str, archive: str | None, language: str, title: str) -> bytes:
    """Sixteen bytes that say what the PDF was made of, and how."""
    digest = hashlib.sha256(source)
    digest.update("\0".join((engine, archive or "", language, title)).encode(errors="replace"))
    return digest.digest()[:_LENGTH]


def identifier_in(path: Path) -> bytes | None:
    """The identifier of a whole PDF on disk, or None; only its end is read."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TRAILER))
            end = file.read()
    except OSError:
        return None
    found = _WRITTEN.search(end)
    if found is None or not end.rstrip().endswith(b"%%EOF"):
        return None
    return bytes.fromhex(found[1].decode())
