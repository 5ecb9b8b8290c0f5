"""Verbs of doing, as minutes use them: what somebody takes on, and what is left without anybody."""

from __future__ import annotations

import re
from functools import cache

from protokollant.swedish.word_patterns import any_of

# Present tense: "Maria Glemfelt gör en inbjudan". Verbs of telling (berättar, informerar, lyfter)
# are left out: they say what happened at the meeting.
_DOES = """
anmäler, anordnar, ansvarar, arrangerar, avtalar, beställer, bevakar, bjuder, bokar, bokför, byter,
bygger, distribuerar, efterfrågar, eftersöker, fixar, formulerar, funderar, förbereder, fördelar,
förmedlar, föreslår, genomför, gör, håller i, hämtar, hör av, hör med, inhämtar, initierar,
införskaffar, inventerar, justerar, kallar, kartlägger, kollar, kompletterar, kontaktar,
kontrollerar, koordinerar, köper, lägger in, lägger till, lägger upp, lägger ut, lämnar, mailar,
mejlar, ombesörjer, ordnar, organiserar, planerar, pratar med, publicerar, påminner, reder,
redigerar, ringer, samlar, sammanfattar, sammankallar, sammanställer, samordnar, ser till,
ser över, skaffar, skapar, skickar, skriver, sköter, stämmer av, söker, tar fram, tar hand,
tar kontakt, tar med, tar på sig, tar reda, tar upp, tillfrågar, tydliggör, underrättar,
undersöker, uppdaterar, upprättar, utreder, utvärderar, vidarebefordrar, återkommer,
återkopplar, återrapporterar, äskar, översätter
"""

# Words that put what follows on the one they follow on: "ska boka", "tar på sig att se över".
_WILL = """
ska, skall, kommer, kommer att, behöver, bör, måste, får i uppdrag att, fick i uppdrag att,
ges i uppdrag att, har i uppdrag att, uppdras att, uppdras åt att, tar på sig, tar på sig att,
åtar sig, åtar sig att, lovar att, väljs att, utses att, ombeds, ombeds att
"""

# What comes after those words without being a task: "kommer sluta", "ska kunna".
_STATES = """
bero, betyda, bli, börja, behöva, ersättas, finnas, få plats, få rätt, få vara, gälla, heta,
ingå, innebära, kosta, kunna, känna, minska, pågå, räcka, sluta, ta tid, tycka, vara en, vara ett,
vara färdig, vara klar, vara klart, vara möjlig, öka, inte, också, även
"""

_EVERYBODY = """
alla, samtliga, var och en, ledamöterna, deltagarna, medlemmarna
"""

# Passives of doing: with "ska", "behöver" and the like before them nobody is named.
_IS_DONE = """
anmälas, arbeta vidare, beställas, bjudas, bokas, fixas, fortsätta jobba, föras, följas upp,
genomföras, göras, kortas, kompletteras, kontaktas, laddas, lagas, lämnas, mailas, meddelas, mejlas,
ordnas, planeras, presenteras, publiceras, revideras, samlas, ses över, ske, skickas, ställas,
tas fram, tas med, tas upp, tillsättas, tydliggöras, undersökas, uppdateras, utredas, utses
"""

# Wishes and waiting, and things that are on their way by themselves.
_IS_WISHED = """
inväntas, efterlyses, eftersöks, efterfrågas, önskas, önskar att, önskar en,
önskar ett, önskar få, önskar mer, önskemål, uppmanas, att tillfråga,
mejlas ut, mailas ut, skickas ut, sänds ut, skickas vidare, sänds vidare, fortsatt dialog sker,
arbetet fortsätter, arbetar vidare, återkoppling sker, avvaktas, avvakta, man skulle kunna,
man skulle också kunna, vi skulle kunna
"""

# Groups that are not named: what they are to do has no owner yet.
_SOME_GROUP = """
en grupp, en mindre grupp, en arbetsgrupp, en mindre arbetsgrupp, någon, några
"""

# Verbs that always name whom they are put to: "Ledamöterna uppmanas att se efter".
_IS_ASKED = """
uppmanas att, ombeds att, uppdras att, får i uppdrag att, fick i uppdrag att, ges i uppdrag att
"""

# A report of what was told, not a task: "Vidare informerar hon om att … kommer att …".
_TOLD = """
informerar, berättar, redogör, redovisar, rapporterar, förklarar
"""


@cache
def does() -> re.Pattern[str]:
    """A verb of doing in the present tense."""
    return re.compile(rf"\b{_either(_DOES)}\b", re.IGNORECASE)


@cache
def will_do() -> re.Pattern[str]:
    """ "ska boka", "kommer att ha", "tar på sig att se över": who is to do it stands before."""
    return re.compile(
        rf"\b{_either(_WILL)}\s+(?P<what>(?!{_either(_STATES)}\b|\w+(?:as|es|ös)\b)\w)",
        re.IGNORECASE,
    )


@cache
def everybody() -> re.Pattern[str]:
    """ "behöver alla fundera", "funderar alla på", "samtliga ska": a task for everyone."""
    who = _either(_EVERYBODY)
    must = r"(?:behöver|ska|skall|bör|måste|får\s+till\s+uppgift\s+att)"
    return re.compile(
        rf"\b(?:{must}\s+(?P<who1>{who})\s+(?P<what1>\w)"
        rf"|(?P<what2>funderar|tänker|läser|lämnar|skickar|tar)\s+(?P<who2>{who})\s+\w"
        rf"|(?P<who3>{who})\s+{must}\s+(?P<what3>\w))",
        re.IGNORECASE,
    )


@cache
def is_asked() -> re.Pattern[str]:
    """ "Ledamöterna uppmanas att se efter", "ger chefen i uppdrag att upprätta en budget"."""
    return re.compile(
        rf"^(?P<who1>[A-ZÅÄÖ](?:[^\s,.;:]+\s){{1,7}}?){_either(_IS_ASKED)}\s+(?P<what1>\w)"
        rf"|\b(?:ger|gav|uppdrar\s+åt|uppdrog\s+åt)\s+(?P<who2>(?:[^\s,.;:]+\s){{1,6}}?)"
        rf"(?:i\s+uppdrag\s+)?att\s+(?P<what2>\w)",
    )


def is_unowned(text: str) -> bool:
    """Whether a sentence tells a task, a wish or a wait without anybody who is to see to it."""
    match = _unowned().search(text)
    return match is not None and not _told().search(text, 0, match.start())


@cache
def _unowned() -> re.Pattern[str]:
    modal = r"\b(?:ska|skall|kommer|behöver|måste|bör|får)\b"
    return re.compile(
        rf"{modal}[^.!?]{{0,45}}?\b{_either(_IS_DONE)}\b|\b{_either(_IS_WISHED)}\b"
        rf"|\b{_either(_SOME_GROUP)}\s+(?:ska|skall|får|bör)\b",
        re.IGNORECASE,
    )


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"\b{_either(_TOLD)}\b.{{0,60}}\batt\b", re.IGNORECASE)


def _either(table: str) -> str:
    """A pattern for any of the words and phrases of a table."""
    return any_of(" ".join(word.split()) for word in table.split(","))
