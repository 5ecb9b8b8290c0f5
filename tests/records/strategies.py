"""Hypothesis strategies for records of every kind, with texts that YAML finds hard."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from protokollant.model import CarryOver, Record
from protokollant.records.shapes import Shape, shapes_of
from protokollant.vocabulary import VALUES

NASTY = (
    "nej", "ja", "null", "~", "1.0", "14.00", "9:30", "010", "1e3", "2026-03-02", "", " ", "- x",
    "x: y", ": #", "a #b", "#", "a:", "?", "? x", "[a]", "{a}", "*a", "&a", "!a", "|", ">", "%a",
    "@", "`", '"', "'", '"Hej" på dig', "it's", "\\", "\\n", " först", "sist ", "\t", "a\tb",
    "två\nrader", "tre\n\nrader", "sista\n", "sista\n\n", "\nförsta", "a\n  indraget", "  a\nb",
    "a\n \nb", "a\r\nb", "\r", "a\x85b", "a\u2028b", "a\u2029b", "\ufeffa", "a\u200db", "å ä ö",
    "100\u00a0000 kr", "😀", "\ufdd0", "👩‍👩‍👧", "---", "...", "--- a", "- ", "-",
    "=", "<<", "a, b", "Eva Ek, Ulf Ström",
    "Eva Ek och Ulf Ström", "1. Första", "Bilaga 1", "Presentation.pdf", "senast 2 mars", "klar",
    "Regionhuset i Björkdala", "på Torget",
    "närvarande", "ordförande", "x, klar", "x, till nästa möte", "Eva Ek: boka", "punkt 3", "§ 4",
    "Region Västmanland", "rektor", "(C)", "Eva (C)", "Namn", "namn", "nästa möte", "april", "–",
    "A" * 1500, "# Rubrik\n\n- punkt\n- punkt: två\n\n    kod\n", "a" + " b" * 100,
)  # fmt: skip

_CONTROLS = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF]))
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(
        st.characters(exclude_categories=("Cs",), exclude_characters=_CONTROLS),
        max_size=12,
    ),
    st.text("ab \n:#-'\"", max_size=8),
)
names = st.sampled_from(["Eva Ek", "Ulf Ström", "Barbro Larsson", "Marie", "alla"])
whens = st.one_of(
    st.just("next"),
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)).map(dt.date.isoformat),
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)).map(lambda day: day.isoformat()[:7]),
)
clocks = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def records(kind: type[Record], depth: int = 2) -> st.SearchStrategy[Any]:
    """Records of the kind; below `depth` lists of records are empty."""
    fields = {}
    for name, shape in shapes_of(kind).items():
        if kind is CarryOver and name == "when":
            strategy: st.SearchStrategy[Any] = whens
        else:
            strategy = _values(shape, depth)
        fields[name] = strategy if shape.required else st.one_of(st.just(shape.default), strategy)
    return st.builds(kind, **fields)


def _values(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    if shape.many and shape.record and depth <= 0:
        return st.just(())
    one = _value(shape, depth)
    if shape.gaps:
        one = st.one_of(st.none(), one)
    return st.lists(one, max_size=3).map(tuple) if shape.many else one


def _value(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    if shape.record:
        return records(shape.record, depth - 1)
    return {
        "text": st.one_of(texts, names),
        "date": st.dates(),
        "time": st.one_of(clocks, st.times()),
        "number": st.integers(0, 10**9 - 1),
        "flag": st.booleans(),
        "choice": st.sampled_from(list(VALUES[shape.values])) if shape.values else st.nothing(),
    }[shape.kind]
