"""Blocks of an item → the text that opens it, and sub-headings with the text under each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from protokollant.parser.blocks import Block
from protokollant.parser.standing_words import part_label
from protokollant.swedish import leads_on, looks_like_name, read_roles

MAX_WORDS = 10
MAX_SIGNS = 75

# A finite verb makes a short line a sentence that lost its full stop.
_VERBS = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|kan|måste|godkän\w+|väljs|valdes|noteras|flyttas|beslutar"
    r"|beslutade|förklar\w+|utses|utsågs|läggs|lades|avslutas|öppnades|tackar|hälsar|informerar"
    r"|berättar|finns|väljer|väckte|konstaterar|konstaterades|framställs|bordläggs|fastställ\w+"
    r"|bifalles|utgår|inget|inga|ingen)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-heading's block and the blocks under it."""

    heading: Block
    title: str
    rule: str
    blocks: tuple[Block, ...]


def subheadings(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """The blocks before the first sub-heading, and the parts; the first rule that finds any."""
    for rule in SUBHEADING_RULES:
        if at := rule(blocks):
            ends = [*at[1:], len(blocks)]
            parts = tuple(
                Part(
                    blocks[i], blocks[i].text.rstrip(":"), rule.__name__, tuple(blocks[i + 1 : end])
                )
                for i, end in zip(at, ends, strict=True)
            )
            return tuple(blocks[: at[0]]), parts
    return tuple(blocks), ()


def heading_apart(blocks: Sequence[Block]) -> list[int]:
    """A short line of its own with space around it: "Vaccinationer"."""
    return [i for i, block in enumerate(blocks) if _is_apart(blocks, i, block)]


def heading_over_list(blocks: Sequence[Block]) -> list[int]:
    """Short lines, several in an item, each right above a list: "AVB möte 21/1"."""
    found = [
        i
        for i, block in enumerate(blocks[:-1])
        if block.kind == "paragraph"
        and _is_short(block, words=5)
        and not _VERBS.search(block.text)
        and blocks[i + 1].kind == "bullet"
    ]
    return found if len(found) > 1 else []


def bulleted_heading(blocks: Sequence[Block]) -> list[int]:
    """Bullets that each have paragraphs under them: "- SIP & Prator"."""
    tops = [i for i, block in enumerate(blocks) if _is_top_bullet(block)]
    if len(tops) < 2:
        return []
    ends = [*tops[1:], len(blocks)]
    for i, end in zip(tops, ends, strict=True):
        under = blocks[i + 1 : end]
        if not _is_short(blocks[i], words=6) or not under or under[0].kind != "paragraph":
            return []
    return tops


SUBHEADING_RULES: tuple[Callable[[Sequence[Block]], list[int]], ...] = (
    bulleted_heading,
    heading_over_list,
    heading_apart,
)


def _is_top_bullet(block: Block) -> bool:
    return block.kind == "bullet" and block.depth == 0 and bool(block.mark)


def _is_apart(blocks: Sequence[Block], i: int, block: Block) -> bool:
    if block.kind != "paragraph" or not block.gap or not _is_short(block, words=MAX_WORDS):
        return False
    if _VERBS.search(block.text) or len(block.pieces) > 1 or i + 1 >= len(blocks):
        return False
    below = blocks[i + 1]
    if below.kind != "paragraph":
        return len(block.text.split()) <= 5 and below.gap > 0
    return below.gap > 0 and len(below.text) > 20 and below.text[-1] in ".!?:”)>"


def _is_short(block: Block, *, words: int) -> bool:
    """Whether a block has the shape of a heading: short, capital first, no sentence."""
    text = block.text
    if not text[:1].isupper() or len(text) > MAX_SIGNS or len(text.split()) > words:
        return False
    if text[-1] in ".,;:!?)>" or leads_on(text) or text[0] in "[|<":
        return False
    return not (part_label(text) or looks_like_name(text) or _is_role(text))


def _is_role(text: str) -> bool:
    roles = read_roles(text)
    return bool(roles) and roles[0].end - roles[0].start >= len(text) - 2
