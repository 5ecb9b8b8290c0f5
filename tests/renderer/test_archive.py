"""A zip read within bounds and written raw: whatever zipfile reads back is what was meant."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from protokollant.renderer import archive
from protokollant.renderer.archive import BombError, Member, read_zip, write_zip
from protokollant.renderer.deflate import FASTEST, ISAL, ZLIB, Deflate

FILES = {"[Content_Types].xml": b"<Types/>", "word/å ä ö.xml": b"abc " * 999, "tom": b""}


def _members(deflate: Deflate = ZLIB) -> list[Member]:
    return [Member.of(name, content, deflate) for name, content in FILES.items()]


def _read_by_zipfile(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        assert zipped.testzip() is None
        assert {info.date_time for info in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: zipped.read(name) for name in zipped.namelist()}


@pytest.mark.parametrize("deflate", [d for d in (ZLIB, ISAL) if d], ids=lambda d: str(d.name))
def test_what_is_written_is_read_back(deflate: Deflate) -> None:
    written = write_zip(_members(deflate))
    assert _read_by_zipfile(written) == FILES
    assert {m.name: m.content() for m in read_zip(written).values()} == FILES
    assert write_zip(_members(deflate)) == written


def test_the_fastest_deflate_at_hand_is_used() -> None:
    assert (ISAL or ZLIB) is FASTEST


def test_members_are_copied_without_deflating_anew() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        zipped.writestr("a", b"hej " * 5000)
        zipped.writestr(zipfile.ZipInfo("b"), b"stored")
    read = read_zip(stream.getvalue())
    assert [member.method for member in read.values()] == [8, 0]
    again = read_zip(write_zip(read.values()))
    assert again == read


def test_zip64_records_are_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in FILES.items():
            with zipped.open(name, "w", force_zip64=True) as member:
                member.write(content)
    assert {m.name: m.content() for m in read_zip(stream.getvalue()).values()} == FILES


def test_zip64_records_are_written_where_the_old_fields_are_too_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert b"PK\x06\x06" not in write_zip(_members())
    forged = Member("stor", b"\x03\x00", 2**32 + 7, 0, 8)
    with zipfile.ZipFile(io.BytesIO(write_zip([forged]))) as zipped:
        assert [info.file_size for info in zipped.infolist()] == [2**32 + 7]
    monkeypatch.setattr(archive, "_LONG", 20)
    values, extra = archive._fields(5, 4, 6 * 2**32)
    assert (values, extra) == ((5, 4, 20), struct.pack("<HHQ", 1, 8, 6 * 2**32))
    values, extra = archive._fields(30, 4)
    assert (values, extra) == ((20, 20), struct.pack("<HHQQ", 1, 16, 30, 4))


def test_a_file_may_have_more_members_than_the_old_count_holds() -> None:
    count = 0x10000 + 3
    members = [Member(f"{n}", b"\x03\x00", 0, 0, 8) for n in range(count)]
    with zipfile.ZipFile(io.BytesIO(write_zip(members))) as zipped:
        assert len(zipped.infolist()) == count
        assert zipped.read(f"{count - 1}") == b""


def _shrunk(content: bytes) -> bytes:
    return write_zip(
        [Member("a", zlib.compress(content, 9, -15), len(content), zlib.crc32(content), 8)]
    )


def _understated(content: bytes) -> bytes:
    """A zip whose directory says that the member is far smaller than what it unpacks to."""
    deflated = ZLIB.squeeze(content)
    return write_zip([Member("a", deflated, 10, zlib.crc32(content[:10]), 8)])


REFUSED: list[tuple[str, Callable[[], bytes], type[Exception]]] = [
    ("shrunk beyond reason", lambda: _shrunk(b"\0" * 30_000_000), BombError),
    ("much in many", lambda: write_zip(
        [Member(f"{n}", b"\x03\x00" * 2**16, 2**24, 0, 8) for n in range(64)]
    ), BombError),
    ("too many", lambda: write_zip(
        [Member(f"{n}", b"\x03\x00", 0, 0, 8) for n in range(archive.MAX_ENTRIES + 1)]
    ), BombError),
    ("understated", lambda: _understated(b"\0" * 30_000_000), zipfile.BadZipFile),
    ("wrong checksum", lambda: write_zip([Member("a", b"abc", 3, 1, 0)]), zipfile.BadZipFile),
    ("cut stream", lambda: write_zip(
        [Member("a", ZLIB.squeeze(b"abc" * 99)[:-3], 297, zlib.crc32(b"abc" * 99), 8)]
    ), zipfile.BadZipFile),
    ("unknown method", lambda: write_zip([Member("a", b"abc", 3, 0, 12)]), zipfile.BadZipFile),
]  # fmt: skip


@pytest.mark.parametrize(("make", "error"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_a_zip_that_could_do_harm_is_refused(
    make: Callable[[], bytes], error: type[Exception]
) -> None:
    with pytest.raises(error):
        read_zip(make())
