"""Bytes → deflated bytes: through ISA-L when the package isal is installed, else through zlib.

Each gives the same bytes for the same input, but not the same bytes as the other.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

try:
    from isal import isal_zlib
except ImportError:
    isal_zlib = None


@dataclass(frozen=True, slots=True)
class Deflate:
    """A way to deflate; `squeeze` gives a raw stream without head or checksum."""

    name: str
    squeeze: Callable[[bytes], bytes]
    crc: Callable[[bytes], int]


def _squeeze_zlib(content: bytes) -> bytes:
    stream = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()


def _squeeze_isal(content: bytes) -> bytes:
    stream = isal_zlib.compressobj(2, zlib.DEFLATED, -zlib.MAX_WBITS)
    return bytes(stream.compress(content) + stream.flush())


ZLIB = Deflate("zlib", _squeeze_zlib, zlib.crc32)
ISAL = Deflate("isal", _squeeze_isal, isal_zlib.crc32) if isal_zlib else None
FASTEST = ISAL or ZLIB
