"""The YAML of a meeting → the same with empty keys to type at under every point."""

from __future__ import annotations

import re
from collections.abc import Sequence

_POINT = re.compile(r"  - \S")
_KEY = re.compile(r"    ([^:#\s][^:]*):")


def with_prompts(text: str, keys: Sequence[str]) -> str:
    """Every point of the list "punkter" gets the keys it lacks, without a value.

    An empty key says nothing, so the file means what it meant; the text is as `dump_meeting`
    writes it.
    """
    found: list[str] = []
    in_points, point = False, list[str]()
    for line in [*text.split("\n"), "end"]:
        begins = bool(_POINT.match(line))
        if in_points and point and (begins or (line and not line.startswith(" "))):
            found += _with_keys(point, keys)
            point = []
        if line and not line.startswith((" ", "#")):
            in_points = line.startswith("punkter:")
        if in_points and (begins or point):
            point.append(line)
        elif line != "end":
            found.append(line)
    return "\n".join(found)


def _with_keys(point: Sequence[str], keys: Sequence[str]) -> list[str]:
    """The lines of a point with its empty keys, before the blank lines that end it."""
    lines = list(point)
    blank = []
    while lines and not lines[-1].strip():
        blank.append(lines.pop())
    has = {match[1] for line in lines if (match := _KEY.match(line.replace("  - ", "    ", 1)))}
    return [*lines, *(f"    {key}:" for key in keys if key not in has), *blank]
