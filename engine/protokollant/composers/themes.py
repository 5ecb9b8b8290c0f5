"""A year's items → the matters they dealt with, each with what happened at every meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from protokollant.composers.carried import is_carried
from protokollant.composers.likeness import same_item
from protokollant.composers.sentences import opening_words
from protokollant.composers.standing import is_formal, is_upcoming
from protokollant.composers.word_tables import POSTPONING_WORDS, ROUTINE_DECISIONS
from protokollant.composers.wording import sent_on
from protokollant.model import AgendaItem, Meeting, Origin, Statement, Theme
from protokollant.swedish import fold, join_list


@dataclass(slots=True)
class _Thread:
    """The items of one matter, each with its place."""

    items: list[tuple[AgendaItem, Origin]] = field(default_factory=list)

    def goes_on_in(self, item: AgendaItem) -> bool:
        """Whether the item is of the same matter as any of the thread's."""
        return any(same_item(known, item) for known, _ in self.items)


def themes(meetings: Sequence[Meeting]) -> tuple[Theme, ...]:
    """The matters of the meetings (by date), in the order they first came up.

    Items with the same case or like headings are one matter. Standing points such as opening and
    closing are none, but the sub-items of "Övriga frågor" are. A matter of which the minutes
    tell nothing is left out.
    """
    threads: list[_Thread] = []
    for meeting in meetings:
        for item, origin in _matters(meeting):
            thread = next((t for t in threads if t.goes_on_in(item)), None)
            if thread is None:
                thread = _Thread()
                threads.append(thread)
            thread.items.append((item, origin))
    found = (_theme(thread) for thread in threads)
    return tuple(theme for theme in found if theme.entries)


def _matters(meeting: Meeting) -> Iterator[tuple[AgendaItem, Origin]]:
    for item in meeting.items:
        if not _is_formal(item):
            yield item, Origin(date=meeting.date, number=item.number, title=item.title)
        elif not is_upcoming(item.title):
            for part in item.items:
                number = part.number or item.number
                yield part, Origin(date=meeting.date, number=number, title=part.title)


def _is_formal(item: AgendaItem) -> bool:
    return is_upcoming(item.title) or is_formal(item.title)


def _theme(thread: _Thread) -> Theme:
    first = next((item.title for item, _ in thread.items if item.title), "")
    said = ((_what_happened(item), origin) for item, origin in thread.items)
    return Theme(
        title=first,
        entries=tuple(Statement(text=text, origins=(origin,)) for text, origin in said if text),
    )


def _what_happened(item: AgendaItem) -> str:
    """What the minutes say of the item, in their own words: how it began and what was decided."""
    decisions = [d.text.strip() for d in item.decisions if d.text.strip()]
    telling = [text for text in decisions if fold(text).rstrip(".") not in ROUTINE_DECISIONS]
    began = opening_words(item.text) or _parts(item)
    if is_carried(item):
        says_so = POSTPONING_WORDS & set(fold(began).rstrip(".").split())
        return _joined(began, telling, "" if says_so else sent_on(item.carried_to))
    if item.state == "withdrawn":
        return _joined(began, telling, "Punkten utgick.")
    return _joined(began, telling if began else telling or decisions, "")


def _joined(began: str, decisions: Sequence[str], told: str) -> str:
    decided = f"Beslut: {' '.join(map(_with_stop, decisions))}" if decisions else ""
    return " ".join(part for part in (began, decided, told) if part)


def _parts(item: AgendaItem) -> str:
    titles = [part.title for part in item.items if part.title]
    return f"Under punkten behandlades {join_list([f'«{t}»' for t in titles])}." if titles else ""


def _with_stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
