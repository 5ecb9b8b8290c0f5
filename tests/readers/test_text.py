"""Text files of every encoding give the same lines; what is no text gives a clear error."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollant.errors import ReadError
from protokollant.readers import read_lines, read_text_lines

TEXT = "Närvarande\r\nÅsa Öberg – ordförande\r\n\r\n§ 1 Mötets öppnande kl. 9–10\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_the_encoding_is_recognised(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "möte.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert [line.text for line in read_lines(path)] == [
        "Närvarande", "Åsa Öberg – ordförande", "", "§ 1 Mötets öppnande kl. 9–10", "",
    ]  # fmt: skip


def test_decomposed_letters_are_composed() -> None:
    assert read_text_lines("A\u030asa O\u0308berg")[0].text == "Åsa Öberg"


def test_lines_are_numbered_and_form_feeds_turn_the_page() -> None:
    lines = read_text_lines("ett\ntvå\n\ftre")
    assert [(line.number, line.page, line.text) for line in lines] == [
        (1, 1, "ett"), (2, 1, "två"), (3, 2, "tre"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "är tom"),
        (b" \n\t\n", "är tom"),
        (b"%PDF-1.7 ...", "är ingen textfil"),
        (b"PK\x03\x04\x14\x00", "är ingen textfil"),
        (bytes(range(256)) * 4, "är ingen textfil"),
        (b"\x01\x02\x03\x04\x05" * 50, "är ingen textfil"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(
    tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "fil.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=message) as caught:
        read_lines(path)
    assert caught.value.remedy
    assert "fil.txt" in str(caught.value)


def test_an_unknown_kind_of_file_says_which_kinds_are_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"\.xyz kan inte läsas.*\.docx"):
        read_lines(tmp_path / "fil.xyz")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="går inte att öppna"):
        read_lines(tmp_path / "finns-inte.txt")
