"""One change to a record → the stretches of its YAML text to replace, comments kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from protokollant.model import Meeting, Record
from protokollant.records import attendance, outline
from protokollant.records.change import Step
from protokollant.records.emit import Field, Fields, Items, Outline, emit
from protokollant.records.keys import SPAN, field_of
from protokollant.records.nodes import AnyNode, Entry, List, Text
from protokollant.records.nodes import Mapping as MappingNode
from protokollant.records.shapes import shapes_of
from protokollant.vocabulary import TERMS, term_of


class Cut(NamedTuple):
    """Replace `text[start:end]` by the new text."""

    start: int
    end: int
    text: str


_PERSONS = ("participants", "present", "absent", "chairs", "secretaries")


class Editor:
    """Finds the stretch of one text that a change touches, and what to write there."""

    def __init__(self, text: str) -> None:
        self._text = text

    def edit(self, node: MappingNode, record: Any, steps: Sequence[Step], append: bool) -> Cut:
        """What to cut and write so that the text says what `record` says at the steps."""
        name, *rest = steps
        assert isinstance(name, str)
        span = _entry_of(node, record, SPAN) if name in ("start", "end") else None
        if span and (written_span := outline.time_span(record)):
            return self._value(span, written_span)
        entry = _entry_of(node, record, name)
        if entry is None:
            return self._insert(node, record, name)
        value = entry.value
        if not rest:
            if append and isinstance(value, List) and not value.flow:
                return self._append(value, record, name)
            written = _outline(record, name)
            return self._remove(node, entry) if written is None else self._value(entry, written)
        return self._inside(entry, record, name, rest, append)

    def _inside(
        self, entry: Entry, record: Any, name: str, rest: Sequence[Step], append: bool
    ) -> Cut:
        """The change lies within the field's value: in its long form, or in all of it."""
        node, inner = entry.value, getattr(record, name)
        if isinstance(rest[0], int):
            index, rest = rest[0], rest[1:]
            inner = inner[index]
            if not isinstance(node, List) or node.flow:
                return self._value(entry, outline.value_outline(record, name, ""))
            node = [item for item in node.items if not _is_missing(item)][index]
            if not rest or not isinstance(node, MappingNode) or node.flow:
                return self._item(node, _outline_of(record, name, inner))
        if isinstance(node, MappingNode) and not node.flow:
            return self.edit(node, inner, rest, append)
        return self._value(entry, outline.value_outline(record, name, ""))

    def _value(self, entry: Entry, written: Outline) -> Cut:
        """The entry anew, under the key as the user spelled it, its comments above it."""
        key, start = entry.key, entry.key.start
        end = self._end(entry)
        colon = self._text.index(":", key.end) + 1
        lines = emit(Fields((Field("x", written),)), indent=key.column)
        value = lines[key.column + len("x:") : -1]
        return self._with_comments(start, colon, end, self._text[start:colon] + value, entry.value)

    def _remove(self, node: MappingNode, entry: Entry) -> Cut:
        """The entry away with its line; only its value where the line holds a dash, too."""
        key, end = entry.key, self._end(entry)
        colon = self._text.index(":", key.end) + 1
        line_start = self._text.rfind("\n", 0, key.start) + 1
        if len(node.entries) == 1 or self._text[line_start : key.start].strip():
            return self._with_comments(key.start, colon, end, self._text[key.start : colon], node)
        line_end = self._line_end(end)
        comments = [*comments_of(self._text, node, colon, line_end)]
        pad = " " * key.column
        kept = "".join(f"{pad}{comment}\n" for comment in comments)
        return Cut(line_start, min(line_end + 1, len(self._text)), kept)

    def _item(self, node: AnyNode, written: Outline) -> Cut:
        """An entry of a list anew; its dash stays."""
        column = node.column - 2
        start = node.start
        lines = emit(Items((Field("", written),)), indent=max(column, 0))[max(column, 0) + 2 : -1]
        return self._with_comments(start, start, self._last(node), lines, node)

    def _with_comments(self, start: int, of: int, end: int, new: str, node: AnyNode) -> Cut:
        """Comments that stood in the stretch come above it; those after it too, where they must."""
        comments = comments_of(self._text, node, of, end)
        line_end = self._line_end(end)
        if "\n" in new and (after := self._text[end:line_end].strip()):
            comments.append(after)
            end = line_end
        if comments:
            line_start = self._text.rfind("\n", 0, start) + 1
            pad = re.match(r" *", self._text[line_start:])[0]  # type: ignore[index]
            above = "".join(f"{pad}{comment}\n" for comment in comments)
            return Cut(line_start, end, above + self._text[line_start:start] + new)
        return Cut(start, end, new)

    def _append(self, node: List, record: Any, name: str) -> Cut:
        """The last values of the list, below those that stand there."""
        there = sum(not _is_missing(item) for item in node.items)
        values = getattr(record, name)[there:]
        items = tuple(Field("", _outline_of(record, name, value)) for value in values)
        written = emit(Items(items), indent=node.column).rstrip("\n")
        at = self._line_end(self._last(node.items[-1]) if node.items else node.end)
        airy = "\n\n" in self._text[node.start : at] and isinstance(node.items[-1], MappingNode)
        return Cut(at, at, ("\n\n" if airy else "\n") + written)

    def _insert(self, node: MappingNode, record: Any, name: str) -> Cut:
        """A new entry, after the last one that usually stands before it."""
        value = _outline(record, name)
        written = [] if value is None else [Field(term_of(_kind(record), name).key, value)]
        if name == "participants":
            written = attendance.write(record.participants, outline.outline)
        if not written:
            return Cut(0, 0, "")
        order = [term.name for term in TERMS[type(record)]]
        rank = {key: number for number, key in enumerate([*order, SPAN])}
        rank[SPAN] = rank.get("date", 0)
        before = [
            entry
            for entry in node.entries
            if rank.get(_name_of(record, entry) or "", len(rank)) < rank[name]
        ]
        lines = emit(Fields(tuple(written)), indent=node.column).rstrip("\n")
        if not before:
            at = node.entries[0].key.start
            return Cut(at, at, lines[node.column :] + "\n" + " " * node.column)
        at = self._line_end(self._end(before[-1]))
        tall = node.column == 0 and "\n" in lines
        return Cut(at, at, ("\n\n" if tall else "\n") + lines)

    def attendance(self, node: MappingNode, record: Meeting) -> list[Cut]:
        """All participants anew, where the first of their keys stands; the other keys go."""
        first, *others = (entry for entry in node.entries if _name_of(record, entry) in _PERSONS)
        fields = attendance.write(record.participants, outline.outline)
        new = emit(Fields(tuple(fields)), indent=node.column)[node.column : -1]
        start = first.key.start
        return [
            self._with_comments(start, start, self._end(first), new, node),
            *(self._remove(node, entry) for entry in others),
        ]

    def _end(self, entry: Entry) -> int:
        """Where the entry ends; with no value, after its colon."""
        if _is_missing(entry.value) and entry.value.end == entry.value.start:
            return self._text.index(":", entry.key.end) + 1
        return self._last(entry.value)

    def _last(self, node: AnyNode) -> int:
        """Where the last character of the node stands, comments and blank lines after it apart."""
        if isinstance(node, List) and node.items and not node.flow:
            return self._last(node.items[-1])
        if isinstance(node, MappingNode) and node.entries and not node.flow:
            return self._end(node.entries[-1])
        return node.start + len(self._text[node.start : node.end].rstrip())

    def _line_end(self, position: int) -> int:
        found = self._text.find("\n", position)
        return len(self._text) if found < 0 else found


