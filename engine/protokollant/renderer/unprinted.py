"""A template and a record → the fields that hold data which the template never shows.

Every value of a field is changed, and the template filled again: a field whose change changes
nothing is never shown. So macros, loops, filters and included templates need not be understood,
and a field that only decides something counts as shown. One of a few words that say what sort of
thing something is (what kind of document, whether a point was postponed) is no data to print.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from protokollant.errors import TemplateError
from protokollant.model import Record
from protokollant.phrases.lines import PHRASES, line
from protokollant.renderer.names import field_types
from protokollant.swedish import format_clock, format_date
from protokollant.vocabulary import TERMS, VALUES, Term

_SIGN = "z"
_EXAMPLE = 40


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A field by its dotted Swedish path, what it means, and one of its values in words."""

    path: str
    meaning: str
    example: str

    def __str__(self) -> str:
        example = f", till exempel «{self.example}»" if self.example else ""
        return f"{self.path} skrivs aldrig ut: {self.meaning.lower()}{example}."


def unprinted(data: Record, fill: Callable[[Record], bytes]) -> Iterator[Unprinted]:
    """The fields never shown, outermost first; of a record none of whose fields is, itself."""
    whole = fill(data)

    def shows(path: tuple[str, ...]) -> bool:
        try:
            return fill(_changed(data, path)) != whole
        except TemplateError:
            return True

    yield from _told(_tree([data]), (), "", shows)[0]


@dataclass(slots=True)
class _Field:
    """A field that holds data in some of the records at a path."""

    term: Term
    values: list[Any]
    below: dict[str, _Field]


def _tree(records: list[Record]) -> dict[str, _Field]:
    found: dict[str, _Field] = {}
    for term in TERMS[type(records[0])]:
        if term.derived:
            continue
        kind = field_types(type(records[0]))[term.name]
        given = [getattr(record, term.name) for record in records]
        values = [value for value in given if value not in (None, "", (), False)]
        if not values or (kind.words and not kind.many):
            continue
        inner = [one for value in values for one in _each(value) if isinstance(one, Record)]
        found[term.name] = _Field(term, values, _tree(inner) if inner else {})
    return found


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _told(
    tree: dict[str, _Field],
    path: tuple[str, ...],
    above: str,
    shows: Callable[[tuple[str, ...]], bool],
) -> tuple[list[Unprinted], bool]:
    """The fields never shown below a path, and whether anything below it is shown."""
    found: list[Unprinted] = []
    anything = False
    for name, field in tree.items():
        here, words = (*path, name), f"{above}{field.term.field}"
        if field.below:
            inner, seen = _told(field.below, here, f"{words}.", shows)
        else:
            inner, seen = [], shows(here)
        anything = anything or seen
        found += inner if seen else [Unprinted(words, field.term.meaning, _example(field))]
    return found, anything


def _example(field: _Field) -> str:
    """The first value in words, as a template would print it."""
    value = next(iter(_each(field.values[0])))
    inner = field
    while isinstance(value, Record) and type(value) not in PHRASES:
        inner = next(iter(inner.below.values()), inner)
        if inner is field or not inner.values:
            return ""
        value = next(iter(_each(inner.values[0])))
    known = next((words[value] for words in VALUES.values() if value in words), value)
    words = " ".join(_spoken(known).split())
    return words if len(words) <= _EXAMPLE else f"{words[: _EXAMPLE - 1].rstrip()}…"


def _spoken(value: Any) -> str:
    if isinstance(value, Record):
        return line(value)
    if isinstance(value, dt.date):
        return format_date(value)
    return format_clock(value) if isinstance(value, dt.time) else str(value)


def _changed(record: Record, path: tuple[str, ...]) -> Record:
    """The record with every value at the path another one."""
    name, rest = path[0], path[1:]
    value = getattr(record, name)
    if not rest:
        other = _other(value, record, name)
    elif isinstance(value, tuple):
        other = tuple(_changed(one, rest) if isinstance(one, Record) else one for one in value)
    else:
        other = _changed(value, rest) if isinstance(value, Record) else value
    return record.model_copy(update={name: other})


def _other(value: Any, record: Record, name: str) -> Any:
    words = field_types(type(record))[name].words
    if isinstance(value, tuple):
        return tuple(_other(one, record, name) for one in value if not isinstance(one, Record))
    if isinstance(value, Record):
        return None
    if words and value in words:
        return next(choice for choice in words if choice != value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str) and value:
        return f"{_SIGN}{value}{_SIGN}"
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=1)
    if isinstance(value, dt.time):
        return value.replace(minute=(value.minute + 1) % 60)
    return value
