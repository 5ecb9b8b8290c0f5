"""What a template refers to, and a finished document → the values that are not to be found in it.

Words are compared, whatever their case and look, so that a value counts as found in a list, in a
genitive, set as Markdown or as a date in any of the ways a template prints one.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from protokollant import swedish
from protokollant.model import Record
from protokollant.phrases.lines import PHRASES
from protokollant.renderer.body import markdown_parser
from protokollant.renderer.names import getters
from protokollant.renderer.values import line

_BREAK = re.compile(r"</(?:\w+:)?(?:p|tc|title|subject|lpwstr)>|<w:(?:tab|br|cr|noBreakHyphen)\b")
_SPOKEN = re.compile(r'\b(?:descr|alt|title)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_SHORT = 5
_DAYS = (
    swedish.format_date,
    swedish.format_date_long,
    swedish.format_date_iso,
    swedish.iso_week,
    swedish.weekday,
    lambda day: swedish.format_month(f"{day:%Y-%m}"),
)


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that is not in the document, and the field it is of."""

    field: str
    value: str


def lost(
    fields: Iterable[str], context: Mapping[str, Any], parts: Iterable[bytes]
) -> Iterator[Lost]:
    """The values of the fields that none of the document's parts shows."""
    shown = " " + " ".join(_words(" ".join(_text(part.decode()) for part in parts))) + " "
    for field in dict.fromkeys(fields):
        for value in dict.fromkeys(_told(_values(context, field.split(".")))):
            if not any(all(_found(form, shown) for form in way) for way in _ways(value)):
                yield Lost(field, value if isinstance(value, str) else str(value))


def _found(row: str, shown: str) -> bool:
    """Whether words stand in the document; as part of longer ones, unless they are short."""
    return (row if len(row) > _SHORT else f" {row}") in shown


def _text(xml: str) -> str:
    """The text of a part, and what it says of its pictures."""
    spoken = " ".join(_SPOKEN.findall(xml))
    return html.unescape(f"{_TAG.sub('', _BREAK.sub(_spaced, xml))} {spoken}")


def _spaced(found: re.Match[str]) -> str:
    return f" {found.group()}"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("\u00ad", ""))


def _values(value: Any, path: list[str]) -> Iterator[Any]:
    """Every value at a dotted path, through lists."""
    if isinstance(value, (tuple, list)):
        for one in value:
            yield from _values(one, path)
    elif not path:
        yield value
    elif isinstance(value, Record):
        getter = getters(type(value)).get(path[0])
        if getter is not None:
            yield from _values(getter(value), path[1:])
    elif isinstance(value, Mapping) and path[0] in value:
        yield from _values(value[path[0]], path[1:])


def _told(values: Iterable[Any]) -> Iterator[Any]:
    """The values that can be looked for: not the empty ones, and records as their line."""
    for value in values:
        if isinstance(value, Record):
            if type(value) in PHRASES:
                yield line(value)
        elif isinstance(value, (str, int, dt.date, dt.time)) and not isinstance(value, bool):
            yield value


def _ways(value: Any) -> Iterator[list[str]]:
    """The ways a value can be shown; each is some rows of words, all of which must be there."""
    if isinstance(value, dt.date):
        yield from ([_row(print_day(value))] for print_day in _DAYS)
    elif isinstance(value, dt.time):
        yield [_row(swedish.format_clock(value))]
    elif isinstance(value, int):
        yield [_row(str(value))]
    else:
        yield [_row(value)]
        yield [_row(block) for block in _blocks(value)]
        if found := _ISO.fullmatch(value):
            yield [_row(swedish.format_month(value[:7]))]
            if found[3]:
                yield from _ways(dt.date.fromisoformat(value))


def _row(text: str) -> str:
    return " ".join(_words(text))


def _blocks(markdown: str) -> Iterator[str]:
    """The text of each paragraph, heading and cell of Markdown, without its signs."""
    for token in markdown_parser().parse(markdown):
        if token.type == "inline":
            yield "".join(
                " " if child.type.endswith("break") else child.content
                for child in token.children or ()
            )
        elif token.type == "fence":
            yield token.content
