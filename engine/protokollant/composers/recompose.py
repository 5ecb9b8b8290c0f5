"""An agenda edited by hand, and the same agenda composed again → one that keeps the edits."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from protokollant.composers.likeness import same_item, same_person
from protokollant.composers.numbering import numbered
from protokollant.model import AgendaItem, Meeting, Participant
from protokollant.swedish import fold


def recompose(
    edited: Meeting, composed: Meeting, offered: Collection[str], called: Collection[str]
) -> Meeting:
    """The edited agenda with what is new: points and persons that it was not offered before.

    What stands in it is the secretary's, order and wording too; what was offered then and is gone
    was taken out by hand, and stays out. A new point goes where it stands among its neighbours.
    """
    items = list(edited.items)
    known = {fold(title) for title in offered}
    for n, item in enumerate(composed.items):
        if fold(item.title) in known or any(same_item(item, other) for other in items):
            continue
        items.insert(_where(composed.items[:n], items), item)
    people = [
        person
        for person in composed.participants
        if fold(person.name) not in {fold(name) for name in called}
        and not _is_listed(person, edited.participants)
    ]
    first = next((int(i.number) for i in edited.items if i.number.isdecimal()), 1)
    changed = len(items) != len(edited.items)
    return edited.model_copy(
        update={
            "items": numbered(items, first) if changed else edited.items,
            "participants": (*edited.participants, *people),
        }
    )


def _where(before: Sequence[AgendaItem], items: Sequence[AgendaItem]) -> int:
    """The place after the nearest point before it that is still there."""
    for neighbour in reversed(before):
        for n, item in enumerate(items):
            if same_item(neighbour, item):
                return n + 1
    return 0


def _is_listed(person: Participant, people: Sequence[Participant]) -> bool:
    return any(same_person(person.name, other.name) for other in people)
