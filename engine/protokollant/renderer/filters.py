"""Filters for templates: values → Swedish text, under a Swedish and an English name.

None and "" stay empty through every filter; text that is no date passes through `datum` as it
is, since a deadline may be "en vecka".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from jinja2 import Undefined

from protokollant import swedish
from protokollant.model import Origin
from protokollant.renderer.body import Markdown
from protokollant.renderer.values import UnfitValueError, plain


def _dated(print_day: Callable[[dt.date], str]) -> Callable[[Any], str]:
    def filter_(value: Any) -> str:
        if _is_empty(value):
            return ""
        day = _day(value)
        return plain(value) if day is None else print_day(day)

    return filter_


def _day(value: Any) -> dt.date | None:
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise UnfitValueError("är inget datum.", "Filtret gäller bara datum.")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _is_empty(value: Any) -> bool:
    return not isinstance(value, Undefined) and (value is None or value == "")


def _clock(value: Any) -> dt.time | None:
    if isinstance(value, dt.datetime):
        return value.time()
    if isinstance(value, dt.time):
        return value
    if not isinstance(value, str):
        raise UnfitValueError("är inget klockslag.", "Filtret gäller bara klockslag.")
    return swedish.read_time(value)


def tid(value: Any) -> str:
    """Prints "kl. 9.00"."""
    if _is_empty(value):
        return ""
    clock = _clock(value)
    return plain(value) if clock is None else swedish.format_time(clock)


def tidsspann(start: Any, end: Any = None) -> str:
    """Prints "kl. 14.00–16.00", or only the start where no end is known."""
    if _is_empty(start):
        return ""
    first, last = _clock(start), None if _is_empty(end) else _clock(end)
    return plain(start) if first is None else swedish.format_time_span(first, last)


def månad(value: Any) -> str:
    """Prints "april 2026" for a date or "2026-04"."""
    if _is_empty(value):
        return ""
    if isinstance(value, dt.date):
        return swedish.format_month(f"{value:%Y-%m}")
    try:
        return swedish.format_month(str(value)[:7])
    except ValueError:
        return plain(value)


def lista(values: Any, conjunction: str = "och") -> str:
    """Prints "a, b och c"."""
    if _is_empty(values):
        return ""
    if isinstance(values, str) or not isinstance(values, Iterable):
        return plain(values)
    return swedish.join_list([plain(value) for value in values], conjunction)


def genitiv(value: Any) -> str:
    """Prints "Samverkansgruppens"."""
    return swedish.genitive(plain(value))


def antal(value: Any, one: str, several: str, article: str = "en", words: bool = True) -> str:
    """Prints "tre punkter"; of a list, how many it holds."""
    if _is_empty(value):
        return ""
    number = len(value) if hasattr(value, "__len__") else int(value)
    return swedish.count(number, one, several, article=article, words=words)


def belopp(value: Any) -> str:
    """Prints "100 000,50 kr"."""
    if _is_empty(value):
        return ""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise UnfitValueError("är inget tal.", "Filtret belopp gäller bara tal.")
    return swedish.format_amount(value)


def versal(value: Any) -> str:
    """The text with a capital first letter, the rest as it is."""
    text = plain(value)
    return text[:1].upper() + text[1:]


def källa(value: Any) -> str:
    """Prints "2026-03-02, punkt 6"; several joined by "; "."""
    if _is_empty(value):
        return ""
    origins = (value,) if isinstance(value, Origin) else value
    return "; ".join(plain(origin) for origin in origins)


def markdown(value: Any, heading: int = 3) -> Markdown:
    """Markdown text → Word paragraphs; `heading` is the level of its own # headings."""
    return Markdown(plain(value), heading)


_NAMED: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("datum", "date", _dated(swedish.format_date)),
    ("datum_lång", "date_long", _dated(swedish.format_date_long)),
    ("datum_iso", "date_iso", _dated(swedish.format_date_iso)),
    ("veckodag", "weekday", _dated(swedish.weekday)),
    ("vecka", "week", _dated(swedish.iso_week)),
    ("tid", "time", tid),
    ("tidsspann", "time_span", tidsspann),
    ("månad", "month", månad),
    ("lista", "listed", lista),
    ("genitiv", "genitive", genitiv),
    ("antal", "counted", antal),
    ("belopp", "amount", belopp),
    ("versal", "capital", versal),
    ("källa", "source", källa),
    ("markdown", "stycken", markdown),
)


FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {name: function for *names, function in _NAMED for name in names}
)
"""Filter by name."""
