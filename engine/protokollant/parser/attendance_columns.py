"""Rows below attendance headings that stand side by side → the people of each column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protokollant.parser.attendance_words import AttendanceLabel, leading_attendance_label
from protokollant.parser.document_words import document_word
from protokollant.parser.findings import Mark
from protokollant.parser.labels import find_label
from protokollant.parser.person_entry import Person, person_entry
from protokollant.parser.rows import Row
from protokollant.swedish import find_names

_MOST_ROWS = 60
_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,5}\)")
_OPEN_END = re.compile(r"(?:[,–-]|\bersätter\s+\w+|\bför\s+\w+|\boch|§{1,2})$", re.IGNORECASE)
_NEAR = 4  # signs that a column's text may begin before or after its heading


@dataclass(slots=True)
class _Entry:
    """The text of one person, over as many rows as it takes."""

    column: int | None
    text: str
    marks: list[Mark] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether the text breaks off where it must go on."""
        return _OPEN_END.search(self.text) is not None

    @property
    def must_go_on(self) -> bool:
        """Whether not even a name of somebody else can follow: "ersätter Niclas", "§§ 153-"."""
        return self.is_open and not self.text.endswith(",")

    def add(self, text: str, mark: Mark) -> None:
        """Go on with the entry: a range keeps its dash, a broken word loses its hyphen."""
        is_range = re.search(r"\d-$", self.text)
        broken = self.text.endswith("-") and not is_range and text[:1].islower()
        before = self.text.removesuffix("-") if is_range or broken else self.text
        joint = "–" if is_range else "" if self.text.endswith("-") else " "
        self.text = f"{before}{joint}{text}"
        self.marks.append(mark)


def people_in_columns(
    rows: Sequence[Row], at: int, labels: Sequence[AttendanceLabel]
) -> tuple[list[tuple[Person, AttendanceLabel]], int]:
    """The people below the headings of row `at`, each with its heading, and the rows used."""
    starts = _starts(rows[at], labels)
    entries: list[_Entry] = []
    used = 0
    for row in rows[at + 1 : at + 1 + _MOST_ROWS]:
        cells = _cells(row, starts, entries)
        if _ends(row) or not all(_place(cell, entries, row) for cell in cells):
            break
        used += 1
    found = []
    for entry in entries:
        if person := person_entry(entry.text.rstrip(" ,-–")):
            person.marks += entry.marks
            found.append((person, _label_of(person, entry.column, labels)))
    return sorted(found, key=lambda one: labels.index(one[1])), used


def _starts(row: Row, labels: Sequence[AttendanceLabel]) -> list[int]:
    """Where on the row each heading begins."""
    raw = row.line.text.expandtabs(8)
    starts, after = [], 0
    for label in labels:
        after = max(raw.lower().find(label.text.lower(), after), after)
        starts.append(after)
        after += len(label.text)
    return starts


def _ends(row: Row) -> bool:
    text = row.text
    return bool(
        row.gap > 2
        or row.level
        or document_word(text)
        or leading_attendance_label(text)
        or (find_label(text) and text[:1].isupper())
    )


def _cells(
    row: Row, starts: Sequence[int], entries: Sequence[_Entry]
) -> list[tuple[int | None, str]]:
    """The row's texts with their columns; None where nothing tells which."""
    texts = [part for text in row.columns for part in _two_in_one(text, entries)]
    if len(texts) > 1:
        return list(enumerate([*texts[: len(starts) - 1], " ".join(texts[len(starts) - 1 :])]))
    is_right = len(starts) > 1 and row.indent >= starts[-1] - _NEAR and row.indent > _NEAR
    return [(len(starts) - 1 if is_right else None, text) for text in texts]


def _two_in_one(text: str, entries: Sequence[_Entry]) -> list[str]:
    """The texts of two columns that a single space parts: split where the second begins."""
    for name in find_names(text)[1:]:
        before = text[: name.start].rstrip()
        if re.search(r"[)\d]-?$", before):
            return [before, text[name.start :]]
    parties = list(_PARTY.finditer(text))
    open_columns = {e.column for e in entries if e.is_open}
    is_both = len(parties) > 1 or len(open_columns) > 1
    surname = (
        re.search(r"\s(?P<name>[A-ZÅÄÖ][\w-]+)\s*$", text[: parties[-1].start()])
        if parties
        else None
    )
    if surname and is_both and open_columns - {0}:
        at = surname.start("name")
        return [text[:at].strip(), text[at:]]
    return [text]


def _place(cell: tuple[int | None, str], entries: list[_Entry], row: Row) -> bool:
    """Put the text where it belongs: on with an entry that is open, or as a new one."""
    column, text = cell
    mark = Mark(row.number, text)
    begins = text[:1].isupper() and person_entry(text) is not None
    own = [e for e in entries if column is None or e.column in (column, None)]
    waiting = next((e for e in reversed(own[-4:]) if e.is_open), None)
    going_on = waiting if waiting and (not begins or waiting.must_go_on) else None
    if going_on is None and not begins and own:
        going_on = own[-1]
    if going_on:
        going_on.add(text, mark)
        return True
    if begins:
        entries.append(_Entry(column, text, [mark]))
    return begins


def _label_of(
    person: Person, column: int | None, labels: Sequence[AttendanceLabel]
) -> AttendanceLabel:
    """The heading of the person's column; by party or office where the column is not known."""
    if column:
        return labels[column]
    elected = [label for label in labels if label.role in ("member", "deputy")]
    others = [label for label in labels if label not in elected]
    if person.replaces and len(elected) > 1:
        return elected[-1]
    has_office = bool(person.title or person.organisation or person.roles)
    is_official = has_office and not person.party and set(person.roles) <= {"secretary"}
    return others[0] if is_official and others and column is None else labels[0]
