"""Text files: lines, pages, and hyphens that stand as soft ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollant.readers import read_lines, read_text_lines
from protokollant.readers.text import mended_hyphens


def test_decomposed_letters_are_composed() -> None:
    assert read_text_lines("A\u030asa O\u0308berg")[0].text == "Åsa Öberg"


def test_lines_are_numbered_and_form_feeds_turn_the_page() -> None:
    lines = read_text_lines("ett\ntvå\n\ftre")
    assert [(line.number, line.page, line.text) for line in lines] == [
        (1, 1, "ett"), (2, 1, "två"), (3, 2, "tre"),
    ]  # fmt: skip


def test_line_ends_of_every_system_end_a_line(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("ett\r\ntvå\rtre\nfyra".encode())
    assert [line.text for line in read_lines(path)] == ["ett", "två", "tre", "fyra"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # All hyphens of the document are soft ones: they are hyphens, inside words too.
        ("2013~10~09\nJur~gruppen\nD~sektionen", "2013-10-09\nJur-gruppen\nD-sektionen"),
        (" ~ Boka lokal\nKick~Off, info~utskick", " - Boka lokal\nKick-Off, info-utskick"),
        # Elsewhere they show where a word may be broken.
        ("Samman~träde i före~ningen", "Samman~träde i före~ningen"),
        ("- punkt\nD~sektionens före~ning", "- punkt\nD~sektionens före~ning"),
        # At a line's end they part a word.
        ("Upp till samman~\n  trädet i april.", "Upp till sammanträdet\ni april."),
        ("hem~\nOch skola", "hem~\nOch skola"),
        ("sist på raden~", "sist på raden~"),
    ],
)
def test_soft_hyphens_are_what_they_stand_for(lines: str, expected: str) -> None:
    mended = mended_hyphens(lines.replace("~", "\u00ad").split("\n"))
    assert "\n".join(mended).replace("\u00ad", "~") == expected
