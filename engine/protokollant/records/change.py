"""A change to a record: a dotted path and a value → the record as it is afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from protokollant.model import Record
from protokollant.records.shapes import shapes_of

R = TypeVar("R", bound=Record)
Step = str | int

_STEP = re.compile(r"\.?([a-z_]+)|\[(\d+)\]")


def steps_of(path: str) -> tuple[tuple[Step, ...], bool]:
    """ "items[2].actions[]" as steps, and whether it ends in "[]": append instead of set."""
    append = path.endswith("[]")
    bare = path.removesuffix("[]")
    if not re.fullmatch(rf"(?:{_STEP.pattern})+", bare):
        raise ValueError(f"no path in a record: {path!r}")
    steps = tuple(name or int(index) for name, index in _STEP.findall(bare))
    return steps, append


def changed(record: R, steps: Sequence[Step], value: Any, *, append: bool = False) -> R:
    """The record with the value set at the path, or appended to the list there.

    None sets a field to what it is when nothing is written.
    """
    name, *rest = steps
    assert isinstance(name, str)
    old, shape = getattr(record, name), shapes_of(type(record))[name]
    if not rest:
        new = _appended(old, value) if append else shape.default if value is None else value
    elif isinstance(rest[0], int):
        index, below = rest[0], rest[1:]
        if below:
            value = changed(old[index], below, value, append=append)
        new = (*old[:index], value, *old[index + 1 :])
    else:
        empty = old if old is not None or shape.record is None else shape.record()
        new = changed(empty, rest, value, append=append)
    return type(record).model_validate({**dict(record), name: new})


def _appended(old: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    return (*old, *value) if isinstance(value, (tuple, list)) else (*old, value)
