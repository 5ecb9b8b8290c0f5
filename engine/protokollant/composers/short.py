"""A meeting's minutes → their short version: what was decided, who does what, a line a point."""

from __future__ import annotations

from protokollant.composers.sentences import first_sentence, opening_words
from protokollant.composers.standing import is_formal
from protokollant.model import AgendaItem, Meeting


def short(minutes: Meeting) -> Meeting:
    """The minutes cut down to what a busy reader needs; every sentence is one of theirs.

    Points of form where nothing was decided are left out; of the others stay the heading, the
    opening sentence, decisions, actions and where a postponed point goes. Nothing is reworded.
    """
    return minutes.model_copy(
        update={
            "intro": "",
            "items": tuple(_line(item) for item in minutes.items if _tells(item)),
            "participants": tuple(p for p in minutes.participants if p.status != "absent"),
            "attachments": (),
            "notice": None,
            "signed_by": (),
            "approval": None,
        }
    )


def _tells(item: AgendaItem) -> bool:
    if item.secrecy:
        return True
    told = item.decisions or item.actions or item.carried_to or item.state != "handled"
    return bool(told) or not is_formal(item.title) or any(map(_tells, item.items))


def _line(item: AgendaItem) -> AgendaItem:
    """The point with one line of its text: none where a decision says it."""
    text = "" if item.decisions else opening_words(item.text)
    return AgendaItem(
        number=item.number,
        title=item.title,
        text="" if item.secrecy else text,
        decisions=item.decisions,
        actions=item.actions,
        state=item.state,
        carried_to=item.carried_to,
        secrecy=item.secrecy,
        items=tuple(_part(part) for part in item.items if _tells(part)),
    )


def _part(part: AgendaItem) -> AgendaItem:
    text = "" if part.decisions or part.secrecy else first_sentence(part.text)
    return _line(part).model_copy(update={"text": text})
