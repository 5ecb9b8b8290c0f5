"""Words and lists in Swedish: "a, b och c", genitives, and text mended to one way of writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache


def join_list(words: Iterable[str], conjunction: str = "och") -> str:
    """The words as a list in running text: "a, b och c". Empty words are left out."""
    *first, last = [word for word in words if word] or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def genitive(name: str) -> str:
    """The name with its genitive ending: "Samverkansgruppens", "BGB:s"; unchanged after s, x, z."""
    last_word = name.split()[-1] if name.split() else ""
    if not last_word or last_word[-1] in "sSxXzZ" or not last_word[-1].isalnum():
        return name
    is_initials = len(last_word) > 1 and last_word.isupper()
    return f"{name}:s" if is_initials or last_word[-1].isdigit() else f"{name}s"


def normalise_text(text: str) -> str:
    """The text with composed letters, no ligatures, no soft hyphens and no invisible signs.

    A soft hyphen inside a word goes; between digits, after a single letter ("D-sektionen"), before
    a capital ("Kick-Off"), first, or last on a line it is a hyphen.
    Accents that a PDF gives as signs of their own ("f¨or") come back to their letters.
    """
    text = unicodedata.normalize("NFC", text.translate(_SIGNS))
    if "\u00ad" in text:
        text = _soft_hyphen_in_word().sub("", text).replace("\u00ad", "-")
    if "¨" in text or "˚" in text:
        text = _loose_accent().sub(_compose, text)
    return text


def leads_on(text: str) -> bool:
    """Whether the last word is one that no heading and no sentence ends with: "Ansökan om"."""
    return _leading_word().search(text) is not None


_SIGNS = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
    }
)

_COMBINING = {"¨": "\u0308", "˚": "\u030a"}


def _compose(match: re.Match[str]) -> str:
    accent = match["before"] or match["after"] or match["after_a"]
    letter = match["first"] or match["second"] or match["second_a"]
    return unicodedata.normalize("NFC", letter + _COMBINING[accent])


@cache
def _soft_hyphen_in_word() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\W\d_]{2})\u00ad+(?=[a-zåäöéü])|(?<=[A-ZÅÄÖ]{2})\u00ad+(?=[A-ZÅÄÖ])")


@cache
def _loose_accent() -> re.Pattern[str]:
    # Before its letter is how TeX sets it, and so the first guess where both sides would do.
    return re.compile(
        r"(?P<before>¨(?=[aouAOU])|˚(?=[aA]))(?P<first>\w)"
        r"|(?P<second>[aouAOU])(?P<after>¨)|(?P<second_a>[aA])(?P<after_a>˚)"
    )


@cache
def _leading_word() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:är|var|blir|blev|att|som|om|och|eller|för|med|till|av|i|på|vid|från|enligt"
        r"|följande|nedan|ska|har|samt|gällande|avseende|angående|inom|inför|under|hos|mellan"
        r"|kring|utan|per|mot|via|efter)$",
        re.IGNORECASE,
    )
