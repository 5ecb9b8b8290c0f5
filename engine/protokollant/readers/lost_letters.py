"""Words in which a PDF's font hides a sign → the words, where Swedish leaves no doubt.

Fonts without a table of letters lose the joined ones first: "fi", "fl", "ff". What stands in their
place is the sign of an unknown letter.
"""

from __future__ import annotations

import itertools
import re

LOST = "\ufffd"

_JOINED = ("fi", "fl", "ff", "ffi", "ffl")
# Beginnings and stems of Swedish words that hold such letters.
_STEMS = (
    "affisch", "affär", "avfl", "certifi", "definier", "definition", "effekt",
    "fick", "fika", "filial", "film", "final", "finans", "finn", "fira", "fiber", "figur",
    "fixa", "flagg", "fler", "flest", "flick", "flik", "flyg", "flytt", "flöd", "grafi", "identifi",
    "inflyt", "klassifi", "koffein", "konfiden", "konflikt", "kvalifi", "modifi",
    "notifi", "offent", "offer", "offici", "profil", "reflekt", "skaffa", "specifi", "stoff",
    "straff", "trafik", "träff", "uppfinn", "verifi", "överfly",
)  # fmt: skip
_SHORT = 4
_WORD = re.compile(r"[\w\ufffd]*\ufffd[\w\ufffd]*")


def with_lost_letters(text: str) -> str:
    """The text with hidden letters put back in the words that only one choice makes Swedish."""
    return _WORD.sub(lambda word: _restored(word[0]), text) if LOST in text else text


def _restored(word: str) -> str:
    places = word.count(LOST)
    if places > 2:
        return word
    found: list[str] = []
    for letters in itertools.product(_JOINED, repeat=places):
        parts = word.split(LOST)
        tried = parts[0] + "".join(a + b for a, b in zip(letters, parts[1:], strict=True))
        if any(_holds(tried.casefold(), stem) for stem in _STEMS):
            found.append(tried)
    shortest = [one for one in found if len(one) == min(map(len, found))]
    return shortest[0] if len(shortest) == 1 else word


def _holds(word: str, stem: str) -> bool:
    """Whether the word begins with the stem, or is a compound with it; a short one begins it."""
    at = word.find(stem)
    return at == 0 or (at > 2 and len(stem) > _SHORT)
