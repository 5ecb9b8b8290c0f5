"""A contents page → its rows taken off, and the titles that it tells in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.document_words import is_contents_heading
from protokollant.parser.headings import has_leader
from protokollant.parser.rows import Row
from protokollant.source import Kept
from protokollant.swedish import fold

_FEWEST_TOLD = 3
_MARK = re.compile(r"^(?:§?\s*\d{1,3}(?:\.\d+)*[.)]?|[-–•*])\s*")
_LEADER = re.compile(r"\s*[.…]{4,}\s*\d*\s*")


def without_contents(rows: Sequence[Row]) -> tuple[list[Row], tuple[Kept, ...]]:
    """The rows without a contents page: lines that end in dots and a page number."""
    leaders = [i for i, row in enumerate(rows) if has_leader(row.text)]
    if len(leaders) < 1:
        return list(rows), ()
    first, last = leaders[0], leaders[-1]
    while first and not is_contents_heading(rows[first].plain):
        if leaders[0] - first > 5:
            first = leaders[0]
            break
        first -= 1
    if last - first > 8 * len(leaders) + 8:
        return list(rows), ()
    removed = tuple(
        Kept(row.number, row.line.text.strip(), "innehållsförteckning")
        for row in rows[first : last + 1]
    )
    return [*rows[:first], *rows[last + 1 :]], removed


def titles_in(removed: Sequence[Kept]) -> str:
    """The titles of a contents page as one text to look in, with "|" where one ends."""
    return fold(_LEADER.sub(" | ", " ".join(kept.text for kept in removed) + " "))


def told_agenda(head: Sequence[Row], titles: Sequence[str]) -> tuple[list[Row], tuple[Kept, ...]]:
    """The head without an agenda whose points the items then repeat, and its rows.

    `titles` are those of the items. The agenda is the rows below "Dagordning" in the head.
    """
    start = next((i for i, row in enumerate(head) if is_contents_heading(row.plain)), None)
    if start is None:
        return list(head), ()
    known = {fold(title) for title in titles}
    listed = [i for i in range(start + 1, len(head)) if _bare(head[i].plain) in known]
    if len(listed) < _FEWEST_TOLD:
        return list(head), ()
    removed = tuple(
        Kept(row.number, row.line.text.strip(), "dagordning som punkterna sedan följer")
        for row in head[start : listed[-1] + 1]
    )
    return [*head[:start], *head[listed[-1] + 1 :]], removed


def _bare(text: str) -> str:
    return fold(_MARK.sub("", text))
