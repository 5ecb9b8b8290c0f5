"""Headings that stand on most agendas, and parts that most items have: word for word tables."""

from __future__ import annotations

import re
from functools import cache

from protokollant.swedish import fold, without_clock
from protokollant.swedish.recurring_points import STANDING

# Headings recognised by their pattern, beside the recurring points of the language's own table.
# Words that may also stand alone in running text or head a list ("närvarande") are left out.
STANDING_PATTERNS = (
    r"m(?:ö|o)tet(?:s)? (?:öppn\w+|öppande|avslut\w*)",
    r"(?:öppnande|avslutande|avslutning) av (?:möte|mötet|stämman|sammanträdet)",
    r"val av [\w, ]{4,60}",
    r"godkännande av [\w, ]{4,40}",
    r"fastställande av [\w, ]{4,40}",
    r"(?:föregående|förra) (?:mötes|mötets|möte|minnes)\s?(?:protokoll|anteckningar|anteckning)",
    r"genomgång av föregående (?:mötes)?(?:protokoll|anteckningar)",
    r"(?:tillkännagivande|fastställande) av röstlängd(?:en)?",
    r"(?:frågan om )?mötet(?:s)?(?: är)? stadgeenlig\w*(?: utlys\w+)?",
    r"frågan om dagordningens godkännande",
    r"adjungeringar",
    r"beslut(?:s)?punkter",
    r"beslut(?:s)?(?:barhet|förhet|mässighet)",
    r"(?:laget|bordet) runt",
    r"rapport(?:er)?",
    r"ekonomi",
    r"underhåll|underhall",
    r"information(?:er)?",
    r"uppföljning",
    r"punkter från stämman",
    r"frågor från tidigare styrelse",
    r"(?:övrigt|ev\.? övriga frågor)",
    r"(?:nästa|kommande) (?:möte|sammanträde|mötestillfälle|styrelsemöte)",
    r"avslut",
)

# Labels inside an item: what follows belongs to the part they name.
DECISION_LABELS = ("beslut", "beslutet", "beslutades", "mötets beslut", "beslut i ärendet")
PROPOSAL_LABELS = (
    "förslag", "förslag till beslut", "yrkande", "yrkanden", "att", "framlagda förslag",
)  # fmt: skip
OTHER_PARTS = (
    "sammanfattning", "sammanfattning av ärendet", "ärendet", "beskrivning av ärendet",
    "ärendebeskrivning", "bakgrund", "beslutsunderlag", "underlag", "beslutsgång",
    "beslutet skickas till", "beslut skickas till", "expedieras till", "protokollsutdrag till",
    "jäv", "reservation", "reservationer", "protokollsanteckning", "protokollsanteckningar",
    "särskilt yttrande", "propositionsordning", "omröstning", "motivering", "diskussion",
    "beslutsmotivering", "kopia till", "delges", "skäl till beslut", "skäl för beslut",
    "skälen för beslutet", "motivering till beslut", "beslutet delges", "beslut delges",
    "beslutet expedieras", "expediering", "expedieras", "sändlista", "upplysningar",
    "hur man överklagar", "överklagande", "protokollsutdrag", "utdrag till", "handlingar",
    "tidigare behandling", "beredning", "ekonomiska konsekvenser", "konsekvenser",
    "barnrättsperspektivet", "lagstöd", "lagrum", "omröstningsresultat", "ajournering",
    "överläggning", "inlägg", "bedömning", "deltar ej i beslutet", "deltar inte i beslutet",
    "ej deltagande i beslutet", "icke deltagande i beslutet", "ej deltagande",
)  # fmt: skip

# A part that is named after its body: "kommunstyrelsens beslut". What one body proposes to the
# next ("kommunstyrelsens förslag till kommunfullmäktige") is what it decides itself.
_BODYS_PART = re.compile(
    r"(?:\w[\w-]*\s+){0,3}[\w-]*s\s+(?:beslut|(?P<proposal>(?:förslag|yrkande)"
    r"(?:\s+till\s+beslut)?)|förslag\s+till\s+(?!beslut)[\w-]+(?:\s+[\w-]+)?)"
)

# What only a sentence says: "kommunstyrelsen beslutar enligt arbetsutskottets förslag".
_DOES = re.compile(r"\b(?:besluta\w+|beslöt|bifall\w+|antar|antog|yrkar|enligt|till\s+\w+s\s)")


def is_standing_heading(text: str) -> bool:
    """Whether the text is a heading that agendas usually have, perhaps with a time after it."""
    return bool(_standing().fullmatch(without_clock(text.strip(" :."))))


def is_standing_word(text: str) -> bool:
    """Whether the text is a recurring point's name that may also stand in text: "Inledning"."""
    return fold(text).strip(" :.") in _whole()


def is_closing_heading(text: str) -> bool:
    """Whether the text is a heading of the points that end a meeting: "Mötets avslutande"."""
    return bool(_closing().fullmatch(without_clock(text.strip(" :."))))


FORMAL_LABEL = (
    r"(?:(?:jäv|ajournering|yrkanden?|propositions?ordning|omröstning(?:sresultat)?|utfall"
    r"|reservation(?:er)?|protokollsanteckning(?:ar)?|särskilt\s+yttrande|sekretess"
    r"|(?:beslutet\s+)?(?:ska\s+)?(?:skickas|sänds|expedieras|delges)(?:\s+till)?|utdrag\s+till"
    r"|bilag(?:a|or))\s*:|paragrafen\s+(?:justeras|förklaras|är)\s+omedelbart\b)"
)
"""How a paragraph of formal content begins: "Reservation: …", "Beslutet skickas till: …"."""


def begins_formal(text: str) -> bool:
    """Whether the text begins with the label of formal content, which ends a decision."""
    return _formal().match(text) is not None


def part_label(text: str) -> str | None:
    """ "decision", "proposal" or "other" when the text is the label of a part of an item."""
    word = fold(text).strip(" :;.–-*_")
    if not _DOES.search(word) and (named := _BODYS_PART.fullmatch(word)):
        return "proposal" if named["proposal"] else "decision"
    for kind, labels in (
        ("decision", DECISION_LABELS), ("proposal", PROPOSAL_LABELS), ("other", OTHER_PARTS)
    ):  # fmt: skip
        if word in labels:
            return kind
    return None


@cache
def _formal() -> re.Pattern[str]:
    return re.compile(FORMAL_LABEL, re.IGNORECASE)


@cache
def _whole() -> frozenset[str]:
    return frozenset(phrase for one in STANDING for phrase in one.whole)


@cache
def _closing() -> re.Pattern[str]:
    phrases = {p for one in STANDING if one.place == "last" for p in (*one.whole, *one.within)}
    return re.compile("|".join(map(re.escape, sorted(phrases, key=len, reverse=True))), re.I)


@cache
def _standing() -> re.Pattern[str]:
    points = (re.escape(phrase) for point in STANDING for phrase in point.within + point.told)
    either = "|".join((*STANDING_PATTERNS, *points))
    return re.compile(rf"(?:{either})[.:]?", re.IGNORECASE)
