"""Text → persons' names, by shape, by the words around, and by what no person is called."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from protokollant.swedish.comparing import LONGEST_WORD, edit_distance, fold
from protokollant.swedish.name_words import (
    ABSTRACT_ENDINGS,
    COMMON_SURNAMES,
    GIVEN_NAMES,
    NOT_NAMES,
    ORGANISATION_ENDINGS,
    PARTICLES,
    PLACES,
    SURNAME_ENDINGS,
    TITLE_ENDINGS,
)
from protokollant.swedish.roles import attendance_status, read_roles

MOST_PARTS = 5
_MOST_KEPT = 50_000  # words whose sound is remembered; a long text has more than memory should
_MOST_NEAR_WORDS = 10  # a longer text is no name, and is not looked up as one


class FoundName(NamedTuple):
    """A person's name in a text and its place."""

    name: str
    start: int
    end: int


class NameParts(NamedTuple):
    """A name taken apart: "Karl Erik" and "von Platen"."""

    given: str
    surname: str


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def looks_like_name(text: str) -> bool:
    """Whether the whole text has the shape of a person's first and last name.

    Made for lists, where the place already speaks for a person; no given name need be known.
    """
    words = list(_words(text.strip()))
    if not _fills(text.strip(), words) or not _is_name_length(words):
        return False
    if any(_is_no_name(word.text) and not _may_be_given(words, i) for i, word in enumerate(words)):
        return False
    if all(word.text.isupper() for word in words if len(word.text) > 1):
        return len(words[0].text) > 1 and _is_given(words[0].text)
    return _has_shape(words) and not _is_role(text)


def find_names(text: str, *, strict: bool = False) -> list[FoundName]:
    """Every person's name of two to five parts in running text, in order.

    `strict` asks for a well-known given name or the ending of a surname as well: fewer finds,
    fewer systems and products that are written like persons ("Cosmic Link").
    """
    found = []
    for run in _runs(text):
        for words in _names_in(run):
            if strict and not _has_evidence(words):
                continue
            start, end = words[0].start, words[-1].end
            found.append(FoundName(text[start:end], start, end))
    return found


def near_equal(a: str, b: str) -> bool:
    """Whether two different spellings are likely one person's: Håkanson and Håkansson.

    Two well-known names that differ by a letter (Larsson and Karlsson) are two persons' names.
    """
    if a.strip() == b.strip():
        return False
    ours, theirs = fold(a).replace("-", " ").split(), fold(b).replace("-", " ").split()
    if len(ours) != len(theirs) or not ours:
        return False
    different = [(x, y) for x, y in zip(ours, theirs, strict=True) if x != y]
    if not all(_are_variants(x, y) for x, y in different):
        return False
    by_letter = [pair for pair in different if _sound(pair[0]) != _sound(pair[1])]
    return len(by_letter) <= 1


def near_keys(name: str) -> list[str]:
    """Keys of which two names that are `near_equal` share one, to find them without comparing all.

    The whole as it sounds, and with one word spelt as written less a letter: two spellings a
    letter apart give the same word when the right letter is left out of each.
    """
    words = fold(name).replace("-", " ").split()
    sounds = list(map(_sound, words))
    keys = {" ".join(sounds)}
    if len(words) > _MOST_NEAR_WORDS:
        return list(keys)
    for i, word in enumerate(words):
        if len(word) <= LONGEST_WORD:
            spellings = (word, *(word[:at] + word[at + 1 :] for at in range(len(word))))
            keys.update(" ".join((*sounds[:i], f"*{x}", *sounds[i + 1 :])) for x in spellings)
    return list(keys)


def split_name(name: str) -> NameParts:
    """The given names and the surname; all of a one-word name is given."""
    words = name.split()
    if len(words) < 2:
        return NameParts(" ".join(words), "")
    at = 1
    while at < len(words) - 1 and (_is_given(words[at]) or _is_initial(words[at])):
        at += 1
    return NameParts(" ".join(words[:at]), " ".join(words[at:]))


def _runs(text: str) -> Iterator[list[_Word]]:
    """Words that stand side by side and are capitalised, or particles between such words."""
    run: list[_Word] = []
    for word in _words(text):
        if run and not _stand_together(text, run[-1], word):
            yield run
            run = []
        if _is_capitalised(word.text) or (run and word.text in PARTICLES):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _names_in(run: list[_Word]) -> Iterator[list[_Word]]:
    """The names of a run: what is left between the words that no person is called."""
    words: list[_Word] = []
    after_organisation = False
    for i, word in enumerate(run):
        if not _is_no_name(word.text) or _may_be_given(run, i):
            words.append(word)
            continue
        before_organisation = _is_organisation(word.text)
        yield from _named(words, needs_given=after_organisation or before_organisation)
        words, after_organisation = [], before_organisation
    yield from _named(words, needs_given=after_organisation)


