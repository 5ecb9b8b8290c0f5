"""The vocabulary → a list of every field a template can use."""

from __future__ import annotations

import datetime as dt
import types
import typing
from typing import Any

from protokollant.model import Record
from protokollant.vocabulary import ENTITIES, TERMS, VALUES, Term

_PLAIN: dict[Any, str] = {
    str: "text",
    int: "heltal",
    bool: "ja/nej",
    dt.date: "datum",
    dt.time: "klockslag",
}


def fields() -> list[dict[str, str]]:
    """One row a field: entity, swedish, english, type, meaning, example, values."""
    return [
        {
            "entity": entity,
            "swedish": term.field,
            "english": term.name,
            "type": type_name(annotation_of(record, term)),
            "meaning": term.meaning,
            "example": term.example,
            "written": "nej" if term.derived else "ja",
        }
        for record, entity in ENTITIES.items()
        for term in TERMS[record]
    ]


def annotation_of(record: type[Record], term: Term) -> Any:
    """The type of a field or a derived property."""
    if term.name in record.model_fields:
        return record.model_fields[term.name].annotation
    getter = vars(record)[term.name].fget
    return typing.get_type_hints(getter)["return"]


def type_name(annotation: Any) -> str:
    """A type in a secretary's words: "text", "datum", "lista av punkt", "ledamot | ersättare"."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return type_name(arguments[0])
    if origin is tuple:
        return f"lista av {type_name(arguments[0])}"
    if origin in (typing.Union, types.UnionType):
        return " eller ".join(type_name(a) for a in arguments if a is not type(None))
    if origin is typing.Literal:
        return " | ".join(_swedish_value(value) for value in arguments if value)
    return _PLAIN.get(annotation) or ENTITIES.get(annotation, str(annotation))


def _swedish_value(value: str) -> str:
    return next((words[value] for words in VALUES.values() if value in words), value)
