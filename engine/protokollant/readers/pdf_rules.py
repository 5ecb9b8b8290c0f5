"""The lines drawn on a page of a PDF → the cells of the tables that they rule."""

from __future__ import annotations

import ctypes
import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

_NEAR = 3.0  # points within which drawn lines meet, or are one
_SHORTEST = 7.0
_MOST_SEGMENTS = 60  # of one path: more is a picture
_MOST_PATHS = 3000
_MOST_RULES = 400  # of one page, when joined


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along the page's edges: at `at`, from `start` to `end`."""

    is_upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a table: its top and bottom, and where its cells begin and end from the left."""

    top: float
    bottom: float
    edges: tuple[float, ...]


def rules_of(page: Any) -> tuple[Rule, ...]:
    """The straight lines that the page draws; none where it draws so many that it is a picture."""
    found: list[Rule] = []
    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_PATHS)
    for at in range(count):
        drawn = pdfium.FPDFPage_GetObject(page.raw, at)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH:
            found += _rules_in(drawn)
    joined = (*_joined([r for r in found if r.is_upright]),
              *_joined([r for r in found if not r.is_upright]))  # fmt: skip
    return joined if len(joined) <= _MOST_RULES else ()


def _joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules, those that lie over each other or go on from each other as one."""
    places = _clusters([rule.at for rule in rules])
    by_place: dict[float, list[Rule]] = {place: [] for place in places}
    for rule in rules:
        by_place[places[bisect_right(places, rule.at) - 1]].append(rule)
    for place, alike in by_place.items():
        begun: Rule | None = None
        for rule in sorted(alike, key=lambda rule: rule.start):
            if begun and rule.start <= begun.end + _NEAR:
                begun = replace(begun, end=max(begun.end, rule.end))
                continue
            if begun:
                yield begun
            begun = replace(rule, at=place)
        if begun:
            yield begun


def _rules_in(path: Any) -> Iterator[Rule]:
    count = pdfium.FPDFPath_CountSegments(path)
    if not 1 < count <= _MOST_SEGMENTS:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    before: tuple[float, float] | None = None
    begun: tuple[float, float] | None = None
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        point = _point(segment, matrix)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO and before:
            yield from _rule(before, point)
            if begun and pdfium.FPDFPathSegment_GetClose(segment):
                yield from _rule(point, begun)
        else:
            begun = point
        before = point


def _point(segment: Any, matrix: Any) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    return (
        matrix.a * x.value + matrix.c * y.value + matrix.e,
        matrix.b * x.value + matrix.d * y.value + matrix.f,
    )


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    width, height = abs(one[0] - other[0]), abs(one[1] - other[1])
    if width < 1 and height >= _SHORTEST:
        yield Rule(True, one[0], min(one[1], other[1]), max(one[1], other[1]))
    elif height < 1 and width >= _SHORTEST:
        yield Rule(False, one[1], min(one[0], other[0]), max(one[0], other[0]))


def bands_of(rules: Sequence[Rule]) -> list[Band]:
    """The rows of the page's tables that have more than one cell, from the top."""
    bands = [band for table in _tables(rules) for band in _bands(table)]
    return sorted(bands, key=lambda band: -band.top)


def _tables(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that meet."""
    groups: list[list[Rule]] = []
    for rule in rules:
        meeting = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if not any(group is one for one in meeting)]
        groups.append([rule, *(one for group in meeting for one in group)])
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    if one.is_upright == other.is_upright:
        is_near = abs(one.at - other.at) < _NEAR
        return is_near and one.start - _NEAR < other.end and other.start - _NEAR < one.end
    return (
        one.start - _NEAR < other.at < one.end + _NEAR
        and other.start - _NEAR < one.at < other.end + _NEAR
    )


def _bands(table: Sequence[Rule]) -> Iterator[Band]:
    upright = [rule for rule in table if rule.is_upright]
    level = [rule for rule in table if not rule.is_upright]
    if not upright or not level:
        return
    heights = _clusters([r.at for r in level] + [y for r in upright for y in (r.start, r.end)])
    left = min([r.start for r in level] + [r.at for r in upright])
    right = max([r.end for r in level] + [r.at for r in upright])
    for bottom, top in itertools.pairwise(heights):
        middle = (bottom + top) / 2
        through = [r.at for r in upright if r.start - _NEAR < middle < r.end + _NEAR]
        edges = _clusters([left, *through, right])
        if len(edges) > 2:
            yield Band(top, bottom, tuple(edges))


def _clusters(values: Sequence[float]) -> list[float]:
    """The values, those that are near each other as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found
