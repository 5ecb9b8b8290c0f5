"""Meetings of a folder → open actions, one matter's chain, a year's plan, copies of minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from protokollant.composers import (
    Step,
    ToDo,
    case_history,
    excerpt,
    public_copy,
    short,
    to_do,
    year_plan,
)
from protokollant.errors import ComposeError
from protokollant.model import Meeting, NextMeeting
from protokollant.pipeline.annual import open_year
from protokollant.pipeline.documents import (
    Wanted,
    find_template,
    minutes_template,
    write_document,
)
from protokollant.pipeline.folder import chosen, register_of
from protokollant.pipeline.load import Opened, open_meeting
from protokollant.pipeline.made import Made


def open_actions(paths: Sequence[Path], today: dt.date) -> tuple[ToDo, ...]:
    """Every open action of the meetings, person by person."""
    return to_do(_meetings(paths), today=today)


def case(matter: str, paths: Sequence[Path]) -> tuple[Step, ...]:
    """What each meeting did with a matter; raises ComposeError when none dealt with it."""
    found = case_history(_meetings(paths), matter)
    if not found:
        raise ComposeError(
            f"inget möte har tagit upp «{matter}».",
            remedy="Sök med ett ord ur rubriken, eller med diarienumret.",
        )
    return found


def plan(paths: Sequence[Path], year: int) -> tuple[NextMeeting, ...]:
    """The year's meetings as proposed by the organ's rhythm."""
    files = chosen(paths)
    body, _ = register_of([*paths, *files])
    opened = open_year(files) if files else []
    held = [one.meeting for one in opened if one.meeting.kind == "minutes"]
    return year_plan(held, year, body=body)


def short_version(path: Path, wanted: Wanted) -> Made:
    """Write the minutes' short version."""
    return _made_of(path, short, "kortversion", "kortversion", wanted)


def excerpt_of(path: Path, numbers: Sequence[str], wanted: Wanted) -> Made:
    """Write a copy with only the points of these numbers."""
    slug = "-".join(numbers).replace("§", "").replace(" ", "").replace("–", "-")
    return _made_of(path, lambda m: excerpt(m, numbers), f"utdrag-{slug}", "", wanted)


def public_minutes(path: Path, wanted: Wanted) -> Made:
    """Write the minutes without what is secret."""
    return _made_of(path, public_copy, "offentlig", "", wanted)


def _made_of(
    path: Path, change: Callable[[Meeting], Meeting], word: str, template: str, wanted: Wanted
) -> Made:
    opened = open_meeting(path)
    changed = change(opened.meeting)
    name = template or minutes_template(opened.meeting, opened.body)
    own = opened.body.templates.minutes if opened.body and not template else ""
    found = find_template(wanted.template or own or name, opened.folder)
    return write_document(changed, replace(opened, meeting=changed), found, word, wanted)


def _meetings(paths: Sequence[Path]) -> list[Meeting]:
    opened: list[Opened] = open_year(chosen(paths))
    return [one.meeting for one in opened]
