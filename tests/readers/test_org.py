"""Org → lines."""

from __future__ import annotations

import pytest

from protokollant.readers.org import org_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text utan märken", "Text utan märken"),
        ("*Datum:* <2026-03-02 mån 14:00>", "Datum: 2026-03-02 mån 14:00"),
        ("Frågan är *viktig* och /ny/.", "Frågan är **viktig** och *ny*."),
        ("=kod= och ~kod~ 2*3*4", "kod och kod 2*3*4"),
        ("Se [[https://x.se/r][rapporten]].", "Se [rapporten](https://x.se/r)."),
        ("Se [[https://x.se]].", "Se https://x.se."),
        ("- Plats :: Kansliet", "- Plats: Kansliet"),
        ("och/eller samt 1/2", "och/eller samt 1/2"),
        (r"\makebox[10cm]{\hrulefill}", ""),
        (r"\textbf{Beslut} att \S 3 utgår", "**Beslut** att §3 utgår"),
    ],
)
def test_a_line_is_read_as_it_is_exported(text: str, expected: str) -> None:
    (line,) = org_lines(text)
    assert line.text == expected


@pytest.mark.parametrize(
    ("text", "expected", "level"),
    [
        ("* Mötets öppnande", "Mötets öppnande", 1),
        ("*** TODO Ring Eva :styrelse:ekonomi:", "TODO Ring Eva", 3),
        ("** [#A] Val", "Val", 2),
    ],
)
def test_headings_have_their_level(text: str, expected: str, level: int) -> None:
    (line,) = org_lines(text)
    assert (line.text, line.style) == (expected, f"Heading {level}")


def test_keywords_are_fields_and_settings_stand_apart() -> None:
    lines = list(
        org_lines(
            "#+TITLE: Protokoll\n#+DATE: <2026-03-02 mån>\n#+OPTIONS: toc:nil\n# hemligt\nText"
        )
    )
    assert [(line.text, line.zone) for line in lines] == [
        ("Protokoll", "body"), ("Datum: 2026-03-02 mån", "body"), ("options: toc:nil", "header"),
        ("Text", "body"),
    ]  # fmt: skip
    assert lines[0].style == "Title"


def test_tables_have_cells_and_drawers_stand_apart() -> None:
    lines = list(
        org_lines(
            "| Namn | Roll |\n|------+------|\n| Eva | *ordf.* |\n:PROPERTIES:\n:ID: 7\n:END:\nx"
        )
    )
    assert [line.cells for line in lines if line.cells] == [("Namn", "Roll"), ("Eva", "ordf.")]
    assert [line.text for line in lines if line.zone == "header"] == [
        ":PROPERTIES:", ":ID: 7", ":END:",
    ]  # fmt: skip
    assert lines[-1].zone == "body"


def test_blocks_keep_what_they_hold() -> None:
    lines = [line.text for line in org_lines("#+BEGIN_QUOTE\nStadgan\n#+END_QUOTE")]
    assert lines == ["Stadgan"]
