"""Title, head facts and intro of an own document → the meeting's own fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from protokollant.model import MeetingKind, Participant
from protokollant.parser.document_words import document_word, kind_of
from protokollant.parser.own.account import Account
from protokollant.parser.own.fields import day_in, has
from protokollant.parser.own.outline import Block, Part
from protokollant.parser.own.people import is_attendance_row, read_called
from protokollant.source import Paragraph, Span, Styled, TableRow
from protokollant.swedish import fold, read_time, read_time_span
from protokollant.vocabulary import VALUES

TEXTS = {
    "plats": "place",
    "nummer": "number",
    "omfattning": "scope",
    "diarienummer": "case",
}
"""Labels of head facts that are taken as they are written."""


_STAGES = {word: stage for stage, word in VALUES["Stage"].items()}


@dataclass(slots=True)
class Head:
    """What stands before the items: values, those called, and the text that is left."""

    values: dict[str, Any] = field(default_factory=dict)
    people: list[Participant] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)

    @property
    def day(self) -> date | None:
        """The day of the meeting."""
        found: date | None = self.values.get("date")
        return found


def read_head(styled: Styled, part: Part, account: Account) -> Head:
    """The head of the document, by style and label."""
    head = Head()
    for block in part.blocks:
        if isinstance(block, TableRow):
            if not is_attendance_row(block):
                head.text.append(block)
        elif block.style == "Title":
            _title(head, block, account)
        elif block.style == "Subtitle":
            head.values["body"] = "\n".join(
                filter(None, (head.values.get("body"), block.text.strip()))
            )
            account.took("body", block)
        elif block.style == "Uppgift":
            _fact(head, block, account)
        else:
            head.text.append(block)
    _unsaid(head, styled)
    _page_heads(head, styled, account)
    return head


def _title(head: Head, block: Paragraph, account: Account) -> None:
    """The document's title, unless it is the word that the template gives one without."""
    account.took("title", block)
    text = block.text.strip()
    if not has(block.spans, "förvalt") or document_word(text) != text:
        head.values["title"] = text
    head.values["kind"] = _kind(text)


def _kind(text: str) -> MeetingKind:
    word = document_word(text)
    return kind_of(word) if word else "minutes"


def _unsaid(head: Head, styled: Styled) -> None:
    """What kind of document it is, and its body where the title names it, say its properties."""
    if styled.category:
        head.values["kind"] = _kind(styled.category)
    if "body" not in head.values and styled.subject in head.values.get("title", ""):
        head.values["body"] = styled.subject


def _page_heads(head: Head, styled: Styled, account: Account) -> None:
    """The organisation stands in the first page's head, or is the sender behind a logo."""
    for paragraph in styled.heads:
        name = "".join(span.text for span in paragraph.spans if span.style == "Strong").strip()
        if name and "organisation" not in head.values:
            head.values["organisation"] = name
        account.dropped(paragraph, "sidhuvud")
    if "organisation" not in head.values:
        head.values["organisation"] = styled.author


def _fact(head: Head, block: Paragraph, account: Account) -> None:
    """A label and its value; a paragraph without a label goes on with those called."""
    label, _, text = block.text.partition("\t")
    name, text = fold(label).strip(" :"), text.strip()
    if name in ("", "kallade"):
        head.people += read_called(_after_tab(block.spans))
        account.took("participants", block)
    elif found := _value(name, text, block, account):
        head.values |= found
        account.took(next(iter(found)), block)
    else:
        account.left(block)


def _value(name: str, text: str, block: Paragraph, account: Account) -> dict[str, Any]:
    """The fields that a head fact gives; {} when it is not understood."""
    if name in TEXTS:
        return {TEXTS[name]: text}
    if name == "datum":
        found, doubt = day_in(text)
        if doubt:
            account.doubt(block, doubt)
        return {"date": found} if found else {}
    if name == "läge" and fold(text) in _STAGES:
        return {"stage": _STAGES[fold(text)]}
    if name == "utskickad" and (sent := day_in(text)[0]):
        return {"sent": sent}
    if name == "tid" and (span := read_time_span(text)):
        return {"start": span.start, "end": span.end}
    if name == "slut" and (clock := read_time(text)):
        return {"end": clock}
    return {}


def _after_tab(spans: Sequence[Span]) -> list[Span]:
    """The spans from the first tab on."""
    found: list[Span] = []
    for span in spans:
        if found:
            found.append(span)
        elif "\t" in span.text:
            found.append(Span(span.text.partition("\t")[2], span.style))
    return found
