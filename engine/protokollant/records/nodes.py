"""YAML text → nodes with an address: texts, lists and mappings, nothing else.

Every scalar is a text, so `14.00` is no float, `9:30` no number of minutes and `nej` no False;
what a text means is for the field that it stands in to say. The line break that ends a `|` text
belongs to the way of writing, not to the text. The nodes are built from ruamel.yaml's
parse events, which carry line and position; its resolvers and constructors are never asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

DEEPEST = 40
"""Nesting beyond this is no meeting but an attack on the stack."""

# ruamel.yaml breaks lines at these, which editors and YAML 1.2 don't; meanwhile they stand as
# characters that Unicode promises never to use.
_HIDDEN = {0x85: 0xFDD0, 0x2028: 0xFDD1, 0x2029: 0xFDD2}
_SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}
_NOTHING = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Node:
    """What every node has: its line (from 1), and where in the text it starts and ends."""

    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text(Node):
    """A scalar; `plain` when it stands without quotes, `broken` when its line was unreadable."""

    value: str = ""
    plain: bool = True
    broken: bool = False

    @property
    def missing(self) -> bool:
        """Whether nothing was written: `plats:` with no value, or null."""
        return self.plain and self.value in _NOTHING


@dataclass(frozen=True, slots=True)
class List(Node):
    """A sequence; `flow` when written in square brackets."""

    items: tuple[AnyNode, ...] = ()
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    key: Text
    value: AnyNode


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """A mapping with its entries in order, duplicates included; `flow` when in braces."""

    entries: tuple[Entry, ...] = ()
    flow: bool = False


AnyNode = Text | List | Mapping


@dataclass(frozen=True, slots=True)
class NotOurYaml(Exception):  # noqa: N818 - a fact about the text; `syntax` tells it as a fault
    """Valid YAML that has no place here: "alias", "tag", "key", "documents" or "depth"."""

    reason: str
    line: int
    text: str = field(default="")


def parse(text: str, broken_lines: frozenset[int] = frozenset()) -> AnyNode | None:
    """The node that the text holds; None for an empty document.

    A text on one of `broken_lines` is marked broken when it is the stand-in NUL. Raises
    ruamel.yaml's YAMLError, or NotOurYaml.
    """
    hidden = text.translate(_HIDDEN)
    events = iter(YAML(typ="safe", pure=True).parse(hidden))
    shown = _SHOWN if hidden != text else {}
    root: AnyNode | None = None
    documents = 0
    for event in events:
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise NotOurYaml("documents", event.start_mark.line + 1)
        elif isinstance(event, NodeEvent):
            root = _Builder(events, broken_lines, shown).node(event)
    return None if isinstance(root, Text) and root.missing else root


class _Builder:
    """Follows the events of one document and builds its nodes."""

    def __init__(
        self, events: Iterator[Any], broken_lines: frozenset[int], shown: dict[int, int]
    ) -> None:
        self._events = events
        self._shown = shown
        self._broken_lines = broken_lines
        self._depth = 0

    def node(self, event: Any) -> AnyNode:
        """The node that begins with this event."""
        line = event.start_mark.line + 1
        self._refuse(event, line)
        if isinstance(event, ScalarEvent):
            broken = event.value == "\0" and line in self._broken_lines
            value = event.value.removesuffix("\n") if event.style in ("|", ">") else event.value
            value = value.translate(self._shown)
            return Text(*_span(event, event), value, plain=not event.style, broken=broken)
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotOurYaml("depth", line)
        found = self._list(event) if isinstance(event, SequenceStartEvent) else self._map(event)
        self._depth -= 1
        return found

    def _refuse(self, event: Any, line: int) -> None:
        if isinstance(event, AliasEvent):
            raise NotOurYaml("alias", line, f"*{event.anchor}")
        if getattr(event, "anchor", None):
            raise NotOurYaml("alias", line, f"&{event.anchor}")
        if getattr(event, "tag", None):
            raise NotOurYaml("tag", line, str(event.tag))

    def _list(self, start: SequenceStartEvent) -> List:
        items: list[AnyNode] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                return List(*_span(start, event), tuple(items), flow=bool(start.flow_style))
            items.append(self.node(event))
        raise YAMLError("unexpected end")

    def _map(self, start: MappingStartEvent) -> Mapping:
        entries: list[Entry] = []
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                return Mapping(*_span(start, event), tuple(entries), flow=bool(start.flow_style))
            key = self.node(event)
            if not isinstance(key, Text):
                raise NotOurYaml("key", key.line)
            entries.append(Entry(key, self.node(next(self._events))))
        raise YAMLError("unexpected end")


def _span(first: Any, last: Any) -> tuple[int, int, int, int]:
    mark = first.start_mark
    return mark.line + 1, mark.column, mark.index, last.end_mark.index
