"""Signs of fonts with places of their own → the signs they show."""

from __future__ import annotations

import pytest

from protokollant.readers.symbols import shown_signs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\uf0b7 Val", "• Val"),
        ("o\uf001ciell", "oficiell"),
        ("\ufb01nns och tra\ufb01k", "finns och trafik"),
        ("de\x1cnition", "definition"),
        ("\x1cck \x0e", "fick \x0e"),
        ("a\tb", "a\tb"),
        ("\uf0ff", "\uf0ff"),
    ],
)
def test_the_sign_that_is_shown_comes_back(text: str, expected: str) -> None:
    assert shown_signs(text) == expected
