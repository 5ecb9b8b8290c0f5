"""Months, weekdays and the small signs of dates: one table, read and printed from alike."""

from __future__ import annotations

from collections.abc import Iterable

from protokollant.swedish.word_patterns import any_of

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

MONTH_SHORT_FORMS = {
    "jan": 1,
    "febr": 2,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}

MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | MONTH_SHORT_FORMS

WEEKDAY_SHORT_FORMS = {
    "mån": 0,
    "tis": 1,
    "ons": 2,
    "tors": 3,
    "tor": 3,
    "fre": 4,
    "lör": 5,
    "sön": 6,
}

WEEKDAY_NUMBERS = (
    {name: number for number, name in enumerate(WEEKDAYS)}
    | {f"{name}en": number for number, name in enumerate(WEEKDAYS)}
    | WEEKDAY_SHORT_FORMS
)

# Months that are also given names: "3 Jan Hallgren" is a row of a list, "Maj Berg" a person.
NAMES_TOO = frozenset({"jan", "maj"})

NO_BREAK_SPACE = "\u00a0"
EN_DASH = "–"

# Parts of regular expressions, kept as text so that nothing is compiled at import.
HYPHEN = r"[-\u00ad\u2010-\u2015\u2212]"
SPACE = r"[^\S\n\r\t]{1,3}"
GAP = r"[^\S\n\r\t]{0,3}"


def either(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return any_of(words, SPACE)