def _named(words: list[_Word], *, needs_given: bool) -> Iterator[list[_Word]]:
    while words and words[-1].text in PARTICLES:
        words = words[:-1]
    while needs_given and words and not _is_given(words[0].text):
        words = words[1:]
    for one in _apart(words):
        if _is_name_length(one) and _has_shape(one):
            yield one


def _apart(words: list[_Word]) -> Iterator[list[_Word]]:
    """Names that follow each other without a comma, parted before a well-known given name."""
    if len(words) < 4:
        yield words
        return
    one: list[_Word] = []
    for word in words:
        if len(one) >= 2 and _is_given(word.text) and not _is_given(one[-1].text):
            yield one
            one = []
        one.append(word)
    yield one


def _words(text: str) -> Iterator[_Word]:
    for match in _word_pattern().finditer(text):
        yield _Word(match[0], *match.span())


def _fills(text: str, words: list[_Word]) -> bool:
    """Whether the text is these words and the single gaps between them, and nothing else."""
    if not words or words[0].start != 0:
        return False
    rest = text[words[-1].end :]
    if rest and not (rest == "." and len(words[-1].text) == 1):
        return False
    return all(_stand_together(text, a, b) for a, b in itertools.pairwise(words))


def _stand_together(text: str, first: _Word, second: _Word) -> bool:
    gap = text[first.end : second.start]
    if gap.startswith(".") and len(first.text) == 1 and first.text.isupper():
        gap = gap[1:] or " "
    return 1 <= len(gap) <= 2 and not gap.strip(" \u00a0\u202f")


def _is_name_length(words: list[_Word]) -> bool:
    return len(words) >= 2 and sum(x.text not in PARTICLES for x in words) <= MOST_PARTS


def _has_shape(words: list[_Word]) -> bool:
    first, last = words[0].text, words[-1].text
    if first in PARTICLES or last in PARTICLES:
        return False
    if _is_initial(last) and not _is_given(first):
        return False
    named = [x.text for x in words if x.text not in PARTICLES]
    return all(map(_is_capitalised, named)) and any(len(x) > 1 for x in named)


def _has_evidence(words: list[_Word]) -> bool:
    return _is_given(words[0].text) or _bare(words[-1].text).endswith(SURNAME_ENDINGS)


def _is_capitalised(word: str) -> bool:
    """Anna, Anna-Lena, O'Brien, McKay, P-O, A; not SIP, iPad, SIP-samordnare."""
    parts = _joint().split(word)
    return all(
        part[:1].isupper() and (len(part) == 1 or (part[1:] != part[1:].upper())) for part in parts
    )


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[:1].isupper()


def _is_given(word: str) -> bool:
    return fold(word) in GIVEN_NAMES or fold(word).partition("-")[0] in GIVEN_NAMES


def _may_be_given(words: list[_Word], at: int) -> bool:
    """Dag Larsson, Maj Berg: a word that is also a given name, before a word that is none of ours.

    Only as the first part of the name, where another name follows.
    """
    following = words[at + 1].text if at + 1 < len(words) else ""
    return _bare(words[at].text) in GIVEN_NAMES and bool(following) and not _is_no_name(following)


def _is_no_name(word: str) -> bool:
    bare = _bare(word)
    if len(word) == 1 and word.isupper():
        return word == "I"
    if bare in NOT_NAMES or bare in PLACES or bare.removesuffix("s") in PLACES:
        return True
    if bare.endswith(TITLE_ENDINGS):
        return True
    return _is_organisation(word) or (len(bare) > 8 and bare.endswith(ABSTRACT_ENDINGS))


def _is_organisation(word: str) -> bool:
    bare = _bare(word)
    return bare.endswith(ORGANISATION_ENDINGS) or bare.removesuffix("s").endswith(
        ORGANISATION_ENDINGS
    )


def _is_role(text: str) -> bool:
    return bool(read_roles(text)) or attendance_status(text) is not None


def _are_variants(x: str, y: str) -> bool:
    if _sound(x) == _sound(y):
        return True
    known = GIVEN_NAMES | COMMON_SURNAMES
    if x in known and y in known:
        return False
    return min(len(x), len(y)) >= 4 and edit_distance(x, y, 1) == 1


@lru_cache(_MOST_KEPT)
def _sound(word: str) -> str:
    """The word as it sounds: Carlsson as Karlsson, Sjöqvist as Sjökvist, doubled letters single."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return "".join(x for i, x in enumerate(word) if i == 0 or x != word[i - 1])


_SOUNDS = (
    ("ph", "f"),
    ("th", "t"),
    ("qu", "kv"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("x", "ks"),
)


@lru_cache(_MOST_KEPT)
def _bare(word: str) -> str:
    return fold(word)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"[-'’]")


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])[^\W\d_]+(?:[-'’][^\W\d_]+){0,3}(?![\w-])")
