"""Verbs of doing, as minutes use them: what somebody takes on, and what is left without anybody."""

from __future__ import annotations

import re
from functools import cache

# Present tense: "Maria Glemfelt gör en inbjudan". Verbs of telling (berättar, informerar, redogör)
# are left out: they say what happened at the meeting.
DOES = """
anmäler anordnar ansvarar arrangerar avtalar beställer bevakar bjuder bokar bokför byter bygger
distribuerar efterfrågar eftersöker fixar formulerar föreslår förbereder förmedlar fördelar
genomför gör hämtar håller\\s+i hör\\s+av hör\\s+med inhämtar initierar införskaffar inventerar
justerar kallar kartlägger kollar kompletterar kontaktar kontrollerar koordinerar köper
lägger\\s+(?:in|till|upp|ut) lämnar mailar mejlar ombesörjer ordnar organiserar pratar\\s+med
planerar publicerar påminner reder redigerar ringer samlar sammanfattar sammankallar sammanställer
samordnar
skapar skickar skriver sköter ser\\s+(?:över|till) skaffar stämmer\\s+av söker tar\\s+(?:med|fram|kontakt|hand|upp|reda|på\\s+sig)
tillfrågar tydliggör underrättar undersöker uppdaterar upprättar utreder utvärderar vidarebefordrar
återkommer återkopplar återrapporterar äskar översätter funderar
"""

# Infinitives of what one does not do as a task: "kommer sluta", "ska kunna".
_STATES = """
bli vara\\s+(?:klar|klart|färdig|i\\s+höst|en|ett|möjlig) sluta ersättas kunna finnas heta behöva börja bero
betyda innebära få\\s+(?:plats|vara|rätt) gälla tycka känna pågå räcka ingå öka minska kosta ta\\s+tid
"""

WILL = r"(?:ska|skall|kommer(?:\s+att)?|får\s+i\s+uppdrag\s+att|fick\s+i\s+uppdrag\s+att|" \
       r"tar\s+på\s+sig(?:\s+att)?|åtar\s+sig(?:\s+att)?|lovar\s+att|väljs\s+att|utses\s+att|" \
       r"ges\s+i\s+uppdrag\s+att|ombeds(?:\s+att)?|har\s+i\s+uppdrag\s+att|uppdras\s+(?:åt\s+)?att|" \
       r"(?:behöver|bör|måste))"  # fmt: skip

EVERYBODY = r"(?:alla|samtliga|var\s+och\s+en|respektive\s+\w+|ledamöterna|deltagarna|medlemmarna)"

# What stands where nobody in particular is to act: passives, wishes, waiting.
_UNOWNED = r"""
    \b(?:ska|skall|kommer(?:\s+att)?|behöver|måste|bör|får|skulle\s+behöva)\b[^.!?]{0,45}?
      \b(?:göras|ske|tas\s+\w+|tillsättas|genomföras|meddelas|föras|skickas|bjudas|bokas|ordnas
         |tydliggöras|kompletteras|ställas|revideras|uppdateras|samlas|lämnas|kontaktas
         |undersökas|utredas|utses|beställas|publiceras|ses\s+över|arbeta\s+vidare|följas\s+upp
         |fortsätta\s+jobba|laddas|fixas|anmälas|planeras|presenteras|lagas|mejlas|mailas)\b
  | \b(?:inväntas|efterlyses|eftersöks|önskas|efterfrågas)\b
  | \bönskemål(?:et)?\s+(?:om\s+att|är\s+att|finns|framkom)\b
  | \buppmanas\b | \battt?\s+tillfråga\b
  | \b(?:mejlas|mailas|skickas|sänds)\s+(?:ut|till|vidare)\b
  | \b(?:fortsatt\s+dialog|arbetet|återkoppling)\s+(?:sker|får\s+ske|fortsätter)\b
"""


@cache
def does() -> re.Pattern[str]:
    """A verb of doing in the present tense."""
    words = "|".join(DOES.split())
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def will_do() -> re.Pattern[str]:
    """ "ska boka", "kommer att ha", "tar på sig att se över": who is to do it stands before."""
    states = "|".join(_STATES.split())
    passive = r"\w+(?:as|es|ös)\b"
    return re.compile(
        rf"\b{WILL}\s+(?P<what>(?!(?:{states})\b|{passive}|inte\b|också\b|även\b)\w)", re.IGNORECASE
    )


@cache
def everybody() -> re.Pattern[str]:
    """ "behöver alla fundera", "funderar alla på", "samtliga ska": a task for everyone."""
    return re.compile(
        rf"\b(?:(?:behöver|ska|skall|bör|måste|får)\s+(?P<who1>{EVERYBODY})\s+(?P<what1>\w)"
        rf"|(?P<what2>funderar|tänker|läser|lämnar|skickar|tar)\s+(?P<who2>{EVERYBODY})\s+\w"
        rf"|(?P<who3>{EVERYBODY})\s+(?:behöver|ska|skall|bör|måste|får\s+till\s+uppgift\s+att)\s+"
        rf"(?P<what3>\w))",
        re.IGNORECASE,
    )


@cache
def unowned() -> re.Pattern[str]:
    """A task, wish or wait without anybody who is to see to it."""
    return re.compile(_UNOWNED, re.IGNORECASE | re.VERBOSE)
