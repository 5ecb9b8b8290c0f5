"""A Word document → its headings in order, each with its level (ISO/IEC 29500-1, 17.3.1.20)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from protokollant.printers.word_parts import W, value_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SPACES = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
_BODY_TEXT = 9
"""The outline level (counted from 0) that means: no heading."""

_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as its paragraph reads, without an automatic number; levels count from 1.

    `place` counts the document's paragraphs from 0.
    """

    level: int
    text: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings, among how many paragraphs."""

    headings: tuple[Heading, ...] = ()
    paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Styles:
    by_id: Mapping[str, _Style] = field(default_factory=dict)

    def level(self, style_id: str) -> int | None:
        """The outline level that a paragraph style gives, itself or by what it is based on."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            style = self.by_id[style_id]
            if style.level is not None:
                return style.level
            style_id = style.based_on
        return None

    def is_title(self, style_id: str) -> bool:
        """Whether the style is Word's own Title; its name is English in every language."""
        return self.by_id.get(style_id, _Style()).name.casefold() == "title"


def outline_of(body: etree._Element, styles: etree._Element | None) -> Outline:
    """The headings of a document, from its main part and its styles."""
    known = _read(styles)
    found = []
    paragraphs = list(_paragraphs(body))
    for place, paragraph in enumerate(paragraphs):
        level = _own_level(paragraph)
        if level is None:
            level = known.level(_style_id(paragraph))
        if level is not None and level < _BODY_TEXT and (text := _text(paragraph)):
            found.append(Heading(level + 1, text, place))
    return Outline(tuple(found), len(paragraphs))


def first_title(
    body: etree._Element, styles: etree._Element | None, headings: Sequence[Heading]
) -> str:
    """What a document without a title property is called: its title line, heading or text."""
    known = _read(styles)
    titles = (_text(p) for p in _paragraphs(body) if known.is_title(_style_id(p)))
    first = next((text for text in titles if text), "")
    if first or headings:
        return first or headings[0].text
    return next((text for p in _paragraphs(body) if (text := _text(p))), "")


def _read(styles: etree._Element | None) -> _Styles:
    if styles is None:
        return _Styles()
    return _Styles(
        {
            str(style.get(f"{W}styleId")): _style(style)
            for style in styles.iter(f"{W}style")
            if style.get(f"{W}type") == "paragraph"
        }
    )


def _style(style: etree._Element) -> _Style:
    name = value_of(style.find(f"{W}name"))
    level = _number(style.find(f"{W}pPr/{W}outlineLvl"))
    named = _HEADING_NAME.fullmatch(name)
    if level is None and named:
        level = int(named[1]) - 1
    return _Style(name, value_of(style.find(f"{W}basedOn")), level)


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs that are shown, in order: of alternative contents only the first is read."""
    for child in element:
        if child.tag == f"{W}p":
            yield child
        if child.tag != f"{_MC}Fallback" and not _is_covered(child):
            yield from _paragraphs(child)


def _is_covered(element: etree._Element) -> bool:
    """Whether it is a table cell that the one above goes on through."""
    merge = element.find(f"{W}tcPr/{W}vMerge") if element.tag == f"{W}tc" else None
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _style_id(paragraph: etree._Element) -> str:
    return value_of(paragraph.find(f"{W}pPr/{W}pStyle"))


def _own_level(paragraph: etree._Element) -> int | None:
    return _number(paragraph.find(f"{W}pPr/{W}outlineLvl"))


def _text(paragraph: etree._Element) -> str:
    pieces = []
    for element in paragraph.iter(f"{W}t", *_SPACES):
        pieces.append(_SPACES.get(str(element.tag)) or element.text or "")
    return " ".join("".join(pieces).split())


def _number(element: etree._Element | None) -> int | None:
    value = value_of(element)
    return int(value) if value.isdecimal() else None
