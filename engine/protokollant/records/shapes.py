"""Model field → the shape its value has in YAML. One answer for reading, writing and schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from protokollant import model
from protokollant.model import Record

Kind = Literal["text", "date", "time", "number", "flag", "choice", "record"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: one value or many, and of which kind.

    `values` names the table in `vocabulary.VALUES` for a choice; `gaps` says that a list of
    choices may have places with nothing in them.
    """

    kind: Kind
    many: bool = False
    record: type[Record] | None = None
    values: str = ""
    gaps: bool = False
    required: bool = False
    default: Any = None


@cache
def shapes_of(record: type[Record]) -> Mapping[str, Shape]:
    """Every field of a record by its English name, in the model's order."""
    return MappingProxyType(
        {
            name: _shape(
                field.annotation,
                required=field.is_required(),
                default=None if field.is_required() else field.get_default(),
            )
            for name, field in record.model_fields.items()
        }
    )


_CHOICES: Mapping[tuple[Any, ...], str] = MappingProxyType(
    {
        get_args(model.MeetingKind): "MeetingKind",
        get_args(model.Numbering): "Numbering",
        get_args(model.Status): "Status",
        get_args(model.Role): "Role",
        get_args(model.ItemKind): "ItemKind",
        get_args(model.ItemState): "ItemState",
        get_args(model.ActionStatus): "ActionStatus",
        get_args(model.AttachmentState): "AttachmentState",
        get_args(model.Direction): "Direction",
        get_args(model.SectionRun): "SectionRun",
        get_args(model.Stage): "Stage",
        get_args(model.Profile): "Profile",
        ("first", "last"): "StandingPlace",
    }
)


def _shape(annotation: Any, **known: Any) -> Shape:
    bare, gaps = _without_none(annotation)
    if get_origin(bare) is tuple:
        inner = _shape(get_args(bare)[0])
        _, gaps = _without_none(get_args(bare)[0])
        return Shape(inner.kind, True, inner.record, inner.values, gaps, **known)
    if get_origin(bare) is Literal:
        return Shape("choice", values=_CHOICES[get_args(bare)], **known)
    if isinstance(bare, type) and issubclass(bare, Record):
        return Shape("record", record=bare, **known)
    kinds: dict[Any, Kind] = {
        str: "text", bool: "flag", int: "number", dt.date: "date", dt.time: "time"
    }  # fmt: skip
    return Shape(kinds[bare], **known)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """The type without `| None` and without pydantic's notes, and whether None was allowed."""
    optional = get_origin(annotation) in (Union, UnionType)
    if optional:
        (annotation,) = (t for t in get_args(annotation) if t is not NoneType)
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation, optional
