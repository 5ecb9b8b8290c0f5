"""What the reader says of a document → an answer to hold against the one made by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protokollant import Meeting
from protokollant.model import Action, AgendaItem, Participant

from .answer import Answer, Item, Person, Task
from .likeness import plain_number

# The gold gives a person one role, the weightiest; the vice chair counts as a member there.
ROLES = ("chair", "secretary", "adjuster", "deputy", "coopted", "guest", "member", "vice_chair")


def answer_of(meeting: Meeting) -> Answer:
    """The meeting in the gold's terms."""
    every = [*_with_sub_items(meeting.items)]
    following = meeting.next_meeting
    return Answer(
        kind=meeting.kind,
        body=meeting.body,
        date=meeting.date.isoformat() if meeting.date else "",
        start=f"{meeting.start:%H:%M}" if meeting.start else "",
        end=f"{meeting.end:%H:%M}" if meeting.end else "",
        place=meeting.place,
        next_meeting=following.date.isoformat() if following and following.date else "",
        people=tuple(_person(one) for one in meeting.participants),
        items=tuple(Item(item.title, plain_number(item.number)) for item in meeting.items),
        decisions=tuple(decision.text for item in every for decision in item.decisions),
        tasks=tuple(_task(action) for item in every for action in item.actions),
        sub_titles=tuple(
            sub.title for item in meeting.items for sub in _with_sub_items(item.items)
        ),
    )


def one_role(roles: Sequence[str]) -> str:
    """The role that counts of those a person has: chair, then secretary, adjuster, the others."""
    first = next((role for role in ROLES if role in roles), "")
    return "member" if first == "vice_chair" else first


def _person(one: Participant) -> Person:
    details = tuple(detail for detail in (one.party, one.title) if detail)
    return Person(one.name, one.status, one_role(one.roles), one.organisation, details)


def _task(action: Action) -> Task:
    due = action.due.isoformat() if action.due else ""
    return Task(action.what, ", ".join(action.who), due)


def _with_sub_items(items: Sequence[AgendaItem]) -> Iterator[AgendaItem]:
    for item in items:
        yield item
        yield from _with_sub_items(item.items)
