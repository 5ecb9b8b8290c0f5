"""Two wordings → whether they name the same thing: the same matter, body, task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from protokollant.composers.word_tables import EMPTY_WORDS
from protokollant.model import AgendaItem
from protokollant.swedish import edit_distance, fold, near_equal

# The shortest word that may differ by a letter and still be the same word.
_LONG_WORD = 5

_WORD = re.compile(r"[^\W_]+")


def same_matter(one: str, other: str) -> bool:
    """Whether two headings name the same matter.

    Every telling word of one has a like word in the other ("Presentation av BUP", "BUP:
    lägesrapport"); numbers must agree ("Budget 2025" is not "Budget 2026").
    """
    left, right = _telling_words(one), _telling_words(other)
    return bool(left) and _all_alike(left, right) and _all_alike(right, left)


def same_item(one: AgendaItem, other: AgendaItem) -> bool:
    """Whether two items of different meetings are the same matter: same case, or like headings."""
    if one.case and other.case:
        return _bare(one.case) == _bare(other.case)
    return same_matter(one.title, other.title)


def same_body(one: str, other: str) -> bool:
    """Whether two names are one body's: "Samverkansgruppen barn/unga", "Samverkansgrupp barn
    och unga"."""
    left, right = (
        [_indefinite(word) for word in _words(name) if word not in ("och", "för")]
        for name in (one, other)
    )
    return bool(left) and left == right


def same_task(one: str, other: str) -> bool:
    """Whether two actions ask for the same thing."""
    left, right = _words(one), _words(other)
    return bool(left) and _all_alike(left, right) and _all_alike(right, left)


def same_person(one: str, other: str) -> bool:
    """Whether two spellings are one person's name: Håkanson and Håkansson."""
    return fold(one) == fold(other) or near_equal(one, other)


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return frozenset(word for word in _words(text) if word not in EMPTY_WORDS)


@lru_cache(maxsize=1 << 16)
def alike(word: str, other: str) -> bool:
    """Whether two words are the same, or long and a letter apart, or "boka" and "bokar"."""
    if word == other or (len(word) > 3 and word.removesuffix("r") == other.removesuffix("r")):
        return True
    if word.isdigit() or other.isdigit() or min(len(word), len(other)) < _LONG_WORD:
        return False
    if abs(len(word) - len(other)) > 1:
        return False
    return edit_distance(word, other, 1) <= 1


@lru_cache(maxsize=4096)
def _telling_words(title: str) -> tuple[str, ...]:
    words = _words(title)
    return tuple(word for word in words if word not in EMPTY_WORDS) or words


def _all_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(alike(word, other) for other in others) for word in words)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _bare(case: str) -> str:
    return "".join(_words(case)).removeprefix("dnr")


def _indefinite(word: str) -> str:
    """A body's kind without its article: gruppen → grupp, styrelsen → styrelse."""
    for definite, indefinite in _ARTICLES:
        if word.endswith(definite):
            return word.removesuffix(definite) + indefinite
    return word


_ARTICLES = (
    ("gruppen", "grupp"),
    ("styrelsen", "styrelse"),
    ("nämnden", "nämnd"),
    ("rådet", "råd"),
    ("utskottet", "utskott"),
    ("kommittén", "kommitté"),
    ("beredningen", "beredning"),
    ("föreningen", "förening"),
    ("teamet", "team"),
    ("nätverket", "nätverk"),
)
