"""Rows of an attendance list → participants, in every layout such lists have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from protokollant.parser.attendance_columns import people_in_columns
from protokollant.parser.attendance_table import cells_of, column_meanings, person_of_cells
from protokollant.parser.attendance_words import (
    AttendanceLabel,
    attendance_label,
    leading_attendance_label,
)
from protokollant.parser.document_words import document_word, meeting_word
from protokollant.parser.findings import Mark, mark
from protokollant.parser.labels import find_label
from protokollant.parser.name_list import FOR_WHOM, is_nobody, names_over_rows, people_by_semicolon
from protokollant.parser.people_by_organisation import people_by_organisation
from protokollant.parser.person_entry import Person, person_entry
from protokollant.parser.rows import Row
from protokollant.swedish import fold, looks_like_name

_COLUMN_WORDS = frozenset(
    {
        "huvudman", "namn", "verksamhet", "titel", "organisation", "parti", "roll", "närvaro",
        "funktion", "befattning", "kommun", "förnamn", "efternamn", "e-post", "epost", "telefon",
        "och", "uppdrag", "närvarande", "frånvarande", "representerar", "företag", "enhet",
    }
)  # fmt: skip
_FEWEST_GIVEN = 3
_OVER_ALL = ("beslutande", "övriga närvarande", "närvarande")


@dataclass(slots=True)
class Attendance:
    """The list as read so far, and the heading that is in force."""

    people: list[Person] = field(default_factory=list)
    label: AttendanceLabel | None = None
    columns: list[AttendanceLabel] = field(default_factory=list)
    heading_marks: list[tuple[str, Mark]] = field(default_factory=list)
    by_principal: bool = False
    principal: str = ""
    is_open: bool = False
    has_marks: bool = False
    meanings: list[str] = field(default_factory=list)
    empty: list[AttendanceLabel] = field(default_factory=list)
    opened_at: int = -2
    is_lone: bool = False
    over: AttendanceLabel | None = None

    def add(self, person: Person, label: AttendanceLabel | None = None) -> None:
        """Put a person on the list, under the heading in force."""
        label = label or self.label
        is_told_by_list = label is not None and label.status is not None
        self.has_marks = self.has_marks or (person.status is not None and not is_told_by_list)
        if label:
            person.group = person.group or label.text
            person.is_called = label.status == "unknown" and person.status is None
            person.status = person.status or label.status
            if label.role and not (label.role == "member" and "deputy" in person.roles):
                person.add_role(label.role)
        if self.by_principal:
            self._under_principal(person)
        self.people.append(person)

    def open(self, label: AttendanceLabel) -> None:
        """Put a heading in force; headings without people in between stand together."""
        if self.people and self.people[-1].group == (self.label.text if self.label else ""):
            self.empty.clear()
        self.label, self.is_open, self.columns, self.meanings = self._below(label), True, [], []
        self.by_principal, self.principal = False, ""

    def _below(self, label: AttendanceLabel) -> AttendanceLabel:
        """A heading that tells nothing of who came, below "Närvarande" alone on its row."""
        if label.status is None and self.over:
            return replace(label, status=self.over.status)
        self.over = None
        return label

    def wait(self, label: AttendanceLabel, at: int) -> None:
        """A heading on a row of its own: its list is below, perhaps below other headings."""
        self.is_lone = self.opened_at != at - 1
        self.opened_at = at
        self.empty.append(label)
        if label.status == "present" and fold(label.text) == "närvarande":
            self.over = label

    def take_label(self, at: int) -> None:
        """Put the heading in force whose list begins here.

        Right below a heading that stands alone it is that one's; of headings that stood
        together, the first's.
        """
        if self.empty:
            is_its_own = self.is_lone and at == self.opened_at + 1
            self.label = self.empty.pop(-1 if is_its_own else 0)

    def _under_principal(self, person: Person) -> None:
        """Whom a person represents: named before the name, or on a row above."""
        if person.before and person.before == person.organisation:
            self.principal = person.before
        elif person.organisation:
            person.title = ", ".join(x for x in (person.title, person.organisation) if x)
        person.organisation = person.group = self.principal


def attendance_heading(rows: Sequence[Row], at: int, state: Attendance) -> int:
    """ "Närvarande", "Ledamöter Barbro Larsson (C)", "Frånvarande: A, B": opens a list."""
    row = rows[at]
    if _is_column_heading(row) or column_meanings(row):
        return _open_table(row, state)
    if several := _labels_in_columns(row):
        return _open_columns(rows, at, several, state)
    if label := _label_over_columns(row):
        state.open(label)
        state.heading_marks.append(("attendance_heading", mark(row)))
        return 1
    label = leading_attendance_label(row.text)
    if label is None:
        return 0
    rest = row.text[label.end :].strip()
    inner = attendance_label(rest) if rest else None
    if inner and not label.has_colon:
        label, rest = inner, ""
    if rest and not label.has_colon and not _begins_entry(row, rest):
        return 0
    state.open(label)
    if not rest:
        state.wait(label, at)
    used = _read_people(rows, at, rest, state) if rest else 0
    named = mark(row) if not used else Mark(row.number, label.text)
    state.heading_marks.append(("attendance_heading", named))
    return used or int(not rest or is_nobody(rest))


def attendance_entry(rows: Sequence[Row], at: int, state: Attendance) -> int:
    """A row under an attendance heading: one person, several in columns, or a list of names."""
    if not state.is_open:
        return 0
    row = rows[at]
    if row.gap > 2 or document_word(row.text) or meeting_word(row.text) or row.text.endswith("?"):
        state.is_open = False
        return 0
    if state.meanings and (used := _read_cells(row, state)):
        return used
    return _read_people(rows, at, row.text, state)


def _read_cells(row: Row, state: Attendance) -> int:
    cells = cells_of(row)
    if len(cells) != len(state.meanings):
        return 0
    person = person_of_cells(cells, state.meanings)
    if person is None:
        return 0
    person.marks.append(mark(row))
    state.add(person)
    return 1


def _is_column_heading(row: Row) -> bool:
    words = fold(row.text.replace("/", " ")).split()
    return len(words) > 1 and words[0] != "närvarande" and all(w in _COLUMN_WORDS for w in words)


def _open_table(row: Row, state: Attendance) -> int:
    state.is_open, state.meanings = True, column_meanings(row)
    state.by_principal = not state.meanings and fold(row.text).startswith(
        ("huvudman", "organisation", "kommun")
    )
    state.heading_marks.append(("column_heading", mark(row)))
    return 1


def _label_over_columns(row: Row) -> AttendanceLabel | None:
    """A list's heading whose further columns say what they hold: "Närvarande  Organisation"."""
    first, *others = row.columns
    label = attendance_label(first)
    words = fold(" ".join(others).replace("/", " ")).split()
    is_list = label is not None and label.end >= len(first)
    return label if is_list and words and all(word in _COLUMN_WORDS for word in words) else None


