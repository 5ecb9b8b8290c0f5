"""Blocks → the parts of an own document: its head, its sections by name, its items as a tree.

An item's heading carries the style of a number or a title, a section's that of the template's own
words. A heading without either was written in Word: it is an item where items stand, and else a
heading within a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protokollant.parser.own.fields import has, kind_of, value
from protokollant.source import Paragraph, TableRow
from protokollant.swedish import fold

Block = Paragraph | TableRow

SECTIONS = (
    "deltagare",
    "åtgärder",
    "nästa möte",
    "bilagor",
    "kontakt",
    "justering",
    "underskrifter",
    "anslag",
)
"""The parts that are no items, by the heading that the templates give them."""

DEEPEST = 3
_LEVEL = re.compile(r"heading (\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:§\s*\d+(?:\s?[a-zåäö])?|\d+(?:\s?[a-zåäö])?[.)])(?=\s)")


@dataclass(slots=True)
class Part:
    """A heading with what stands under it; `name` is that of a section, "" for an item."""

    heading: Paragraph | None = None
    level: int = 0
    name: str = ""
    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """An own document in parts."""

    head: Part
    sections: tuple[Part, ...]
    items: tuple[Part, ...]


def outline(blocks: Sequence[Block]) -> Outline:
    """The parts of the document; every block is in exactly one of them."""
    head = Part()
    sections: list[Part] = []
    items: list[Part] = []
    path: list[Part] = []
    section: Part | None = head
    for block in blocks:
        level = heading_level(block)
        if isinstance(block, TableRow) or not level:
            (section or path[-1]).blocks.append(block)
        elif level == 1 and (name := _section_name(block)):
            section, path = Part(block, 1, name), []
            sections.append(section)
        elif _is_item(block, level, section, path):
            part = Part(block, level)
            while path and path[-1].level >= level:
                path.pop()
            (path[-1].parts if path else items).append(part)
            path.append(part)
            section = None
        else:
            (section or path[-1]).blocks.append(block)
    return Outline(head, tuple(sections), tuple(items))


def heading_level(block: Block) -> int:
    """The level of a heading; 0 for other paragraphs and rows, and for an empty heading."""
    if isinstance(block, TableRow) or not block.text.strip():
        return 0
    match = _LEVEL.fullmatch(block.style)
    return min(int(match[1]), DEEPEST) if match else 0


def is_by_section(heading: Paragraph) -> bool:
    """Whether an item's heading is numbered as a paragraph of the law: "§ 12"."""
    first = heading.spans[0]
    return first.text.lstrip().startswith("§") and not kind_of(first)


def _section_name(heading: Paragraph) -> str:
    """Which section a heading in the template's own words begins; "" for none."""
    if not has(heading.spans, "förvalt"):
        return ""
    text = fold(heading.text)
    return next((name for name in SECTIONS if text.startswith(name)), "")


def _is_item(heading: Paragraph, level: int, section: Part | None, path: Sequence[Part]) -> bool:
    if has(heading.spans, "rubrik", "nummer", "förvalt"):
        return True
    if level == 1:
        numbered = bool(heading.label or _NUMBERED.match(heading.text))
        return numbered or section is None or section.name not in ("", "deltagare")
    if section is not None:
        return False
    if _goes_on(heading, level, path):
        return True
    if any(part.level == level for part in path):  # of the deepest level, a text has headings too
        return level < DEEPEST
    return any(part.parts and part.level == level - 1 for part in path)


def _goes_on(heading: Paragraph, level: int, path: Sequence[Part]) -> bool:
    """Whether a sub-heading is numbered below the item it stands in: "4.3" in item 4."""
    above = [part for part in path if part.level < level]
    number = value(above[-1].heading.spans, "nummer") if above and above[-1].heading else ""
    return bool(number) and bool(re.match(rf"{re.escape(number)}\.\d", heading.text))
