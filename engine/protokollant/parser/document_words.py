"""Words that name a document, a kind of meeting, and standing headings, each with its meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from protokollant.model import MeetingKind
from protokollant.swedish import fold

DOCUMENT_WORDS: Mapping[str, MeetingKind] = MappingProxyType(
    {
        "protokoll": "minutes",
        "mötesprotokoll": "minutes",
        "sammanträdesprotokoll": "minutes",
        "styrelseprotokoll": "minutes",
        "styrelsemötesprotokoll": "minutes",
        "årsmötesprotokoll": "minutes",
        "stämmoprotokoll": "minutes",
        "beslutsprotokoll": "minutes",
        "minnesanteckning": "minutes",
        "minnesanteckningar": "minutes",
        "mötesanteckning": "minutes",
        "mötesanteckningar": "minutes",
        "anteckning": "minutes",
        "anteckningar": "minutes",
        "kallelse": "agenda",
        "underrättelse": "agenda",
        "föredragningslista": "agenda",
        "dagordning": "agenda",
        "mötesagenda": "agenda",
        "agenda": "agenda",
        "inbjudan": "agenda",
        "årsberättelse": "annual_report",
        "verksamhetsberättelse": "annual_report",
        "årsredovisning": "annual_report",
        "årsrapport": "annual_report",
    }
)

# Meetings, as in "Styrelsemöte nr 6": they name no document, but they head one.
MEETING_WORDS = (
    "styrelsemöte", "styrelsesammanträde", "årsmöte", "vårmöte", "höstmöte", "stormöte",
    "medlemsmöte", "föreningsmöte", "föreningsstämma", "årsstämma", "extrastämma", "stämma",
    "arbetsmöte", "sammanträde", "möte", "konstituerande styrelsemöte",
)  # fmt: skip

# Lists of what will come, before the minutes of it: no items of their own.
CONTENTS_HEADINGS = frozenset(
    {
        "innehåll", "innehållsförteckning", "dagordning", "föredragningslista", "ärendelista",
        "ärenden", "agenda", "förslag till dagordning", "preliminär dagordning",
        "ärendeförteckning",
    }
)  # fmt: skip

# Headings of the columns of an agenda that is a table: "Punkt | Vad | Föredragande/Ansvar".
TABLE_WORDS = frozenset(
    {
        "punkt", "vad", "föredragande", "foredragande", "föredragan", "de", "ansvar", "ansvarig",
        "ärende", "beteckning", "förslag", "dnr", "sida", "bilaga", "bilagor", "nr", "vem", "när",
        "punk", "t", "tid", "rubrik", "diarienr", "dokument", "anteckning",
        "noteringar", "kommentar",
    }
)  # fmt: skip


def document_word(text: str) -> str | None:
    """The word in the text that names a kind of document, as it is written there."""
    match = _document().search(text)
    return match[0] if match else None


def kind_of(word: str) -> MeetingKind:
    """Which kind of document the word names; compounds of "protokoll" are minutes."""
    return DOCUMENT_WORDS.get(fold(word), "minutes")


def meeting_word(text: str) -> str | None:
    """The word that names a meeting at the beginning of a text: "Styrelsemöte nr 6"."""
    match = _meeting().match(text)
    return match[0] if match else None


def is_contents_heading(text: str) -> bool:
    """Whether the text heads a list of what the meeting will deal with."""
    return fold(text).strip(" :.*_") in CONTENTS_HEADINGS


def is_table_heading(text: str) -> bool:
    """Whether the text is nothing but headings of an agenda's columns."""
    words = fold(text).replace("/", " ").replace("|", " ").split()
    return bool(words) and all(word.strip(".:") in TABLE_WORDS for word in words)


@cache
def _document() -> re.Pattern[str]:
    words = "|".join(sorted(DOCUMENT_WORDS, key=len, reverse=True))
    compound = r"[a-zåäö]{3,20}-?(?:protokoll|anteckningar)"
    return re.compile(rf"(?<![\w-])(?:{words}|{compound})(?![\w-])", re.IGNORECASE)


@cache
def _meeting() -> re.Pattern[str]:
    words = "|".join(sorted(MEETING_WORDS, key=len, reverse=True))
    kinds = r"(?:(?:ordinarie|extra|konstituerande|konst\.?|digitalt)\s+)?"
    compound = r"[a-zåäöé]{2,20}(?:möte|sammanträde|stämma|träff)"
    ending = r"(?:(?<=stämma)n|t|et)?(?![\w-])"
    return re.compile(rf"{kinds}(?:{words}|{compound}){ending}", re.IGNORECASE)
