"""Who presents an item: named in the agenda's table, or after "Föredragande:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding, Mark, marks_of
from protokollant.swedish import find_names

_LABELLED = re.compile(r"(?:föredragande|föredrar|föredragning)\s*:\s*(?P<who>.+)", re.IGNORECASE)

_AND = re.compile(r"\b(?:och|samt)\b")


def presenters(blocks: Sequence[Block], named: Sequence[str], line: int) -> list[Finding]:
    """The presenters of the agenda's table (`named`, on the row `line`) and of a label."""
    found = [Finding("presenters", name, (Mark(line, name),), "presenters", 0.7) for name in named]
    for block in blocks:
        match = _LABELLED.fullmatch(block.text)
        for one in find_names(match["who"]) if match else ():
            marks = marks_of((p.line, p.text) for p in block.pieces)
            found.append(Finding("presenters", one.name, marks, "presenters", 0.9))
    return found


def without_presenters(blocks: Sequence[Block], named: Sequence[str]) -> list[Block]:
    """The blocks without the names that the agenda's table has beside the title, and labels.

    A label with more than names after it stays: "Föredragande: Bo Lind, Region Norrmark".
    """
    left: list[Block] = []
    for i, block in enumerate(blocks):
        rest: Block | None = None if _names_only(block.text) else block
        if rest and not i:
            found = sorted((rest.text.find(name), name) for name in named if name in rest.text)
            rest = rest.without((at, at + len(name)) for at, name in found)
        left += [rest] if rest else []
    return left


def _names_only(text: str) -> bool:
    """Whether the text is the label of presenters and their names, and nothing else."""
    match = _LABELLED.fullmatch(text)
    if match is None:
        return False
    rest = match["who"]
    for one in reversed(find_names(rest)):
        rest = rest[: one.start] + rest[one.end :]
    return not re.search(r"\w", _AND.sub("", rest))
