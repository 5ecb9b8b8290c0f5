"""The rows after the last item → who signed, in which role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protokollant.model import Role
from protokollant.parser.findings import Mark, mark
from protokollant.parser.person_entry import all_roles
from protokollant.parser.rows import Row
from protokollant.swedish import find_dates, find_names, fold, looks_like_name

_SLASH = re.compile(r"/{1,2}\s*(?P<name>\S.{2,60})")
_LABEL = re.compile(
    r"(?:vid\s+protokollet|vid\s+anteckningarna|vid\s+pennan|protokollet\s+justeras|justeras|"
    r"justerat|justerare|underskrifter|underskrift|signaturer|namnunderskrift(?:er)?|"
    r"undertecknat\s+av\s+följande\s+personer|undertecknas|protokollet\s+justerat|"
    r"det\s+här\s+dokumentet\s+är\s+(?:digitalt\s+|elektroniskt\s+)?signerat)\s*:?",
    re.IGNORECASE,
)
_ROLE_OF: tuple[tuple[str, Role], ...] = (
    ("vid ", "secretary"), ("justera", "adjuster"), ("protokollet justera", "adjuster"),
)  # fmt: skip


@dataclass(slots=True)
class Signed:
    """Those who signed with the role their place tells, and the rows that are left."""

    names: list[tuple[str, Role | None, tuple[Mark, ...]]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    unknown: list[Row] = field(default_factory=list)


def closing_at(rows: Sequence[Row]) -> int:
    """Where the signatures begin; the number of rows when there are none."""
    for i, row in enumerate(rows):
        if _is_slash_name(row) and i >= len(rows) - 3:
            return i
        first = row.columns[0].strip(" *_")
        is_label = _LABEL.fullmatch(first) or _LABEL.fullmatch(row.text)
        if is_label and not _goes_on(rows, i):
            return i
    return len(rows)


def is_signature_heading(text: str) -> bool:
    """Whether a heading is that of the signatures, and of no matter: "Underskrifter"."""
    return _LABEL.fullmatch(text.strip(" *_")) is not None


def signature(rows: Sequence[Row]) -> Signed:
    """ "/ Marie Håkansson", "Vid protokollet   Justeras" above the names, names above roles."""
    signed = Signed()
    waiting: list[Role | None] = []
    for i, row in enumerate(rows):
        if match := _SLASH.fullmatch(row.text) if _is_slash_name(row) else None:
            signed.names.append((match["name"].strip(), "secretary", (mark(row),)))
            continue
        texts = (row.text,) if _LABEL.fullmatch(row.text) else row.columns
        labels = [_role_of(column) for column in texts]
        if any(is_label for is_label, _ in labels):
            waiting = [role for is_label, role in labels if is_label]
            signed.marks.append(mark(row))
            _name_beside(row, signed, waiting)
        elif (names := _names(row)) and (waiting or _is_dated(rows, i)):
            _sign(names, row, signed, waiting)
        elif find_dates(row.text) and len(row.text) < 30:
            signed.marks.append(mark(row))
        else:
            signed.unknown.append(row)
    return signed


def _is_dated(rows: Sequence[Row], i: int) -> bool:
    """Whether the row below tells when the name was signed."""
    return i + 1 < len(rows) and bool(find_dates(rows[i + 1].text))


def _is_slash_name(row: Row) -> bool:
    match = _SLASH.fullmatch(row.text)
    return bool(match and looks_like_name(match["name"].strip(" .")))


def _goes_on(rows: Sequence[Row], i: int) -> bool:
    """Whether running text or many rows follow: then the label was no signature's."""
    after = rows[i + 1 : i + 30]
    return len(rows) - i > 40 or any(len(row.text) > 110 for row in after)


def _role_of(column: str) -> tuple[bool, Role | None]:
    """Whether a column is a label of a signature, and the role it gives."""
    text = column.strip(" .:_*")
    if roles := all_roles(text):
        return True, roles[0]
    if _LABEL.fullmatch(text):
        word = fold(text)
        return True, next((role for begins, role in _ROLE_OF if word.startswith(begins)), None)
    return False, None


def _names(row: Row) -> list[str]:
    found = [column.strip() for column in row.columns if looks_like_name(column.strip())]
    if found:
        return found
    names = [one.name for one in find_names(row.text)]
    return names if sum(map(len, names)) * 2 > len(row.text) else []


def _sign(names: list[str], row: Row, signed: Signed, waiting: list[Role | None]) -> None:
    for i, name in enumerate(names):
        role = waiting[i] if i < len(waiting) else None
        signed.names.append((name.title() if name.isupper() else name, role, (mark(row),)))
    waiting.clear()


def _name_beside(row: Row, signed: Signed, waiting: list[Role | None]) -> None:
    names = [one.name for one in find_names(row.text)]
    if names:
        _sign(names, row, signed, waiting)
