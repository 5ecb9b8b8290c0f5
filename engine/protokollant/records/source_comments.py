"""A reading → comments for its YAML: every doubt, and what each guessed value was read from."""

from __future__ import annotations

import re

from protokollant.model import Provenance
from protokollant.records.outline import time_span
from protokollant.source import LIKELY, Reading, Source


def source_comments(reading: Reading) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Doubts by the path of the value they stand above, and notes on guessed values by theirs."""
    on_line: dict[int | None, list[Source]] = {}
    of_field: dict[str, list[Source]] = {}
    for source in reading.sources:
        if source.field:
            on_line.setdefault(source.line, []).append(source)
            of_field.setdefault(source.field, []).append(source)
    comments: dict[str, list[str]] = {}
    for doubt in reading.warnings:
        concerned = on_line.get(doubt.line, [])
        path = doubt.field or _path(concerned)
        quoted = " ".join(source.text for source in concerned if source.field == path)
        where = _where(doubt.line, quoted, doubt.message)
        comments.setdefault(_written(reading, path), []).append(f"OBS: {doubt.message}{where}")
    notes = {
        _written(reading, path): _note(reading, path, Provenance(tuple(found)))
        for path, found in of_field.items()
        if max(source.confidence for source in found) < LIKELY
    }
    return comments, notes


def _path(sources: list[Source]) -> str:
    """The value that a line is mostly about; the heading of a list is about none of its values."""
    paths = [source.field for source in sources]
    values = [path for path in paths if path not in _LISTS]
    return min(values or paths, key=len, default="")


_LISTS = frozenset({"participants", "signed_by", "attachments"})


def _written(reading: Reading, path: str) -> str:
    """The path under which the value is written: start and end may share a line."""
    return "start" if path == "end" and time_span(reading.meeting) else path


def _where(line: int | None, quoted: str, message: str) -> str:
    if line is None:
        return ""
    is_told = not quoted or _plain(quoted) in _plain(message) or len(quoted) > _LONGEST
    return f" (rad {line} i originalet)" if is_told else f" (rad {line}: «{quoted}»)"


_LONGEST = 60


def _note(reading: Reading, path: str, found: Provenance) -> str:
    """ "osäkert, rad 3: «18 februari»": without the words where the value is just them."""
    lines = f"rad {found.lines[0]}"
    if len(found.lines) > 1:
        lines += f"–{found.lines[-1]}"
    text = " ".join(found.text.split())
    value = _value(reading, path)
    if isinstance(value, str) and _plain(value) == _plain(text):
        return f"osäkert, {lines}"
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return f"osäkert, {lines}: «{short}»"


def _value(reading: Reading, path: str) -> object:
    value: object = reading.meeting
    for name, index in re.findall(r"([a-z_]+)|\[(\d+)\]", path):
        if name:
            value = getattr(value, name, None)
        else:
            value = dict(enumerate(value)).get(int(index)) if isinstance(value, tuple) else None
    return value


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
