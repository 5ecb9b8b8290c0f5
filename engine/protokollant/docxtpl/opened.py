"""A template's bytes and a dialect → the template compiled; the last few are kept.

A program written for docxtpl opens its template anew for each document. Compiling takes longer than
filling, so the same bytes read in the same way are compiled once.
"""

from __future__ import annotations

from dataclasses import fields
from threading import Lock
from typing import Any

from protokollant.renderer.dialect import Dialect
from protokollant.renderer.tags import Signs
from protokollant.renderer.template import Template

_KEPT = 8
_last: list[tuple[bytes, str, Dialect, Template]] = []
_lock = Lock()


def opened(source: bytes, name: str, dialect: Dialect) -> Template:
    """The template, which may be filled from many threads at once."""
    with _lock:
        found = next(
            (k for k in _last if k[:2] == (source, name) and _same(k[2], dialect)),
            None,
        )
        if found is not None:
            _last.remove(found)
            _last.append(found)
            return found[3]
    template = Template(source, name, dialect=dialect)
    with _lock:
        _last.append((source, name, dialect, template))
        del _last[:-_KEPT]
    return template


def _same(one: Dialect, other: Dialect) -> bool:
    """Whether two dialects hold the very same things; a caller's values need not be comparable."""
    return all(_alike(getattr(one, f.name), getattr(other, f.name)) for f in fields(Dialect))


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(one[name] is other[name] for name in one)
    return one is other or (isinstance(one, (bool, Signs)) and one == other)
