"""Rows of a list → items: an agenda that is a bare list, minutes whose bullets are the items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.document_words import is_contents_heading
from protokollant.parser.headings import Heading
from protokollant.parser.rows import Row

_BULLET = re.compile(r"[-–—•*·+▪◦○●■]\s+(?P<title>\S.*)")
_LEADS_TO_LIST = re.compile(
    r"\b(?:dagordning(?:en)?|agenda|föredragningslista|punkter|ärenden)\b[^.:]{0,30}[.:]$", re.I
)
_FEWEST = 3
_LONGEST_PLAIN = 80


def listed_agenda(rows: Sequence[Row]) -> list[Heading]:
    """The list below "Dagordning:", with bullets or as short rows, if nothing else heads items."""
    for at, row in enumerate(rows[:-1]):
        if is_contents_heading(row.plain) or _LEADS_TO_LIST.search(row.plain):
            found = _bullets(rows, at + 1)
            if not found and is_contents_heading(row.plain):
                found = _plain_rows(rows, at + 1)
            if len(found) >= _FEWEST:
                return found
    return []


def bullets_as_items(rows: Sequence[Row], headings: Sequence[Heading]) -> list[Heading]:
    """The headings, with the bullets below an opening that has no text but them as items too."""
    found: list[Heading] = []
    if not headings:
        return found
    ends = [h.at for h in headings[1:]] + [len(rows)]
    for heading, end in zip(headings, ends, strict=True):
        found.append(heading)
        below = rows[heading.at + heading.rows : end]
        if heading is headings[0] and below and all(_is_in_list(row) for row in below):
            bullets = _bullets(rows, heading.at + heading.rows, end)
            found += bullets if len(bullets) >= _FEWEST else []
    return found


def bullets_alone(rows: Sequence[Row], headings: Sequence[Heading]) -> list[Heading]:
    """The outermost bullets of minutes that have no other headings; [] where they have some.

    `headings` are those told by shape: "Trafiken vid skolan: …", each on a bullet's row.
    """
    if not headings or not all(_BULLET.match(rows[h.at].text) for h in headings):
        return []
    first = next(i for i, row in enumerate(rows) if _BULLET.match(row.text))
    found = _bullets(rows, first)
    is_all = {h.at for h in headings} <= {h.at for h in found}
    return found if is_all and len(found) > max(_FEWEST, len(headings)) else []


def _is_in_list(row: Row) -> bool:
    return bool(_BULLET.match(row.text)) or row.indent > 1


def _bullets(rows: Sequence[Row], start: int, end: int | None = None) -> list[Heading]:
    """The outermost bullets of the list that begins at `start`."""
    found: list[Heading] = []
    outermost = rows[start].indent if start < len(rows) else 0
    for at in range(start, len(rows) if end is None else end):
        row = rows[at]
        match = _BULLET.fullmatch(row.text)
        if match and row.indent <= outermost:
            found.append(Heading(at, "", match["title"].strip("*_ "), 1, "listed_items", 0.5))
        elif not match and row.indent <= outermost and (row.gap or row.text[:1].isupper()):
            break
    return found


def _plain_rows(rows: Sequence[Row], start: int) -> list[Heading]:
    """Short rows right below each other, the first of which may stand apart."""
    found: list[Heading] = []
    for at in range(start, len(rows)):
        row = rows[at]
        is_title = len(row.plain) < _LONGEST_PLAIN and row.plain[-1] not in ".!?"
        if (found and row.gap) or not is_title or row.line.cells:
            break
        found.append(Heading(at, "", row.plain, 1, "listed_items", 0.4))
    return found