def _labels_in_columns(row: Row) -> list[AttendanceLabel]:
    """The headings of a row of columns: "Beslutande   Ledamöter   Tjänstgörande ersättare"."""
    found: list[AttendanceLabel] = []
    for column in row.columns:
        label = leading_attendance_label(column)
        rest = column[label.end :].strip() if label else ""
        inner = attendance_label(rest) if rest else None
        if label is None or (rest and inner is None):
            break
        found += [label, inner] if inner else [label]
    return found if len(row.columns) > 1 and len(found) > 1 else []


def _open_columns(
    rows: Sequence[Row], at: int, labels: list[AttendanceLabel], state: Attendance
) -> int:
    """Read the columns below headings that stand side by side. The first may be for all."""
    row = rows[at]
    first = fold(labels[0].text)
    tells_of_absent = any(label.status == "absent" for label in labels[1:])
    is_over_all = first.startswith(_OVER_ALL) and len(labels) > 1 and not tells_of_absent
    state.columns = labels[1:] if is_over_all else labels
    state.is_open, state.label = True, state.columns[0]
    below, used = people_in_columns(rows, at, state.columns)
    named = fold(" ".join(label.text for label in labels))
    rest = [column for column in row.columns if fold(column) not in named]
    person = person_entry("\t".join(rest)) if rest else None
    if person:
        person.marks.append(Mark(row.number, " ".join(rest)))
        state.add(person)
        state.heading_marks.append(("attendance_heading", Mark(row.number, named)))
    else:
        state.heading_marks.append(("attendance_heading", mark(row)))
    for one, label in below:
        state.add(one, label)
    return 1 + used


