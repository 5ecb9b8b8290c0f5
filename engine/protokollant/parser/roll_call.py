"""A roll of those present inside an item ("Tillkännagivande av röstlängd") → participants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.blocks import Block, blocks_of
from protokollant.parser.findings import Mark
from protokollant.parser.name_list import listed_people
from protokollant.parser.outline import Section
from protokollant.parser.person_entry import Person
from protokollant.parser.rows import Row
from protokollant.swedish import find_names

_TITLE = re.compile(
    r"\b(?:röstlängd\w*|upprop\w*|närvarande|närvaro\w*|deltagare)\b", re.IGNORECASE
)
_PRESENT = re.compile(r"\b(?:närvarande|närvarar|deltagare|deltar|\w*medlem\w*)\b[^:]*:\s*", re.I)


# Members of another standing: "stödmedlemmar", "hedersmedlemmar".
_KIND = re.compile(r"\w{3,}medlem\w*", re.IGNORECASE)
# Who came beside those on the list: "Samt katy från punkt 8", "Från punkt 8: Per Ek".
_ALSO = re.compile(
    r"(?:(?P<from>(?:från|fr\.?\s?o\.?\s?m\.?)\s+(?:punkt|§)\s*\d+)\s*:\s*"
    r"|(?:samt|dessutom|även)\s+|närvarande\s+\w*medlem\w*\s+(?:är|var)\s+)"
    r"(?P<who>[^.,]+?)(?P<later>\s+från\s+[^.]*)?\.?$",
    re.IGNORECASE,
)


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
    elif also := _ALSO.match(block.text):
        return _also(block, also)
    else:
        return []
    people = listed_people(names, by_number[block.line])
    kind = _KIND.match(block.text) if match else None
    for person in people:
        person.organisation = person.organisation or (kind[0] if kind else "")
        person.status, person.rule = "present", "roll_call"
    return people


def _also(block: Block, match: re.Match[str]) -> list[Person]:
    """The person whom a sentence after the list adds, with the part of the meeting he was at."""
    marks = [Mark(line, text) for line, text in block.within(0, len(block.text))]
    member = _KIND.search(match[0])
    kind = member[0] if member else ""
    names = [one.name for one in find_names(match["who"])] or [match["who"].strip()]
    scope = (match["from"] or match["later"] or "").strip()
    return [
        Person(name, "present", scope=scope, organisation=kind, marks=list(marks), rule="roll_call")
        for name in names
        if len(name.split()) < 5
    ]
