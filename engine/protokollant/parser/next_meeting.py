"""Sentences and headings that set the next meeting → its day, time and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from protokollant.model import NextMeeting
from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding, Mark
from protokollant.parser.sentences import sentences
from protokollant.source import Doubt
from protokollant.swedish import (
    FoundDate,
    find_dates,
    find_times,
    names_place,
    resolve,
    weekday_disagrees,
)

_NAMES = re.compile(
    r"\b(?:nästa|nästkommande|kommande)\s+(?:\w+\s+){0,2}?"
    r"(?:\w*möten?|\w*mötet|sammanträden?|sammanträdet|\w*träff(?:en)?|apt|[flc]sg|skyddskommitté|styrgrupp|arbetsgrupp|mötestillfällen?|mötestid(?:er)?)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY_ELSE = re.compile(r"\b(?:till|inför|på|vid|innan|före)\s*$", re.IGNORECASE)
_DIGITAL = re.compile(r"\b(?:digitalt|via\s+(?:teams|zoom|discord|skype))\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:i|på|hos|plats:)\s+(?P<place>[A-ZÅÄÖ][^.;()]{1,50}?)(?=[.;(]|$)")
_LOWER_PLACE = re.compile(r"\b(?:i|på|hos)\s+(?P<place>[a-zåäö][^.;()\d,]{2,40}?)\s*(?=[.;(,]|$)")
# A place without "i" or "på": "… kl. 13.00–15.00, Eskilstuna stadshus."
_PLACE_AFTER = re.compile(r"\d\s*,\s*(?P<place>[A-ZÅÄÖ][^.;()\d]{2,50})(?=[.;(]|$)")


def next_meeting(
    title: str, title_marks: Sequence[Mark], blocks: Sequence[Block], day: date | None
) -> tuple[list[Finding], list[Doubt]]:
    """ "Nästa möte … är den 17 april och genomförs digitalt", or a heading with dates below."""
    is_headed = bool(_NAMES.match(title))
    if is_headed and (found := _meeting(title, day)):
        return _result(found, tuple(title_marks), title, day)
    for at, block in enumerate(blocks):
        is_below = at > 0 and names_next_meeting(blocks[at - 1].text)
        for sentence in sentences(block.text):
            named = _NAMES.search(sentence.text)
            if not (is_headed or is_below or (named and _is_about(sentence.text, named))):
                continue
            if found := _meeting(sentence.text, day):
                return _result(found, sentence.marks(block), sentence.text, day)
    return [], []


def names_next_meeting(title: str) -> bool:
    """Whether a heading is about the next meeting and nothing else."""
    return _NAMES.fullmatch(title.strip(" :.")) is not None


def _is_about(text: str, named: re.Match[str]) -> bool:
    """Whether the sentence tells when the next meeting is, not what is to be done by then."""
    return not _OF_SOMEBODY_ELSE.search(text[: named.start()])


def _meeting(text: str, day: date | None) -> NextMeeting | None:
    found = _date(text, day)
    if found is None:
        return None
    times = [t for t in find_times(text) if t.start >= found.start] or find_times(text)
    span = times[0].span if times else None
    return NextMeeting(
        date=resolve(found, after=day),
        start=span.start if span else None,
        end=span.end if span else None,
        place=_place(text, found),
    )


def _date(text: str, day: date | None) -> FoundDate | None:
    """The first date of the text that lies after the meeting."""
    for found in find_dates(text):
        known = resolve(found, after=day)
        if known and (day is None or known > day):
            return found
    return None


def _place(text: str, found: FoundDate) -> str:
    if digital := _DIGITAL.search(text):
        return digital[0].lower() if digital[0].lower() == "digitalt" else digital[0]
    if match := _PLACE.search(text, found.end):
        return match["place"].strip(" ,")
    lower = _LOWER_PLACE.search(text, found.end)
    if lower and names_place(lower["place"]):
        return lower["place"].strip()
    match = _PLACE_AFTER.search(text, found.end)
    return match["place"].strip(" ,.") if match and names_place(match["place"]) else ""


def _result(
    found: NextMeeting, marks: tuple[Mark, ...], text: str, day: date | None
) -> tuple[list[Finding], list[Doubt]]:
    doubts = []
    named = _date(text, day)
    if named and found.date and weekday_disagrees(named, found.date):
        message = f"Veckodagen stämmer inte med datumet för nästa möte: {named.text}."
        doubts.append(Doubt(marks[0].line if marks else None, message))
    return [Finding("next_meeting", found, marks, "next_meeting", 0.9)], doubts
