"""One rendering in progress: what it may still use up, and what it adds beside the text.

A template is shared between threads; everything that one rendering changes is here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from protokollant.renderer.dialect import OURS, Dialect
from protokollant.renderer.lists import Numbering
from protokollant.renderer.package import Package
from protokollant.renderer.styles import Styles

RELATION_ID = "rIdProtokollant"
MAX_TURNS = 2_000_000
MAX_CHARACTERS = 200_000_000
MAX_SECONDS = 60.0


class LimitError(Exception):
    """The template asks for more than a document can need."""


@dataclass(frozen=True, slots=True)
class Host:
    """What a value that makes whole paragraphs or runs takes over from where its tag stood."""

    paragraph: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship that a value brings along: a link's address or a picture's file."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class ListStart:
    """A numbering instance that starts over.

    `like` is the instance whose list it is, "bullet" or "decimal" for a list of our own, or the
    name of a list that another document brought along.
    """

    num_id: int
    like: str
    level: int = 0
    start: int = 1
    overrides: bytes = b""
    """For a list brought along: what this instance of it says otherwise, in XML."""


@dataclass(slots=True)
class Filling:
    """The state of one rendering."""

    styles: Styles
    numbering: Numbering
    first_picture: int
    first_list: int
    dialect: Dialect = OURS
    first_note: int = 0
    first_relation: int = 0
    turns: int = 0
    produced: int = 0
    raw: bool = False
    breaks: bool = False
    part: str = ""
    hosts: tuple[Host, ...] = ()
    pictures: int = 0
    relations: dict[str, dict[tuple[str, str], Relation]] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    lists: list[ListStart] = field(default_factory=list)
    files: Mapping[str, bytes] = field(default_factory=dict)
    included: Mapping[str, Callable[[Mapping[str, Any]], Package]] = field(default_factory=dict)
    brought_lists: dict[str, bytes] = field(default_factory=dict)
    brought_styles: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, list[bytes]] = field(default_factory=dict)
    brought_parts: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    bookmarks: dict[str, int] = field(default_factory=dict)
    bookmark_count: int = 0
    bookmark_names: dict[str, int] = field(default_factory=dict)
    shape_turns: dict[str, int] = field(default_factory=dict)
    deadline: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)

    def enter(self, part: str, hosts: tuple[Host, ...]) -> None:
        """Go on to the next part."""
        self.part, self.hosts, self.bookmarks = part, hosts, {}

    def charge(self, turns: int) -> None:
        """Count turns of loops and calls of macros."""
        self.turns += turns
        if self.turns > MAX_TURNS:
            raise LimitError(f"mallen upprepar något mer än {MAX_TURNS} gånger.")
        if time.monotonic() > self.deadline:
            raise LimitError(f"mallen tar mer än {MAX_SECONDS:.0f} sekunder att fylla.")

    def produce(self, characters: int) -> None:
        """Count what is put together on the way: a template may keep all of it."""
        self.produced += characters
        if self.produced > MAX_CHARACTERS:
            raise LimitError(f"mallen sätter ihop mer än {MAX_CHARACTERS} tecken.")

    def relation(self, kind: str, target: str, *, external: bool) -> str:
        """The id of a relationship of the current part, the same for the same target."""
        own = self.relations.setdefault(self.part, {})
        found = own.get((kind, target))
        if found is None:
            number = self.first_relation + len(own) + 1
            found = Relation(f"{RELATION_ID}{number}", kind, target, external)
            own[kind, target] = found
        return found.id

    def picture_id(self) -> int:
        """A docPr id that no other picture of the document has."""
        self.pictures += 1
        return self.first_picture + self.pictures

    def note_id(self) -> str:
        """An id that no other note of the document has."""
        return str(self.first_note + 1 + sum(map(len, self.notes.values())))

    def like(self, like: str, overrides: bytes) -> int:
        """A numbering instance of a list that another document brought along."""
        number = self.first_list + len(self.lists)
        self.lists.append(ListStart(number, like, overrides=overrides))
        return number

    def restart(self, like: str, level: int = 0, start: int = 1) -> int:
        """A numbering instance of the same list as `like` that starts over."""
        number = self.first_list + len(self.lists)
        self.lists.append(ListStart(number, like, level, start))
        return number

    def bookmark_name(self, name: str) -> str:
        """A name no other bookmark of the document has; the first turn keeps it."""
        turn = self.bookmark_names[name] = self.bookmark_names.get(name, 0) + 1
        return name if turn == 1 else f"{name[:32]}_{turn}"

    def shape_name(self, name: str, *, new: bool) -> str:
        """The name of a shape in this turn of its loop, or, with a #, of one that it refers to."""
        mark, own = ("#", name[1:]) if name.startswith("#") else ("", name)
        turn = self.shape_turns[own] = self.shape_turns.get(own, 0) + new
        return name if turn <= 1 else f"{mark}{own}_{turn}"

    def bookmark(self, old: str, *, new: bool) -> str:
        """The id of a bookmark within a loop: a new one at its start, the same at its end."""
        if new or old not in self.bookmarks:
            self.bookmark_count += 1
            self.bookmarks[old] = self.bookmark_count
        return f"{self.bookmarks[old] + 100_000}"


_CURRENT: ContextVar[Filling] = ContextVar("filling")


def current() -> Filling:
    """The rendering that is going on in this thread."""
    return _CURRENT.get()


@contextmanager
def going_on(filling: Filling) -> Iterator[Filling]:
    """Make a rendering the current one."""
    token = _CURRENT.set(filling)
    try:
        yield filling
    finally:
        _CURRENT.reset(token)
