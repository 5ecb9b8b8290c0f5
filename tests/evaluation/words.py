"""A reading → the words of the source that no account holds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from protokollant import Reading
from protokollant.source import Kept, Source

_WORD = re.compile(r"[^\W_]+")
_HYPHEN_OF_DIGITS = re.compile(r"(?<=\d)\u00ad(?=\d)")
_IN_WORD = re.compile(
    r"\u00ad[ \t]*\n\s*(?=[a-zåäö])|(?<=[^\W\d_])[-\u00ad]+(?=[^\W\d_])|[\u00ad\u200b\u2060\ufeff]"
)
_COMBINING = re.compile(r"[\u0300-\u036f]")
_PLAIN_TEXT = (".txt", ".text")


def lost_words(reading: Reading, source: Path) -> Counter[str]:
    """Words of the source beyond those in the meeting, `sources`, `removed` and `unplaced`.

    Counted line by line, so that a word told once does not stand for another one elsewhere; a
    plain text file is held against the lines too, since its reader can lose words as well.
    """
    told: dict[int, Counter[str]] = {}
    accounts: tuple[Source | Kept, ...] = (*reading.sources, *reading.removed, *reading.unplaced)
    for one in accounts:
        told.setdefault(one.line, Counter()).update(words(one.text))
    of_line: dict[int, Counter[str]] = {}
    for line in reading.lines:
        of_line.setdefault(line.number, Counter()).update(words(line.text))
    lost = Counter[str]()
    for number, there in of_line.items():
        lost += there - told.get(number, Counter())
    lost -= _words_in(reading.meeting.model_dump(mode="json")) if lost else Counter()
    if source.suffix.lower() in _PLAIN_TEXT:
        text = source.read_text(encoding="utf-8", errors="replace")
        lost += Counter(words(text)) - sum(of_line.values(), Counter())
    return lost


def words(text: str) -> list[str]:
    """The words and numbers of a text without case, accents, ligatures and hyphens in a word.

    A soft hyphen may stand for a hyphen, so "Kick-Off" is one word with either; between digits it
    is a hyphen. Accents go because PDF gives them loose ("f¨or").
    """
    whole = _IN_WORD.sub("", _HYPHEN_OF_DIGITS.sub("-", text))
    letters = unicodedata.normalize("NFKD", whole.replace("¨", "").replace("˚", ""))
    return _WORD.findall(_COMBINING.sub("", letters).casefold())


def _words_in(value: Any) -> Counter[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return sum((_words_in(one) for one in value), Counter[str]())
    return Counter(words(value)) if isinstance(value, str) else Counter()
