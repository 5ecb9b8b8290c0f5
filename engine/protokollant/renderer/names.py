"""A record of the model → its values under Swedish and English names.

An enumerated value gives the Swedish word under a Swedish name and the id under the English
one; everything else is the same under both.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from types import MappingProxyType, UnionType
from typing import Any, Literal, get_args, get_origin

from protokollant.model import Record
from protokollant.vocabulary import TERMS, VALUES, names_of, plain_key

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldType:
    """What a name of a record gives: a record or a plain value, one or many."""

    record: type[Record] | None = None
    many: bool = False
    plain: type | None = None
    words: Words | None = None
    optional: bool = False
    choices: tuple[str, ...] = ()
    """The values that there are under the spelling asked for, where they are words of a list."""


@cache
def getters(record: type[Record]) -> Mapping[str, Callable[[Any], Any]]:
    """How to get each field of a record, by every name a template may use for it."""
    found: dict[str, Callable[[Any], Any]] = {}
    for spelling, name in names_of(record).items():
        words = field_types(record)[name].words
        getter: Callable[[Any], Any] = attrgetter(name)
        if words and not _is_english(record, name, spelling):
            getter = _worded(name, words)
        found[spelling.replace(" ", "_")] = getter
    return MappingProxyType(found)


@cache
def type_of(record: type[Record], spelling: str) -> FieldType:
    """What a record's field holds, asked for by that name; it must have one."""
    key = plain_key(spelling)
    name = names_of(record)[key]
    found = field_types(record)[name]
    if not found.words:
        return found
    english = _is_english(record, name, key)
    return replace(found, choices=tuple(found.words if english else found.words.values()))


def _is_english(record: type[Record], name: str, spelling: str) -> bool:
    """Whether a spelling asks for the id of an enumerated value, not for its Swedish word."""
    is_key = any(t.name == name and plain_key(t.key) == spelling for t in TERMS[record])
    return spelling.replace(" ", "_") == name and not is_key


def _worded(name: str, words: Words) -> Callable[[Any], Any]:
    def get(record: Any) -> Any:
        value = getattr(record, name)
        if isinstance(value, tuple):
            return tuple(words.get(one, one) for one in value)
        return words.get(value, value)

    return get


@cache
def field_types(record: type[Record]) -> Mapping[str, FieldType]:
    """What each field of a record holds, by English name."""
    found = {}
    for term in TERMS[record]:
        info = record.model_fields.get(term.name)
        if info is not None:
            found[term.name] = _field_type(info.annotation)
        else:
            getter = getattr(record, term.name).fget
            found[term.name] = _field_type(typing.get_type_hints(getter)["return"])
    return MappingProxyType(found)


def _field_type(annotation: Any) -> FieldType:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _field_type(args[0])
    if origin in (typing.Union, UnionType):
        first, *others = [_field_type(arg) for arg in args if arg is not type(None)]
        if any(other != first for other in others):
            return FieldType()
        return replace(first, optional=type(None) in args)
    if origin is tuple:
        one = _field_type(args[0])
        return replace(one, many=True)
    if origin is Literal:
        return FieldType(plain=str, words=_words(args))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return FieldType(record=annotation)
    return FieldType(plain=annotation if isinstance(annotation, type) else None)


def _words(values: tuple[str, ...]) -> Words | None:
    wanted = {value for value in values if value}
    return next((words for words in VALUES.values() if set(words) == wanted), None)
