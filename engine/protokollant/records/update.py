"""Changes → an existing YAML text; comments, order and every untouched line stay as they stand.

The nodes tell where a value begins and ends, so only that stretch of the text is replaced. What
comes out is read again: should it not say what was asked for, the whole file is written anew,
with its comments at the head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from protokollant.errors import RecordError
from protokollant.model import Meeting, Record
from protokollant.records.change import Step, changed, steps_of
from protokollant.records.dump import dump
from protokollant.records.editor import Cut, Editor, comments_of, uses_shortcuts
from protokollant.records.load import load_record_text
from protokollant.records.nodes import Mapping as MappingNode
from protokollant.records.nodes import parse


def update_yaml(text: str, changes: Mapping[str, Any], *, name: str = "") -> str:
    """The text with values of the record changed, by dotted English paths.

        {"next_meeting": NextMeeting(…), "items[2].state": "postponed",
         "items[2].actions[]": Action(…)}          # "[]" appends to the list

    A value None takes the field's value away. Raises RecordError when the text has faults.
    """
    line_break = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    record: Record = load_record_text(text, name)
    for path, value in changes.items():
        steps, append = steps_of(path)
        record = changed(record, steps, value, append=append)
        text = _rewritten(text, record, steps, append)
    return text.replace("\n", line_break)


def _rewritten(text: str, record: Record, steps: Sequence[Step], append: bool) -> str:
    node = parse(text)
    if isinstance(node, MappingNode) and not node.flow:
        edited = text
        for cut in sorted(_cuts(text, node, record, steps, append), reverse=True):
            edited = edited[: cut.start] + cut.text + edited[cut.end :]
        if _says(edited, record):
            return edited
    head = "".join(f"{comment}\n" for comment in comments_of(text, node, 0, len(text)))
    return f"{head}\n{dump(record)}" if head else dump(record)


def _cuts(
    text: str, node: MappingNode, record: Record, steps: Sequence[Step], append: bool
) -> list[Cut]:
    editor = Editor(text)
    if steps[0] == "participants" and isinstance(record, Meeting) and uses_shortcuts(node):
        return editor.attendance(node, record)
    return [editor.edit(node, record, steps, append)]


def _says(text: str, record: Record) -> bool:
    try:
        return load_record_text(text) == record
    except RecordError:
        return False
