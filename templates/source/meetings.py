"""The documents of a meeting: dagordning, minnesanteckningar, protokoll."""

from __future__ import annotations

from templates.source import closing
from templates.source.head import (
    RECORD_FACTS,
    STAGE_FACTS,
    WHEN_FACTS,
    facts,
    meeting_naming,
    title_block,
)
from templates.source.items import agenda_content, items, minutes_content
from templates.source.markup import Raw, paragraph
from templates.source.package import Document
from templates.source.people import attendance, called

_INTRO = paragraph(
    "Inledning",
    "{{p inledning|markdown(1) }}",
)


def agenda() -> Document:
    """The agenda that those called get before the meeting."""
    naming = meeting_naming("Dagordning")
    return Document(
        naming,
        title_block(naming),
        facts(*WHEN_FACTS, *RECORD_FACTS, *STAGE_FACTS),
        called(),
        _INTRO,
        items(agenda_content),
        closing.attachments(),
        closing.contact(),
    )


def notes() -> Document:
    """Minutes of a group that is not bound by the rules for protokoll."""
    naming = meeting_naming("Minnesanteckningar")
    return Document(
        naming,
        *_minutes(title_block(naming)),
        closing.approval(),
        closing.contact(),
        closing.signatures(),
        closing.notice(),
    )


def protocol() -> Document:
    """Minutes under the rules: approved by adjusters, announced, signed."""
    naming = meeting_naming("Protokoll")
    return Document(
        naming,
        *_minutes(title_block(naming)),
        closing.contact(),
        closing.approval(),
        closing.protocol_signatures(),
        closing.notice(),
    )


def _minutes(title: Raw) -> tuple[Raw, ...]:
    return (
        title,
        facts(*WHEN_FACTS, *RECORD_FACTS, *STAGE_FACTS),
        attendance(),
        _INTRO,
        items(minutes_content),
        closing.action_table(),
        closing.next_meeting(),
        closing.attachments(),
    )
