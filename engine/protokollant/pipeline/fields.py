"""The vocabulary → a list of every field a template can use, and a template that has them all."""

from __future__ import annotations

import datetime as dt
import types
import typing
from pathlib import Path
from typing import Any

from protokollant.model import AnnualReport, Meeting, Record
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.resources import resource
from protokollant.swedish import ascii_slug
from protokollant.vocabulary import ENTITIES, TERMS, VALUES, Term

_DOCUMENTS: dict[str, tuple[type[Record], str]] = {
    "meeting": (Meeting, "minnesanteckningar"),
    "report": (AnnualReport, "arsberattelse"),
}
"""What a template with every field can be for, and the built-in template that it looks like."""
_PLAIN: dict[Any, str] = {
    str: "text",
    int: "heltal",
    bool: "ja/nej",
    dt.date: "datum",
    dt.time: "klockslag",
}


def fields() -> list[dict[str, str]]:
    """One row a field: entity and the fields that give one, names, type, meaning, example."""
    return [
        {
            "entity": entity,
            "reached": ", ".join(_reached(record)),
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


def _reached(record: type[Record]) -> list[str]:
    """The fields that give such a record, or a list of them."""
    return [
        term.field if holder in (Meeting, AnnualReport) else f"{entity}.{term.field}"
        for holder, entity in ENTITIES.items()
        for term in TERMS[holder]
        if type_name(annotation_of(holder, term)).removeprefix("lista av ") == ENTITIES[record]
    ]


def blank(output: Path, kind: str = "meeting", *, force: bool = False) -> Made:
    """Write a template that has every field of a meeting or an annual report, to copy from."""
    from protokollant.renderer import blank_template

    record, name = _DOCUMENTS[kind]
    target = (
        output / f"alla-falt-{ascii_slug(ENTITIES[record])}.docx" if output.is_dir() else output
    )
    like = resource("templates", f"{name}.docx").read_bytes()
    aside = write_files({target: blank_template(like, record)}, force=force)
    return Made((target,), aside)


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
