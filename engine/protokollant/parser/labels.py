"""Labels of a document's head and what they name: "Plats", "Tid", "Organ", an example each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from protokollant.swedish import fold
from protokollant.swedish.word_patterns import any_of

Names = Literal[
    "body", "organisation", "place", "when", "number", "scope", "case", "title", "contact",
    "chair", "vice_chair", "member", "secretary", "adjuster", "approval", "notice", "attachments",
    "note",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """A label: what it names, the words it is written with, and a row as an example."""

    names: Names
    words: tuple[str, ...]
    example: str


LABELS = (
    Label("body", ("organ", "grupp", "nämnd", "nämnd/styrelse", "styrelse/nämnd", "forum",
                   "utskott", "instans", "arbetsgrupp", "mötesforum"),
          "Organ Samverkansgruppen barn/unga"),
    Label("place", ("plats", "lokal", "mötesplats", "var", "möteslokal", "sammanträdesplats",
                    "plats för mötet", "plats för sammanträde", "plats för sammanträdet"),
          "Plats: Digitalt via Teams"),
    Label("when", ("datum", "tid", "tidpunkt", "mötesdatum", "mötestid", "när", "dag", "klockan",
                   "datum och tid", "tid och datum", "datum/tid", "sammanträdesdatum",
                   "sammanträdestid", "mötesdag", "dag och tid", "tid för mötet"),
          "Tidpunkt Fredagen den 18 februari 2022"),
    Label("when", ("plats och tid", "tid och plats", "tid och plats för mötet", "plats/tid",
                   "plats, datum och tid", "datum, tid och plats",
                   "plats och tid för sammanträde", "plats och tid för sammanträdet",
                   "datum och plats", "plats och datum", "dag och plats", "datum/plats",
                   "när och var", "var och när", "tid/plats"),
          "Plats och tid: Stadshuset, kl. 13.00–17.00"),
    Label("number", ("nr", "nummer", "mötesnummer", "möte nr", "protokoll nr", "protokollnr"),
          "Nr: 3"),
    Label("scope", ("omfattning", "paragrafer", "paragraf", "punkter", "§§", "protokollet omfattar",
                    "omfattar"), "Omfattning: 1–9"),
    Label("case", ("dnr", "diarienummer", "diarienr", "ärendenummer"), "Dnr: KS 2026/123"),
    Label("title", ("möte", "ärende", "rubrik", "mötestyp", "typ av möte", "sammanträde"),
          "Möte: Ordinarie årsstämma"),
    Label("contact", ("kontakt", "kontaktperson", "handläggare", "frågor besvaras av",
                      "upplysningar"),
          "Kontakt: Eva Ek, eva.ek@example.se"),
    Label("chair", ("ordförande", "mötesordförande", "ordf", "stämmoordförande", "sammankallande"),
          "Ordförande: Eva Ek"),
    Label("vice_chair", ("vice ordförande", "v. ordförande", "v ordförande", "vice ordf", "v. ordf",
                         "v ordf", "v.ordf"),
          "Vice ordförande: Bo Lind"),
    Label("member", ("kassör", "kassaförvaltare", "ledamot"), "Kassör: Bo Lind"),
    Label("secretary", ("sekreterare", "mötessekreterare", "vid protokollet", "protokollförare",
                        "protokoll fört av", "antecknat av", "vid pennan", "sekr",
                        "vid anteckningarna", "protokollet fört av", "protokollsförare",
                        "antecknare", "vid tangentbordet", "vid datorn",
                        "upprättad av", "skrivet av", "dokumenterat av", "noterat av",
                        "nämndsekreterare"),
          "Vid protokollet: Eva Ek"),
    Label("adjuster", ("justerare", "justeras", "justeringsperson", "justeringspersoner",
                       "protokolljusterare", "protokollsjusterare", "utsedd att justera",
                       "justeringsman", "justeringsmän", "justerande", "utses att justera",
                       "utsedda att justera", "val av justerare"),
          "Justerare: Eva Ek"),
    Label("approval", ("justering", "plats och tid för justering", "justeringens plats och tid",
                       "justeringsdatum", "justeringens tid", "tid och plats för justering",
                       "justeringstid"),
          "Justering: Digital justering, 2025-05-01"),
    Label("attachments", ("bilagor", "bilaga"), "Bilagor: Presentation"),
    Label("note", ("upprättad", "utskriftsdatum", "utskick", "sändlista", "kopia till",
                   "distribution", "underskrifter", "org.nr", "org nr", "organisationsnummer",
                   "orgnr"),
          "Sändlista: Ledamöter och ersättare"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label at the beginning of a row: what it names, as written, and where its value begins."""

    label: Label
    text: str
    end: int
    has_colon: bool


# "Anteckningar: Eva Ek" tells who took the notes; without a name it is the document's own title.
_NOTED_BY = re.compile(
    r"(?P<word>(?:mötes|minnes)?anteckningar)\s*:\s*(?=[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+\s*(?:,|$))",
    re.IGNORECASE,
)


def find_label(text: str) -> FoundLabel | None:
    """The label that the text begins with; the longest of those that fit."""
    match = _pattern().match(text)
    if noted := _NOTED_BY.match(text):
        label = _by_word()["vid anteckningarna"]
        return FoundLabel(label, noted["word"], noted.end(), has_colon=True)
    if not match:
        return None
    label = _by_word()[fold(" ".join(match["word"].split()))]
    return FoundLabel(label, match["word"], match.end(), bool(match["colon"]))


def is_label_row(text: str) -> bool:
    """Whether the text is a label with a colon, or a label alone."""
    found = find_label(text)
    return bool(found and (found.has_colon or found.end >= len(text)))


# The full stop of a shortened word belongs to it: "Vice ordf.  Bo Lind".
_STOP = r"(?:(?<=ordf)\.|(?<=sekr)\.|(?<=nr)\.)?"


@cache
def _by_word() -> dict[str, Label]:
    return {word: label for label in LABELS for word in label.words}


@cache
def _pattern() -> re.Pattern[str]:
    either = any_of(_by_word())
    return re.compile(
        rf"[*_]*+(?P<word>{either})(?![\w/-]){_STOP}[*_]*\s*(?P<colon>:)?[*_]*\s*", re.I
    )
