"""What a filter takes and gives, and what a value can be used for, in a secretary's words."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import nodes

from protokollant.phrases.lines import PHRASES
from protokollant.renderer.body import Markdown
from protokollant.renderer.filters import FILTERS
from protokollant.renderer.names import FieldType
from protokollant.renderer.schema import Ref

TEXT, NUMBER = FieldType(plain=str), FieldType(plain=int)
BLOCKS = FieldType(plain=Markdown)
"""What becomes whole paragraphs."""

_PLAIN: Mapping[type, str] = {
    str: "text",
    bool: "ja/nej",
    int: "tal",
    float: "tal",
    Decimal: "tal",
    dt.date: "datum",
    dt.time: "klockslag",
    Markdown: "stycken",
}
_ARTICLES = {
    "text": "en text",
    "ja/nej": "ett ja eller nej",
    "tal": "ett tal",
    "datum": "ett datum",
    "klockslag": "ett klockslag",
    "lista": "en lista",
    "post": "en uppgift med flera fält",
    "stycken": "hela stycken",
}
_NO = {
    "text": "ingen text",
    "tal": "inget tal",
    "datum": "inget datum",
    "klockslag": "inget klockslag",
    "lista": "ingen lista",
    "post": "ingen källa",
}
_DAY, _CLOCK, _WORDS = ("datum", "text"), ("klockslag", "text"), ("text", "post", "datum", "tal")
_LIST, _SIZED, _SUM = ("lista",), ("lista", "text"), ("tal", "text")
_TAKES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("datum", "datum_lång", "datum_iso", "veckodag", "vecka", "månad"), _DAY),
    **dict.fromkeys(("tid", "tidsspann"), _CLOCK),
    **dict.fromkeys(("lista",), ("lista", "text", "post")),
    **dict.fromkeys(("genitiv", "versal", "markdown"), (*_WORDS, "klockslag")),
    "antal": ("lista", "tal"),
    "belopp": ("tal",),
    "källa": ("post", "lista"),
    **dict.fromkeys(("upper", "lower", "title", "capitalize", "trim", "replace"), _WORDS),
    **dict.fromkeys(("truncate", "wordcount", "striptags"), ("text",)),
    **dict.fromkeys(("join", "map", "select", "reject", "selectattr", "rejectattr"), _LIST),
    **dict.fromkeys(("sort", "unique", "groupby", "sum", "min", "max", "batch", "slice"), _LIST),
    **dict.fromkeys(("length", "count", "first", "last", "reverse", "list"), _SIZED),
    **dict.fromkeys(("abs", "round", "int", "float"), _SUM),
}
"""Kinds of value that a filter can do something sensible with; others are not looked at."""
_GIVES: Mapping[str, FieldType] = {
    **dict.fromkeys((*(name for name in _TAKES if name in FILTERS), "join"), TEXT),
    **dict.fromkeys(("upper", "lower", "title", "capitalize", "trim", "replace"), TEXT),
    **dict.fromkeys(("length", "count", "wordcount", "int"), NUMBER),
    "markdown": BLOCKS,
}


def kind_of(ref: Ref) -> str:
    """What sort of thing a reference stands for; "" when that is not known."""
    found = ref.type
    if found is None:
        return ""
    if found.many:
        return "lista"
    if found.record:
        return "post"
    return _PLAIN.get(found.plain, "") if found.plain else ""


def unfit_for_filter(name: str, ref: Ref) -> str:
    """Why a filter can do nothing with a value: "en text är inget tal."; "" when it can."""
    kind, takes = kind_of(ref), _TAKES.get(swedish_name(name), ())
    if not kind or not takes or kind in takes:
        return ""
    return f"{_ARTICLES[kind]} är {_NO[takes[0]]}."


def unfit_for_print(ref: Ref, level: str) -> tuple[str, str] | None:
    """Why a value cannot stand where its tag does, and what to write instead."""
    kind = kind_of(ref)
    if kind == "lista":
        return "är en lista.", "Skriv |lista efter fältet, eller gå igenom den med for."
    if kind == "post" and ref.type and ref.type.record not in PHRASES:
        return (
            "har flera fält och kan inte skrivas som en text.",
            "Skriv vilket fält som menas, till exempel «.rubrik».",
        )
    if kind == "stycken" and level != "p":
        return (
            "blir hela stycken och kan inte stå inne i en text.",
            "Skriv {{p … }} med p, ensamt i ett eget stycke.",
        )
    return None


def in_words(ref: Ref) -> str:
    """What a reference stands for: "en text", "ett datum"."""
    return _ARTICLES[kind_of(ref)]


def given_by(name: str, ref: Ref) -> Ref:
    """What a filter makes of a value, as far as it is known."""
    return Ref(ref.path, _GIVES.get(swedish_name(name)))


@cache
def swedish_name(name: str) -> str:
    """The first name of a filter that has several; another filter's own name."""
    function = FILTERS.get(name)
    return next((first for first, other in FILTERS.items() if other is function), name)


def miscounted(
    function: Callable[..., Any], given: Sequence[nodes.Expr], named: Sequence[str]
) -> str:
    """What is wrong with the values between a filter's parentheses; "" when nothing is."""
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return ""
    parameters = parameters[1 + hasattr(function, "jinja_pass_arg") :]
    if any(p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in parameters):
        return ""
    unknown = [name for name in named if name not in {p.name for p in parameters}]
    if unknown:
        return f"har ingenting som heter «{unknown[0]}»."
    needed = [p for p in parameters if p.default is p.empty]
    missing = [p.name for p in needed[len(given) :] if p.name not in named]
    if len(given) + len(named) > len(parameters):
        return f"tar {_count(len(parameters))} inom parentes, men har {len(given) + len(named)}."
    if missing:
        return f"behöver {_count(len(needed))} inom parentes, men har {len(given) + len(named)}."
    return ""


def _count(number: int) -> str:
    return {0: "inget värde", 1: "ett värde"}.get(number, f"{number} värden")
