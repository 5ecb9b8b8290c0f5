"""A year's meetings → the annual report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from protokollant.composers import annual_report, without_sources
from protokollant.errors import ComposeError, Fault, Place, ProtokollantError
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
    meetings = [one.meeting for one in opened if one.meeting.kind == "minutes"]
    last = opened[-1]
    edits, begun = own_text(last.folder, year)
    report = annual_report(meetings, year, body=last.body, edits=edits)
    if not sources:
        report = without_sources(report)
    own = last.body.templates.annual if last.body else ""
    template = find_template(wanted.template or own or "arsberattelse", last.folder)
    made = write_document(report, last, template, "arsberattelse", wanted)
    if begun:
        begin_own_text(begun)
        made = made + Made(files=(begun,))
    return Made(remarks=tuple(r for one in opened[:-1] for r in one.remarks)) + made


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
