"""A value's path in a record → the line of the YAML text where it stands."""

from __future__ import annotations

from protokollant.model import Meeting, Record
from protokollant.records import attendance
from protokollant.records.change import Step, steps_of
from protokollant.records.keys import SPAN, field_of
from protokollant.records.nodes import AnyNode, List, Mapping, Text, parse
from protokollant.records.shapes import shapes_of


def line_of(text: str, record: Record, path: str) -> int | None:
    """The line of the value, or of the nearest record around it that is written; None at the top.

    A participant is found by name, as attendance may stand under several keys.
    """
    if not path:
        return None
    node = parse(text)
    steps, _ = steps_of(path)
    if isinstance(record, Meeting) and steps[0] == "participants" and len(steps) > 1:
        return _line_of_person(node, record.participants[int(steps[1])].name)
    return _descend(node, type(record), steps)


def _descend(node: AnyNode | None, kind: type[Record], steps: tuple[Step, ...]) -> int | None:
    """Follow the steps as far as the text has them."""
    line: int | None = None
    while steps and isinstance(node, Mapping):
        name, *rest = steps
        entry = next((e for e in node.entries if _names(kind, e, str(name))), None)
        if entry is None:
            return line
        line, node = entry.key.line, entry.value
        shape = shapes_of(kind).get(str(name))
        if rest and isinstance(rest[0], int):
            items = node.items if isinstance(node, List) else (node,)
            if rest[0] >= len(items):
                return line
            node, rest = items[rest[0]], rest[1:]
            line = node.line
        if shape is None or shape.record is None:
            return line
        kind, steps = shape.record, tuple(rest)
    return line


def _names(kind: type[Record], entry: object, name: str) -> bool:
    found = field_of(kind, entry)  # type: ignore[arg-type]
    if found == SPAN:
        return name in ("start", "end")
    return found == name or (name == "participants" and attendance.takes(kind, found or ""))


def _line_of_person(node: AnyNode | None, name: str) -> int | None:
    """The first line under the attendance keys that holds the name."""
    if not isinstance(node, Mapping):
        return None
    for entry in node.entries:
        found = field_of(Meeting, entry)
        if found and attendance.takes(Meeting, found):
            for text in _texts(entry.value):
                if name in text.value:
                    return text.line
    return None


def _texts(node: AnyNode) -> list[Text]:
    if isinstance(node, Text):
        return [node]
    if isinstance(node, List):
        return [text for one in node.items for text in _texts(one)]
    return [text for entry in node.entries for text in _texts(entry.value)]
