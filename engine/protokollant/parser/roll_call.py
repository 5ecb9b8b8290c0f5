"""A roll of those present inside an item ("Tillkännagivande av röstlängd") → participants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.blocks import Block, blocks_of
from protokollant.parser.name_list import listed_people
from protokollant.parser.outline import Section
from protokollant.parser.person_entry import Person
from protokollant.parser.rows import Row

_TITLE = re.compile(
    r"\b(?:röstlängd\w*|upprop\w*|närvarande|närvaro\w*|deltagare)\b", re.IGNORECASE
)
_PRESENT = re.compile(r"\b(?:närvarande|närvarar|deltagare|deltar|medlem\w*)\b[^:]*:\s*", re.I)


def roll_call(sections: Sequence[Section]) -> list[Person]:
    """The people that an item on the roll lists as present; the text stays in the item."""
    found: list[Person] = []
    for section in sections:
        if not _TITLE.search(section.heading.title):
            continue
        by_number = {row.number: row for row in section.rows}
        blocks = blocks_of(section.rows)
        for i, block in enumerate(blocks):
            found += _listed(block, blocks[i - 1] if i else None, by_number)
    return found


def _listed(block: Block, above: Block | None, by_number: dict[int, Row]) -> list[Person]:
    """The people of a block after "Närvarande …:", on the same row or on the one above."""
    match = _PRESENT.search(block.text)
    if match:
        names = block.text[match.end() :]
    elif above is not None and _PRESENT.search(above.text) and above.text.endswith(":"):
        names = block.text
    else:
        return []
    people = listed_people(names, by_number[block.line])
    for person in people:
        person.status, person.rule = "present", "roll_call"
    return people
