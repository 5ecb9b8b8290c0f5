"""Rows before the first item → header fields, participants, and the text that opens the meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from protokollant.parser.attendance import Attendance, attendance_entry, attendance_heading
from protokollant.parser.blocks import Block, blocks_of
from protokollant.parser.call_line import call_line
from protokollant.parser.document_words import is_contents_heading
from protokollant.parser.findings import Finding, Found, Mark, mark
from protokollant.parser.label_value import Waiting, label_value, waiting_value
from protokollant.parser.notice import notice
from protokollant.parser.opening import opening_line
from protokollant.parser.rows import Row
from protokollant.parser.run_on_labels import parted
from protokollant.parser.title_line import (
    body_line,
    date_line,
    names_group,
    place_line,
    title_line,
)
from protokollant.swedish import attendance_status, find_dates

TOP = 4  # rows in which a line may name the body by its place alone
TOP_OF_GROUP = 3  # rows further down, below sender and date, in which a group may name itself
LOWEST_TOP = 60  # rows below which nothing is the top, however many labels stand above


@dataclass(slots=True)
class Head:
    """What the head says, and its rows that are left: running text, and what no rule knows.

    `told` names the fields that the findings so far tell.
    """

    findings: list[Finding] = field(default_factory=list)
    attendance: Attendance = field(default_factory=Attendance)
    waiting: Waiting = field(default_factory=Waiting)
    text: list[Block] = field(default_factory=list)
    unknown: list[Row] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    has_title: bool = False
    rows_read: int = 0


HeadRule = Callable[[Sequence[Row], int, Head], int]


def read_head(rows: Sequence[Row]) -> Head:
    """Read the head row by row: the first rule that knows a row takes it."""
    head = Head()
    rows = parted(rows)
    left: list[Row] = []
    at = 0
    while at < len(rows):
        head.rows_read = at
        used = next((n for rule in HEAD_RULES if (n := rule(rows, at, head))), 0)
        if not used:
            left.append(rows[at])
        at += used or 1
    for label, label_mark in head.waiting.labels:
        head.findings.append(Finding("label", label.names, (label_mark,), "label_value"))
    if "date" not in head.told:
        head.findings += _date_in_column(rows)
    _read_left(left, head)
    _settle_kind(head)
    return head


def _settle_kind(head: Head) -> None:
    """A form for agenda and minutes alike is the minutes once it tells who came."""
    either = next((f for f in head.findings if f.field == "kind:either"), None)
    if either:
        has_list = any(person.status for person in head.attendance.people)
        value = "minutes" if has_list else "agenda"
        head.findings.append(replace(either, field="kind", value=value))


def _date_in_column(rows: Sequence[Row]) -> list[Finding]:
    """The day where only a column beside something else tells it: "Upprättad av …  2024-11-07"."""
    for row in rows[:LOWEST_TOP]:
        for column in row.columns if len(row.columns) > 1 else ():
            found = find_dates(column)
            if len(found) == 1 and found[0].text.strip() == column.strip():
                marks = (Mark(row.number, column),)
                return [Finding("date", found[0], marks, "date_line", 0.4)]
    return []


def _by_attendance_heading(rows: Sequence[Row], at: int, head: Head) -> int:
    return attendance_heading(rows, at, head.attendance)


def _by_attendance_entry(rows: Sequence[Row], at: int, head: Head) -> int:
    if head.waiting.labels and waiting_value(rows, at, Waiting(list(head.waiting.labels))):
        return 0
    return attendance_entry(rows, at, head.attendance)


def _by_label(rows: Sequence[Row], at: int, head: Head) -> int:
    if head.attendance.by_principal and len(rows[at].columns) == 1 and ":" not in rows[at].text:
        return 0
    columns = rows[at].columns
    if head.attendance.is_open and len(columns) > 1 and attendance_status(columns[-1]):
        return 0  # "Ordförande   Anna Ek   Ja" in a list
    return _take(label_value(rows, at, head.waiting), head)


def _by_waiting_label(rows: Sequence[Row], at: int, head: Head) -> int:
    """The value of a label further up; attendance headings that wait beside it go on waiting."""
    is_open = head.attendance.is_open and bool(head.attendance.empty)
    used = _take(waiting_value(rows, at, head.waiting), head)
    head.attendance.is_open = head.attendance.is_open or is_open
    return used


def _by_title(rows: Sequence[Row], at: int, head: Head) -> int:
    used = _take(title_line(rows, at), head)
    head.has_title = head.has_title or bool(used)
    return used


def _by_date(rows: Sequence[Row], at: int, head: Head) -> int:
    return _take(date_line(rows, at), head)


def _by_place(rows: Sequence[Row], at: int, head: Head) -> int:
    is_told_when = bool(head.told & {"date", "time"}) and "place" not in head.told
    return _take(place_line(rows, at, is_told_when=is_told_when), head)


def _by_notice(rows: Sequence[Row], at: int, head: Head) -> int:
    return _take(notice(rows, at), head)


def _by_opening(rows: Sequence[Row], at: int, head: Head) -> int:
    return _take(opening_line(rows, at), head)


def _by_body(rows: Sequence[Row], at: int, head: Head) -> int:
    has_body = any(f.field == "body" and f.confidence > 0.6 for f in head.findings)
    is_group = names_group(rows[at].plain)
    is_top = _rows_above(rows, at, head) < (TOP + TOP_OF_GROUP if is_group else TOP)
    is_free = at < LOWEST_TOP and not head.attendance.people and is_top
    found = body_line(rows, at, is_top=is_free and (not has_body or is_group))
    if found and has_body:
        head.findings = [_as_organisation(f) for f in head.findings]
    return _take(found, head)


def _rows_above(rows: Sequence[Row], at: int, head: Head) -> int:
    """How many rows stand above, those of labels not counted."""
    labelled = {m.line for f in head.findings if f.rule == "label_value" for m in f.marks}
    above = next((i for i, row in enumerate(rows) if row.number not in labelled), 0)
    return at - above


def _as_organisation(finding: Finding) -> Finding:
    """A body that a group's name follows is whose group it is."""
    is_line = finding.field == "body" and finding.rule == "body_line"
    return replace(finding, field="organisation") if is_line else finding


