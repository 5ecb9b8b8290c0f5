"""Political parties: letters ↔ names, and the letters in brackets after a person's name."""

from __future__ import annotations

import re
from functools import cache

PARTIES = {
    "C": "Centerpartiet",
    "FI": "Feministiskt initiativ",
    "FP": "Folkpartiet",
    "KD": "Kristdemokraterna",
    "L": "Liberalerna",
    "M": "Moderaterna",
    "MP": "Miljöpartiet",
    "PP": "Piratpartiet",
    "S": "Socialdemokraterna",
    "SD": "Sverigedemokraterna",
    "V": "Vänsterpartiet",
}

_AT_END = re.compile(r"\s*\([^()]{1,30}\)\s*\Z")
_LETTERS_OF_NAME = {name.casefold(): letters for letters, name in PARTIES.items()}


def party(text: str) -> str | None:
    """The letters of the first party in brackets: "(C)", "(s)", "(VsP)"; None where there is none.

    Letters that are no known party are taken for a local one: two to five, capitals among them.
    """
    for match in _brackets().finditer(text):
        inside = match[1].strip()
        known = _LETTERS_OF_NAME.get(inside.casefold())
        if inside.upper() in PARTIES or known:
            return known or inside.upper()
        if 2 <= len(inside) <= 5 and inside.isalpha() and sum(map(str.isupper, inside)) >= 2:
            return inside
    return None


def without_party(name: str) -> str:
    """The name without party letters in brackets at its end: "Eva Ek (S)" → "Eva Ek"."""
    bare = _AT_END.sub("", name)
    return bare if bare != name and party(name[len(bare) :]) else name


def party_name(letters: str) -> str | None:
    """The name of the party with these letters: "Centerpartiet"; None for a local party."""
    return PARTIES.get(letters.upper())


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\(([^()\n]{1,30})\)")
