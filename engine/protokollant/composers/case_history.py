"""Meetings and a matter's name or registry number → what each of them did with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from protokollant.composers.likeness import same_item, telling_words
from protokollant.composers.sentences import opening_words
from protokollant.composers.standing import is_formal
from protokollant.model import AgendaItem, Meeting, Origin
from protokollant.swedish import fold


@dataclass(frozen=True, slots=True)
class Step:
    """One meeting's dealing with the matter."""

    origin: Origin
    kind: str
    item: AgendaItem
    text: str


def case_history(meetings: Sequence[Meeting], matter: str) -> tuple[Step, ...]:
    """The chain of the matter by date: items with its number or words, and those of their case.

    A heading or registry number that holds every telling word of `matter` begins the chain; items
    of other meetings with the same case or heading belong to it. Of a standing point, as the
    follow-up of actions, only the decisions and actions that name the matter do.
    """
    placed = [(meeting, item) for meeting in meetings for item in meeting.all_items]
    named = [item for _, item in placed if _is_named(item, matter) and not is_formal(item.title)]
    steps = []
    for meeting, item in placed:
        belongs = any(item is one or same_item(item, one) for one in named)
        part = item if belongs else _part_about(item, matter)
        if part is not None:
            steps.append(_step(meeting, part))
    return tuple(sorted(steps, key=lambda step: step.origin.date or date.min))


def _is_named(item: AgendaItem, matter: str) -> bool:
    is_case = bool(item.case) and _bare(item.case) == _bare(matter)
    return is_case or _tells_of(item.title, matter)


def _part_about(item: AgendaItem, matter: str) -> AgendaItem | None:
    """The item with only the decisions and actions that name the matter; None without any."""
    decisions = tuple(one for one in item.decisions if _tells_of(one.text, matter))
    actions = tuple(one for one in item.actions if _tells_of(one.what, matter))
    if not (decisions or actions):
        return None
    return item.model_copy(
        update={"text": "", "decisions": decisions, "actions": actions, "carried_to": None}
    )


def _tells_of(text: str, matter: str) -> bool:
    wanted = telling_words(matter) or frozenset(map(fold, matter.split()))
    told = fold(text)
    return bool(wanted) and all(word in told for word in wanted)


def _bare(number: str) -> str:
    return "".join(fold(number).split()).removeprefix("dnr")


def _step(meeting: Meeting, item: AgendaItem) -> Step:
    origin = Origin(date=meeting.date, number=item.number, title=item.title, body=meeting.body)
    text = "" if item.decisions else opening_words(item.text)
    return Step(origin, meeting.kind, item, text)