def _by_contents_heading(rows: Sequence[Row], at: int, head: Head) -> int:
    if not is_contents_heading(rows[at].plain):
        return 0
    kind = Finding("kind:weak", "agenda", (mark(rows[at]),), "contents_heading", 0.4)
    head.findings.append(kind)
    return 1


HEAD_RULES: tuple[HeadRule, ...] = (
    _by_notice,
    _by_contents_heading,
    _by_attendance_heading,
    _by_label,
    _by_waiting_label,
    _by_attendance_entry,
    _by_title,
    _by_date,
    _by_opening,
    _by_place,
    _by_body,
)


def _take(found: Found | None, head: Head) -> int:
    if found is None:
        return 0
    head.findings += found.findings
    head.told.update(finding.field for finding in found.findings)
    head.attendance.is_open = False
    return found.used


def _read_left(rows: Sequence[Row], head: Head) -> None:
    """Running text opens the meeting; short rows that nothing explains stay unplaced."""
    by_number = {row.number: row for row in rows}
    for block in blocks_of(rows):
        found = call_line(block)
        if found:
            head.findings += found.findings
        if found or _is_running_text(block):
            head.text.append(block)
        else:
            head.unknown += [by_number[piece.line] for piece in block.pieces]


def _is_running_text(block: Block) -> bool:
    words = len(block.text.split())
    return (
        words >= 6 and block.kind == "paragraph" and (block.text[-1] in ".!?)" or words >= 12)
    ) or (block.kind != "paragraph" and words >= 2)
