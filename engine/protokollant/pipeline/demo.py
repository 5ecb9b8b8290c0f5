"""The three seeds → the whole year's paperwork, to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from protokollant.composers import annual_report, compose_next
from protokollant.model import Meeting
from protokollant.pipeline.documents import contents_of, file_name, find_template, minutes_template
from protokollant.pipeline.made import Made, Track
from protokollant.pipeline.output import write_files
from protokollant.pipeline.read import read_document, remarks
from protokollant.records import dump_meeting, dump_reading
from protokollant.resources import resource
from protokollant.swedish import ascii_slug


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the demonstration's closing table."""

    seed: str
    made: Made


def seeds() -> Sequence[Path]:
    """The real minutes that come with the program."""
    return sorted(resource("seeds").glob("*.txt"))


def demo(folder: Path, *, force: bool = False, track: Track = iter) -> list[Shown]:
    """Read each seed and write its YAML, minutes, next agenda and annual report, with PDFs."""
    return [Shown(seed.name, _one_year(seed, folder, force)) for seed in track(seeds())]


def _one_year(seed: Path, folder: Path, force: bool) -> Made:
    reading = read_document(seed)
    meeting = reading.meeting
    own = folder / ascii_slug(meeting.body or seed.stem)
    word = minutes_template(meeting, None)
    contents = {
        own / f"{file_name(meeting, word)}.yaml": dump_reading(reading).encode(),
        **_printed(meeting, word, own),
    }
    composed = compose_next([meeting])
    contents |= {
        own / f"{file_name(composed.meeting, 'dagordning')}.yaml": dump_meeting(
            composed.meeting
        ).encode(),
        **_printed(composed.meeting, "dagordning", own),
    }
    said = remarks(reading, seed) + composed.remarks
    if meeting.date is not None:
        report = annual_report([meeting], meeting.date.year)
        target = own / f"{file_name(report, 'arsberattelse')}.docx"
        more, _ = contents_of(report, find_template("arsberattelse", None), target, pdf=True)
        contents |= more
    aside = write_files(contents, force=force)
    return Made(tuple(contents), aside, said)


def _printed(meeting: Meeting, word: str, folder: Path) -> dict[Path, bytes]:
    target = folder / f"{file_name(meeting, word)}.docx"
    contents, _ = contents_of(meeting, find_template(word, None), target, pdf=True)
    return contents
