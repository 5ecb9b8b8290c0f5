"""The JSON schemas: kept fresh, and of one mind with the loader about what may be written."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from ruamel.yaml import YAML

from protokollant.model import Body, Meeting, Record
from protokollant.records import dump_body, dump_meeting
from protokollant.records.schema import SCHEMAS, Schema, schema_of, schema_text
from protokollant.vocabulary import TERMS
from tests.records.strategies import records

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_fresh(name: str) -> None:
    """If this fails: python -m protokollant.records.schema docs/schema."""
    assert (FOLDER / name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name])


@pytest.mark.parametrize("kind", SCHEMAS.values())
def test_every_key_a_secretary_can_write_is_described(kind: type[Record]) -> None:
    schema = schema_of(kind)
    for term in TERMS[kind]:
        if not term.derived:
            assert schema["properties"][term.key]["description"].startswith(term.meaning)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(records(Meeting))
def test_what_is_written_for_a_meeting_fits_the_schema(meeting: Meeting) -> None:
    assert _faults(_editor_view(dump_meeting(meeting)), schema_of(Meeting)) == []


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(records(Body))
def test_what_is_written_for_a_body_fits_the_schema(body: Body) -> None:
    assert _faults(_editor_view(dump_body(body)), schema_of(Body)) == []


GOOD = [
    "nummer: 3\nplats: 14.00\ndatum: 2026-03-02\ntid: 14.00\n",
    "punkter: [Öppnande, {rubrik: SIP, beslut: Ja, läge: bordlagd, minuter: 15}]\n",
    "närvarande:\n  Ledamöter: [Eva Ek]\nordförande: Eva Ek\n",
    "deltagare:\n  - Eva Ek\n  - Gäster: [Ulf Ström, {namn: Bo, närvaro: nej}]\n",
    "body: X\nnext_meeting: 17 april\nitems:\n  - title: A\n    state: postponed\n",
    "nästa möte:\njustering: en vecka\nunderskrift: Eva Ek\nnästa_möte: 17 april\n",
]
BAD = [
    "punter: []\n",
    "punkter:\n  - rubrk: A\n",
    "punkter:\n  - läge: uppskuten\n",
    "deltagare:\n  - roller: ordförande\n    titel: X\n",
    "plats: [a, b]\n",
    "grupper: x\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_an_editor_accepts(text: str) -> None:
    assert _faults(_editor_view(text), schema_of(Meeting)) == []


@pytest.mark.parametrize("text", BAD)
def test_an_editor_marks(text: str) -> None:
    assert _faults(_editor_view(text), schema_of(Meeting))


def _editor_view(text: str) -> Any:
    """The YAML as an editor sees it: numbers as numbers, dates as texts."""
    return _dates_as_text(YAML(typ="safe", pure=True).load(text) or {})


def _dates_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _dates_as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(one) for one in value]
    return value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value


_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "null": (type(None),),
    "boolean": (bool,), "integer": (int,), "number": (int, float),
}  # fmt: skip


def _faults(value: Any, schema: Schema, root: Schema | None = None, where: str = "") -> list[str]:
    """What the part of JSON schema that we use says against the value."""
    root = root or schema
    if "$ref" in schema:
        return _faults(value, root["definitions"][schema["$ref"].split("/")[-1]], root, where)
    found = []
    types = schema.get("type", list(_TYPES))
    allowed = tuple(
        t for name in ([types] if isinstance(types, str) else types) for t in _TYPES[name]
    )
    if not isinstance(value, allowed):
        found.append(f"{where}: not {types}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} not in {schema['enum']}")
    if "pattern" in schema and not (isinstance(value, str) and re.search(schema["pattern"], value)):
        found.append(f"{where}: no match")
    if "anyOf" in schema and all(_faults(value, one, root, where) for one in schema["anyOf"]):
        found.append(f"{where}: none of anyOf")
    for one in schema.get("allOf", ()):
        found += _faults(value, one, root, where)
    if isinstance(value, list) and "items" in schema:
        for index, one in enumerate(value):
            found += _faults(one, schema["items"], root, f"{where}[{index}]")
    return found + (_object_faults(value, schema, root, where) if isinstance(value, dict) else [])


def _object_faults(value: dict[str, Any], schema: Schema, root: Schema, where: str) -> list[str]:
    found = [f"{where}: {key} lacking" for key in schema.get("required", ()) if key not in value]
    for key, one in value.items():
        fitting = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        patterns = schema.get("patternProperties", {})
        fitting += [sub for pattern, sub in patterns.items() if re.search(pattern, key)]
        rest = schema.get("additionalProperties", True)
        if not fitting and isinstance(rest, dict):
            fitting = [rest]
        if not fitting and rest is False:
            found.append(f"{where}: unknown {key}")
        for sub in fitting:
            found += _faults(one, sub, root, f"{where}.{key}")
    return found
