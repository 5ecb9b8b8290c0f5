"""Texts → whether they say the same, as generously as each field is judged.

Case, white space and punctuation at the ends never count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

Gold = TypeVar("Gold")
Found = TypeVar("Found")
Likeness = Callable[[Gold, Found], float]

NAME_OR_TITLE = 90
RUNNING_TEXT = 85
FEWEST_WORDS_CONTAINED = 4
"""A shorter text is found in too many others for that to tell anything."""

_NUMBER_SIGN = re.compile(r"^(?:§+|punkt|nr)\s*|[\s.:)]+$", re.IGNORECASE)


def folded(text: str) -> str:
    """The text to compare by: composed, lower case, single spaces, no punctuation at the ends."""
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()
    return " ".join(plain.split()).strip(" \t.,:;!?*_–-\"'”’«»")


def plain_number(number: str) -> str:
    """An item's number without § sign, spaces and full stop: "10a", "3.1"."""
    return _NUMBER_SIGN.sub("", number.strip()).replace(" ", "").casefold()


def title_likeness(gold: str, found: str) -> float:
    """0–100; 0 when the two are different names or titles."""
    a, b = folded(gold), folded(found)
    return _above(fuzz.ratio(a, b), NAME_OR_TITLE) if a and b else 0.0


def text_likeness(gold: str, found: str) -> float:
    """0–100; 0 when the two are different texts. One that holds the other is near enough."""
    a, b = folded(gold), folded(found)
    score = fuzz.ratio(a, b) if a and b else 0.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter.split()) >= FEWEST_WORDS_CONTAINED and shorter in longer:
        score = max(score, RUNNING_TEXT)
    return _above(score, RUNNING_TEXT)


def pairs(
    gold: Sequence[Gold], found: Sequence[Found], likeness: Likeness[Gold, Found]
) -> list[tuple[int, int]]:
    """Indices of those that belong together, the likest first, each used once."""
    ranked = sorted(
        (-score, abs(i - j), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (score := likeness(one, other)) > 0
    )
    paired: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in paired and j not in paired.values():
            paired[i] = j
    return sorted(paired.items())


def _above(score: float, least: float) -> float:
    return score if score >= least else 0.0
