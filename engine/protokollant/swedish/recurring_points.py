"""The recurring points of Swedish meetings: how they are worded and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["", "information", "discussion", "decision"]
Place = Literal["first", "last"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A recurring point: how it's recognised, and how it's written where nobody has written it.

    `whole` are headings that must stand alone, `within` phrases that may stand among other
    words, `told` headings in the minutes' tense, which an agenda rewrites as `title`.
    `usual` points are put on an agenda even where the last minutes lack them; `formal` ones are
    about the meeting itself and no matter of their own.
    """

    key: str
    place: Place
    title: str
    whole: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    kind: Kind = ""
    usual: bool = False
    formal: bool = True


STANDING: tuple[Standing, ...] = (
    Standing(
        "opening",
        "first",
        "Mötets öppnande",
        whole=("inledning", "öppnande", "öppning", "välkommen", "välkomna", "välkomnande"),
        within=(
            "mötets öppnande",
            "mötets öppning",
            "öppnande av möte",
            "öppnande av mötet",
            "sammanträdets öppnande",
            "årsmötets öppnande",
            "stämmans öppnande",
        ),
        told=("mötet öppnas", "mötet öppnades", "öppnar mötet", "sammanträdet öppnas"),
        usual=True,
    ),
    Standing(
        "roll",
        "first",
        "Upprop",
        whole=("upprop", "närvaro", "närvarande", "presentationsrunda", "presentation"),
        within=("fastställande av röstlängd", "fråga om adjungeringar", "runda bordet"),
    ),
    Standing(
        "chair",
        "first",
        "Val av mötesordförande",
        within=(
            "val av ordförande för mötet",
            "val av mötesordförande",
            "val av mötesfunktionärer",
        ),
        kind="decision",
    ),
    Standing(
        "secretary",
        "first",
        "Val av mötessekreterare",
        within=("val av sekreterare", "val av mötessekreterare"),
        kind="decision",
    ),
    Standing(
        "adjuster",
        "first",
        "Val av justerare",
        whole=("protokolljusterare", "justerare", "justering", "justering av protokollet"),
        within=(
            "val av justerare",
            "val av protokolljusterare",
            "val av justeringsperson",
            "val av justeringspersoner",
            "val av justeringsmän",
        ),
        kind="decision",
    ),
    Standing(
        "summons",
        "first",
        "Mötets behöriga utlysande",
        whole=("beslutsförhet", "beslutsmässighet"),
        within=(
            "behöriga utlysande",
            "stadgeenliga utlysande",
            "stadgeenligt utlyst",
            "behörigt utlyst",
            "styrelsens beslutsförhet",
        ),
        kind="decision",
    ),
    Standing(
        "agenda",
        "first",
        "Godkännande av dagordningen",
        whole=("dagordning", "dagordningen", "föredragningslista", "agenda", "dagens agenda"),
        within=(
            "godkännande av dagordning",
            "godkännande av dagordningen",
            "godkännande av föredragningslista",
            "fastställande av dagordning",
            "fastställande av dagordningen",
            "fastställande av föredragningslista",
            "fastställande av föredragningslistan",
            "fastställande av ärendelista",
            "dagordningens godkännande",
            "genomgång av dagordning",
            "genomgång av dagordningen",
        ),
        kind="decision",
        usual=True,
    ),
    Standing(
        "previous",
        "first",
        "Föregående mötes anteckningar",
        whole=(
            "protokoll från",
            "protokoll från den",
            "anteckningar från",
            "anteckningar från den",
            "minnesanteckningar från",
            "mötesanteckningar från",
            "föregående möte",
            "förra mötet",
        ),
        within=(
            "föregående minnesanteckningar",
            "föregående mötesanteckningar",
            "föregående anteckningar",
            "föregående protokoll",
            "föregående mötesprotokoll",
            "föregående mötes protokoll",
            "föregående mötes anteckningar",
            "föregående mötes minnesanteckningar",
            "föregående sammanträdes protokoll",
            "minnesanteckningar från föregående",
            "mötesanteckningar från föregående",
            "protokoll från föregående",
            "anteckningar från föregående",
            "anteckningar från förra mötet",
            "protokoll från förra mötet",
            "förra mötets protokoll",
            "förra mötets anteckningar",
            "rekapitulering av förra mötet",
        ),
        usual=True,
    ),
    Standing(
        "followup",
        "first",
        "Uppföljning av åtgärder",
        whole=(
            "uppföljning",
            "åtgärdslista",
            "åtgärdslistan",
            "åtgärder",
            "öppna åtgärder",
            "aktivitetslista",
            "att göra-lista",
            "uppföljning från föregående möte",
            "uppföljning från förra mötet",
        ),
        within=(
            "uppföljning av åtgärder",
            "uppföljning av beslut",
            "uppföljning av uppdrag",
            "uppföljning av åtgärdslista",
            "uppföljning av åtgärdslistan",
            "genomgång av åtgärdslista",
            "genomgång av åtgärdslistan",
            "avrapportering utfört arbete",
        ),
    ),
    Standing(
        "round",
        "first",
        "Laget runt",
        whole=(
            "laget runt",
            "rapporter",
            "lägesrapport",
            "lägesrapporter",
            "ekonomi",
            "ekonomisk rapport",
            "ekonomirapport",
            "anmälningsärenden",
            "delegationsbeslut",
            "inkomna skrivelser",
            "meddelanden",
        ),
        within=(
            "laget runt",
            "lägesrapport arbetsgrupper",
            "lägesrapport från arbetsgrupper",
            "lägesrapport från arbetsgrupperna",
            "lägesrapporter från arbetsgrupperna",
            "rapport från arbetsgrupperna",
            "rapporter från arbetsgrupperna",
            "information från verksamheterna",
            "information från ledamöter",
            "redovisning av delegationsbeslut",
            "anmälan av delegationsbeslut",
            "anmälan av delegeringsbeslut",
        ),
        formal=False,
    ),
    Standing(
        "other",
        "last",
        "Övriga frågor",
        whole=("övrigt", "övriga punkter", "övriga ärenden", "övriga frågor"),
        within=("övriga frågor", "övriga ärenden"),
        usual=True,
    ),
    Standing(
        "next",
        "last",
        "Nästa möte",
        whole=(
            "nästa möte",
            "kommande möte",
            "kommande möten",
            "mötestider",
            "nästa mötestid",
            "nästa träff",
        ),
        within=(
            "nästa möte och",
            "nästa sammanträde",
            "tid för nästa möte",
            "datum för nästa möte",
        ),
        usual=True,
    ),
    Standing(
        "close",
        "last",
        "Mötets avslutande",
        whole=("avslut", "avslutning", "avslutande", "sammanfattning och avslut"),
        within=(
            "mötets avslutande",
            "mötets avslut",
            "mötets avslutning",
            "och avslut",
            "sammanträdets avslutande",
            "årsmötets avslutande",
            "stämmans avslutande",
            "avslutning av mötet",
            "avslutande av möte",
        ),
        told=(
            "mötet avslutas",
            "mötet avslutades",
            "avslutar mötet",
            "sammanträdet avslutas",
            "stämman avslutas",
        ),
        usual=True,
    ),
)
"""In the order of a Swedish agenda."""
