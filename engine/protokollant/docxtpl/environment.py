"""A caller's Jinja environment → docxtpl's way of reading templates, with what the caller added.

Filters, tests, globals, delimiters, `undefined`, `finalize` and `autoescape` are the caller's.
The sandbox and its limits stay ours: loaders, extensions and line statements are not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Environment, Undefined
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from protokollant.renderer.dialect import Dialect
from protokollant.renderer.tags import Signs


def dialect_of(env: Environment | None, *, autoescape: bool) -> Dialect:
    """docxtpl's way; a value's own markup counts as such where nothing is escaped."""
    if env is None:
        return Dialect(Undefined, str, lenient=True, markup=not autoescape)
    escapes = env.autoescape if isinstance(env.autoescape, bool) else env.autoescape(None)
    return Dialect(
        env.undefined,
        str,
        lenient=True,
        markup=not (autoescape or escapes),
        finalise=env.finalize,
        signs=Signs(
            (env.variable_start_string, env.variable_end_string),
            (env.block_start_string, env.block_end_string),
            (env.comment_start_string, env.comment_end_string),
        ),
        filters=_added(env.filters, FILTERS.items()),
        tests=_added(env.tests, TESTS.items()),
        names=_added(env.globals, DEFAULT_NAMESPACE.items()),
    )


def _added(found: Mapping[str, Any], known: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    own = dict(known)
    return {name: value for name, value in found.items() if own.get(name) is not value}
