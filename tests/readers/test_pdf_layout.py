"""Words → the line they make, wherever a file says that they stand."""

from __future__ import annotations

import math

import pytest

from protokollant.readers.pdf_layout import _set
from protokollant.readers.pdf_words import Word


@pytest.mark.parametrize("left", [1e12, -1e12, math.inf, -math.inf, math.nan])
@pytest.mark.parametrize("far_first", [True, False])
def test_a_word_miles_from_the_page_costs_no_miles_of_spaces(left: float, far_first: bool) -> None:
    near = Word("nära", 72, 100, 700, 11)
    far = Word("fjärran", left, left, 700, 11)
    words = [far, near] if far_first else [near, far]
    text = _set(words, 72, 5)
    assert text.split() == [word.text for word in words]
    assert len(text) < 1100
