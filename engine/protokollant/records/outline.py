"""Records → outline: Swedish keys, short forms where they carry everything, nothing empty."""

from __future__ import annotations

import datetime as dt
from typing import Any

from protokollant import phrases
from protokollant.model import Body, CarryOver, Meeting, Record
from protokollant.records import attendance, values
from protokollant.records.emit import Field, Fields, Items, Outline
from protokollant.records.shapes import Shape, shapes_of
from protokollant.swedish import join_list
from protokollant.vocabulary import TERMS, VALUES


def outline(record: Record, path: str = "") -> Outline:
    """The record as text, when that carries all of it, else as keys with values."""
    if phrases.can_be_short(record):
        return phrases.line(record)
    fields = long_form(record, path)
    only = values.only_field(record)
    if only and [_field_of(entry) for entry in fields.entries] == [only]:
        (entry,) = fields.entries
        return entry.value
    return fields


def long_form(record: Record, path: str = "") -> Fields:
    """The record as keys with values."""
    entries: list[Field] = []
    skip: set[str] = set()
    for term in TERMS[type(record)]:
        shape = shapes_of(type(record)).get(term.name)
        value = getattr(record, term.name)
        if shape is None or term.name in skip or (value == shape.default and not shape.required):
            continue
        here = f"{path}.{term.name}".lstrip(".")
        if isinstance(record, Meeting) and term.name == "participants":
            entries += attendance.write(record.participants, outline)
        elif term.name == "start" and (span := time_span(record)):
            entries.append(Field("tid", span, here))
            skip.add("end")
        else:
            entries.append(Field(term.key, value_outline(record, term.name, here), here))
    return Fields(tuple(entries))


def value_outline(record: Record, name: str, path: str) -> Outline:
    """The value of one field as it is written."""
    shape, value = shapes_of(type(record))[name], getattr(record, name)
    if not shape.many:
        if isinstance(record, CarryOver) and name == "when":
            return _when(value)
        return value_of(shape, value, path)
    if isinstance(record, Body) and name == "members":
        places = ((one, f"{path}[{index}]") for index, one in enumerate(record.members))
        return attendance.grouped(places, outline)
    if shape.kind == "text" and phrases.read_names(names := join_list(value)) == value and names:
        return names
    if shape.kind == "choice" and len(value) == 1 and not shape.gaps:
        return value_of(shape, value[0], path)
    if name == "decisions" and len(value) == 1 and phrases.can_be_short(value[0]):
        return phrases.line(value[0])
    return Items(
        tuple(
            Field("", value_of(shape, one, f"{path}[{index}]"), f"{path}[{index}]")
            for index, one in enumerate(value)
        )
    )


def value_of(shape: Shape, value: Any, path: str) -> Outline:
    """One value of the shape as it is written."""
    if isinstance(value, Record):
        return outline(value, path)
    if shape.kind == "choice":
        return values.NO_MARK if value is None else VALUES[shape.values].get(value, "")
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, dt.time):
        return f"{value:%H.%M}" if _is_whole(value) else value.isoformat()
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def time_span(record: Any) -> str:
    """Start and end in one: "14.00–16.00"; "" when they have to stand apart."""
    start, end = record.start, record.end
    if start is None or end is None or not (_is_whole(start) and _is_whole(end)) or end < start:
        return ""
    return f"{start:%H.%M}–{end:%H.%M}"


def _field_of(entry: Field) -> str:
    """The field that an entry of the record's long form holds."""
    return entry.path.rpartition(".")[2]


def _is_whole(time: dt.time) -> bool:
    return not (time.second or time.microsecond or time.tzinfo)


def _when(when: str) -> str:
    short = CarryOver(when=when)
    return phrases.line(short) if phrases.can_be_short(short) else when
