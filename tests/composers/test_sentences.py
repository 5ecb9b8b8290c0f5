"""Markdown → sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.composers.sentences import first_sentence, opening_words, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("Ett. Två! Tre?", ("Ett.", "Två!", "Tre?")),
        ("Gruppen möts t.ex. i maj. Sedan inte.", ("Gruppen möts t.ex. i maj.", "Sedan inte.")),
        ("Mötet börjar kl. 9.00. Slut.", ("Mötet börjar kl. 9.00.", "Slut.")),
        ("Karl G. Ek deltar. Bra.", ("Karl G. Ek deltar.", "Bra.")),
        ("En rad\nsom fortsätter. Ny.", ("En rad som fortsätter.", "Ny.")),
        ("- ett\n- två", ("ett", "två")),
        ("Han sa ”ja.” Hon höll med.", ("Han sa ”ja.”", "Hon höll med.")),
        ("Priset är 3.50 kr. Ok.", ("Priset är 3.50 kr. Ok.",)),
    ],
)
def test_text_is_split_where_a_reader_would(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria **presenterar** läget. Mer.", "Maria **presenterar** läget."),
        ("### Bakgrund\n\nFrågan väcktes i mars. Mer.", "Frågan väcktes i mars."),
        ("Följande togs upp:\n\n- lokaler\n- bemanning", "Följande togs upp: lokaler; bemanning."),
        ("Inspel från dialogen var:\n- Det är bra.", "Det är bra."),
        ("| a | b |\n|---|---|", ""),
        ("", ""),
    ],
)
def test_the_first_sentence_is_a_whole_one(text: str, expected: str) -> None:
    assert first_sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Ek inleder. SIP är viktigt. Mer.", "Eva Ek inleder. SIP är viktigt."),
        ("Eva Ek berättar om läget. Mer.", "Eva Ek berättar om läget."),
        ("Eva Ek inleder.", "Eva Ek inleder."),
        (
            "Bo Ask inleder med att presentera sig. Han visar.",
            "Bo Ask inleder med att presentera sig. Han visar.",
        ),
        ("", ""),
    ],
)
def test_a_first_sentence_that_says_little_brings_the_next(text: str, expected: str) -> None:
    assert opening_words(text) == expected


@given(st.text(alphabet="aBö .!?\n”(", max_size=80))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    letters = [sign for sign in text if sign.isalpha()]
    assert [sign for sentence in sentences(text) for sign in sentence if sign.isalpha()] == letters
