"""A table of people whose columns have headings → participants, each cell by its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.person_entry import Person, all_roles, person_entry
from protokollant.parser.rows import Row
from protokollant.swedish import attendance_status, fold

# Column headings → what the cells below are.
_MEANINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("name", ("namn", "deltagare", "person", "ledamot", "ledamöter")),
    ("group", ("grupp",)),
    (
        "status",
        ("närvaro", "närvarande", "status", "deltog", "närv.", "närv", "deltar", "tjänstgör"),
    ),
    (
        "details",
        ("roll", "roll och uppdrag", "uppdrag", "namn och verksamhet", "post", "roll/post"),
    ),
    ("title", ("titel", "befattning", "funktion", "verksamhet")),
    ("organisation", ("organisation", "huvudman", "kommun", "representerar", "företag", "enhet")),
    ("party", ("parti",)),
    (
        "note",
        ("anmärkning", "kommentar", "telefon", "e-post", "epost", "ersättare", "anm", "övrigt"),
    ),
)


_PRINCIPAL = re.compile(r"^Region\s|\b(?:kommun|stad|region|landsting|förbund)$", re.IGNORECASE)


def column_meanings(row: Row) -> list[str]:
    """What each column holds, when the row is the headings of a table of people; else []."""
    by_word = {word: meaning for meaning, words in _MEANINGS for word in words}
    words = [fold(cell).strip(" :") for cell in cells_of(row)]
    if words == ["ledamöter", "ersättare"]:
        return []  # two lists side by side
    found = [by_word.get(word, "") for word in words]
    return found if len(found) > 1 and all(found) and "name" in found else []


def person_of_cells(cells: Sequence[str], meanings: Sequence[str]) -> Person | None:
    """The person of a table row; None when the name's cell names nobody."""
    by_meaning = dict(zip(meanings, cells, strict=True))
    entry = f"{by_meaning.get('name', '')}\t{by_meaning.get('details', '')}".strip()
    person = person_entry(entry)
    if person is None:
        return None
    for name in ("group", "title", "organisation", "party"):
        if text := by_meaning.get(name, "").strip(" –-"):
            setattr(person, name, _without_roles(text, person))
    if not person.before and _PRINCIPAL.search(person.group):
        titles = (person.title, person.organisation)
        person.title = ", ".join(text for text in titles if text)
        person.organisation = person.group
    mark = by_meaning.get("status", "")
    person.status = attendance_status(mark) or ("unknown" if "status" in meanings else None)
    if "status" in meanings and person.status == "unknown":
        person.add_note(mark.strip(" –-"))
    person.add_note(by_meaning.get("note", "").strip(" –-"))
    return person


def _without_roles(text: str, person: Person) -> str:
    """The cell without roles that stand after a comma: "Region Norra, sekr."."""
    kept: list[str] = []
    for part in text.split(", "):
        roles = all_roles(part) if kept else []
        for role in roles:
            person.add_role(role)
        kept += [] if roles else [part]
    return ", ".join(kept)


def cells_of(row: Row) -> tuple[str, ...]:
    """The cells of the row as they stand, empty ones too; columns of running text otherwise."""
    if row.line.cells:
        return tuple(" ".join(cell.split()) for cell in row.line.cells)
    return row.columns
