"""The inbox of proposed points → those that the next agenda takes up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from protokollant.composers.likeness import same_item
from protokollant.model import AgendaItem, Meeting


def taken_up(
    proposals: Sequence[AgendaItem], minutes: Sequence[Meeting], day: date | None
) -> tuple[AgendaItem, ...]:
    """The proposals that are due and that no minutes have dealt with yet.

    One with a month or day ("flyttas till: maj 2026") waits for it.
    """
    dealt_with = [item for meeting in minutes for item in meeting.all_items]
    return tuple(
        one.model_copy(update={"state": "handled", "carried_to": None})
        for one in proposals
        if _is_due(one, day) and not any(same_item(one, other) for other in dealt_with)
    )


def _is_due(one: AgendaItem, day: date | None) -> bool:
    when = one.carried_to.when if one.carried_to else "next"
    return when == "next" or day is None or when <= day.isoformat()[: len(when)]
