"""A heading with text in its tail → the heading alone, the tail as the item's text.

Agendas write when an item is taken and who comes: "Skolbyten Kl 13:30-14:00 Eva Ek, rektor".
"Mötets öppnande 17:54" is left as it stands: there the time is part of the heading. Minutes may
go on after a heading that everybody knows: "1. Mötet öppnas – Eva hälsar välkomna.",
"9. Nästa möte: 23/9 kl 19".
"""

from __future__ import annotations

import re

from protokollant.parser.standing_words import is_standing_heading, is_standing_word
from protokollant.swedish import find_dates, find_times

_BREAK = re.compile(
    r"\s+(?=(?:ordinarie|ersättare)\s*:)|\s*(?P<sign>:|\s[–—-]|\.)\s+(?=\S)", re.IGNORECASE
)
# What sort of point it is, before its name: "Information: Ny socialtjänstlag".
_SORT = re.compile(r"information|rapport(?:er)?|uppföljning|diskussion|beslut", re.IGNORECASE)
_DECIDED = re.compile(r"beslut(?:ades|as)?\s+(?:att|om)\b", re.IGNORECASE)
_MOST_WORDS = 5
_MOST_BEFORE_STOP = 3  # words before a full stop: "Medlemsavgift. Årsmötet beslutade …"
_FEWEST_AFTER = 3


def timed_title(title: str) -> tuple[str, str]:
    """The title before its time or its text, and the rest; "" where there is no such tail.

    A heading that names a day keeps its time: "Nästa möte 20 maj kl 9.00" is about that time.
    """
    return _run_on(title) or _timed(title) or (title, "")


def _run_on(title: str) -> tuple[str, str] | None:
    """A recurring point, or a short heading, with a sentence after it on the same row."""
    for match in _BREAK.finditer(title):
        alone, tail = title[: match.start()].strip(), title[match.end() :].strip()
        is_sentence = tail[-1] in ".!?" and len(tail.split()) >= _FEWEST_AFTER
        is_dash = (match["sign"] or "").strip() in ("–", "—", "-")
        if _DECIDED.match(tail):
            return alone, tail
        is_known = is_standing_heading(alone) or is_standing_word(alone)
        if _SORT.fullmatch(alone) and tail[:1].isupper() and not is_sentence:
            return None
        if is_known and (is_sentence or not is_dash):
            return alone, tail
        is_short = len(alone.split()) <= (
            _MOST_BEFORE_STOP if match["sign"] == "." else _MOST_WORDS
        )
        if is_sentence and is_short:
            return alone, tail
    return None


def _timed(title: str) -> tuple[str, str] | None:
    times = [found for found in find_times(title) if any(mark in found.text for mark in ":.")]
    if len(times) != 1 or find_dates(title):
        return None
    (found,) = times
    before, tail, after = title[: found.start], title[found.start :], title[found.end :].strip()
    alone = before.rstrip(" ,;:–-(")
    names_somebody = after[:1].isupper()
    if not names_somebody or sum(letter.isalpha() for letter in alone) < 3:
        return None
    return alone, tail
