"""Minutes of one or more bodies → the actions still open, person by person, overdue first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from protokollant.composers.actions import TracedAction, trace_actions
from protokollant.composers.likeness import same_person
from protokollant.composers.selection import minutes_of_one_body, split_by_body
from protokollant.model import Action, Meeting, Origin
from protokollant.swedish import sort_key

NOBODY = "Ingen namngiven"


@dataclass(frozen=True, slots=True)
class ToDo:
    """One open action of one person; `said` is a sentence that may mean that it is done."""

    person: str
    action: Action
    origin: Origin
    is_overdue: bool
    said: str = ""
    said_at: Origin | None = None


def to_do(meetings: Sequence[Meeting], *, today: dt.date) -> tuple[ToDo, ...]:
    """Every open action once for each who has it: by person, the overdue and the nearest first."""
    minutes = [meeting for meeting in meetings if meeting.kind == "minutes"]
    found: list[ToDo] = []
    for body, held in split_by_body(minutes).items():
        for traced in trace_actions(minutes_of_one_body(held)):
            if traced.action.status == "open":
                found += _of(traced, body, today, found)
    return tuple(sorted(found, key=_order))


def _of(traced: TracedAction, body: str, today: dt.date, known: Sequence[ToDo]) -> list[ToDo]:
    origin = traced.origin.model_copy(update={"body": traced.origin.body or body})
    due = traced.action.due
    return [
        ToDo(
            _spelled(name, known),
            traced.action,
            origin,
            bool(due and due < today),
            traced.said,
            traced.closed if traced.said else None,
        )
        for name in traced.action.who or (NOBODY,)
    ]


def _spelled(name: str, known: Sequence[ToDo]) -> str:
    """The name as it was first spelled, where it is the same person's."""
    return next((one.person for one in known if same_person(one.person, name)), name)


def _order(one: ToDo) -> tuple[object, ...]:
    return (
        one.person == NOBODY,
        sort_key(one.person),
        not one.is_overdue,
        one.action.due or dt.date.max,
        one.origin.date or dt.date.max,
    )
