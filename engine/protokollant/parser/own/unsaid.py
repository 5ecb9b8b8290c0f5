"""Words of an own document that the meeting read from it doesn't hold → what is left over.

A paragraph whose value was replaced by a date, a role or a state has words beside it that only
name the value; the templates' own words are known by their table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from protokollant.model import Meeting
from protokollant.parser.account import words
from protokollant.source import Kept, Source
from protokollant.swedish import (
    MONTHS,
    WEEKDAYS,
    attendance_status,
    find_dates,
    find_times,
    read_roles,
)
from protokollant.vocabulary import VALUE_ALIASES, VALUES

TEMPLATE_WORDS = """
    protokoll minnesanteckningar dagordning årsberättelse
    datum tid slut plats nummer omfattning diarienummer kallade kl den till och
    deltagare namn grupp roll uppdrag närvaro ersätter deltog
    föredragande minut minuter dnr från återkommer punkt bilaga bilagor beslut
    åtgärd åtgärder vad vem när klar senast punkten flyttas utgår skjuts upp bordläggs nästa möte
    kontakt justering justerare justerat anmärkning underskrifter underskrift ort
    namnförtydligande anslag anslaget tas ned förvaras
    läge utskickad sekretess jäv av ajournering yrkande propositionsordning omröstning
    ja nej avstår utfall reservation protokollsanteckning skickas paragrafen justeras omedelbart
    går kommer tjänstgör avgår ersätts
    justeringen har tillkännagivits på anslagstavlan sammansättning
"""
"""Labels, headings and sentences that the templates print themselves."""


def unsaid(sources: Iterable[Source], meeting: Meeting) -> tuple[Kept, ...]:
    """The words of the sources that neither the meeting holds nor a template prints."""
    held = set(map(_key, words(" ".join(_leaves(meeting.model_dump()))))) | _known()
    found = []
    for source in sources:
        text = source.text
        if any(_key(word) not in held for word in words(text)):
            missing = [
                word for word in re.findall(r"\w+", _undated(text)) if not _is_held(word, held)
            ]
            if missing:
                found.append(Kept(source.line, " ".join(missing), "okänt"))
    return tuple(found)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, (list, tuple)):
        yield str(value)
        return
    for inner in value:
        yield from _leaves(inner)


def _is_held(word: str, held: set[str]) -> bool:
    if all(_key(part) in held for part in words(word)):
        return True
    return bool(attendance_status(word) or read_roles(word))


def _undated(text: str) -> str:
    """The text without dates and times, which a meeting holds in another form."""
    stretches = [(found.start, found.end) for found in find_dates(text)]
    stretches += [(found.start, found.end) for found in find_times(text)]
    for start, end in sorted(stretches, reverse=True):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _key(word: str) -> str:
    return str(int(word)) if word.isdecimal() else word


@cache
def _known() -> set[str]:
    told = [TEMPLATE_WORDS, *MONTHS, *WEEKDAYS, *(f"{day}en" for day in WEEKDAYS)]
    for table in (VALUES, VALUE_ALIASES):
        for by_word in table.values():
            told += [*by_word, *by_word.values()]
    return set(words(" ".join(told)))
