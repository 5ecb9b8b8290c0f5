"""The shape in which the reader's answer and the one made by hand are compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A participant: one role, and every detail that counts as where the person comes from."""

    name: str
    status: str = "unknown"
    role: str = ""
    organisation: str = ""
    details: tuple[str, ...] = ()
    """What else the reader says of the person: party, work title."""


@dataclass(frozen=True, slots=True)
class Item:
    """A top-level item; its number without § sign."""

    title: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """An action: who is to do what, and by when."""

    what: str
    who: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a document says. "" and () where it says nothing; `tasks` is None when not judged."""

    kind: str = ""
    body: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    next_meeting: str = ""
    people: tuple[Person, ...] = ()
    items: tuple[Item, ...] = ()
    decisions: tuple[str, ...] = ()
    tasks: tuple[Task, ...] | None = None
    sub_titles: tuple[str, ...] = ()
    """Titles of sub-items: not judged, but they tell why an item is missing."""
