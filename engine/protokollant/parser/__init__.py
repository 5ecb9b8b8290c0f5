"""Lines of a document → the meeting, with its doubts and the account of every word.

    rows, page_matter       lines → rows that say something, page heads taken off
    noted_table             a table of points → a heading and its text for each
    outline, headings       rows → head, sections, contents pages
    head                    label_value, attendance, title_line, call_line: who, when, where
    items                   blocks, subheadings, decisions, carry_over, actions, next_meeting …
    signature               what stands after the last item
    assemble, doubts        one meeting of it all, and what a person should look at
    account                 the words that nothing took

A rule is a small function with a table of readable cases in tests/parser/cases/. Rules stand in
ordered tuples: HEADING_RULES, HEAD_RULES, SUBHEADING_RULES; the first that knows a text takes it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from protokollant.model import traced
from protokollant.parser.account import unaccounted
from protokollant.parser.action_table import is_action_table, read_action_table
from protokollant.parser.assemble import Parts, assemble, kind_of, meeting_day
from protokollant.parser.attendance import Attendance, attendance_entry, attendance_heading
from protokollant.parser.attendance_words import attendance_label
from protokollant.parser.cover_columns import unfolded
from protokollant.parser.findings import Finding
from protokollant.parser.head import Head, read_head
from protokollant.parser.items import read_items
from protokollant.parser.noted_table import unfolded_notes
from protokollant.parser.officers import officers
from protokollant.parser.outline import Outline, Section, outline
from protokollant.parser.page_matter import (
    Cleaned,
    without_page_matter,
    without_page_number,
)
from protokollant.parser.people import merged
from protokollant.parser.roll_call import roll_call
from protokollant.parser.rows import Row, rows_of
from protokollant.parser.rule_words import rule_in_words
from protokollant.parser.shaped import heads_text
from protokollant.parser.signature import Signed, closing_at, is_signature_heading, signature
from protokollant.parser.title_line import title_line
from protokollant.source import Kept, Line, Reading, Source
from protokollant.swedish import find_dates

_LONGEST_GROUP = 40
__all__ = ["parse", "rule_in_words"]


def parse(lines: Sequence[Line], *, name: str = "") -> Reading:
    """The meeting that the lines describe. Never raises: what is not understood is unplaced.

    `name` is the document's file name; its date counts when the text has none.
    """
    all_rows = rows_of(lines)
    cleaned = without_page_matter(all_rows)
    notes = unfolded_notes(cleaned.rows)
    document = outline(notes.rows)
    parts = _read_parts(cleaned, document, name)
    parts.head.findings += [Finding("label", "", (one,), "noted_table") for one in notes.moved]
    meeting, warnings, found = assemble(parts)
    sources = _addressed(found, lines, name)
    removed = tuple(sorted((*cleaned.removed, *document.removed), key=lambda kept: kept.line))
    told = [_kept(row) for row in (*parts.head.unknown, *parts.signed.unknown)]
    unplaced = [*told, *unaccounted(all_rows, sources, removed, told)]
    return Reading(
        meeting=traced(meeting, sources),
        warnings=tuple(warnings),
        unplaced=tuple(sorted(unplaced, key=lambda kept: kept.line)),
        removed=removed,
        sources=tuple(sources),
        lines=tuple(lines),
    )


def _addressed(sources: Sequence[Source], lines: Sequence[Line], file: str) -> list[Source]:
    """The sources with the file and page that they stand on."""
    pages = {line.number: line.page for line in lines}
    return [replace(one, page=pages.get(one.line), file=file) for one in sources]


def _read_parts(cleaned: Cleaned, document: Outline, name: str) -> Parts:
    """Head first: it tells the day and the people that the items are read with."""
    cover = unfolded(document.head)
    head = read_head(cover.rows)
    head.findings += [Finding("label", "", (one,), "cover_columns") for one in cover.moved]
    sections = _without_attendance(document.sections, head)
    _read_page_heads(cleaned, head)
    _read_file_name(name, head)
    sections, signed = _signed(sections)
    kind = kind_of(head.findings)
    if not head.attendance.people:
        head.attendance.people += roll_call(sections)
    if kind == "minutes":
        head.attendance.people += officers(sections, head.attendance.people)
    people = merged(head.attendance, head.findings, kind)
    day = meeting_day(head.findings)
    are_tables = [is_action_table(section) for section in sections]
    tables = list(itertools.compress(sections, are_tables))
    sections = list(itertools.compress(sections, (not is_one for is_one in are_tables)))
    items = read_items(sections, [person.name for person in people], day, kind)
    for table in tables:
        head.findings += read_action_table(table, items.drafts, day)
    is_sectioned = any(s.heading.rule == "section_heading" for s in sections)
    return Parts(head, people, items, signed, cleaned.rows, is_sectioned)


def _read_file_name(name: str, head: Head) -> None:
    """The date in a file's name: "2022-02-18_minnesanteckningar.docx"."""
    dates = find_dates(name.replace("_", " "))
    if dates and not meeting_day(head.findings):
        head.findings.append(Finding("date", dates[0], (), "file_name", 0.3))


def _kept(row: Row) -> Kept:
    return Kept(row.number, row.line.text.strip(), "okänt")


def _without_attendance(sections: Sequence[Section], head: Head) -> list[Section]:
    """The sections without those that are an attendance list under a heading of its own."""
    kept = []
    for section in sections:
        parts = [section, *section.sections]
        is_text = heads_text([section.row, *section.rows], 0)
        if is_text or not all(attendance_label(part.heading.title) for part in parts):
            kept.append(section)
            continue
        if section.heading.number:  # an item of the meeting, whatever it lists
            kept.append(section)
            _read_attendance(section.rows, head.attendance, section.heading.title)
            continue
        rows = [row for part in parts for row in (*part.title_rows, *part.rows)]
        at = 0
        while at < len(rows):
            used = attendance_heading(rows, at, head.attendance) or attendance_entry(
                rows, at, head.attendance
            )
            if not used:
                head.unknown.append(rows[at])
            at += used or 1
    return kept


def _read_attendance(rows: Sequence[Row], state: Attendance, title: str) -> None:
    """The people whom an item lists under a heading of attendance; its text keeps them too."""
    label = attendance_label(title)
    if label is None or state.people:
        return
    state.open(label)
    at = 0
    while at < len(rows):
        used = attendance_heading(rows, at, state) or attendance_entry(rows, at, state)
        if not used and (rows[at].plain[-1] in ".:" or len(rows[at].plain) > _LONGEST_GROUP):
            break
        state.is_open = True  # also below the name of those whom people represent
        at += used or 1


def _read_page_heads(cleaned: Cleaned, head: Head) -> None:
    """A page head may tell the title, date and body that the first page does not."""
    for row in cleaned.heads:
        text = without_page_number(row.text)
        found = title_line([replace(row, text=text)], 0) if text else None
        if found:
            head.findings += [replace(f, confidence=f.confidence * 0.4) for f in found.findings]


def _signed(sections: list[Section]) -> tuple[list[Section], Signed]:
    """The sections without the signatures below the last one, and the signatures."""
    if not sections:
        return sections, Signed()
    if len(sections) > 1 and _is_of_signatures(sections[-1]):
        last = sections.pop()
        return sections, signature([*last.title_rows, *last.rows])
    last = sections[-1]
    while last.sections:
        last = last.sections[-1]
    at = closing_at(last.rows)
    tail, last.rows = last.rows[at:], last.rows[:at]
    return sections, signature(tail)


def _is_of_signatures(section: Section) -> bool:
    heading = section.heading
    return not (heading.number or section.sections) and is_signature_heading(heading.title)
