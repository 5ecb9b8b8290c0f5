"""An agenda's presenters who are not called → guests, each with the point they come for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protokollant.composers.likeness import same_person
from protokollant.model import AgendaItem, Meeting, Participant
from protokollant.swedish import looks_like_name

GROUP = "Inbjudna"


def with_guests(agenda: Meeting) -> Meeting:
    """The agenda with those who present a point and aren't called already, as guests."""
    guests: list[Participant] = []
    for item in _walk(agenda.items):
        for presenter in item.presenters:
            name = presenter.partition(",")[0].strip()
            known = (*agenda.participants, *guests)
            if looks_like_name(name) and not any(same_person(p.name, name) for p in known):
                title = presenter.partition(",")[2].strip()
                at = f"punkt {item.number}" if item.number else ""
                guests.append(
                    Participant(name=name, roles=("guest",), title=title, group=GROUP, note=at)
                )
    return agenda.model_copy(update={"participants": (*agenda.participants, *guests)})


def _walk(items: Sequence[AgendaItem]) -> Iterator[AgendaItem]:
    for item in items:
        yield item
        yield from _walk(item.items)
