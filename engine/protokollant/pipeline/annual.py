"""A year's meetings → the annual report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from protokollant.composers import (
    annual_report,
    several_bodies,
    split_by_body,
    without_sources,
)
from protokollant.errors import ComposeError, Fault, Place, ProtokollantError
from protokollant.model import AnnualReport
from protokollant.pipeline.documents import Wanted, find_template, write_document
from protokollant.pipeline.load import INBOX, REGISTER, YAML_SUFFIXES, Opened, open_meeting
from protokollant.pipeline.made import Made, Track
from protokollant.pipeline.own_text import begin_own_text, is_own_text, own_text
from protokollant.readers import READERS


def annual(
    paths: Sequence[Path],
    year: int,
    wanted: Wanted | None = None,
    *,
    sources: bool = True,
    track: Track = iter,
) -> Made:
    """Write the annual report of `year` from meeting files and folders of them.

    In a working folder it has the secretary's own text, whose file is made the first time.
    """
    wanted = wanted or Wanted()
    opened = open_year(track(list(meeting_files(paths))))
    groups = _by_body(opened, year)
    years = [_year_of(group, year) for group in groups]
    report = several_bodies([own for own, _ in years]) if len(years) > 1 else years[0][0]
    if not sources:
        report = without_sources(report)
    last = opened[-1]
    about = groups[0][-1] if len(groups) == 1 else Opened(last.meeting)
    own = about.body.templates.annual if about.body else ""
    template = find_template(wanted.template or own or "arsberattelse", about.folder)
    made = write_document(report, about, template, "arsberattelse", wanted)
    for begun in dict.fromkeys(file for _, file in years if file):
        begin_own_text(begun)
        made = made + Made(files=(begun,))
    told = (one for one in opened if one is not about)
    return Made(remarks=tuple(r for one in told for r in one.remarks)) + made


def _by_body(opened: Sequence[Opened], year: int) -> list[list[Opened]]:
    """The minutes of each body that met that year; one group where a meeting's body is unknown."""
    minutes = [one for one in opened if one.meeting.kind == "minutes"]
    bodies = split_by_body(one.meeting for one in minutes)
    if len(bodies) < 2 or "" in bodies:
        return [list(opened)]
    groups = [[one for one in minutes if one.meeting in group] for group in bodies.values()]
    return [group for group in groups if any(_is_of(one, year) for one in group)] or groups


def _is_of(one: Opened, year: int) -> bool:
    """Whether the meeting is of the year, or may be: what has no date is told as a fault."""
    return one.meeting.date is None or one.meeting.date.year == year


def _year_of(opened: Sequence[Opened], year: int) -> tuple[AnnualReport, Path | None]:
    """One body's report, and the file to begin for its own text."""
    last = opened[-1]
    edits, begun = own_text(last.folder, year)
    meetings = [one.meeting for one in opened if one.meeting.kind == "minutes"]
    return annual_report(meetings, year, body=last.body, edits=edits), begun


def meeting_files(paths: Sequence[Path]) -> Iterable[Path]:
    """The files that can hold a meeting: those named, and those in the folders named.

    In a folder a meeting typed as YAML wins over documents of the same name.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found: dict[tuple[Path, str], Path] = {}
        for file in sorted(path.rglob("*")):
            if _may_hold_meeting(file, path):
                key = (file.parent, file.stem)
                if key not in found or file.suffix.lower() in YAML_SUFFIXES:
                    found[key] = file
        yield from found.values()


def open_year(paths: Iterable[Path]) -> list[Opened]:
    """Open every file; raises one error that carries the faults of all of them."""
    opened: list[Opened] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            opened.append(open_meeting(path))
        except ProtokollantError as error:
            faults += error.faults
    if faults:
        raise ProtokollantError(faults)
    if not opened:
        raise ComposeError(
            "Här finns inga möten.",
            place=Place(),
            remedy="Ange filer eller mappar med årets möten.",
        )
    return opened


def _may_hold_meeting(file: Path, top: Path) -> bool:
    hidden = any(part.startswith((".", "~")) for part in file.relative_to(top).parts)
    aside = {"ut", "mallar", "bilagor"} & set(file.relative_to(top).parts[:-1])
    suffix = file.suffix.lower()
    known = suffix in YAML_SUFFIXES or suffix in READERS
    is_meeting = known and file.name not in (REGISTER, INBOX)
    is_meeting = is_meeting and not is_own_text(file)
    return file.is_file() and is_meeting and not hidden and not aside
