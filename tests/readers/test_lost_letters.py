"""Words in which a font hides a letter → the words, where there is but one choice."""

from __future__ import annotations

import pytest

from protokollant.readers.lost_letters import with_lost_letters
from protokollant.readers.pdf import doubts_of
from protokollant.readers.pdf_words import Page, Word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("~nns", "finns"),
        ("~era", "flera"),
        ("Frågan ~yttas till o~entlig tra~k", "Frågan flyttas till offentlig trafik"),
        ("veri~katet", "verifikatet"),
        ("O~ciellt", "Officiellt"),
        ("medlemstrå~a, medlemsträ~en", "medlemstrå~a, medlemsträffen"),
        ("kon~ikt i kollektivtra~ken", "konflikt i kollektivtrafiken"),
        ("m~te", "m~te"),
        ("~ ensam", "~ ensam"),
        ("~~~nns", "~~~nns"),
        ("utan", "utan"),
    ],
)
def test_letters_come_back_where_swedish_leaves_no_doubt(text: str, expected: str) -> None:
    restored = with_lost_letters(text.replace("~", "\ufffd"))
    assert restored.replace("\ufffd", "~") == expected


def test_words_whose_letters_stay_hidden_are_counted_in_a_doubt() -> None:
    words = tuple(Word(text, 72, 100, 700, 11) for text in ("m\ufffdte", "l\ufffdrdag", "finns"))
    (doubt,) = doubts_of([Page(1, words)])
    assert "döljer bokstäver i 2 ord" in doubt.message
