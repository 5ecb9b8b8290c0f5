"""Minutes in order → what they leave to later meetings: postponed points and open actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from protokollant.composers.actions import TracedAction, trace_actions
from protokollant.composers.carried import Carried, trace_carried
from protokollant.model import Meeting


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Points that come back at the next meeting, points that wait longer, and open actions."""

    due: tuple[Carried, ...]
    waiting: tuple[Carried, ...]
    actions: tuple[TracedAction, ...]


def outstanding(minutes: Sequence[Meeting], day: date | None) -> Outstanding:
    """What the minutes (by date) leave to do for a next meeting on `day`."""
    chains = [chain for chain in trace_carried(minutes) if chain.handled is None]
    due = tuple(chain for chain in chains if chain.is_due(day, after=minutes[-1].date))
    return Outstanding(
        due,
        tuple(chain for chain in chains if chain not in due),
        tuple(one for one in trace_actions(minutes) if one.action.status == "open"),
    )
