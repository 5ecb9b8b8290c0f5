"""Meeting, body, annual report or reading → YAML text, with comments where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from protokollant.model import AnnualReport, Body, Meeting, Record
from protokollant.records.emit import Notes, comment_lines, emit
from protokollant.records.outline import long_form
from protokollant.records.source_comments import source_comments
from protokollant.source import Kept, Reading

Remarks = Mapping[str, str | Sequence[str]]
"""Comments by the dotted path of the value they stand above, as in "items[2]"; "" is the head."""


def dump_meeting(meeting: Meeting, *, comments: Remarks | None = None, schema: str = "") -> str:
    """The meeting as YAML with Swedish keys; `schema` is the JSON schema's address, if named."""
    return dump(meeting, comments, schema)


def dump_body(body: Body, *, comments: Remarks | None = None, schema: str = "") -> str:
    """The organ as YAML with Swedish keys."""
    return dump(body, comments, schema)


def dump_annual(report: AnnualReport, *, comments: Remarks | None = None, schema: str = "") -> str:
    """The annual report as YAML with Swedish keys."""
    return dump(report, comments, schema)


def dump_reading(reading: Reading, *, schema: str = "") -> str:
    """The meeting read, with every doubt and every word that stands outside it as a comment.

    A value that was guessed has a note beside it, with the line it was read from.
    """
    comments, notes = source_comments(reading)
    parts = [dump(reading.meeting, comments, schema, notes)]
    parts.append(_listed("Text som inte kunde placeras:", reading.unplaced))
    parts.append(_listed("Utelämnat ur originalet:", reading.removed))
    return "\n".join(part for part in parts if part)


def dump(
    record: Record,
    comments: Remarks | None = None,
    schema: str = "",
    notes: Notes | None = None,
) -> str:
    """Any of the three as YAML."""
    head = f"# yaml-language-server: $schema={schema}\n\n" if schema else ""
    lines = {
        path: (text,) if isinstance(text, str) else text for path, text in (comments or {}).items()
    }
    return head + emit(long_form(record), comments=lines, notes=notes)


def _listed(heading: str, kept: Sequence[Kept]) -> str:
    """The texts as comments, those that recur once, with all their lines."""
    if not kept:
        return ""
    lines = [heading]
    by_text = sorted(kept, key=lambda one: (one.reason, one.text))
    grouped = [
        (key, [k.line for k in same])
        for key, same in groupby(by_text, key=lambda one: (one.reason, one.text))
    ]
    for (reason, text), numbers in sorted(grouped, key=lambda group: group[1]):
        where = f"rad {', '.join(map(str, sorted(numbers)))}"
        why = f" ({reason})" if reason else ""
        first, *rest = comment_lines(text)
        lines += [f"  {where}{why}: {first}", *(f"    {more}" for more in rest)]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)