def _begins_entry(row: Row, rest: str) -> bool:
    """Whether a person follows the heading on its own row, without a colon between."""
    name = re.split(r"[,(\t;]|\s{2,}", rest, maxsplit=1)[0].strip()
    return looks_like_name(name) or (len(row.columns) > 1 and person_entry(rest) is not None)


def _read_people(rows: Sequence[Row], at: int, text: str, state: Attendance) -> int:
    """Add the people of the row, and of the rows it runs on to; how many rows were used.

    Those after "för Vision:" are there for Vision.
    """
    row = rows[at]
    whom = FOR_WHOM.match(text)
    if whom and (rest := text[whom.end() :].strip()):
        first = len(state.people)
        used = _read_people(rows, at, rest, state)
        for one in state.people[first:]:
            one.organisation = one.organisation or whom["whom"]
            one.marks.append(Mark(row.number, whom[0].strip()))
        return used
    columns = _entry_columns(row, text)
    if len(columns) > 1:
        for i, one in enumerate(columns):
            one.marks.append(mark(row))
            state.add(one, state.columns[i] if i < len(state.columns) else None)
        return 1
    if grouped := people_by_organisation(text, row):
        for one in grouped:
            state.add(one)
        return 1
    names = people_by_semicolon(rows, at, text) if ";" in text else None
    if names := names or names_over_rows(
        rows, at, text, one_row=len(state.empty) > 1, fewest_given=_fewest_given(text, row, state)
    ):
        people, used = names
        if text == row.text:
            state.take_label(at)
        for one in people:
            state.add(one)
        return used
    joined, used = _with_wrapped(rows, at, text)
    entry = _with_columns(row, text) if used == 1 else joined
    person = person_entry(entry)
    if person is None or len(entry) > 250 or _is_sentence(entry):
        return 0
    person.marks += map(mark, rows[at : at + used])
    state.empty.clear()
    state.add(person)
    return used


def _fewest_given(text: str, row: Row, state: Attendance) -> int:
    """How many given names make a list after a label, parted from it by a colon or a column.

    Where everybody so far goes by the given name a single one is enough; 0 where none is.
    """
    label = state.label
    if text == row.text or label is None:
        return 0
    if not label.has_colon and not (len(row.columns) > 1 and row.columns[0] == label.text):
        return 0
    are_given = bool(state.people) and all(_is_given(person.name) for person in state.people)
    return 1 if are_given else _FEWEST_GIVEN


def _is_given(name: str) -> bool:
    """Whether somebody goes by the given name, perhaps with an initial: "Mats P"."""
    return all(len(part.strip(".")) == 1 for part in name.split()[1:])


def _with_columns(row: Row, text: str) -> str:
    """The text with its columns kept apart by tabs, as the source has them."""
    if len(row.columns) > 1 and text == row.text:
        return "\t".join(row.columns)
    return text


def _entry_columns(row: Row, text: str) -> list[Person]:
    """The persons of a row where every column begins with a name."""
    if len(row.columns) < 2 or text != row.text:
        return []
    if not all(looks_like_name(re.split(r"[,(]", c, maxsplit=1)[0].strip()) for c in row.columns):
        return []
    found = [person_entry(column) for column in row.columns]
    return [person for person in found if person]


def _with_wrapped(rows: Sequence[Row], at: int, text: str) -> tuple[str, int]:
    """The entry with the rows that it runs on to: they begin in lower case, or it ends in ","."""
    used = 1
    for row in rows[at + 1 : at + 4]:
        if row.gap or (find_label(row.text) and row.text[:1].isupper()):
            break
        if FOR_WHOM.match(row.text):
            break
        if not (row.text[:1].islower() or (text.endswith(",") and not person_entry(row.text))):
            break
        text = f"{text} {row.text}"
        used += 1
    return text, used


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 7 and "\t" not in text
