"""Sentences that open a document and say what, when and where: kept as text, and read."""

from __future__ import annotations

import re

from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding, Found, marks_of
from protokollant.parser.title_line import body_in
from protokollant.swedish import find_dates, find_times, names_place

_OPENS = re.compile(
    r"(?:protokoll\s+(?:fört|från)\s+vid|anteckningar\s+(?:förda|från)|protokoll\s+från|"
    r"härmed\s+kallas|kallelse\s+till|välkommen\s+till|medlemmarna\s+i|"
    r"(?:ordinarie\s+|extra\s+)?sammanträde\s+(?:mån|tis|ons|tors|fre|lör|sön)|"
    r"här\s+(?:kommer|är|följer)\b.{0,30}\b\w*(?:anteckning(?:ar)?|protokoll(?:et)?)\b|"
    r"(?:ni|du)\s+kallas|(?:här\s+kommer|välkomna|inbjudan|du\s+är|ni\s+är)\b.{0,30}"
    r"(?:kallelse|kallad\w*|inbjud\w+|till)\b)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:vid|för|till|kallas)\s+(?P<body>[A-ZÅÄÖ][\w&/-]*(?:\s+[A-ZÅÄÖ][\w&/-]*){0,4})s?\s+"
    r"(?:medlemmar|ordinarie|extra|konstituerande|\w*möte|\w*stämma|sammanträde)"
)
_WITH = re.compile(
    r"(?:möte|sammanträde|stämma|stämman|mötet)\s+(?:med|i|för|hos|av)\s+"
    r"(?P<body>(?-i:[A-ZÅÄÖ])[\w&/-]*(?:\s+(?:(?-i:[A-ZÅÄÖ\d])[\w&/-]*|i|och|för))*)",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"\b(?:apt|arbetsplatsträff(?:en)?)\s+(?:på|för|i|hos|med)\s+"
    r"(?P<body>(?-i:[A-ZÅÄÖ])[\w&/-]*(?:\s+(?-i:[A-ZÅÄÖ\d])[\w&/-]*)*)",
    re.IGNORECASE,
)
_MEMBERS_OF = re.compile(
    r"medlemmar(?:na)?\s+i\s+(?P<body>(?!den\b)\S.{2,60}?)\s+kallas\b", re.IGNORECASE
)
_ASSOCIATION = re.compile(r"(?:den\s+)?(?P<body>(?:ideella\s+)?föreningen\s+[A-ZÅÄÖ]\w*)")
_IN_GROUP = re.compile(r"\bi\s+(?P<body>[A-ZÅÄÖ][\w-]*-?(?:gruppen|nämnden|rådet|utskottet))")
_MINUTES = re.compile(r"\b\w*(?:anteckning(?:ar(?:na)?)?|protokoll(?:et)?)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:\b(?:på|i|hos|över|via|plats:|lokal:)\s+)(?P<place>(?:sal\s+)?[A-ZÅÄÖ0-9][^.;]{1,80}?)"
    r"(?=[.;]|$|\s+(?:den|kl|Datum|genom))"
)
_ROOM = re.compile(r"\b(?:i|på|hos)\s+(?P<place>[\w-]{4,30})")
_DIGITAL = re.compile(r"digitalt(?:\s+(?:via|med|genom)\s+[\w/]+)?", re.IGNORECASE)


def call_line(block: Block) -> Found | None:
    """ "Protokoll fört vid … höstmöte, torsdag 26 november 2020 kl. 19.30", "Härmed kallas …"."""
    text = block.text
    if not _OPENS.match(text):
        return None
    dates, times = find_dates(text), find_times(text)
    findings = []
    if dates:
        findings.append(_finding("date", dates[0], block, dates[0].start, dates[0].end, 0.8))
    if times and len(dates) > 1 and "mellan" in text[: dates[0].start][-20:]:
        clock = times[-1].span.start
        findings.append(_finding("end", clock, block, times[-1].start, times[-1].end, 0.7))
    elif times:
        findings.append(_finding("time", times[0].span, block, times[0].start, times[0].end, 0.7))
    if match := _WITH.search(text) or _AT_WORK.search(text):
        body = re.sub(r"\s+(?:i|och|för)$", "", match["body"])
        end = match.start("body") + len(body)
        findings.append(_finding("body", body, block, match.start("body"), end, 0.6))
    elif (
        match := _MEMBERS_OF.search(text)
        or _BODY.search(text)
        or _ASSOCIATION.search(text)
        or _IN_GROUP.search(text)
    ):
        name = body_in(match["body"] + " möte")
        findings.append(_finding("body", name, block, *match.span("body"), 0.6))
    after = dates[-1].end if dates else 0
    if place := _DIGITAL.search(text) or _PLACE.search(text, after) or _room(text, after):
        span = place.span("place") if "place" in place.groupdict() else place.span()
        findings.append(_finding("place", text[slice(*span)], block, *span, 0.5))
    if not _MINUTES.search(text) and re.match(
        r"(?:härmed\s+kallas|kallelse|medlemmarna|(?:ni|du)\s+(?:är\s+)?kalla|här\s+kommer|välkom|inbjud)",
        text,
        re.I,
    ):
        findings.append(Finding("kind", "agenda", (), "call_line", 0.8))
    return Found(tuple(findings))


def _room(text: str, after: int) -> re.Match[str] | None:
    """A room or a house in lower case after the date: "i styrelserummet"."""
    return next((m for m in _ROOM.finditer(text, after) if names_place(m["place"])), None)


def _finding(
    name: str, value: object, block: Block, start: int, end: int, confidence: float
) -> Finding:
    return Finding(name, value, marks_of(block.within(start, end)), "call_line", confidence)
