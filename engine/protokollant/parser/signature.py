"""The rows after the last item → who signed, in which role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protokollant.model import Role
from protokollant.parser.findings import Mark, mark
from protokollant.parser.person_entry import all_roles
from protokollant.parser.rows import Row
from protokollant.swedish import find_dates, find_months, find_names, fold, looks_like_name

_SLASH = re.compile(r"/{1,2}\s*(?P<name>\S.{2,60})")
_LABEL = re.compile(
    r"(?:vid\s+protokollet|vid\s+anteckningarna|vid\s+(?:pennan|tangentbordet|datorn)|protokollet\s+justeras|justeras|"
    r"justerat|justerare|underskrifter|underskrift|signaturer|namnunderskrift(?:er)?|"
    r"undertecknat\s+av\s+följande\s+personer|undertecknas|protokollet\s+justerat|"
    r"(?:med\s+)?(?:vänliga?\s+)?hälsning(?:ar)?|mvh|väl\s+mött|välko(?:mmen|mna)|"
    r"det\s+här\s+dokumentet\s+är\s+(?:digitalt\s+|elektroniskt\s+)?signerat)\s*:?",
    re.IGNORECASE,
)
_NAME_AND_ROLE = re.compile(r"(?P<name>[^,/()]{3,50}?)\s*(?:[,/–-]|\()\s*(?P<role>[^()]{3,40})\)?")
_WRITTEN_BY = re.compile(
    r"(?:antecknat|nedtecknat|protokollfört|sammanställt|skrivet|fört)\s+av\s+(?P<name>[^:.]{3,50})",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{2,20}")
_BOARD = re.compile(r"[\w-]*(?:styrelsen|kommittén|rådet)(?:\s+(?:för|i|genom)\s+.{2,60})?", re.I)
_ROLE_AND_NAME = re.compile(r"(?P<role>(?:ordf|sekr|just)\.)\s+(?P<name>[^,/():]{3,50})", re.I)
_BETWEEN = re.compile(r",|;|\boch\b|\bsamt\b")
_LONGEST_PLACE = 45
_MOST_ROWS = 14  # that signatures take up at the end
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
        if (
            is_label
            or _is_labelled_name(rows, i)
            or _is_signed_by_columns(rows, i)
            or is_dated_place(rows, i)
        ) and not _goes_on(rows, i):
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
        if several := _several_labelled(row.text):
            signed.names += [(name, role, (mark(row),)) for name, role in several]
        elif labelled := _labelled_name(row.text):
            signed.names.append((labelled[0], labelled[1], (mark(row),)))
        elif signers := _named_with_role(row):
            signed.names += [(name, role, (mark(row),)) for name, role in signers]
        elif any(is_label for is_label, _ in labels) and (above := _names_above(rows, i, signed)):
            signed.names[-above:] = [
                (name, role or roles_below, marks)
                for (name, role, marks), (_, roles_below) in zip(
                    signed.names[-above:], labels, strict=False
                )
            ]
            signed.marks.append(mark(row))
        elif any(is_label for is_label, _ in labels):
            waiting = [role for is_label, role in labels if is_label]
            signed.marks.append(mark(row))
            _name_beside(row, signed, waiting)
        elif (names := _names(row)) and (
            waiting or signed.names or signed.marks or _is_before_roles(rows, i)
        ):
            _sign(names, row, signed, waiting)
        elif _is_dated(row.text) or (signed.marks and _BOARD.fullmatch(row.text)):
            signed.marks.append(mark(row))
        else:
            signed.unknown.append(row)
    return signed


def _is_before_roles(rows: Sequence[Row], i: int) -> bool:
    """Whether the row below tells when or as what the names were signed."""
    if i + 1 >= len(rows):
        return False
    below = rows[i + 1]
    return bool(find_dates(below.text)) or all(_role_of(column)[0] for column in below.columns)


def _names_above(rows: Sequence[Row], i: int, signed: Signed) -> int:
    """How many names stand right above the row, in its columns, and have no role yet."""
    if not i or not signed.names or signed.names[-1][2][-1].line != rows[i - 1].number:
        return 0
    alone = [role is None for _, role, marks in signed.names
             if marks[-1].line == rows[i - 1].number]  # fmt: skip
    return len(alone) if all(alone) and len(alone) == len(rows[i].columns) else 0


def _named_with_role(row: Row) -> list[tuple[str, Role | None]]:
    """ "Maria Lund, sekreterare    Johan Ström, justerare": each column a name and a role."""
    found: list[tuple[str, Role | None]] = []
    for column in row.columns:
        match = _NAME_AND_ROLE.fullmatch(column.strip()) or _ROLE_AND_NAME.fullmatch(column.strip())
        roles = _roles_of(match["role"]) if match else []
        if not match or not roles or not looks_like_name(match["name"]):
            return []
        found.append((match["name"], roles[0]))
    return found


def _roles_of(text: str) -> list[Role]:
    """The roles that a text or the beginning of a word names: "sekreterare", "Just."."""
    return ["adjuster"] if fold(text).strip(" .") == "just" else all_roles(text)


def _labelled_name(text: str) -> tuple[str, Role | None] | None:
    """ "Sekreterare: Anna Lilja", "Justeras: Per Wall, ordf": a label and the name after it."""
    if written := _WRITTEN_BY.fullmatch(text):
        text = f"vid protokollet: {written['name']}"
    label, colon, rest = text.partition(":")
    is_label, role = _role_of(label)
    name = rest.split(",")[0].strip(" ._")
    is_name = looks_like_name(name) or (role == "secretary" and _GIVEN.fullmatch(name))
    if not colon or not is_label or not is_name:
        return None
    told = all_roles(rest.partition(",")[2].strip())
    return name, told[0] if told else role


def _several_labelled(text: str) -> list[tuple[str, Role | None]]:
    """ "Justeras: Boel Ask, Rune Fält": a label and several names after it."""
    label, colon, rest = text.partition(":")
    is_label, role = _role_of(label)
    names = [name.strip(" ._") for name in _BETWEEN.split(rest)]
    if not (colon and is_label) or len(names) < 2 or not all(map(looks_like_name, names)):
        return []
    return [(name, role) for name in names]


def _is_labelled_name(rows: Sequence[Row], i: int) -> bool:
    return i >= len(rows) - _MOST_ROWS and _labelled_name(rows[i].text) is not None


def is_dated_place(rows: Sequence[Row], i: int) -> bool:
    """ "Lyse i februari 2024" above a row of names, or above the board that signs."""
    below = rows[i + 1 : i + 2]
    return _is_dated(rows[i].text) and any(
        _BOARD.fullmatch(row.text) or all(map(looks_like_name, row.columns)) for row in below
    )


def _is_dated(text: str) -> bool:
    """Whether a row tells the place and day of signing."""
    return bool(find_dates(text) or find_months(text)) and len(text) < _LONGEST_PLACE


def _is_signed_by_columns(rows: Sequence[Row], i: int) -> bool:
    """Whether the row, near the end, is names with roles beside or below them."""
    if i < len(rows) - _MOST_ROWS:
        return False
    if _named_with_role(rows[i]):
        return True
    names = [column for column in rows[i].columns if looks_like_name(column.strip(" ,"))]
    return len(names) == len(rows[i].columns) and _is_before_roles(rows, i)


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