def _kind(record: Record) -> type[Record]:
    return type(record)


def _entry_of(node: MappingNode, record: Record, name: str) -> Entry | None:
    return next((entry for entry in node.entries if _name_of(record, entry) == name), None)


def _name_of(record: Record, entry: Entry) -> str | None:
    return field_of(type(record), entry)


def uses_shortcuts(node: MappingNode) -> bool:
    """Whether participants stand otherwise than as one plain list under `deltagare`."""
    meeting = Meeting()
    return any(
        attendance.is_shortcut(Meeting, _name_of(meeting, entry) or "")
        or (_name_of(meeting, entry) == "participants" and isinstance(entry.value, MappingNode))
        for entry in node.entries
    )


def _outline(record: Any, name: str) -> Outline | None:
    """The field's value as it is written; None when there is nothing to write."""
    shape, value = shapes_of(_kind(record))[name], getattr(record, name)
    if value == shape.default and not (value and shape.kind == "choice"):
        return None
    return outline.value_outline(record, name, "")


def _outline_of(record: Any, name: str, value: Any) -> Outline:
    return outline.value_of(shapes_of(_kind(record))[name], value, "")


def _is_missing(node: AnyNode) -> bool:
    return isinstance(node, Text) and node.missing


def comments_of(text: str, node: AnyNode | None, start: int, end: int) -> list[str]:
    """The comments in a stretch of the text: what follows a # outside every value."""
    taken = sorted(_texts(node)) if node else []
    found = []
    for match in re.finditer(r"(?:^|(?<=\s))#[^\n]*", text[start:end]):
        at = start + match.start()
        if not any(first <= at < last for first, last in taken):
            found.append(match[0].rstrip())
    return found


def _texts(node: AnyNode) -> Iterator[tuple[int, int]]:
    if isinstance(node, Text):
        yield node.start, node.end
    elif isinstance(node, List):
        for item in node.items:
            yield from _texts(item)
    else:
        for entry in node.entries:
            yield from _texts(entry.key)
            yield from _texts(entry.value)
