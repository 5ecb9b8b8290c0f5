"""A year's minutes → what was handed over to others, in the minutes' own sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protokollant.composers.sentences import sentences
from protokollant.composers.word_tables import HANDING_OVER_WORDS
from protokollant.model import AgendaItem, Meeting, Origin, Statement
from protokollant.swedish import fold


def handed_over(meetings: Sequence[Meeting]) -> tuple[Statement, ...]:
    """Every sentence and decision that hands something over, each once an item."""
    return tuple(
        Statement(text=text, origins=(origin,))
        for meeting in meetings
        for item, origin in _with_parts(meeting)
        for text in dict.fromkeys(_said(item))
        if _hands_over(text)
    )


def _with_parts(meeting: Meeting) -> Iterator[tuple[AgendaItem, Origin]]:
    for item in meeting.items:
        yield item, Origin(date=meeting.date, number=item.number, title=item.title)
        for part in item.items:
            number = part.number or item.number
            yield part, Origin(date=meeting.date, number=number, title=part.title)


def _said(item: AgendaItem) -> Iterator[str]:
    for decision in item.decisions:
        yield decision.text.strip()
    for sentence in sentences(item.text):
        if sentence.endswith((".", "!")):
            yield sentence


def _hands_over(text: str) -> bool:
    words = [word.strip('.,;:()«»”"') for word in fold(text).split()]
    return not HANDING_OVER_WORDS.isdisjoint(words)
