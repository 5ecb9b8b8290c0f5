"""The account of every word: what no value, label or page head took is told as unplaced."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from protokollant.parser.rows import Row
from protokollant.source import Kept, Source
from protokollant.swedish import normalise_text

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words and numbers of a text, in the way they are compared."""
    found = _WORD.findall(normalise_text(text).casefold())
    return [word for word in found if word.strip("_")]  # a line to sign on is no word


def unaccounted(
    rows: Sequence[Row], sources: Iterable[Source], removed: Iterable[Kept], told: Iterable[Kept]
) -> tuple[Kept, ...]:
    """Rows with words that nothing took, and which words; `told` are known to be unplaced."""
    taken: dict[int, Counter[str]] = {}
    for source in sources:
        taken.setdefault(source.line, Counter()).update(words(source.text))
    for kept in (*removed, *told):
        taken.setdefault(kept.line, Counter()).update(words(kept.text))
    left = []
    for row in rows:
        missing = Counter(words(row.line.text)) - taken.get(row.number, Counter())
        if missing:
            left.append(Kept(row.number, _missing_text(row, missing), "okänt"))
    return tuple(left)


def _missing_text(row: Row, missing: Counter[str]) -> str:
    """The whole row when most of it is missing, else the words that are, in order."""
    all_words = _WORD.findall(normalise_text(row.line.text))
    if sum(missing.values()) * 2 > len(all_words):
        return row.line.text.strip()
    found = []
    for word in reversed(all_words):
        if missing[word.casefold()] > 0:
            missing[word.casefold()] -= 1
            found.append(word)
    return " ".join(reversed(found))
