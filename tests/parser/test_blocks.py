"""A block keeps the line of every word it has left when stretches are taken from it."""

from __future__ import annotations

import pytest

from protokollant.parser.blocks import Block, Piece

BLOCK = Block(
    "paragraph",
    "Vi möttes. Vi beslutar att gå. Sedan gick vi hem.",
    (
        Piece(1, "Vi möttes. Vi", 0),
        Piece(2, "beslutar att gå. Sedan", 14),
        Piece(3, "gick vi hem.", 37),
    ),
)


@pytest.mark.parametrize(
    ("stretches", "text", "pieces"),
    [
        ([], BLOCK.text, BLOCK.pieces),
        (
            [(11, 30)],
            "Vi möttes. Sedan gick vi hem.",
            (Piece(1, "Vi möttes.", 0), Piece(2, "Sedan", 11), Piece(3, "gick vi hem.", 17)),
        ),
        (
            [(0, 11), (23, 27)],
            "Vi beslutar gå. Sedan gick vi hem.",
            (
                Piece(1, "Vi", 0),
                Piece(2, "beslutar gå. Sedan", 3),
                Piece(3, "gick vi hem.", 22),
            ),
        ),
    ],
)
def test_without(stretches: list[tuple[int, int]], text: str, pieces: tuple[Piece, ...]) -> None:
    left = BLOCK.without(stretches)
    assert left is not None
    assert (left.text, left.pieces) == (text, pieces)
    assert all(left.text[p.start : p.end] == p.text for p in left.pieces)


def test_nothing_is_left_of_a_block_without_words() -> None:
    assert BLOCK.without([(0, 29), (31, 49)]) is None


def test_within() -> None:
    assert BLOCK.within(11, 30) == ((1, "Vi"), (2, "beslutar att gå."))
