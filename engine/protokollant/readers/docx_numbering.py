"""List labels as Word shows them: "1.", "2.1", "a)", "•" (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `restarts` when this list counts from `start` anew.

    `after` is the highest level after which the count begins anew, 0 when it never does; `style`
    the paragraph style that stands for the level; `is_legal` shows all levels' counts as 1, 2, 3.
    """

    form: str
    pattern: str
    start: int
    restarts: bool = False
    after: int | None = None
    style: str = ""
    is_legal: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """One list instance (w:num): its levels, and the definition whose count it shares."""

    abstract: str
    levels: Mapping[int, Level]


class Numbering:
    """Counts a document's lists while its paragraphs are read in order."""

    def __init__(self, document: Any) -> None:
        self._lists = _lists(_numbering_element(document))
        self._styles = {style.style_id: style.element for style in document.styles}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[str] = set()

    def label(self, paragraph: Any) -> str:
        """The label in front of the paragraph, "" when it is in no list; counts it."""
        number, level = self._list_of(paragraph)
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts[found.abstract]
        if number not in self._started:
            self._started.add(number)
            if found.levels[level].restarts:
                counts.clear()
        counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            if _begins_anew(found.levels.get(deeper), level):
                del counts[deeper]
        return _written(found.levels, level, counts)

    def depth(self, paragraph: Any) -> int:
        """How deep in its list a paragraph stands, from 0."""
        return self._list_of(paragraph)[1]

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        """(numId, level) of a paragraph, from itself or from its style; ("0", 0) for none."""
        number, level = _num_pr(paragraph)
        style_id = paragraph.style
        seen: set[str] = set()
        while style_id in self._styles and (number is None or level is None):
            if style_id in seen:
                break
            seen.add(style_id)
            style = self._styles[style_id]
            style_number, style_level = _num_pr(style)
            number = style_number if number is None else number
            level = style_level if level is None else level
            style_id = _value(style, "basedOn")
        if level is None and (found := self._lists.get(number or "")):
            level = next((i for i, one in found.levels.items() if one.style in seen), 0)
        return number or "0", level or 0


def _begins_anew(level: Level | None, above: int) -> bool:
    """Whether the level's count begins anew after an item of the level above it."""
    return level is None or level.after is None or above < level.after


def _numbering_element(document: Any) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    return None


def _lists(element: Any) -> dict[str, List]:
    if element is None:
        return {}
    defined = list(element.iterchildren(qn("w:abstractNum")))
    of_style = {_value(one, "styleLink"): _levels(one) for one in defined}
    abstracts = {
        one.get(qn("w:abstractNumId")): _levels(one)
        or of_style.get(_value(one, "numStyleLink"), {})
        for one in defined
    }
    found = {}
    for num in element.iterchildren(qn("w:num")):
        abstract = _value(num, "abstractNumId") or ""
        levels = _overridden(abstracts.get(abstract, {}), num)
        found[num.get(qn("w:numId"))] = List(abstract, levels)
    return found


def _overridden(levels: Mapping[int, Level], num: Any) -> dict[int, Level]:
    own = dict(levels)
    for override in num.iterchildren(qn("w:lvlOverride")):
        index = int(override.get(qn("w:ilvl")))
        replacement = override.find(qn("w:lvl"))
        if replacement is not None:
            own[index] = _level(replacement)
        start = _value(override, "startOverride")
        if start is not None and index in own:
            own[index] = replace(own[index], start=int(start), restarts=True)
    return own


def _levels(abstract: Any) -> dict[int, Level]:
    return {
        int(level.get(qn("w:ilvl"))): _level(level) for level in abstract.iterchildren(qn("w:lvl"))
    }


def _level(element: Any) -> Level:
    after = _value(element, "lvlRestart")
    legal = element.find(qn("w:isLgl"))
    return Level(
        form=_value(element, "numFmt") or "decimal",
        pattern=_value(element, "lvlText") or "",
        start=int(_value(element, "start") or 1),
        after=None if after is None else int(after),
        style=_value(element, "pStyle") or "",
        is_legal=legal is not None and legal.get(qn("w:val"), "1") not in ("0", "false", "off"),
    )


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(f"w:{name}"))
    return None if child is None else child.get(qn("w:val"))


def _num_pr(element: Any) -> tuple[str | None, int | None]:
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is None:
        return None, None
    level = _value(properties, "ilvl")
    return _value(properties, "numId"), None if level is None else int(level)


def _written(levels: Mapping[int, Level], level: int, counts: Mapping[int, int]) -> str:
    if levels[level].form == "bullet":
        return "•"

    def figure(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if index not in levels:
            return ""
        form = "decimal" if levels[level].is_legal else levels[index].form
        return _figure(counts.get(index, levels[index].start), form)

    return re.sub(r"%(\d)", figure, levels[level].pattern)


def _figure(count: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        return _roman(count).upper() if form.startswith("upper") else _roman(count)
    if form == "decimalZero":
        return f"{count:02}"
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written
