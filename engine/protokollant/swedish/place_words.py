"""Words that name a place where people meet: "sal", "Stadshuset", "Teams"."""

from __future__ import annotations

import re
from functools import cache

# Programs that meetings are held in.
DIGITAL_PLACES = (
    "teams", "zoom", "skype", "discord", "google meet", "meet", "jitsi", "webex", "whereby",
    "digitalt", "distans", "telefon", "telefonmöte", "videomöte", "digitalt möte",
)  # fmt: skip

# A word that ends so names a room, a house or an address.
PLACE_ENDINGS = (
    "rummet", "salen", "sal", "lokal", "lokalen", "lokaler", "lokalerna", "huset", "hus",
    "gården", "gård", "skolan", "stugan", "kontoret", "kontor", "hallen", "kyrkan", "hemmet",
    "biblioteket", "bibliotek", "gatan", "vägen", "torget", "matsal", "matsalen", "aulan", "aula",
    "caféet", "hotell", "hotellet", "restaurang", "värdshuset", "villa", "villan", "slottet",
    "vån", "plan", "våningen", "centrum", "center", "campus", "arena", "museet", "museum",
    "kansliet", "kansli", "kommunkontor", "expeditionen", "byrån", "hamnen", "plats", "rådhus",
    "stadshus", "kommunhus", "regionhus", "föreningslokal", "klubbstuga", "sammanträdesrum",
    "konferensrum", "mötesrum", "rum", "stadshotell", "sessionssal",
)  # fmt: skip


def names_place(text: str) -> bool:
    """Whether a short text has a word that names a room, a house, an address or a program."""
    return _place().search(text) is not None


@cache
def _place() -> re.Pattern[str]:
    endings = "|".join(sorted(PLACE_ENDINGS, key=len, reverse=True))
    digital = "|".join(sorted(DIGITAL_PLACES, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:\w*(?:{endings})|{digital})(?!\w)", re.IGNORECASE)
