"""Text → keys to compare by: Swedish order, equality but for case and accents, nearness."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"

# Letters that Swedish orders and folds otherwise than by leaving their accent out.
_ORDERED_AS = {"ü": "y", "ű": "y", "æ": "ä", "ø": "ö", "ő": "ö", "ð": "d", "þ": "th", "ł": "l"}
_RANK = {letter: rank for rank, letter in enumerate(" 0123456789" + ALPHABET, 1)}

# Nobody misspells a word of this length; without the limit a hostile text costs time.
LONGEST_WORD = 80


def sort_key(text: str) -> tuple[tuple[int, ...], str]:
    """What Swedish alphabetical order sorts by: … z, å, ä, ö; é as e, ü as y, w after v."""
    letters = "".join(_ORDERED_AS.get(letter, letter) for letter in _composed(text))
    words = "".join(x if x.isalnum() else " " for x in _without_accents(letters)).split()
    ranks = (_RANK.get(letter, 1000 + ord(letter)) for letter in " ".join(words))
    return tuple(ranks), text


def fold(text: str) -> str:
    """The text to compare by: lower case, single spaces, no accents but those of å, ä and ö."""
    return " ".join(_without_accents(_composed(text)).split())


def ascii_slug(text: str) -> str:
    """The text as part of a file name: "samverkansgruppen-barn-unga"."""
    letters = _composed(text).replace("ø", "o").replace("æ", "ae").replace("ł", "l")
    plain = unicodedata.normalize("NFKD", letters)
    kept = "".join(x for x in plain if not unicodedata.combining(x)).lower()
    words = "".join(x if x.isascii() and x.isalnum() else " " for x in kept).split()
    return "-".join(words)


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """The choice that the word is most likely a misspelling of; None when none is near."""
    wanted = fold(word)
    best: tuple[int, str] | None = None
    for choice in choices:
        limit = _most_errors(max(len(wanted), len(choice)))
        distance = edit_distance(wanted, fold(choice), limit)
        if distance <= limit and (best is None or distance < best[0]):
            best = (distance, choice)
    return best[1] if best else None


def edit_distance(a: str, b: str, limit: int) -> int:
    """How many letters to add, drop, change or swap with the next; `limit` + 1 if more."""
    if a == b:
        return 0
    if abs(len(a) - len(b)) > limit or max(len(a), len(b)) > LONGEST_WORD:
        return limit + 1
    above: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, before = row, above
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _most_errors(length: int) -> int:
    return 0 if length < 3 else 1 if length < 5 else 2 if length < 9 else 3


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def _without_accents(text: str) -> str:
    return text if text.isascii() else text.translate(_BARE_LETTERS)


class _BareLetters(dict[int, str]):
    """Letter → the letter without its accent, worked out when first met; å, ä and ö stay."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = unicodedata.normalize("NFD", letter)
        bare = "".join(x for x in parts if not unicodedata.combining(x))
        self[code] = letter if letter in "åäö" else bare
        return self[code]


_BARE_LETTERS = _BareLetters()
