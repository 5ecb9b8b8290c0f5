"""Where marked text begins, read from content streams as the engines write them."""

from __future__ import annotations

import pytest

from protokollant.printers.marks import Point, origins_in


@pytest.mark.parametrize(
    ("content", "origins"),
    [
        (b"", {}),
        (b"/P <</MCID 0>> BDC BT 1 0 0 1 5 7 Tm (x) Tj ET EMC", {0: (5, 7)}),
        # The embedded engine turns the page upside down and each text back.
        (
            b"q\n1 0 0 -1 0 792 cm\n/P <<\n  /MCID 3\n>> BDC\nq\n0 0 0 rg\nBT\n/F1 11 Tf\n"
            b"1 0 0 -1 90 130.5 Tm\n[(\\000\\001) 0 (\\000)] TJ\nET\nQ\nEMC",
            {3: (90, 661.5)},
        ),
        (b"q 2 0 0 2 10 10 cm q Q /P <</MCID 1>> BDC BT 1 0 0 1 5 7 Tm <00> Tj EMC", {1: (20, 24)}),
        (b"q 2 0 0 2 0 0 cm Q /P <</MCID 1>> BDC BT 1 0 0 1 5 7 Tm (x) Tj EMC", {1: (5, 7)}),
        # Only the first text counts; artifacts and unmarked text are nobody's.
        (
            b"/P <</MCID 0>> BDC BT 1 0 0 1 5 7 Tm (x) Tj 1 0 0 1 9 9 Tm (y) Tj ET EMC "
            b"/Artifact BMC BT 1 0 0 1 1 1 Tm (z) Tj ET EMC BT 1 0 0 1 2 2 Tm (w) Tj ET",
            {0: (5, 7)},
        ),
        # Text that looks like operators is text.
        (
            b"/P <</MCID 0>> BDC BT 1 0 0 1 5 7 Tm (EMC /MCID 4 \\) q) Tj ET EMC "
            b"/P <</MCID 1>> BDC BT 1 0 0 1 8 9 Tm (x) Tj ET EMC",
            {0: (5, 7), 1: (8, 9)},
        ),
        # LibreOffice steps from the line before instead of setting a matrix.
        (
            b"q /P <</MCID 0>> BDC q BT 90.1 682.4 Td /F1 14 Tf [(x) 1 (y)] TJ ET Q EMC",
            {0: (90.1, 682.4)},
        ),
        (
            b"/P <</MCID 0>> BDC BT 10 20 Td (x) Tj EMC "
            b"/P <</MCID 1>> BDC 5 -12.5 TD (y) Tj ET EMC",
            {0: (10, 20), 1: (15, 7.5)},
        ),
        (b"/Figure <</MCID 0>> BDC 9 0 0 9 1 1 cm /Im0 Do EMC", {}),
    ],
)
def test_origins(content: bytes, origins: dict[int, Point]) -> None:
    assert origins_in(content) == origins
