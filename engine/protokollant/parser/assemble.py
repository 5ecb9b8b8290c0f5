"""Head, items and signatures → the meeting, with sources, doubts and the account of the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from protokollant.model import Approval, Attachment, Meeting, MeetingKind, Source
from protokollant.parser import doubts as look
from protokollant.parser.blocks import markdown
from protokollant.parser.body_in_text import board, body_in_text, full_name
from protokollant.parser.draft import ItemDraft, frozen_item, frozen_person
from protokollant.parser.elected import elected
from protokollant.parser.findings import Finding, mark
from protokollant.parser.head import Head
from protokollant.parser.items import Items, is_sentence
from protokollant.parser.name_index import NameIndex
from protokollant.parser.opening import opened_and_closed
from protokollant.parser.people import give_signing_roles, signers_not_listed
from protokollant.parser.person_entry import Person
from protokollant.parser.rows import Row
from protokollant.parser.signature import Signed
from protokollant.parser.traces import (
    clock_marks,
    head_sources,
    people_sources,
    text_sources,
)
from protokollant.source import Doubt
from protokollant.swedish import FoundDate, find_dates, find_times, resolve, weekday_disagrees

_FIRST_ITEMS = 9  # in which an assembly elects its officers
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(slots=True)
class Parts:
    """Everything that was read, before it is put together."""

    head: Head
    people: list[Person]
    items: Items
    signed: Signed
    rows: Sequence[Row]
    is_sectioned: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    chosen: list[Finding] = field(default_factory=list)


def assemble(parts: Parts) -> tuple[Meeting, list[Doubt], list[Source]]:
    """The meeting, what to look at, and where every value was read."""
    findings = parts.head.findings
    drafts = list(_walk(parts.items.drafts))
    _give_roles(parts, drafts)
    body = _body(parts)
    day = _chosen_date(parts)
    start, end = _times(parts, drafts)
    meeting = Meeting(
        kind=kind_of(findings),
        body=body,
        organisation=_chosen(parts, "organisation") or "",
        title=_chosen(parts, "title") or _chosen(parts, "meeting_name") or "",
        date=day, start=start, end=end,
        place=_chosen(parts, "place") or "",
        number=_chosen(parts, "number") or "",
        scope=_chosen(parts, "scope") or "",
        numbering="section" if parts.is_sectioned else "point",
        case=_chosen(parts, "case") or "",
        participants=tuple(map(frozen_person, parts.people)),
        intro=markdown(parts.head.text),
        items=tuple(map(frozen_item, parts.items.drafts)),
        next_meeting=_chosen(parts, "next_meeting"),
        approval=_approval(parts),
        notice=_chosen(parts, "notice"),
        signed_by=tuple(name for name, _, _ in parts.signed.names),
        attachments=_attachments(parts),
        contact=_chosen(parts, "contact") or "",
    )  # fmt: skip
    return meeting, _doubts(parts, drafts), _sources(parts, meeting)


def kind_of(findings: Sequence[Finding]) -> MeetingKind:
    """Which document it is: by the first word that names one; minutes when nothing does."""
    kinds = [f.value for f in findings if f.field == "kind"]
    weak = [f.value for f in findings if f.field == "kind:weak"]
    present = any(f.field == "person:secretary" for f in findings)
    found: MeetingKind = (kinds or ([] if present else weak) or ["minutes"])[0]
    return found


def meeting_day(findings: Sequence[Finding]) -> date | None:
    """The day of the meeting, as the most reliable finding has it."""
    dates = _by_confidence(findings, "date")
    for finding in dates:
        if day := resolve(finding.value):
            return day
    year = _year_in_title(findings)
    return resolve(dates[0].value._replace(year=year)) if dates and year else None


def _year_in_title(findings: Sequence[Finding]) -> int | None:
    """The year that the title names: "Kallelse till vårmöte 2025"."""
    for finding in findings:
        if finding.field in ("title", "meeting_name") and (found := _YEAR.search(finding.value)):
            return int(found[0])
    return None


def _by_confidence(findings: Sequence[Finding], name: str) -> list[Finding]:
    return sorted((f for f in findings if f.field == name), key=lambda f: -f.confidence)


def _chosen(parts: Parts, name: str) -> Any:
    """The most reliable value found for a field; of equals the first."""
    found = _by_confidence([*parts.head.findings, *parts.items.findings], name)
    if not found:
        return None
    parts.chosen.append(found[0])
    return found[0].value


def _chosen_date(parts: Parts) -> date | None:
    day = meeting_day(parts.head.findings)
    for finding in _by_confidence(parts.head.findings, "date"):
        named: FoundDate = finding.value
        if day is None:
            message = f"Årtalet saknas i datumet: {named.text}."
            parts.doubts.append(Doubt(finding.line, message, "date"))
            return None
        parts.chosen.append(finding)
        if finding.rule == "file_name":
            message = f"Mötesdatumet är hämtat ur filnamnet: {named.text}."
            parts.doubts.append(Doubt(None, message, "date"))
        if resolve(named, before=day) == day and weekday_disagrees(named, day):
            message = f"Veckodagen stämmer inte med datumet: {named.text}."
            parts.doubts.append(Doubt(finding.line, message, "date"))
        other = resolve(named)
        if other and other != day and not named.until:
            message = f"Två mötesdatum: {day.isoformat()} och {other.isoformat()}."
            parts.doubts.append(Doubt(finding.line, message, "date"))
    return day


def _times(parts: Parts, drafts: Sequence[ItemDraft]) -> tuple[time | None, time | None]:
    texts = [(d.title, "\n".join(b.text for b in d.blocks), d.title_marks) for d in drafts]
    told = {f.field: f for f in opened_and_closed(texts)}
    stated = _by_confidence(parts.head.findings, "time")
    span = _chosen(parts, "time")
    start, end = (span.start, span.end) if span else (None, None)
    if start is None or ("opened" in told and stated[0].rule == "call_line"):
        start = (
            _told(parts, drafts, told.get("opened"), "start") or _chosen(parts, "start") or start
        )
    return start, end or _told(parts, drafts, told.get("closed"), "end") or _chosen(parts, "end")


def _told(
    parts: Parts, drafts: Sequence[ItemDraft], told: Finding | None, name: str
) -> time | None:
    """The time that an item tells, noted as the field's."""
    if told is None:
        return None
    parts.chosen.append(replace(told, field=name, marks=clock_marks(told, drafts)))
    found: time = told.value
    return found


