"""Every rule has a table of cases that a person can read: tests/parser/cases/RULE.md.

A case is a heading and two fenced blocks: the text, and what the rule finds in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from protokollant.parser import parse
from protokollant.parser.actions import actions
from protokollant.parser.approval import approval
from protokollant.parser.attachments import attachments
from protokollant.parser.blocks import blocks_of, markdown
from protokollant.parser.call_line import call_line
from protokollant.parser.carry_over import carry_over
from protokollant.parser.decisions import decisions
from protokollant.parser.findings import Finding
from protokollant.parser.head import read_head
from protokollant.parser.headings import HEADING_RULES
from protokollant.parser.next_meeting import next_meeting
from protokollant.parser.outline import Section, outline
from protokollant.parser.page_matter import without_page_matter
from protokollant.parser.people import merged
from protokollant.parser.person_entry import person_entry
from protokollant.parser.rows import rows_of
from protokollant.parser.sentences import sentences
from protokollant.parser.shaped import SHAPES
from protokollant.parser.signature import closing_at, signature
from protokollant.parser.subheadings import SUBHEADING_RULES, subheadings
from protokollant.readers import read_text_lines
from protokollant.swedish import FoundDate, TimeSpan

CASES = Path(__file__).parent / "cases"
DAY = date(2026, 3, 2)
NAMES = ("Anna Ek", "Bo Lind", "Cecilia von Platen", "Daniel Åberg")


def rows(text: str) -> Any:
    return rows_of(read_text_lines(text))


def plain(value: Any) -> str:
    """A value as the cases write it."""
    if isinstance(value, FoundDate):
        return value.text
    if isinstance(value, TimeSpan):
        return "–".join(f"{t:%H:%M}" for t in value if t)
    if hasattr(value, "model_dump"):
        shown = value.model_dump(mode="json", exclude_defaults=True)
        return "; ".join(f"{k}: {plain(v)}" for k, v in shown.items())
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def found(findings: Any, rule: str = "") -> list[str]:
    return [
        f"{f.line}: {f.field} = {plain(f.value)}" for f in findings if not rule or f.rule == rule
    ]


def of_head(rule: str) -> Callable[[str], list[str]]:
    return lambda text: found(read_head(rows(text)).findings, rule)


def people(text: str) -> list[str]:
    head = read_head(rows(text))
    return [person_line(p) for p in merged(head.attendance, head.findings, "minutes")]


def person_line(person: Any) -> str:
    fields = ("status", "roles", "party", "title", "organisation", "replaces", "scope", "group",
              "note")  # fmt: skip
    shown = [f"{name}: {plain(v)}" for name in fields if (v := getattr(person, name))]
    return "; ".join([person.name, *shown])


def one_person(text: str) -> list[str]:
    read = [person_entry(line) for line in text.splitlines()]
    return [person_line(person) if person else "ingen" for person in read]


def headings(text: str) -> list[str]:
    return list(heading_lines(outline(rows(text)).sections, 0))


def meeting_decisions(text: str) -> list[str]:
    read = parse(read_text_lines(text)).meeting
    return [f"{item.title}: {one.text}" for item in read.items for one in item.decisions]


def presented(text: str) -> list[str]:
    read = parse(read_text_lines(text)).meeting
    return [f"{item.title} | {', '.join(item.presenters)} | {item.text}" for item in read.items]


def meeting_items(text: str) -> list[str]:
    read = parse(read_text_lines(text)).meeting
    return [f"{item.number or '–'} {item.title} | {item.text}" for item in read.items]


def headings_and_signed(text: str) -> list[str]:
    read = parse(read_text_lines(text)).meeting
    return [*(item.title for item in read.items), f"signed_by = {plain(read.signed_by)}"]


def heading_lines(sections: tuple[Section, ...] | list[Section], depth: int) -> Iterator[str]:
    for section in sections:
        heading = section.heading
        case = f" ({heading.case})" if heading.case else ""
        yield "  " * depth + f"{heading.rule}: {heading.number or '–'} {heading.title}{case}"
        yield from heading_lines(section.sections, depth + 1)


def parts(text: str) -> list[str]:
    opening, under = subheadings(blocks_of(rows(text)))
    shown = [f"text: {block.text}" for block in opening]
    for part in under:
        shown.append(f"{part.rule}: {part.title}")
        shown += [f"  {block.text}" for block in part.blocks]
    return shown


def of_blocks(read: Callable[[Any], Any]) -> Callable[[str], list[str]]:
    return lambda text: found(read(blocks_of(rows(text))))


def decided(text: str) -> list[str]:
    result = decisions(blocks_of(rows(text)))
    return [*(f"{f.rule}: {plain(f.value)}" for f in result.findings),
            *(f"kvar: {block.text}" for block in result.blocks)]  # fmt: skip


def tasks(text: str) -> list[str]:
    result = actions(blocks_of(rows(text)), NAMES, DAY)
    return [*found(result.findings), *(f"{d.line}: {d.message}" for d in result.doubts)]


def removed(text: str) -> list[str]:
    cleaned = without_page_matter(rows(text))
    return [f"{k.line}: {k.reason}: {k.text}" for k in cleaned.removed]


def contents(text: str) -> list[str]:
    return [f"{k.line}: {k.text}" for k in outline(rows(text)).removed]


def signed(text: str) -> list[str]:
    all_rows = rows(text)
    at = closing_at(all_rows)
    if at == len(all_rows):
        return ["ingen underskrift"]
    return [f"{marks[0].line}: {role or '–'} {name}"
            for name, role, marks in signature(all_rows[at:]).names]  # fmt: skip


def following(text: str) -> list[str]:
    title, _, body = text.partition("\n")
    findings, doubts = next_meeting(title, (), blocks_of(rows(body)), DAY)
    return [*(plain(f.value) for f in findings), *(d.message for d in doubts)]


def calls(text: str) -> list[str]:
    result = call_line(blocks_of(rows(text))[0])
    findings: tuple[Finding, ...] = result.findings if result else ()
    return [f"{f.field} = {plain(f.value)}" for f in findings]


def whole(text: str) -> list[str]:
    read = parse(read_text_lines(text))
    return [f"{doubt.line}: {doubt.message}" for doubt in read.warnings]


def meeting(*names: str) -> Callable[[str], list[str]]:
    def show(text: str) -> list[str]:
        read = parse(read_text_lines(text)).meeting
        people_shown = [person_line(p) for p in read.participants] if "people" in names else []
        values = [f"{n} = {v}" for n in names if n != "people" and (v := getattr(read, n))]
        return [*values, *people_shown]

    return show


RULES: dict[str, Callable[[str], list[str]]] = {
    "page_matter": removed,
    "contents_page": contents,
    "section_heading": headings,
    "numbered_heading": headings,
    "marked_heading": headings,
    "standing_heading": headings,
    "capitals_heading": headings,
    "bold_heading": headings,
    "colon_heading": headings,
    "run_in_heading": headings,
    "heading_by_shape": headings,
    "timed_title": meeting_items,
    "agenda_row": meeting_items,
    "noted_table": meeting_items,
    "presenters": presented,
    "listed_items": headings,
    "long_title": headings,
    "signature_heading": headings_and_signed,
    "detached_number": headings,
    "closing_heading": headings,
    "label_value": of_head("label_value"),
    "title_line": of_head("title_line"),
    "body_line": of_head("body_line"),
    "date_line": of_head("date_line"),
    "call_line": calls,
    "attendance_heading": people,
    "attendance_entry": people,
    "attendance_columns": people,
    "cover_columns": meeting(
        "body", "place", "date", "start", "scope", "notice", "approval", "people"
    ),
    "notice": of_head("notice"),
    "attendance_by_principal": people,
    "person_entry": one_person,
    "blocks": lambda text: markdown(blocks_of(rows(text))).splitlines(),
    "sentences": lambda text: [sentence.text for sentence in sentences(text)],
    "bulleted_heading": parts,
    "heading_over_list": parts,
    "heading_apart": parts,
    "decisions": decided,
    "clauses": meeting_decisions,
    "carry_over": of_blocks(lambda blocks: carry_over(blocks, DAY)),
    "actions": tasks,
    "next_meeting": following,
    "attachments": of_blocks(attachments),
    "approval": of_blocks(approval),
    "signature": signed,
    "roll_call": meeting("people"),
    "elected": meeting("people"),
    "officers": meeting("people"),
    "place_line": of_head("place_line"),
    "full_name": meeting("body"),
    "opened_and_closed": meeting("start", "end"),
    "opening_line": meeting("start", "end"),
    "columns_apart": meeting("place", "date", "people"),
    "body_in_text": meeting("body", "people"),
    "doubts": whole,
}

_CASE = re.compile(r"^## (.+?)\n+```\n(.*?)\n?```\n+```\n(.*?)\n?```$", re.MULTILINE | re.DOTALL)


def cases() -> list[Any]:
    return list(_cases())


def _cases() -> Iterator[Any]:
    for rule in RULES:
        text = (CASES / f"{rule}.md").read_text(encoding="utf-8")
        for name, given, expected in _CASE.findall(text):
            yield pytest.param(rule, given, expected, id=f"{rule}: {name}")


@pytest.mark.parametrize(("rule", "given", "expected"), cases())
def test_case(rule: str, given: str, expected: str) -> None:
    assert "\n".join(RULES[rule](given)) == expected


def test_every_rule_has_its_cases_and_every_file_of_cases_its_rule() -> None:
    named = {rule.__name__ for rule in (*HEADING_RULES, *SHAPES, *SUBHEADING_RULES)}
    assert named <= set(RULES)
    assert {path.stem for path in CASES.glob("*.md")} == set(RULES)
    for rule in RULES:
        text = (CASES / f"{rule}.md").read_text(encoding="utf-8")
        outside = re.sub(r"^```\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
        assert len(_CASE.findall(text)) == outside.count("\n## "), rule
