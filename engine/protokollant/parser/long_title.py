"""A heading's first row → all the rows that its title takes up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.headings import Heading
from protokollant.parser.labels import is_label_row
from protokollant.parser.rows import Row
from protokollant.parser.standing_words import part_label
from protokollant.swedish import fold, leads_on, looks_like_name, read_roles

_LIST_MARK = re.compile(r"(?:[a-zåäö]|\d{1,2})[.)]\s|[-–•*]\s", re.IGNORECASE)
_MOST_ROWS = 3
_BREAKS_AT = 45  # a title shorter than this has no need to run on
_FULL_ROW = 58


def title_rows(rows: Sequence[Row], heading: Heading, end: int, titles: str) -> list[Row]:
    """The heading's rows, with those that its title runs on to.

    `titles` are the titles of the contents page, if there is one: it tells how long a title is.
    """
    used = list(rows[heading.at : min(heading.at + heading.rows, end)])
    if heading.rule == "marked_heading":
        return used
    title = heading.title
    for at in range(heading.at + heading.rows, min(heading.at + heading.rows + _MOST_ROWS, end)):
        row = rows[at]
        if row.gap or row.level or row.line.cells or _LIST_MARK.match(row.text):
            break
        if not (_is_told(title, row, titles) or _runs_on(rows, at, used[-1])):
            break
        used.append(row)
        title = f"{title} {row.plain}"
    return used


def _is_told(title: str, row: Row, titles: str) -> bool:
    """Whether the contents page has the title with this row in it."""
    return bool(titles) and fold(f"{title} {row.plain}") in titles


def _runs_on(rows: Sequence[Row], at: int, above: Row) -> bool:
    """Whether a title broken at the page's width goes on in the row."""
    row = rows[at]
    if part_label(row.plain) or is_label_row(row.plain):
        return False
    if above.text[-1] in ",-–" or leads_on(above.text):
        return True
    if len(above.text) > _BREAKS_AT and row.text[:1].islower():
        return True
    is_last = at + 1 == len(rows) or rows[at + 1].gap > 0
    is_text = row.text[-1] in ".:;!?" or looks_like_name(row.text) or bool(read_roles(row.text))
    return len(above.text) >= _FULL_ROW and is_last and len(row.text) < _FULL_ROW and not is_text
