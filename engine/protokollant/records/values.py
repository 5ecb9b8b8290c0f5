"""Text → the value of a field: date, time, number, one of a set of words, list of words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from protokollant import phrases
from protokollant.model import AgendaItem, Notice, Record, StandingItem, Statement
from protokollant.phrases import PhraseError
from protokollant.phrases.lines import PHRASES
from protokollant.records.shapes import Shape
from protokollant.swedish import did_you_mean, fold, read_time, read_time_span
from protokollant.vocabulary import VALUE_ALIASES, VALUES

_FIRST_FIELD = {AgendaItem: "title", StandingItem: "title", Statement: "text", Notice: "posted"}
"""Records whose short form is the value of one field."""

SHORT_FORMS = frozenset({*PHRASES, *_FIRST_FIELD})
"""Records that may be written as one text."""

_FLAGS = {"ja": True, "true": True, "sant": True, "nej": False, "false": False, "falskt": False}

NO_MARK = "–"
"""Stands in a list of marks for a meeting that the person wasn't called to."""


def short(kind: type[Record], text: str, day: dt.date | None) -> Record:
    """The record that a text stands for; raises PhraseError."""
    if kind is Notice:
        return Notice(posted=phrases.read_day(text, after=day))
    if field := _FIRST_FIELD.get(kind):
        return kind(**{field: text})
    return phrases.read_line(kind, text, day)


def only_field(record: Record) -> str | None:
    """The field that the record's short form is the value of, when it has such a form."""
    return _FIRST_FIELD.get(type(record))


def read(shape: Shape, text: str, day: dt.date | None) -> Any:
    """The value of a field with one value; None for a blank; raises PhraseError."""
    if shape.kind == "text":
        return text
    if not text.strip():
        return None
    if shape.kind == "choice":
        return choice(shape.values, text)
    readers = {
        "date": lambda t: phrases.read_day(t, after=day),
        "time": time,
        "number": number,
        "flag": flag,
    }
    return readers[shape.kind](text)


def several(shape: Shape, text: str, *, single: bool) -> tuple[Any, ...]:
    """The values of one entry of a list; a `single` text without a list may hold several."""
    if shape.kind == "text":
        return phrases.read_names(text) if single else (text,)
    if shape.gaps:
        return (_mark(text),)
    if not single:
        return (choice(shape.values, text),)
    parts = [part for part in re.split(r",|\boch\b", text) if part.strip()]
    return tuple(choice(shape.values, part) for part in parts)


def _mark(text: str) -> str | None:
    """Attendance at one meeting of the year; None for "–"."""
    return None if text.strip() in ("", "-", NO_MARK, "null", "~") else choice("Status", text)


def choice(values: str, text: str) -> str:
    """The English value for a Swedish or English word, or a word for it."""
    word = fold(text)
    found = _words(values).get(word)
    if found is None:
        allowed = list(VALUES[values].values())
        meant = did_you_mean(word, _words(values))
        hint = f"Menade du «{meant}»?" if meant else ""
        listed = ", ".join(f"«{one}»" for one in allowed)
        raise PhraseError(f"«{text}» går inte att använda här.", hint or f"Välj bland {listed}.")
    return found


@cache
def _words(values: str) -> Mapping[str, str]:
    table = VALUES[values]
    words = {fold(value): value for value in table}
    words |= {fold(word): value for word, value in VALUE_ALIASES.get(values, {}).items()}
    return words | {fold(word): value for value, word in table.items()}


def number(text: str) -> int:
    """A whole number: "15", "15 min"."""
    match = re.fullmatch(r"(-?[0-9]{1,9})(?:\s*(?:min\.?|minuter))?", text.strip())
    if not match:
        raise PhraseError(f"«{text}» är inget heltal.", "Skriv bara siffror, som 15.")
    return int(match[1])


def flag(text: str) -> bool:
    """Yes or no: "ja", "nej"."""
    found = _FLAGS.get(fold(text))
    if found is None:
        raise PhraseError(f"«{text}» går inte att använda här.", "Skriv «ja» eller «nej».")
    return found


def time(text: str) -> dt.time:
    """A time of day: "14.00", "9:30", "kl 9"."""
    if re.fullmatch(r"\d\d:\d\d:\d\d\S*", text):
        try:
            return dt.time.fromisoformat(text)
        except ValueError:
            pass
    found = read_time(text)
    if found is None:
        raise PhraseError(f"«{text}» är inget klockslag.", "Skriv till exempel 14.00 eller 9:30.")
    return found


def time_span(text: str) -> tuple[dt.time, dt.time | None]:
    """When something begins and ends: "14.00–16.00", "kl 9"."""
    found = read_time_span(text)
    if found is None:
        raise PhraseError(
            f"«{text}» är inget klockslag.", "Skriv till exempel 14.00–16.00 eller 9:30."
        )
    if found.end is not None and found.end < found.start:
        raise PhraseError(f"«{text}» slutar innan det börjar.", "Rätta klockslagen.")
    return found.start, found.end


def day_or_none(text: str) -> dt.date | None:
    """The day, when the text names one; its faults are told where it is read."""
    try:
        return phrases.read_day(text)
    except PhraseError:
        return None


def choice_or_none(values: str, text: str) -> str | None:
    """The value, when the text is one of the words; its faults are told where it is read."""
    return _words(values).get(fold(text))


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def control_character(text: str) -> str:
    """The first character that no document can hold, as "U+0007"; "" when there is none."""
    match = _CONTROL.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""
