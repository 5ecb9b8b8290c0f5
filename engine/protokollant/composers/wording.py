"""Facts of the composers → the Swedish phrases they are told in."""

from __future__ import annotations

import re
from datetime import date

from protokollant.model import CarryOver, Meeting, Numbering, Origin
from protokollant.swedish import find_dates, fold, format_date, format_month, section_sign

_CONDITION_WORDS = ("när", "om", "efter", "sedan", "så", "då", "under", "förutsatt", "i", "med")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")

# What a meeting's document is called, by the word its own title has: alone, and as a heading of
# the next agenda.
_DOCUMENTS = (
    ("protokoll", "Protokollet", "Föregående protokoll"),
    ("mötesanteckning", "Mötesanteckningarna", "Föregående mötesanteckningar"),
    ("minnesanteckning", "Minnesanteckningarna", "Föregående minnesanteckningar"),
    ("", "Anteckningarna", "Föregående mötes anteckningar"),
)


def origin_in_words(place: Origin, numbering: Numbering = "point") -> str:
    """ "mötet 2 mars 2026, punkt 6", or "§ 6" where that is how the body counts."""
    day = f"mötet {format_date(place.date)}" if place.date else "ett tidigare möte"
    if not place.number:
        return day
    sign = section_sign(place.number) if numbering == "section" else f"punkt {place.number}"
    return f"{day}, {sign}"


def in_words(place: CarryOver) -> str:
    """ "april 2026", "9 november 2026" or "nästa möte"."""
    if _DAY.fullmatch(place.when):
        return format_date(date.fromisoformat(place.when))
    if _MONTH.fullmatch(place.when):
        return format_month(place.when)
    return "nästa möte" if place.when == "next" else place.when


def sent_on(carried_to: CarryOver | None) -> str:
    """The sentence that tells where a postponed point went, and on what condition."""
    to = carried_to or CarryOver()
    told = f"Punkten sköts upp till {in_words(to)}"
    condition = to.condition.strip().rstrip(".")
    if not condition:
        return f"{told}."
    return f"{told}, {condition}." if _leads(condition) else f"{told}. Villkor: {condition}."


def taken_up_when(condition: str) -> str:
    """The sentence that tells what must hold before a postponed point is taken up."""
    bare = condition.strip().rstrip(".")
    if not bare:
        return ""
    return f"Tas upp {bare}." if _leads(bare) else f"Villkor: {bare}."


def previous_minutes(title: str, last: Meeting) -> tuple[str, str]:
    """Heading and text of the point that goes through the last minutes, with their date.

    A date in the heading is changed to the last meeting's; else the text tells it.
    """
    if last.date is None:
        return title, ""
    found = find_dates(title)
    if found:
        old = found[-1]
        digits = old.text[:4].isdigit()
        new = last.date.isoformat() if digits else format_date(last.date)
        den = "den " if "den " in old.text.lower().replace("\u00a0", " ") else ""
        return f"{title[: old.start]}{den}{new}{title[old.end :]}", ""
    document, _ = _document(last, title)
    return title, f"{document} från mötet den {format_date(last.date)}."


def previous_heading(last: Meeting) -> str:
    """The heading under which the next agenda goes through the last minutes."""
    return _document(last)[1]


def _document(last: Meeting, heading: str = "") -> tuple[str, str]:
    named = fold(f"{last.title} {heading}")
    if last.numbering == "section":
        named += " protokoll"
    return next((alone, after) for word, alone, after in _DOCUMENTS if word in named)


def _leads(condition: str) -> bool:
    """Whether the condition goes on from a main clause: "när även skolchef är närvarande"."""
    return fold(condition).split()[0] in _CONDITION_WORDS
