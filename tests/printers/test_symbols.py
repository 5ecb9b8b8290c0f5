"""Symbol fonts' private codes get a meaning in the text, and only there."""

from __future__ import annotations

import pytest

from protokollant.printers.symbols import with_meanings


@pytest.mark.parametrize(
    ("table", "named"),
    [
        (b"1 beginbfchar\n<01> <F0B7>\nendbfchar", b"1 beginbfchar\n<01> <2022>\nendbfchar"),
        (
            b"beginbfchar <1> <f0fe> <2> <0041> endbfchar",
            b"beginbfchar <1> <2611> <2> <0041> endbfchar",
        ),
        (b"beginbfchar <0001> <F0B7> endbfchar", b"beginbfchar <0001> <2022> endbfchar"),
        # The code of a glyph is no text, Greek in Symbol is no bullet, other tables are no pairs.
        (b"beginbfchar\n<F0B7> <0041>\nendbfchar", b"beginbfchar\n<F0B7> <0041>\nendbfchar"),
        (b"beginbfchar\n<01> <F06C>\nendbfchar", b"beginbfchar\n<01> <F06C>\nendbfchar"),
        (b"begincodespacerange <00> <F0B7>", b"begincodespacerange <00> <F0B7>"),
    ],
)
def test_known_symbols_are_named(table: bytes, named: bytes) -> None:
    assert with_meanings(table) == named
