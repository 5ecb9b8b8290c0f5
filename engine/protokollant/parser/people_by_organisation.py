"""A list that names whom people are there for → people: "Vision – Leif Moe; Kommunal – Eva Ek"."""

from __future__ import annotations

import re

from protokollant.parser.findings import Mark
from protokollant.parser.labels import find_label
from protokollant.parser.name_list import listed_people
from protokollant.parser.person_entry import Person, person_entry
from protokollant.parser.rows import Row
from protokollant.swedish import attendance_status, find_names, read_roles

_PART = re.compile(r"(?P<whom>[A-ZÅÄÖ][^;:()]{1,40}?)\s*(?::|\s[–—-])\s+(?P<who>\S.*)")
_NOBODY = re.compile(r"(?:ingen|inga|ej|vakant|[–-]$)", re.IGNORECASE)
_FEWEST = 2


def people_by_organisation(text: str, row: Row) -> list[Person]:
    """The people of a list parted by semicolons, each part begun by whom they represent.

    [] when a part does not say whom, or begins with the person. A part that nobody is there for
    ("SSR – ingen") stays unplaced.
    """
    if ";" not in text:
        people = [] if _is_office(text) else _group(text, row) or []
        return people if ":" in text and len(people) >= _FEWEST else []
    groups = [_group(part.strip(" ."), row) for part in text.split(";") if part.strip(" .")]
    told = [group for group in groups if group is not None]
    if len(told) < max(len(groups), _FEWEST):
        return []
    return [person for group in told for person in group]


def _is_office(text: str) -> bool:
    """Whether the row begins with an office or a label: "Justerare: Eva Ek, Bo Ek"."""
    label = text.partition(":")[0]
    return bool(read_roles(label)) or find_label(text) is not None


def _group(part: str, row: Row) -> list[Person] | None:
    """The people of one part; [] when it says that there are none, None when it is no group."""
    match = _PART.fullmatch(part)
    if match is None or find_names(match["whom"]):
        return None
    who = match["who"]
    people = listed_people(who, row)
    if not people and (person := person_entry(who)) and find_names(who):
        person.marks.append(Mark(row.number, who))
        people = [person]
    for one in people:
        one.organisation = match["whom"].strip()
        one.marks.append(Mark(row.number, one.organisation))
    return people if people or _NOBODY.match(who) or attendance_status(who) else None
