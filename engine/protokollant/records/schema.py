"""Vocabulary + shapes → JSON schema of the YAML a secretary writes, for an editor to check by.

An editor reads `3` as a number and `ja` as it pleases, so a text may be any plain value. What
only the loader can tell (whether a date exists, what a short form says) is left to it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from protokollant.model import AnnualEdits, AnnualReport, Body, Meeting, Participant, Record
from protokollant.records import attendance, values
from protokollant.records.keys import SPAN_KEYS, has_span
from protokollant.records.shapes import Shape, shapes_of
from protokollant.vocabulary import TERMS, VALUE_ALIASES, VALUES, Term, names_of, plain_key

Schema = dict[str, Any]

SCHEMAS: dict[str, type[Record]] = {
    "meeting.schema.json": Meeting,
    "organ.schema.json": Body,
    "annual.schema.json": AnnualReport,
    "arsberattelse.schema.json": AnnualEdits,
}
"""The file name of each schema and what it describes."""

_TITLES = {
    Meeting: "Möte",
    Body: "Organ",
    AnnualReport: "Årsberättelse",
    AnnualEdits: "Egen text till årsberättelsen",
}
_PLAIN = ["string", "number", "boolean", "null"]


def schema_of(kind: type[Record]) -> Schema:
    """The JSON schema (draft 7, which editors know best) of a file of that kind."""
    needed: dict[str, Schema] = {}
    _define(kind, needed)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": _TITLES[kind],
        **needed.pop(kind.__name__),
        "definitions": dict(sorted(needed.items())),
    }


def schema_text(kind: type[Record]) -> str:
    """The schema as the text of its file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def _define(kind: type[Record], needed: dict[str, Schema]) -> None:
    """Put the mapping form of the record, and of all it holds, among the definitions."""
    if kind.__name__ in needed:
        return
    needed[kind.__name__] = {}  # holds its place, for records within themselves
    properties: dict[str, Schema] = {}
    patterns: dict[str, Schema] = {}
    for term in TERMS[kind]:
        if (value := _value(kind, term, needed)) is not None:
            properties[term.key] = _described(term, value)
            if other := _other_spellings(kind, term):
                patterns[_either(other)] = properties[term.key]
    if has_span(kind):
        properties[SPAN_KEYS[0]] = _TIME
        patterns[_either(SPAN_KEYS[1:])] = _TIME
    needed[kind.__name__] = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "patternProperties": patterns,
        **_required(kind),
    }


def _required(kind: type[Record]) -> Schema:
    """That each required field stands there, under any of its names."""
    terms = [term for term in TERMS[kind] if term.name in shapes_of(kind)]
    needs = [
        {"anyOf": [{"required": [key]} for key in (term.key, *_other_spellings(kind, term))]}
        for term in terms
        if shapes_of(kind)[term.name].required
    ]
    return {"allOf": needs} if needs else {}


_HEADED: frozenset[tuple[type[Record], str]] = frozenset(
    {(Meeting, "participants"), (Meeting, "present"), (Meeting, "absent"), (Body, "members")}
)
"""Lists of persons that may stand under headings."""
_TIME = {
    "description": "När det börjar och slutar. Exempel: 14.00–16.00",
    "type": ["string", "number"],
}


def _other_spellings(kind: type[Record], term: Term) -> list[str]:
    """Every spelling but the Swedish key, which is the one that an editor should offer."""
    names = names_of(kind)
    own = [term.field, term.name, term.name.replace("_", " "), *term.aliases]
    return [
        key
        for key in dict.fromkeys(own)
        if key != term.key and names.get(plain_key(key)) == term.name
    ]


def _either(words: Iterable[str]) -> str:
    return f"^({'|'.join(words)})$"


def _described(term: Term, schema: Schema) -> Schema:
    example = f". Exempel: {term.example}" if term.example else ""
    return {"description": term.meaning + example, **schema}


def _value(kind: type[Record], term: Term, needed: dict[str, Schema]) -> Schema | None:
    """What may stand under the key; None when the key isn't written."""
    grouped = (kind, term.name) in _HEADED
    shape = shapes_of(kind).get(term.name)
    if shape is None:
        is_written = attendance.is_shortcut(kind, term.name)
        return _many(_reference(Participant, needed), grouped=grouped) if is_written else None
    one = _single(shape, needed)
    return _many(one, grouped=grouped) if shape.many else one


def _single(shape: Shape, needed: dict[str, Schema]) -> Schema:
    if shape.record is not None:
        return _reference(shape.record, needed)
    if shape.kind == "number":
        return {"anyOf": [{"type": ["integer", "null"]}, {"type": "string", "pattern": "^\\d"}]}
    if shape.kind == "flag":
        return {"enum": ["ja", "nej", True, False, None]}
    if shape.kind == "choice":
        return _choice(shape.values)
    return {"type": _PLAIN if shape.kind == "text" else ["string", "number", "null"]}


def _choice(name: str) -> Schema:
    """The Swedish words to choose from, and those that are read for them."""
    words = list(VALUES[name].values())
    other = [*VALUE_ALIASES.get(name, {}), *VALUES[name]]
    return {"anyOf": [{"enum": words}, {"enum": [w for w in other if w not in words] + [None]}]}


def _reference(kind: type[Record], needed: dict[str, Schema]) -> Schema:
    """The record's mapping form, or a text where it has a short form."""
    _define(kind, needed)
    mapping: Schema = {"$ref": f"#/definitions/{kind.__name__}"}
    if kind in values.SHORT_FORMS:
        return {"anyOf": [{"type": _PLAIN}, mapping]}
    return {"anyOf": [mapping, {"type": "null"}]}


def _many(one: Schema, *, grouped: bool = False) -> Schema:
    """A list, a single one without its dash, and lists under headings where they may stand."""
    forms: list[Schema] = [{"type": "array", "items": one}, one]
    if grouped:
        under: Schema = {"type": "object", "additionalProperties": {"type": "array", "items": one}}
        forms[0] = {"type": "array", "items": {"anyOf": [one, under]}}
        forms.append(
            {
                "type": "object",
                "additionalProperties": {"anyOf": [{"type": "array", "items": one}, one]},
            }
        )
    return {"anyOf": [*forms, {"type": "null"}]}


def write_schemas(folder: Path) -> None:
    """Write every schema into the folder."""
    for name, kind in SCHEMAS.items():
        folder.joinpath(name).write_text(schema_text(kind), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
