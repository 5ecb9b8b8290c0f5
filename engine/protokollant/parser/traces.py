"""Everything that was read → where each value of the meeting stands in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from protokollant.model import Meeting, Source
from protokollant.parser.blocks import Block
from protokollant.parser.draft import ItemDraft, finding_sources, item_sources, person_sources
from protokollant.parser.findings import Finding, Mark
from protokollant.parser.person_entry import Person
from protokollant.parser.signature import Signed
from protokollant.swedish import find_times, resolve

_NAMED = {"meeting_name": "title", "kind:weak": "kind", "approval:text": "approval"}


def head_sources(findings: Iterable[Finding], meeting: Meeting) -> list[Source]:
    """Where the meeting's own values were read, and the words that only name them."""
    return finding_sources(one for finding in findings for one in _placed(finding, meeting))


def people_sources(
    people: Sequence[Person], headings: Iterable[tuple[str, Mark]]
) -> Iterator[Source]:
    """Where the participants were read, the headings they stand under, and who is to adjust."""
    read = person_sources(people)
    yield from read
    adjusters = {f"participants[{i}]" for i, p in enumerate(people) if "adjuster" in p.roles}
    yield from (replace(s, field="approval.adjusters") for s in read if s.field in adjusters)
    yield from (Source("participants", m.line, m.text, rule) for rule, m in headings)


def text_sources(
    intro: Iterable[Block], drafts: Sequence[ItemDraft], signed: Signed
) -> Iterator[Source]:
    """Where the running text, the items and the signatures were read."""
    for block in intro:
        for piece in block.pieces:
            yield Source("intro", piece.line, f"{block.mark} {piece.text}", "running_text", 0.8)
    for i, draft in enumerate(drafts):
        yield from item_sources(draft, f"items[{i}]")
    for i, (_, _, marks) in enumerate(signed.names):
        yield from (Source(f"signed_by[{i}]", m.line, m.text, "signature", 0.9) for m in marks)
    yield from (Source("signed_by", m.line, m.text, "signature", 0.9) for m in signed.marks)


def clock_marks(finding: Finding, drafts: Iterable[ItemDraft]) -> tuple[Mark, ...]:
    """The words of an item that tell the clock time which was found in it."""
    for draft in drafts:
        if draft.title_marks == finding.marks:
            pieces = [Mark(p.line, p.text) for block in draft.blocks for p in block.pieces]
            told = [m for m in (*draft.title_marks, *pieces) if _tells(m.text, finding.value)]
            return tuple(told[:1])
    return ()


def _placed(finding: Finding, meeting: Meeting) -> Iterator[Finding]:
    """The finding under the path of the value it gave; "" when the meeting has another one."""
    name, value = _NAMED.get(finding.field, finding.field), finding.value
    if name == "time":
        yield from (replace(finding, field=one) for one in ("start", "end") if getattr(value, one))
        return
    is_another = (name == "kind" and value != meeting.kind) or (
        name == "date" and resolve(value, before=meeting.date) != meeting.date
    )
    yield replace(finding, field="" if is_another or name == "label" else name)


def _tells(text: str, clock: object) -> bool:
    return any(found.span.start == clock for found in find_times(text))
