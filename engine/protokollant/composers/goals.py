"""The year's plan and its minutes → goals, activities and results."""

from __future__ import annotations

from collections.abc import Sequence

from protokollant.composers.likeness import same_matter, telling_words
from protokollant.model import Goal, Theme


def with_results(goals: Sequence[Goal], themes: Sequence[Theme]) -> tuple[Goal, ...]:
    """The goals; one without a result gets what the year's minutes last say of its activity.

    The secretary's own result stands. A matter that no heading names leaves the result empty.
    """
    return tuple(goal if goal.result else _with_result(goal, themes) for goal in goals)


def _with_result(goal: Goal, themes: Sequence[Theme]) -> Goal:
    names = [name for name in (goal.activity, goal.goal) if name]
    theme = next((t for name in names for t in themes if _is_named_by(t, name)), None)
    if theme is None:
        return goal
    last = theme.entries[-1]
    return goal.model_copy(update={"result": last.text, "origins": last.origins})


def _is_named_by(theme: Theme, name: str) -> bool:
    """Like headings, or a plan's shorter word: "Egenvård" for "Egenvård i skolan"."""
    words = telling_words(name)
    shorter = bool(words) and words <= telling_words(theme.title)
    return shorter or same_matter(theme.title, name)
