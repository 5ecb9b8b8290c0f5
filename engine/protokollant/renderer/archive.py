"""A zip ⇄ its members, kept deflated: read within bounds, written without deflating anew.

Written from the zip format's own description (APPNOTE 6.3.10), with zip64 records for what the
old fields are too small for. The dates are all the same: the same members give the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from protokollant.renderer.deflate import ZLIB, Deflate

MAX_ENTRIES = 4000
MAX_TOTAL = 512 * 2**20
MAX_RATIO = 250
RATIO_FREE = 2**20
"""A member up to this size may shrink as far as it likes: long runs of spaces are harmless."""

NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, ValueError)
"""What reading raises of a file that is no zip, or not a whole one."""

_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_ENCRYPTED, _UTF_8 = 0x1, 0x800
_WORD, _LONG = 0xFFFF, 0xFFFFFFFF
"""The largest values of the old fields; they say that a zip64 field has the value instead."""

_OLD, _ZIP64 = 20, 45
_TIME_DATE = (0, 0x21)
"""1 January 1980, the zip format's first day."""

_HEAD = 30
_COMMON, _ATTRIBUTES = struct.Struct("<HHHHHIIIHH"), struct.Struct("<HHHII")
_MADE_BY, _MADE_BY_64 = struct.pack("<H", _OLD), struct.pack("<H", _ZIP64)


class BombError(Exception):
    """The zip unpacks to more than any document needs."""


class EncryptedError(Exception):
    """The zip is encrypted."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the zip, deflated (method 8) or stored (method 0)."""

    name: str
    data: bytes
    size: int
    crc: int
    method: int
    head: bytes = field(init=False, repr=False, compare=False)
    """What stands before it in a zip: made once, written for every document."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", _local_header(self))

    def content(self) -> bytes:
        """The member's bytes as they were before the zip; never more than `size`."""
        if self.method == _STORED:
            return self.data
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.data, self.size)

    @classmethod
    def of(cls, name: str, content: bytes, deflate: Deflate = ZLIB) -> Member:
        """Deflate the content."""
        return cls(name, deflate.squeeze(content), len(content), deflate.crc(content), _DEFLATED)


def read_zip(content: bytes) -> dict[str, Member]:
    """The members in order, each held against its checksum.

    Raises BombError, EncryptedError, or one of NO_ZIP.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise EncryptedError
    total = sum(info.file_size for info in infos)
    if len(infos) > MAX_ENTRIES or total > MAX_TOTAL or any(map(_is_bomb, infos)):
        raise BombError
    return {info.filename: _member(info, content) for info in infos}


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    packed = max(info.compress_size, 1)
    return info.file_size > RATIO_FREE and info.file_size > MAX_RATIO * packed


def _member(info: zipfile.ZipInfo, raw: bytes) -> Member:
    """The member, when it is what the directory says: an understated size would hide a bomb."""
    name_length, extra_length = struct.unpack_from("<HH", raw, info.header_offset + 26)
    start = info.header_offset + _HEAD + name_length + extra_length
    data = raw[start : start + info.compress_size]
    member = Member(info.filename, data, info.file_size, info.CRC, info.compress_type)
    if info.compress_type not in (_STORED, _DEFLATED) or not _is_whole(member):
        raise zipfile.BadZipFile(info.filename)
    return member


def _is_whole(member: Member) -> bool:
    if member.method == _STORED:
        return len(member.data) == member.size and zlib.crc32(member.data) == member.crc
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    content = stream.decompress(member.data, member.size + 1)
    return stream.eof and len(content) == member.size and zlib.crc32(content) == member.crc


def write_zip(members: Iterable[Member]) -> bytes:
    """The members as a zip."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        directory.append(_directory_entry(member, offset))
        body += (member.head, member.data)
        offset += len(member.head) + len(member.data)
    listing = b"".join(directory)
    return b"".join((*body, listing, _end(len(directory), len(listing), offset)))


def _local_header(member: Member) -> bytes:
    name = member.name.encode()
    sizes, extra = _fields(member.size, len(member.data))
    return b"PK\x03\x04" + _common(member, sizes, name, extra) + name + extra


def _directory_entry(member: Member, offset: int) -> bytes:
    if member.size < _LONG and len(member.data) < _LONG and offset < _LONG:
        common, name = member.head[4:_HEAD], member.head[_HEAD:]
        attributes = _ATTRIBUTES.pack(0, 0, 0, 0, offset)
        return b"PK\x01\x02" + _MADE_BY + common + attributes + name
    name = member.name.encode()
    (size, packed, place), extra = _fields(member.size, len(member.data), offset)
    common = _common(member, (size, packed), name, extra)
    attributes = _ATTRIBUTES.pack(0, 0, 0, 0, place)
    return b"PK\x01\x02" + _MADE_BY_64 + common + attributes + name + extra


def _common(member: Member, sizes: tuple[int, ...], name: bytes, extra: bytes) -> bytes:
    """What the local header and the directory say alike."""
    size, packed = sizes
    needed = _ZIP64 if extra else _OLD
    what = (needed, _UTF_8, member.method, *_TIME_DATE, member.crc)
    return _COMMON.pack(*what, packed, size, len(name), len(extra))


def _fields(size: int, packed: int, *place: int) -> tuple[tuple[int, ...], bytes]:
    """The values for the old fields, and a zip64 field for those that they cannot hold.

    A local header has to have both sizes in its zip64 field or none.
    """
    values = (size, packed, *place)
    if max(values) < _LONG:
        return values, b""
    large = [value for value in values if not place or value >= _LONG]
    extra = struct.pack(f"<HH{len(large)}Q", 1, 8 * len(large), *large)
    return tuple(_LONG if value in large else value for value in values), extra


def _end(count: int, length: int, offset: int) -> bytes:
    zip64 = b""
    if count >= _WORD or length >= _LONG or offset >= _LONG:
        record = struct.pack("<QHHIIQQQQ", 44, _ZIP64, _ZIP64, 0, 0, count, count, length, offset)
        locator = struct.pack("<IQI", 0, offset + length, 1)
        zip64 = b"PK\x06\x06" + record + b"PK\x06\x07" + locator
    few, short, near = min(count, _WORD), min(length, _LONG), min(offset, _LONG)
    return zip64 + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, few, few, short, near, 0)
