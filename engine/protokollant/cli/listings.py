"""Lists that are shown and not written: open actions, a matter's chain, a year's plan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from protokollant.composers import Step, ToDo
    from protokollant.model import NextMeeting, Origin


def tell_actions(found: Sequence[ToDo], *, as_json: bool = False) -> int:
    """The actions under each person's name, the overdue marked."""
    if as_json:
        return _as_json([_action(one) for one in found])
    if not found:
        print("Inga öppna åtgärder.")
    for person, theirs in groupby(found, key=lambda one: one.person):
        print(f"\n{person}")
        for one in theirs:
            print(f"  {_when(one)}{one.action.what}  ({_origin(one.origin)})")
            if one.said and one.said_at:
                print(f"      kan vara klar: «{one.said}» ({_origin(one.said_at)})")
    return 0


def tell_case(steps: Sequence[Step], *, as_json: bool = False) -> int:
    """The matter meeting by meeting."""
    if as_json:
        return _as_json([_step(step) for step in steps])
    for step in steps:
        item = step.item
        kind = " (dagordning)" if step.kind == "agenda" else ""
        print(f"\n{_origin(step.origin)}{kind}: {item.title}")
        if step.text:
            print(f"  {step.text}")
        for decision in item.decisions:
            print(f"  Beslut: {decision.text}")
        for action in item.actions:
            who = f"{', '.join(action.who)}: " if action.who else ""
            due = f", senast {action.due}" if action.due else ""
            done = ", klar" if action.status == "done" else ""
            print(f"  Åtgärd: {who}{action.what}{due}{done}")
        if item.carried_to:
            from protokollant.phrases import line

            print(f"  Flyttas till: {line(item.carried_to)}")
    return 0


def tell_plan(plan: Sequence[NextMeeting], *, as_json: bool = False) -> int:
    """The year's meetings, a line each."""
    if as_json:
        return _as_json([one.model_dump(mode="json", exclude_none=True) for one in plan])
    from protokollant.phrases import line

    for one in plan:
        print(line(one))
    return 0


def _as_json(rows: Sequence[dict[str, Any]]) -> int:
    print(json.dumps(rows, ensure_ascii=False, indent=2))
    return 0


def _when(one: ToDo) -> str:
    due, note = one.action.due, one.action.due_note
    if one.is_overdue:
        return f"FÖRSENAD {due}: "
    return f"{due}: " if due else f"{note}: " if note else ""


def _origin(origin: Origin) -> str:
    from protokollant.phrases import line

    return line(origin.model_copy(update={"title": ""}))


def _action(one: ToDo) -> dict[str, Any]:
    return {
        "person": one.person,
        "what": one.action.what,
        "due": one.action.due.isoformat() if one.action.due else None,
        "due_note": one.action.due_note,
        "overdue": one.is_overdue,
        "origin": one.origin.model_dump(mode="json"),
        "maybe_done": one.said,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "origin": step.origin.model_dump(mode="json"),
        "kind": step.kind,
        "text": step.text,
        "decisions": [decision.text for decision in step.item.decisions],
        "actions": [action.model_dump(mode="json") for action in step.item.actions],
        "state": step.item.state,
    }
