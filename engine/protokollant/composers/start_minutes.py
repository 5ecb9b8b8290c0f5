"""A meeting's agenda → the minutes to type in while the meeting goes on."""

from __future__ import annotations

from protokollant.model import AgendaItem, Approval, Body, Meeting
from protokollant.swedish import fold

_AGENDA_WORDS = ("dagordning", "kallelse", "föredragningslista", "ärendelista")
_TITLES = {"notes": "", "protocol": "Sammanträdesprotokoll", "association": "Protokoll"}


def start_minutes(agenda: Meeting, *, body: Body | None = None) -> Meeting:
    """The agenda as minutes under way: a draft, everybody's attendance still unknown.

    Points, presenters, papers and actions to follow up stay; what only an agenda says (the
    clock, what still waits under "Nästa möte", when it was sent) is gone.
    """
    profile = body.profile if body else "notes"
    own = body.titles.minutes if body else ""
    numbering = (body.numbering if body else None) or (
        "section" if profile == "protocol" else agenda.numbering
    )
    return agenda.model_copy(
        update={
            "kind": "minutes",
            "title": own or _title(agenda.title, profile),
            "numbering": numbering,
            "participants": tuple(
                person.model_copy(update={"status": "unknown"}) for person in agenda.participants
            ),
            "items": tuple(_opened(item) for item in agenda.items),
            "approval": None if profile == "notes" else agenda.approval or Approval(),
            "stage": "draft",
            "sent": None,
        }
    )


def _title(title: str, profile: str) -> str:
    """The agenda's own title, unless it only says that it is an agenda."""
    names_agenda = not title or any(word in fold(title) for word in _AGENDA_WORDS)
    return _TITLES[profile] if names_agenda else title


def _opened(item: AgendaItem) -> AgendaItem:
    waiting = tuple(part for part in item.items if part.state == "postponed")
    kept = tuple(_opened(part) for part in item.items if part not in waiting)
    return item.model_copy(update={"clock": None, "items": kept})
