"""What every record of the model has in common: frozen, closed, compared by value."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable
from datetime import time
from itertools import pairwise
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, PlainSerializer, PrivateAttr

from protokollant.model.provenance import Provenance, Source, containing, joined, provenance

R = TypeVar("R", bound="Record")

ClockTime = Annotated[
    time,
    PlainSerializer(lambda t: t.strftime("%H:%M"), return_type=str, when_used="json"),
]
"""A time of day; "HH:MM" in JSON."""


class Record(BaseModel):
    """Frozen value. Unknown fields are refused, so that a misspelled name can't vanish.

    Text fields are "" and lists are () when the source says nothing; dates and times are None.
    A record read from an old document knows where: that is no part of its value, so it counts
    neither in comparisons nor in JSON and YAML.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    _path: str = PrivateAttr(default="")
    _sources: tuple[Source, ...] = PrivateAttr(default=())

    @property
    def source(self) -> Provenance | None:
        """Where the record's own words were read; None when it was not read from a document."""
        return self.source_of("")

    def source_of(self, path: str) -> Provenance | None:
        """Where a value in it was read, by its dotted path: "date", "items[2].decisions[0]"."""
        return provenance(self._sources, joined(self._path, path))

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__


def described(record: type[Record]) -> dict[str, str]:
    """The sentence under each of a record's own fields.

    pydantic can collect them for every record when the model is imported, which would take a tenth
    of a command's time; they are asked for when a template or a table is made.
    """
    body = ast.parse(inspect.getsource(record)).body[0]
    assert isinstance(body, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(str(text.value.value))
        for field, text in pairwise(body.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    }


def traced(record: R, sources: Iterable[Source]) -> R:
    """The same record, in which every record knows where it was read."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        for path in containing(source.field):
            found.setdefault(path, []).append(source)
    return _traced(record, found, "")


def _traced(record: R, found: dict[str, list[Source]], path: str) -> R:
    inner: dict[str, Any] = {}
    for name, value in record:
        here = joined(path, name)
        if isinstance(value, Record):
            inner[name] = _traced(value, found, here)
        elif isinstance(value, tuple) and any(isinstance(one, Record) for one in value):
            inner[name] = tuple(_traced(one, found, f"{here}[{i}]") for i, one in enumerate(value))
    copy = record.model_copy(update=inner)
    copy._path, copy._sources = path, tuple(found.get(path, ()))
    return copy
