"""The seeds and the sample year, made into minutes and read back: the same meetings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from protokollant.model import AgendaItem, Meeting
from protokollant.pipeline.read import read_document
from protokollant.records import load_meeting
from tests.parser.own.trip import differences, there_and_back

TOP = Path(__file__).parents[3]
FILES = (*sorted(TOP.glob("seeds/*.txt")), *sorted(TOP.glob("samples/*/20*/*.yaml")))


@cache
def meeting_in(path: Path) -> Meeting:
    """The meeting of a file."""
    return load_meeting(path) if path.suffix == ".yaml" else read_document(path).meeting


@pytest.mark.parametrize("template", ["minnesanteckningar", "protokoll"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_made_minutes_are_read_back(path: Path, template: str) -> None:
    meeting = meeting_in(path)
    if meeting.kind != "minutes":
        pytest.skip("ingen anteckning")
    reading = there_and_back(template, meeting)
    assert differences(as_shown(meeting), as_shown(reading.meeting)) == {}
    assert reading.unplaced == ()
    assert reading.warnings == ()


def as_shown(meeting: Meeting) -> Meeting:
    """The meeting with its texts as Markdown shows them, however they are written."""
    changes = {"intro": _shown(meeting.intro), "items": tuple(map(_item, meeting.items))}
    return meeting.model_copy(update=changes)


def _item(item: AgendaItem) -> AgendaItem:
    changes = {"text": _shown(item.text), "items": tuple(map(_item, item.items))}
    return item.model_copy(update=changes)


def _shown(text: str) -> str:
    """The text as HTML, lines joined; a link that leads nowhere is told in the text."""
    plain = re.sub(r"\[([^\]]*)\]\((#)\)", r"\1 (\2)", text)
    return " ".join(
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(plain).split()
    )
