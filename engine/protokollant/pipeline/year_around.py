"""A meeting file in a working folder → the organ's other meetings, and what breaks its rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protokollant import rules
from protokollant.errors import Fault, Place, ProtokollantError
from protokollant.model import Meeting
from protokollant.phrases import place
from protokollant.pipeline.annual import meeting_files
from protokollant.pipeline.load import YAML_SUFFIXES, find_register, open_meeting
from protokollant.records import line_of


def breaches(path: Path) -> tuple[Fault, ...]:
    """What in the meeting file breaks a rule of its organ's profile, in the file's order."""
    opened = open_meeting(path)
    text = path.read_text(encoding="utf-8-sig")
    found = []
    for remark in rules.remarks(opened.meeting, body=opened.body, others=tuple(others(path))):
        where = Place(
            str(path),
            line_of(text, opened.meeting, remark.path),
            place(opened.meeting, remark.path),
        )
        source = f" ({remark.source})" if remark.source else ""
        found.append(Fault(f"{remark.message[:-1]}{source}.", where, remark.remedy))
    return tuple(sorted(found, key=lambda fault: fault.place.line or 0))


def others(path: Path) -> Iterator[Meeting]:
    """The meetings typed in the same working folder; one with faults is told of by itself."""
    register = find_register(path)
    for file in meeting_files([register.parent]) if register else ():
        if file.resolve() == path.resolve() or file.suffix.lower() not in YAML_SUFFIXES:
            continue
        try:
            yield open_meeting(file).meeting
        except ProtokollantError:
            continue
