"""A value's path in the meeting → where it is, in Swedish: "punkt 3 › beslut 1"."""

from __future__ import annotations

import re
from typing import Any

from protokollant.model import AgendaItem, Meeting, Participant, Record
from protokollant.vocabulary import ENTITIES, term_of

_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")


def place(meeting: Meeting, path: str) -> str:
    """Where the value is, in a secretary's words; "" for the meeting itself."""
    is_sectioned = meeting.numbering == "section"
    value: Any = meeting
    words: list[str] = []
    for name, index in _STEP.findall(path):
        key = term_of(type(value), name).key if isinstance(value, Record) else name
        value = getattr(value, name, None)
        if not index:
            words.append(key)
            continue
        value = value[int(index)] if isinstance(value, tuple) and int(index) < len(value) else None
        words.append(_one(value, key, int(index) + 1, is_sectioned))
    return " › ".join(words)


def _one(value: Any, key: str, number: int, is_sectioned: bool) -> str:
    """One of many: by what tells it apart."""
    if isinstance(value, AgendaItem):
        if value.number:
            return f"§ {value.number}" if is_sectioned else f"punkt {value.number}"
        return f"punkten «{_short(value.title)}»" if value.title else f"punkt nr {number}"
    if isinstance(value, Participant):
        return f"deltagare {value.name}"
    if isinstance(value, Record):
        return f"{ENTITIES[type(value)]} {number}"
    return f"{key} {number}"


_LONGEST = 30


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
