"""Attendance tables and the list of those called → participants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from protokollant.model import Participant, Role, Status
from protokollant.parser.own.account import Account, cell_text
from protokollant.parser.own.fields import has, kind_of, loose, value
from protokollant.parser.own.outline import Block, heading_level
from protokollant.phrases.days import PhraseError
from protokollant.phrases.people import read_participant
from protokollant.source import Paragraph, Span, TableRow
from protokollant.swedish import ROLE_NAMES, attendance_status, fold, read_roles

COLUMNS = {
    "namn": "name",
    "grupp": "group",
    "roll och uppdrag": "duties",
    "närvaro": "status",
}
"""The headings of an attendance table."""

GROUP_LEVEL = 2
"""The level of the headings that the list's groups have."""

_ROLE_OF = {name: role for role, names in ROLE_NAMES.items() for name in names}
_IMPLIED: Mapping[str, Status] = {"Närvarande": "present", "Frånvarande": "absent"}


@dataclass(slots=True)
class _List:
    """Where in the attendance list the reading is: under which heading, in which columns."""

    group: Paragraph | None = None
    columns: tuple[str, ...] = ()


def read_people(
    blocks: Sequence[Block], account: Account
) -> tuple[tuple[Participant, ...], list[Block]]:
    """The participants in order, and the blocks that are no part of the attendance list."""
    people: list[Participant] = []
    others: list[Block] = []
    place = _List()
    for block in blocks:
        if isinstance(block, Paragraph):
            if heading_level(block) == GROUP_LEVEL:
                place.group = block
                account.took("participants", block)
            else:
                others.append(block)
            continue
        if block.first:
            place.columns = _columns(block)
        if not place.columns:
            others.append(block)
        elif not block.first and any(map(cell_text, block.cells)):
            account.took(f"participants[{len(people)}]", block)
            people.append(_person(block, place, account))
        else:
            account.took("participants", block)
    return tuple(people), others


def is_attendance_row(row: TableRow) -> bool:
    """Whether the row heads an attendance table."""
    return bool(_columns(row))


def _columns(row: TableRow) -> tuple[str, ...]:
    """What the columns hold, by the table's header row; () for another table."""
    found = tuple(COLUMNS.get(fold(cell_text(cell)), "duties") for cell in row.cells)
    styled = all(p.style == "Tabellrubrik" for cell in row.cells for p in cell)
    return found if styled and found[:1] == ("name",) else ()


def _person(row: TableRow, place: _List, account: Account) -> Participant:
    cells = {
        name: [span for paragraph in cell for span in paragraph.spans]
        for name, cell in zip(place.columns, row.cells, strict=False)
    }
    heading = place.group.spans if place.group and "group" not in cells else ()
    group = cells.get("group", heading)
    found: dict[str, Any] = _named(cells.get("name", []))
    found["group"] = _text(group)
    found["status"] = _status(cells, found["group"], row, account)
    if has(group, "grupproll") and (role := _ROLE_OF.get(fold(found["group"]), _group_role(group))):
        found["roles"] = (role,)
    if has(group, "grupporganisation"):
        found["organisation"] = found["group"]
    try:
        found |= _duties(cells.get("duties", []), found["name"])
    except PhraseError:
        found["note"] = _text(cells["duties"])
    return Participant(**found)


def _text(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans).strip()


def _group_role(group: Sequence[Span]) -> Role | None:
    """The role of a group's heading: "Övriga" are those who were invited."""
    found = read_roles(_text(group))
    return found[0].role if found else "guest"


def _named(spans: Sequence[Span]) -> dict[str, Any]:
    """Name and party of the first cell."""
    if has(spans, "namn") and not loose(spans):
        return {"name": value(spans, "namn"), "party": _party(value(spans, "parti"))}
    text = _text(spans)
    try:
        person = read_participant(text)
    except PhraseError:
        return {"name": text}
    return {"name": person.name, "party": person.party}


def _party(text: str) -> str:
    """The letters without the brackets around them."""
    return text.removeprefix("(").removesuffix(")")


def _status(
    cells: Mapping[str, Sequence[Span]], group: str, row: TableRow, account: Account
) -> Status:
    if "status" not in cells:
        return _IMPLIED.get(group, "unknown")
    word = _text(cells["status"])
    if found := attendance_status(word):
        return found
    if fold(word).strip("–- ?") not in ("", "okänt"):
        account.left(row, word)
    return "unknown"


_DUTIES = {
    "titel": "title",
    "organisation": "organisation",
    "ersätter": "replaces",
    "deltog": "scope",
    "anmärkning": "note",
}


def _duties(spans: Sequence[Span], name: str) -> dict[str, Any]:
    """Roles and the rest; what somebody wrote between is placed by its shape."""
    found: dict[str, Any] = {
        field: text for kind, field in _DUTIES.items() if (text := value(spans, kind))
    }
    if roles := _roles(value(spans, "roll")):
        found["roles"] = roles
    if title := value(spans, "rolltitel"):
        found["title"] = title
        names = [name for name in _ROLE_OF if fold(title).endswith(name)]
        found["roles"] = (_ROLE_OF[max(names, key=len)],) if names else ()
    if written := loose(spans, "ersätter", "deltog"):
        whole = written if found else _text(spans)
        person = read_participant(f"{name}, {whole}").model_dump(exclude_defaults=True)
        found = {k: v for k, v in person.items() if k not in ("name", "party")} | found
    return found


def _roles(text: str) -> tuple[Role, ...]:
    words = [part for listed in text.split(", ") for part in listed.split(" och ")]
    known = [_ROLE_OF.get(fold(word)) for word in words if word]
    if all(known):
        return cast(tuple[Role, ...], tuple(known))
    return tuple(dict.fromkeys(word.role for word in read_roles(text)))


# --- those called -------------------------------------------------------------------------------


def read_called(spans: Sequence[Span]) -> list[Participant]:
    """Those called, by group: "Ledamöter: Eva Ek (C), Bo Al"."""
    people: list[Participant] = []
    group = ""
    for span in spans:
        text = span.text.strip()
        match kind_of(span):
            case "grupp":
                group = text
            case "namn" if text:
                people.append(Participant(name=text.removesuffix(","), group=group))
            case "parti" if people:
                party = _party(text.removesuffix(","))
                people[-1] = people[-1].model_copy(update={"party": party})
            case _:
                for part in text.split(","):
                    heading, colon, names = part.rpartition(":")
                    group = heading.strip() if heading.strip() and colon else group
                    people += _by_hand(names.lstrip(" )").rstrip(" ("), group)
    return people


def _by_hand(text: str, group: str) -> list[Participant]:
    if not any(sign.isalpha() for sign in text):
        return []
    try:
        return [read_participant(text).model_copy(update={"group": group})]
    except PhraseError:
        return [Participant(name=text, group=group)]
