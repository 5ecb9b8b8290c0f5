"""Minutes in order → the points that still wait, and what became of those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from protokollant.composers.likeness import same_item
from protokollant.composers.sentences import first_sentence, shorten
from protokollant.composers.standing import is_formal, is_upcoming
from protokollant.model import AgendaItem, CarryOver, Meeting, Origin

_NEXT = CarryOver()
_LONGEST_TITLE = 70
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")


@dataclass(frozen=True, slots=True)
class Carried:
    """A postponed point: as it last stood, which meeting sent it on, and where to.

    `first` is the meeting that postponed it first, `handled` the one that dealt with it.
    """

    item: AgendaItem
    origin: Origin
    first: Origin
    carried_to: CarryOver
    handled: Origin | None = None

    def is_due(self, day: date | None, *, after: date | None) -> bool:
        """Whether the point comes back at a meeting on `day`.

        Where the day is not known yet, the meeting is taken to be in the month after the one of
        `after`, the last meeting.
        """
        when = self.carried_to.when
        if not _MONTH_OR_DAY.fullmatch(when):
            return True
        return _latest(day, after)[: len(when)] >= when


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item with its place; `waits` when it only stands there until a later meeting."""

    item: AgendaItem
    origin: Origin
    waits: bool


def trace_carried(meetings: Sequence[Meeting]) -> tuple[Carried, ...]:
    """Every chain of postponements in the meetings (by date), in the order they began.

    A point is handled when a later meeting deals with it, or with one of the same case or a
    like heading, or withdraws it. Postponed again, the chain goes on.
    """
    chains: list[Carried] = []
    for meeting in meetings:
        placed = list(_place(meeting.items, meeting.date))
        for here in placed:
            if not here.waits and not is_carried(here.item):
                chains = [_close(chain, here) for chain in chains]
        waiting = [n for n, chain in enumerate(chains) if chain.handled is None]
        for here in placed:
            if is_carried(here.item):
                n = next((n for n in waiting if _continues(chains[n], here.item)), None)
                chains = _send_on(chains, here, n)
                waiting = [other for other in waiting if other != n]
    return tuple(chains)


def is_carried(item: AgendaItem) -> bool:
    """Whether the item is to come back at a later meeting."""
    if item.state == "withdrawn":
        return False
    return item.state == "postponed" or item.carried_to is not None


def _place(
    items: Sequence[AgendaItem], day: date | None, number: str = "", waits: bool = False
) -> Iterator[_Placed]:
    """Each item with its place. The parts of a postponed item go with it."""
    for item in items:
        here = item.number or number
        origin = Origin(date=day, number=here, title=item.title)
        yield _Placed(_by_its_matter(item), origin, waits)
        if not is_carried(item):
            yield from _place(item.items, day, here, waits or is_upcoming(item.title))


def _by_its_matter(item: AgendaItem) -> AgendaItem:
    """The item; where something said under "Föregående protokoll" is to come back, by its words."""
    said = first_sentence(item.text)
    if not is_carried(item) or not said or not is_formal(item.title):
        return item
    return item.model_copy(update={"title": shorten(said.rstrip("."), _LONGEST_TITLE)})


def _close(chain: Carried, here: _Placed) -> Carried:
    if chain.handled is not None or not _continues(chain, here.item):
        return chain
    return replace(chain, handled=here.origin)


def _send_on(chains: list[Carried], here: _Placed, n: int | None) -> list[Carried]:
    """Carry chain `n` further, or begin a new one."""
    origin = here.item.origin if here.waits and here.item.origin else here.origin
    carried_to = here.item.carried_to or _NEXT
    if n is None:
        first = here.item.origin or origin
        return [*chains, Carried(here.item, origin, first, carried_to)]
    sent_on = Carried(here.item, origin, chains[n].first, carried_to)
    return [*chains[:n], sent_on, *chains[n + 1 :]]


def _continues(chain: Carried, item: AgendaItem) -> bool:
    """Whether the item is the chain's point: it says so itself, or it is like it."""
    origin = item.origin
    says_so = origin is not None and origin.date is not None and bool(origin.title)
    return (says_so and origin in (chain.origin, chain.first)) or same_item(chain.item, item)


def _latest(day: date | None, after: date | None) -> str:
    """The last day that counts as reached by the meeting, as "YYYY-MM-DD"."""
    if day is not None:
        return day.isoformat()
    if after is None:
        return ""
    months = after.year * 12 + after.month
    return f"{months // 12:04d}-{months % 12 + 1:02d}-31"
