"""An agenda's presenters who are not called → guests, each with the point they come for."""

from __future__ import annotations

from protokollant.composers.likeness import same_person
from protokollant.model import Meeting, Participant
from protokollant.swedish import looks_like_name

GROUP = "Inbjudna"


def with_guests(agenda: Meeting) -> Meeting:
    """The agenda with those who present a point and aren't called already, as guests."""
    guests: list[Participant] = []
    for item in agenda.all_items:
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
