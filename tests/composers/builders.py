"""Short ways to write the meetings that the tests speak of."""

from __future__ import annotations

from datetime import date
from typing import Any

from protokollant.model import Action, AgendaItem, CarryOver, Meeting, Participant

BODY = "Uppdragsgruppen barn och unga"


def day(text: str) -> date:
    return date.fromisoformat(text)


def minutes(on: str | None, *items: AgendaItem | str, **fields: Any) -> Meeting:
    """Minutes with these items, numbered as they stand; a string is an item of that heading."""
    listed = [AgendaItem(title=item) if isinstance(item, str) else item for item in items]
    numbered = tuple(
        item if item.number else item.model_copy(update={"number": str(n)})
        for n, item in enumerate(listed, 1)
    )
    fields.setdefault("body", BODY)
    return Meeting(date=day(on) if on else None, items=numbered, **fields)


def postponed(title: str, when: str = "next", condition: str = "", **fields: Any) -> AgendaItem:
    carried_to = CarryOver(when=when, condition=condition)
    return AgendaItem(title=title, state="postponed", carried_to=carried_to, **fields)


def with_actions(title: str, *actions: Action, **fields: Any) -> AgendaItem:
    return AgendaItem(title=title, actions=actions, **fields)


def task(what: str, *who: str, **fields: Any) -> Action:
    return Action(what=what, who=who, **fields)


def person(name: str, status: str = "present", *roles: str, **fields: Any) -> Participant:
    return Participant.model_validate({"name": name, "status": status, "roles": roles, **fields})


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items]


def item_called(title: str, meeting: Meeting) -> AgendaItem:
    return next(item for item in meeting.all_items if item.title == title)
