"""Blocks that open in one table cell, row or table and close in another → doubts.

Such a block can be filled, and docxtpl's templates do it; but where its condition does not hold,
cells and rows run together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protokollant.renderer.draft import Draft, Flaw
from protokollant.renderer.meant import OPENERS
from protokollant.renderer.places import Places
from protokollant.renderer.runs import pieces_of, text_of
from protokollant.renderer.tags import Tag, find_tags
from protokollant.renderer.wordml import TBL, TC, TR, Element, P, ancestor

_KINDS = {TC: "en annan cell", TR: "en annan rad", TBL: "en annan tabell"}
_HOMES = {"tr": TBL, "tc": TR}
"""What both ends of a lifted block must share; of others the cell."""


@dataclass(frozen=True, slots=True)
class _Open:
    tag: Tag
    paragraph: Element


def crossings(draft: Draft, places: Places) -> Iterator[Flaw]:
    """The blocks of a part, to which nothing has been done yet, that cross its tables."""
    stack: list[_Open] = []
    for paragraph in draft.root.iter(P):
        text = "".join(map(text_of, pieces_of(paragraph)))
        for found in find_tags(text)[0] if "{" in text else ():
            word = found.tag.word
            if word in OPENERS and not (word == "set" and "=" in found.tag.source):
                stack.append(_Open(found.tag, paragraph))
            elif word.startswith("end") and stack and stack[-1].tag.word == word[3:]:
                opener = stack.pop()
                if kind := _crossed(opener, found.tag, paragraph):
                    spot = replace(places.of(paragraph), start=found.start, end=found.end)
                    yield draft.flaw(
                        f"«{found.tag.raw}» står i {kind} än «{opener.tag.raw}».",
                        spot,
                        "Skriv båda i samma, eller lyft blocket med {%tc … %} eller {%tr … %}.",
                    )


def _crossed(opener: _Open, closer: Tag, paragraph: Element) -> str:
    """What the two ends do not share, as far as they are equally deep; "" for nothing."""
    if opener.tag.level != closer.level:
        return ""
    home = _HOMES.get(closer.level, TC)
    first, last = (ancestor(node, home) for node in (opener.paragraph, paragraph))
    if first is None or last is None or first is last:
        return ""
    shared = _depth(first) == _depth(last)
    return _KINDS[home] if shared else ""


def _depth(node: Element) -> int:
    return sum(1 for _ in node.iterancestors())
