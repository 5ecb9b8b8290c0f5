"""What the names of a template stand for, by the model: `punkt.beslut` → a list of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from protokollant.model import AnnualReport, Body, Meeting, Record
from protokollant.renderer.context import BODY_NAMES, CHART_NAMES, LOGO_NAMES, WHOLE
from protokollant.renderer.names import FieldType, getters, type_of

DOCUMENTS: tuple[type[Record], ...] = (Meeting, AnnualReport)
"""The records that a template can be filled from."""


@dataclass(frozen=True, slots=True)
class Ref:
    """What an expression stands for: its dotted path from the document, and its type if known."""

    path: str = ""
    type: FieldType | None = None
    some: bool = False
    """Whether only some of the values at the path are meant, as after a filter that chooses."""

    def one(self) -> Ref:
        """What a loop over it gives."""
        kind = self.type
        if kind is None or not kind.many:
            return Ref(self.path, None, self.some)
        return Ref(self.path, replace(kind, many=False, optional=False), self.some)


@cache
def root_types(document: type[Record]) -> Mapping[str, FieldType]:
    """The names a template can begin with, when it is filled from that kind of record."""
    found = {name: type_of(document, name) for name in getters(document)}
    found |= dict.fromkeys(WHOLE.get(document, ()), FieldType(record=document))
    found |= dict.fromkeys(BODY_NAMES, FieldType(record=Body))
    extra = LOGO_NAMES + (CHART_NAMES if document is AnnualReport else ())
    found |= dict.fromkeys(extra, FieldType())
    return MappingProxyType(found)


def member(ref: Ref, name: str) -> Ref | None:
    """A field of what the reference stands for; None when the model has no such field."""
    path = f"{ref.path}.{name}" if ref.path else ""
    if ref.type is None or ref.type.record is None or ref.type.many:
        return Ref(path, None, ref.some)
    record = ref.type.record
    if name not in getters(record):
        return None
    return Ref(path, type_of(record, name), ref.some)


def best_document(roots: Iterable[str]) -> type[Record]:
    """The kind of record whose names the template's names fit best."""
    wanted = set(roots)
    return max(DOCUMENTS, key=lambda document: len(wanted & root_types(document).keys()))
