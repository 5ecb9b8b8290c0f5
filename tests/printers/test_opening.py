"""A drawn file is read into pypdf's writer as pypdf itself would, and left to it when unusual."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import rdocx
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from protokollant.printers import opening
from protokollant.printers.opening import opened


@pytest.fixture(scope="module")
def drawn(docx: bytes) -> bytes:
    return bytes(rdocx.Document.from_bytes(docx).to_pdfa_deterministic("pdfa-2b"))


def test_what_is_read_is_what_pypdf_reads(drawn: bytes) -> None:
    assert opening._Plain(drawn).writer(), "not read the plain way at all"
    ours, theirs = _told(opened(drawn)), _told(PdfWriter(clone_from=PdfReader(BytesIO(drawn))))
    assert len(ours) > 500
    assert ours == theirs


@pytest.mark.parametrize("again", ["pages", "text"])
def test_what_is_written_says_the_same(drawn: bytes, again: str) -> None:
    before, after = PdfReader(BytesIO(drawn)), PdfReader(BytesIO(_bytes(opened(drawn))))
    if again == "pages":
        assert len(before.pages) == len(after.pages)
    else:
        texts = [[page.extract_text() for page in reader.pages] for reader in (before, after)]
        assert texts[0] == texts[1]
        assert "Åsa Öberg" in texts[0][0]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (b"(en (liten) sak)", "en (liten) sak"),
        (b"(\\345 \\(och\\) \\\\)", "å (och) \\"),
        (b"<FEFF00E50020>", "å "),
        (b"/a#20b", "/a b"),
        (b"[1 -2 .5 3. [/W (x)] null true]", [1, -2, 0.5, 3.0, ["/W", "x"], None, True]),
        (b"<</W [1 [500 250.5]]>>", {"/W": [1, [500, 250.5]]}),
        (b"% remark\n7", 7),
        (b"<</Length 2>>\nstream\nab\nendstream", {"/data": b"ab"}),
        (b"<</Length 2>>\r\nstream\r\nab\r\nendstream", {"/data": b"ab"}),
        (b"<</Length 3 0 R>>\nstream\nabcdefg\nendstream", {"/data": b"abcdefg"}),
    ],
)
def test_every_kind_of_object_is_read(value: bytes, read: object) -> None:
    reader = PdfReader(BytesIO(_bytes(opened(_file(value)))))
    found = reader.trailer["/Root"]["/X"]  # type: ignore[index]
    assert _plain(found) == read


def test_the_length_that_a_stream_had_is_no_object_any_more() -> None:
    """LibreOffice's differ by a byte now and then, and archive files are to be the same."""
    read = _file(b"<</Length 3 0 R>>\nstream\nabcdefg\nendstream")
    assert b"\n3 0 obj" in read
    assert b"\n3 0 obj" not in _bytes(opened(read))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Size", b"/Prev 0 /Size"),
        (b"xref\n0 6", b"xref\n0 7"),
        (b"2 0 obj", b"9 0 obj"),
        (b"startxref", b"startxrex"),
        (b"[5 0 R]", b"[<</Type /Page /MediaBox [0 0 9 9]>>]"),
        (b"<</Type /Pages", b"<</Type /Pages 5"),
        (b"endobj\n4 0", b"endobx\n4 0"),
    ],
)
def test_what_is_not_plainly_written_is_left_to_pypdf(old: bytes, new: bytes) -> None:
    file = _file(b"1")
    opening._Plain(file).writer()
    assert file.count(old) == 1
    with pytest.raises(opening._UnusualError):
        opening._Plain(file.replace(old, new)).writer()


def _file(value: bytes) -> bytes:
    """A file of one empty page, with a value in its catalogue and the number 7."""
    objects = [
        b"<</Type /Catalog /Pages 2 0 R /X 4 0 R>>",
        b"<</Type /Pages /Count 1 /Kids [5 0 R]>>",
        b"7",
        value,
        b"<</Type /Page /MediaBox [0 0 9 9] /Parent 2 0 R>>",
    ]
    file, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 6\n0000000000 65535 f \n%btrailer\n<</Size 6 /Root 1 0 R>>\n" % table
    return b"%b%bstartxref\n%d\n%%%%EOF\n" % (file, table, len(file))


def _bytes(writer: PdfWriter) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _plain(value: Any) -> object:
    value = value.get_object()
    if isinstance(value, StreamObject):
        return {"/data": value.get_data()}
    if isinstance(value, dict):
        return {str(key): _plain(value[key]) for key in value}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if hasattr(value, "value"):
        return value.value
    return value if value != "null" and type(value).__name__ != "NullObject" else None


def _told(writer: PdfWriter) -> list[str]:
    """Everything that the catalogue leads to, each object once, without its number."""
    told: list[str] = []
    seen: dict[int, int] = {}
    waiting: list[Any] = [PdfReader(BytesIO(_bytes(writer))).trailer["/Root"]]
    while waiting:
        value = waiting.pop().get_object()
        told.append(f"{type(value).__name__} {seen.setdefault(id(value), len(seen))}")
        if told[-1] in told[:-1] and isinstance(value, dict | list):
            continue
        if isinstance(value, StreamObject):
            told.append(repr(value.get_data()))
        if isinstance(value, DictionaryObject):
            for key in sorted(value):
                told.append(str(key))
                waiting.append(value.raw_get(key))
        elif isinstance(value, list):
            waiting += [list.__getitem__(value, place) for place in range(len(value))]
        else:
            told[-1] = f"{type(value).__name__} {value!s}"
    return told
