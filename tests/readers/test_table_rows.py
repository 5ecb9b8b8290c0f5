"""A table row whose cells hold paragraphs → rows as they are read."""

from __future__ import annotations

import pytest

from protokollant.readers.table_rows import read_rows


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("Namn | Närvaro", ["Namn | Närvaro"]),
        # A list of matters: a row is one matter.
        ("2. | Val/Lotta | 2025-7 | Ja/Nej", ["2. | Val\nLotta | 2025-7 | Ja\nNej"]),
        ("§ 12 a | Val/av justerare", ["§ 12 a | Val\nav justerare"]),
        (" | a/b", [" | a\nb"]),
        # A form: a cell is a list below its label.
        ("Närvarande | Eva/Bo/Åke", ["Närvarande | Eva", "Bo", "Åke"]),
        ("Beslutande | Ledamöter/Eva/Bo | Ersättare/Sune",
         ["Beslutande | Ledamöter", "Eva", "Bo", "Ersättare", "Sune"]),
        ("Närvarande/Eva | Frånvarande/Bo", ["Närvarande", "Eva", "Frånvarande", "Bo"]),
    ],
)  # fmt: skip
def test_a_row_is_one_or_several(cells: str, expected: list[str]) -> None:
    given = [[p for p in cell.strip().split("/") if p] for cell in cells.split("|")]
    assert [" | ".join(row) for row in read_rows(given)] == expected
