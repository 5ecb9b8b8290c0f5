"""Sentences that postpone an item → where it goes and on what condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from protokollant.model import CarryOver
from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding
from protokollant.parser.sentences import sentences
from protokollant.parser.standing_words import part_label
from protokollant.swedish import find_dates, find_months, next_month, resolve

# What is said of an item that is not dealt with now, and whether it needs a time to count.
_POSTPONES = re.compile(
    r"\b(?:(?P<sure>bordläggs|bordlägges|bordlades|bordlägger|parkeras|parkerades|återremitteras"
    r"|skjuts\s+(?:upp|fram)|sköts\s+(?:upp|fram)|uppskjuts|senareläggs|ajourneras"
    r"|vilandeförklaras)"
    r"|(?P<timed>(?:flyttas|flyttades|skjuts|hänskjuts|överförs|läggs\s+över)\s+till"
    r"|tas\s+(?:upp|med)|lyfts|återupptas|behandlas|diskuteras|återkommer(?:\s+vi)?))\b",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    r"^(?:utgår|utgick|utgått)\.?$|\b(?:punkten|ärendet|frågan)\s+(?:utgår|utgick|utgår\s+från|stryks|ströks|drogs\s+tillbaka)\b",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:nästa|nästkommande|kommande|nästföljande)\s+(?:\w+)?"
    r"(?:möte|mötet|sammanträde|sammanträdet|gång|träff|tillfälle)\b|\btills\s+vidare\b",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\b(?:i|till|på|vid|under|senast|den)\s+[^.]{0,40}$", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:när|då|om|förutsatt\s+att|under\s+förutsättning\s+att|tills|så\s+snart|efter\s+att)\s+"
    r"(?!vidare)[^.!?]+",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:punkten|ärendet|frågan)\s+flyttas\s+till\s*:", re.IGNORECASE)
_PAST = re.compile(r"\b(?:har|hade|blev|var|förra|föregående|senaste)\b", re.IGNORECASE)


def carry_over(blocks: Sequence[Block], day: date | None) -> list[Finding]:
    """ "Punkten flyttas till mötet i april", "Frågan parkeras till nästa möte när …"."""
    part = None
    for block in blocks:
        part = part_label(block.text) or part
        if part in ("proposal", "other"):
            continue
        for sentence in sentences(block.text):
            if _WITHDRAWN.search(sentence.text):
                marks = sentence.marks(block)
                return [Finding("state", "withdrawn", marks, "carry_over", 0.9)]
            if found := _carried(sentence.text, day):
                marks = sentence.marks(block)
                return [
                    Finding("state", "postponed", marks, "carry_over", 0.9),
                    Finding("carried_to", found, marks, "carry_over", 0.9),
                ]
    return []


def is_labelled(block: Block) -> bool:
    """Whether the block only says where the item goes: "Punkten flyttas till: april 2026"."""
    return _LABELLED.match(block.text) is not None and len(sentences(block.text)) == 1


def _carried(text: str, day: date | None) -> CarryOver | None:
    match = _POSTPONES.search(text)
    if match is None or text.endswith("?"):
        return None
    before, after = text[: match.start()], text[match.end() :]
    when = _when(after, day)
    if when is None and match["timed"]:
        return None
    if match["timed"] and (_PAST.search(before) or len(before.split()) > 6):
        return None
    return CarryOver(when=when or "next", condition=_condition(after))


def _when(text: str, day: date | None) -> str | None:
    """The meeting named right after the verb: a day, a month, or the next one."""
    near = text[:80]
    if dates := find_dates(near):
        known = resolve(dates[0], after=day)
        if known and (day is None or known > day):
            return known.isoformat()
        return None
    following = _NEXT.search(near)
    months = find_months(near)
    if months and (following is None or months[0].start < following.start()):
        return _month(months[0].month, months[0].year, day) if _is_timed(near, months[0]) else None
    return "next" if following else None


def _is_timed(text: str, month: object) -> bool:
    start: int = month.start  # type: ignore[attr-defined]
    return (
        not text[:start].strip(" :")
        or bool(_TIMED.search(text[:start]))
        or "möte" in text[:start].lower()
        or ("möte" in text[start : start + 20].lower())
    )


def _month(month: int, year: int | None, day: date | None) -> str:
    if year:
        return f"{year:04d}-{month:02d}"
    return next_month(month, day) if day else "next"


def _condition(text: str) -> str:
    match = _CONDITION.search(text)
    return match[0].strip(" ,") if match else ""
