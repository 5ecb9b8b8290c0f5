"""Files that are no documents, or other ones than their names say: one clear refusal each."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from protokollant.errors import ReadError
from protokollant.readers import READERS, read_lines

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def package(name: str, data: bytes = b"x", *, first: str = "mimetype") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(first, data)
        archive.writestr(name, "text")
    return buffer.getvalue()


def word_document() -> bytes:
    buffer = BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "är tom"),
        ("a.txt", b" \n\t\n", "är tom"),
        ("a.docx", b"", "är tom"),
        ("a.pdf", b"\x00" * 900, "är tom"),
        ("a.txt", bytes(range(256)) * 4, "är ingen textfil"),
        ("a.md", b"\x7fELF\x02\x01" * 40, "är ingen textfil"),
        ("a.txt", b"%PDF-1.7 ...", r"är en PDF-fil, fast namnet slutar på \.txt\. Byt .* \.pdf"),
        ("a.docx", b"%PDF-1.7 ...", r"är en PDF-fil, fast namnet slutar på \.docx"),
        ("a.txt", word_document(), r"är ett Worddokument, fast .* ändelse till \.docx"),
        ("a.pdf", word_document(), r"är ett Worddokument, fast"),
        ("a.docx", OLE, r"Words gamla format \(\.doc\)\. Öppna .* som \.docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "är låst med lösenord"),
        ("a.docx", b"{\\rtf1 hej", "är ett RTF-dokument.*spara det som .docx"),
        ("a.docx", package("content.xml", b"application/vnd.oasis.opendocument.text"), "OpenDoc"),
        ("a.txt", package("a.txt"), "är ett zip-arkiv"),
        ("a.txt", b"\x89PNG\r\n\x1a\n...", r"är en bild.*OCR"),
        ("a.pdf", b"\xff\xd8\xff\xe0...", r"är en bild.*OCR"),
        ("a.pdf", b"<!DOCTYPE html><html>", r"är en webbsida, fast"),
        ("a.doc", b"hej", r"Words gamla format.*spara det som \.docx"),
        ("a.odt", b"hej", r"OpenDocument.*spara det som \.docx"),
        ("a.rtf", b"hej", r"RTF.*spara det som \.docx"),
        ("a.xyz", b"hej", r"\.xyz kan inte läsas.*\.docx"),
        ("a", b"hej", r"utan ändelse kan inte läsas"),
    ],
)
def test_it_is_refused_with_its_place_and_a_remedy(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=message) as caught:
        read_lines(path)
    assert len(caught.value.faults) == 1
    assert caught.value.remedy
    assert caught.value.place.file == str(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="går inte att öppna"):
        read_lines(tmp_path / "finns-inte.txt")


@pytest.mark.parametrize("ending", READERS)
def test_every_reader_answers_or_refuses_rubbish(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(b"Protokoll \xe5\xe4\xf6 <<< \\x{ |---| [[ <b & \n" * 3)
    if ending in (".docx", ".pdf"):
        with pytest.raises(ReadError, match="går inte att läsa som"):
            read_lines(path)
    else:
        assert any("Protokoll" in line.text for line in read_lines(path))


@pytest.mark.parametrize("ending", [".txt", ".md", ".org", ".tex", ".html"])
@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "rad\n" * 20_000, "{[<b>(*_`" * 10_000, "*a " * 50_000, "\\a[" * 20_000,
     "\\textbf{x" * 20_000, "| a " * 20_000 + "\n" + "|---" * 20_000, "[a](b " * 20_000,
     " " * 200_000 + "|x\n-|-", "<div>" * 20_000 + "x"],
    ids=lambda text: text[:8].strip() or "spaces",
)  # fmt: skip
def test_size_and_depth_are_read_in_linear_time(tmp_path: Path, ending: str, text: str) -> None:
    path = tmp_path / f"x{ending}"
    path.write_text(f"Protokoll\n\n{text}", encoding="utf-8")
    assert any("Protokoll" in line.text for line in read_lines(path))
