"""The sections after the items → next meeting, attachments, approval, notice, signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from protokollant.model import Approval, Attachment, NextMeeting, Notice
from protokollant.parser.own.account import Account
from protokollant.parser.own.fields import day_in, has, is_only_date, kind_of, loose, value, values
from protokollant.parser.own.outline import Block, Part
from protokollant.phrases.days import PhraseError
from protokollant.phrases.lines import read_line
from protokollant.phrases.matters import read_names
from protokollant.source import Paragraph, Span, TableRow
from protokollant.swedish import fold, read_time_span
from protokollant.vocabulary import VALUES


@dataclass(slots=True)
class Closing:
    """The values of the sections."""

    day: date | None
    account: Account
    values: dict[str, Any] = field(default_factory=dict)


def read_closing(sections: Sequence[Part], day: date | None, account: Account) -> Closing:
    """Everything that the sections by name give; what has no place in them is left over."""
    closing = Closing(day, account)
    for section in sections:
        assert section.heading is not None
        account.took(FIELDS[section.name], section.heading)
        READ[section.name](closing, section.blocks)
    return closing


def _paragraphs(closing: Closing, blocks: Sequence[Block], place: str) -> Iterator[Paragraph]:
    """The paragraphs with text; rows of a table have no place here."""
    for block in blocks:
        if isinstance(block, TableRow):
            closing.account.left(block)
        elif block.text.strip():
            closing.account.took(place, block)
            yield block


# --- next meeting -------------------------------------------------------------------------------


def _next_meeting(closing: Closing, blocks: Sequence[Block]) -> None:
    found = NextMeeting()
    for number, paragraph in enumerate(_paragraphs(closing, blocks, "next_meeting")):
        if number == 0:
            found = _meeting(paragraph, closing)
        else:
            note = "\n".join(filter(None, (found.note, paragraph.text.strip())))
            found = found.model_copy(update={"note": note})
    closing.values["next_meeting"] = found


def _meeting(paragraph: Paragraph, closing: Closing) -> NextMeeting:
    """The next meeting by its values, or by its words when they were written anew."""
    spans = paragraph.spans
    day, doubt = day_in(value(spans, "datum"), after=closing.day)
    clock = read_time_span(value(spans, "tid")) if has(spans, "tid") else None
    understood = (day or not has(spans, "datum")) and (clock or not has(spans, "tid"))
    if loose(spans, "till") or not understood:
        try:
            return read_line(NextMeeting, paragraph.text.strip(), closing.day)
        except PhraseError as error:
            closing.account.doubt(paragraph, f"Nästa möte: {error.message}")
            return NextMeeting(note=paragraph.text.strip())
    if doubt:
        closing.account.doubt(paragraph, doubt)
    only_end = clock is not None and any("till" in s.text for s in spans if not kind_of(s))
    return NextMeeting(
        date=day,
        start=clock.start if clock and not only_end else None,
        end=(clock.start if only_end else clock.end) if clock else None,
        place=value(spans, "plats"),
        note=value(spans, "anmärkning"),
    )


# --- attachments --------------------------------------------------------------------------------


def _attachments(closing: Closing, blocks: Sequence[Block]) -> None:
    closing.values["attachments"] = tuple(
        _attachment(paragraph.spans) for paragraph in _paragraphs(closing, blocks, "attachments")
    )


_STATES = {word: state for state, word in VALUES["AttachmentState"].items()}


def _attachment(spans: Sequence[Span]) -> Attachment:
    if not has(spans, "rubrik") or loose(spans, "Bilaga"):
        return read_line(Attachment, "".join(span.text for span in spans).strip())
    return Attachment(
        title=value(spans, "rubrik"),
        target=value(spans, "fil"),
        number=value(spans, "nummer"),
        state=_STATES.get(fold(value(spans, "läge")), ""),
    )


# --- approval, notice, contact, signatures ------------------------------------------------------


def _facts(
    closing: Closing, blocks: Sequence[Block], place: str
) -> Iterator[tuple[str, str, Paragraph]]:
    """Labels and values of a section; other text in it is a remark."""
    for paragraph in _paragraphs(closing, blocks, place):
        label, tab, text = paragraph.text.partition("\t")
        if has(paragraph.spans, "förvalt"):
            continue
        yield (
            (fold(label).strip(" :"), text.strip(), paragraph)
            if tab
            else ("", label.strip(), paragraph)
        )


def _approval(closing: Closing, blocks: Sequence[Block]) -> None:
    found: dict[str, Any] = {}
    for label, text, paragraph in _facts(closing, blocks, "approval"):
        day, _ = day_in(text)
        if label == "justerare":
            by_hand = loose(paragraph.spans, "och")
            names = values(paragraph.spans, "namn")
            found["adjusters"] = names if names and not by_hand else read_names(text)
        elif label == "senast":
            is_date = day is not None and is_only_date(text)
            found["deadline"] = day.isoformat() if is_date and day else text
        elif label == "justerat" and day:
            found["date"] = day
        elif label == "plats":
            found["place"] = text
        else:
            _remark(found, label, text)
    closing.values["approval"] = Approval(**found)


def _notice(closing: Closing, blocks: Sequence[Block]) -> None:
    found: dict[str, Any] = {}
    days = {"anslaget": "posted", "tas ned": "removed"}
    for label, text, _ in _facts(closing, blocks, "notice"):
        day, _ = day_in(text)
        if label in days and day:
            found[days[label]] = day
        elif label == "förvaras":
            found["archive"] = text
        else:
            _remark(found, label, text)
    closing.values["notice"] = Notice(**found)


def _remark(found: dict[str, Any], label: str, text: str) -> None:
    """Text without a field of its own, with the label that somebody gave it."""
    named = "" if label in ("", "anmärkning") else f"{label.capitalize()}: "
    found["note"] = "\n".join(filter(None, (found.get("note"), named + text)))


def _contact(closing: Closing, blocks: Sequence[Block]) -> None:
    paragraphs = _paragraphs(closing, blocks, "contact")
    closing.values["contact"] = "\n".join(paragraph.text.strip() for paragraph in paragraphs)


def _signatures(closing: Closing, blocks: Sequence[Block]) -> None:
    """Names under lines; those that the template put there have not signed."""
    closing.values["signed_by"] = tuple(
        paragraph.text.strip()
        for paragraph in _paragraphs(closing, blocks, "signed_by")
        if paragraph.style == "Namnrad" and not has(paragraph.spans, "förvalt")
    )


def _left_to_others(closing: Closing, blocks: Sequence[Block]) -> None:
    """Attendance and the table of actions are read beside the items."""


FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "deltagare": "participants",
        "åtgärder": "items",
        "nästa möte": "next_meeting",
        "bilagor": "attachments",
        "kontakt": "contact",
        "justering": "approval",
        "underskrifter": "signed_by",
        "anslag": "notice",
    }
)
"""The sections, and the meeting's field that each holds."""

READ: Mapping[str, Callable[[Closing, Sequence[Block]], None]] = MappingProxyType(
    {
        "deltagare": _left_to_others,
        "åtgärder": _left_to_others,
        "nästa möte": _next_meeting,
        "bilagor": _attachments,
        "kontakt": _contact,
        "justering": _approval,
        "underskrifter": _signatures,
        "anslag": _notice,
    }
)
"""The sections, and what reads each."""
