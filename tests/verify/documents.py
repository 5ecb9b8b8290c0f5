"""Templates × samples and seeds → the Word documents that `make verify` prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from protokollant.composers import annual_report
from protokollant.model import Meeting
from protokollant.pipeline.load import Opened, open_meeting
from protokollant.renderer import Template
from protokollant.resources import resource

FOR_MEETINGS = ("minnesanteckningar", "protokoll", "dagordning")
FOR_YEARS = "arsberattelse"
_LONG = 4
"""Pages of the documents that are timed."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A template filled with a sample's or a seed's values."""

    template: str
    sample: str
    docx: bytes


def meetings() -> list[Opened]:
    """Every sample and every seed, in order."""
    samples = resource("samples", "odlarforening").parent
    seeds = resource("seeds", "000_0f1825e71cbc152f.txt").parent
    paths = [path for path in sorted(samples.rglob("*.yaml")) if path.name != "organ.yaml"]
    return [open_meeting(path) for path in (*paths, *sorted(seeds.glob("*.txt")))]


def filled() -> Iterator[Filled]:
    """Every template with everything that can fill it."""
    every = meetings()
    templates = {name: Template(_path(name)) for name in (*FOR_MEETINGS, FOR_YEARS)}
    for opened in every:
        meeting = opened.meeting
        for name in FOR_MEETINGS:
            docx = templates[name].render(meeting, body=opened.body)
            yield Filled(name, f"{meeting.body} {meeting.date}", docx)
    for body, own in groupby(every, key=lambda one: one.meeting.body):
        group = list(own)
        held = [one.meeting for one in group]
        year = max(one.date for one in held if one.date).year
        report = annual_report(held, year, body=group[0].body)
        docx = templates[FOR_YEARS].render(report, body=group[0].body)
        yield Filled(FOR_YEARS, f"{body} {year}", docx)


def long_document() -> bytes:
    """Minutes of four pages."""
    template = Template(_path("protokoll"))
    meeting = meetings()[1].meeting
    for times in range(1, 30):
        docx = template.render(_longer(meeting, times))
        if _pages(docx) == _LONG:
            return docx
    raise AssertionError("no number of items fills four pages")


def _longer(meeting: Meeting, times: int) -> Meeting:
    return meeting.model_copy(update={"items": meeting.items + meeting.items[3:4] * times})


def _pages(docx: bytes) -> int:
    from protokollant.printers import page_pictures

    return len(page_pictures(docx, dpi=30))


def _path(name: str) -> Path:
    return resource("templates", f"{name}.docx")