def _body(parts: Parts) -> str:
    named: str | None = _chosen(parts, "body")
    if named:
        return full_name(named, parts.rows)
    found = body_in_text(parts.people, parts.rows)
    if found is None:
        return _board(parts)
    body, chair = found
    chair.roles.insert(0, "chair") if "chair" not in chair.roles else None
    parts.chosen.append(Finding("body", body, tuple(chair.marks), "body_in_text", 0.5))
    line = chair.marks[0].line if chair.marks else None
    message = f"Organet ({body}) är hämtat ur texten: dokumentets huvud nämner inget."
    parts.doubts.append(Doubt(line, message, "body"))
    return body


def _board(parts: Parts) -> str:
    """The board, where the document names no body and speaks of a board's meeting."""
    row = board(parts.rows)
    if row is None:
        return ""
    parts.chosen.append(Finding("body", "Styrelsen", (mark(row),), "body_in_text", 0.4))
    message = "Organet (Styrelsen) är hämtat ur texten: dokumentets huvud nämner inget."
    parts.doubts.append(Doubt(row.number, message, "body"))
    return "Styrelsen"


def _give_roles(parts: Parts, drafts: Sequence[ItemDraft]) -> None:
    index = NameIndex(parts.people)
    for at, draft in enumerate(drafts):
        told = [draft.title] if is_sentence(draft.title) else []
        text = "\n".join([*told, *(block.text for block in draft.blocks)])
        for person, role in elected(text, draft.title, index, is_early=at < _FIRST_ITEMS):
            person.add_role(role)
    if kind_of(parts.head.findings) == "minutes":
        parts.people += signers_not_listed(parts.signed, index)
    give_signing_roles(parts.signed, index)


def _approval(parts: Parts) -> Approval | None:
    found: Approval | None = _chosen(parts, "approval:text")
    labelled: str = _chosen(parts, "approval") or ""
    adjusters = tuple(p.name for p in parts.people if "adjuster" in p.roles)
    if not (found or labelled or adjusters):
        return None
    if found:
        return found.model_copy(update={"adjusters": adjusters})
    dates = find_dates(labelled)
    day = resolve(dates[0]) if dates else None
    spans = [(found.start, found.end) for found in dates]
    spans += [(found.start, found.end) for found in find_times(labelled)]
    place = labelled if day else ""
    for start, end in sorted(spans, reverse=True) if day else ():
        place = f"{place[:start].rstrip(' ,.;')}{place[end:]}".strip(" ,.;")
    return Approval(adjusters=adjusters, date=day, place=place, note="" if day else labelled)


def _attachments(parts: Parts) -> tuple[Attachment, ...]:
    """Documents that a label of the head lists: "Bilagor: Presentation, budget"."""
    listed: str = _chosen(parts, "attachments") or ""
    titles = (title.strip(" .") for title in re.split(r"[,;]", listed))
    return tuple(Attachment(title=title) for title in titles if title)


def _doubts(parts: Parts, drafts: Sequence[ItemDraft]) -> list[Doubt]:
    blocks = [block for draft in drafts for block in draft.blocks]
    signed = [(name, marks[0].line) for name, _, marks in parts.signed.names]
    found = [
        *parts.doubts,
        *parts.items.doubts,
        *look.spellings(parts.people, blocks, signed),
        *look.several_chairs(parts.people),
        *look.absent_with_tasks(parts.people, drafts),
        *look.jumping_numbers(parts.items.drafts),
        *look.unfinished(drafts),
    ]
    return sorted(dict.fromkeys(found), key=lambda doubt: doubt.line or 0)


def _sources(parts: Parts, meeting: Meeting) -> list[Source]:
    found_all = [*parts.head.findings, *parts.items.findings]
    labels = [f for f in found_all if f.field in ("label", "kind", "kind:weak")]
    found = [
        *head_sources([*parts.chosen, *labels], meeting),
        *people_sources(parts.people, parts.head.attendance.heading_marks),
        *text_sources(parts.head.text, parts.items.drafts, parts.signed),
    ]
    return sorted(found, key=lambda source: source.line)


def _walk(drafts: Sequence[ItemDraft]) -> list[ItemDraft]:
    found = []
    for draft in drafts:
        found += [draft, *_walk(draft.items)]
    return found
