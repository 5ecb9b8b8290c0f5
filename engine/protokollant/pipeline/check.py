"""A meeting file or a Word template → its faults, all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protokollant.errors import Fault, OutputError, Place, ProtokollantError, TemplateError
from protokollant.model import AnnualReport, Meeting, Record
from protokollant.pipeline.load import YAML_SUFFIXES, existing
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files


@dataclass(frozen=True, slots=True)
class Asked:
    """What `check` is asked for besides the faults.

    `meeting`: what it holds and a template never prints is told as well. `mark`: where to write a
    copy of the template with a comment at each fault.
    """

    meeting: Path | None = None
    mark: Path | None = None
    force: bool = False


def check(paths: Sequence[Path], asked: Asked | None = None) -> Made:
    """Check each file; faults of every file are told together."""
    asked = asked or Asked()
    meeting, made = asked.meeting, Made()
    if asked.mark is not None:
        made += _marked(paths, asked.mark, force=asked.force)
    for path in paths:
        faults = problems_of(path)
        made += _stumbling(path)
        text = "" if faults else f"{path}: inga fel.\n"
        made += Made(faults=faults, exit_code=1 if faults else 0, text=text)
        if meeting is not None and not faults and path.suffix.lower() == ".docx":
            made += Made(text="".join(f"{path}: {line}\n" for line in _unprinted(path, meeting)))
    return made


def _stumbling(path: Path) -> Made:
    """What of a template makes documents hard to use for some; it stops no other use."""
    if path.suffix.lower() != ".docx" or not path.is_file():
        return Made()
    from protokollant.printers import stumbling_blocks

    try:
        found = stumbling_blocks(path.read_bytes())
    except TemplateError:
        return Made()  # told already
    placed = (replace(one, place=replace(one.place, file=str(path))) for one in found)
    return Made(remarks=tuple(f"{one} [tillgänglighet]" for one in placed))


def _marked(paths: Sequence[Path], target: Path, *, force: bool) -> Made:
    """Write the marked copy; only a template can be marked, and only one at a time."""
    if len(paths) != 1 or paths[0].suffix.lower() != ".docx":
        raise OutputError(
            "bara en Wordmall i taget kan märkas.",
            place=Place("--mark"),
            remedy="Ange en enda fil som slutar på .docx.",
        )
    from protokollant.renderer import Template

    target = target / paths[0].name if target.is_dir() else target
    contents = {target: Template(existing(paths[0])).marked()}
    return Made((target,), write_files(contents, force=force))


def _unprinted(path: Path, meeting: Path) -> Iterator[str]:
    from protokollant.composers import annual_report
    from protokollant.pipeline.annual import meeting_files, open_year
    from protokollant.renderer import Template

    template = Template(path)
    opened = open_year(meeting_files([meeting]))
    body = opened[-1].body
    data: list[Record] = [one.meeting for one in opened]
    if template.document() is AnnualReport:
        days = [one.meeting.date for one in opened if one.meeting.date]
        minutes = [one.meeting for one in opened if one.meeting.kind == "minutes"]
        data = [annual_report(minutes, max(days).year if days else 0, body=body)]
    found = {one.path: one for record in data for one in template.unprinted(record, body=body)}
    yield from map(str, found.values())
    if not found:
        yield f"allt i {meeting} skrivs ut."


def problems_of(path: Path) -> tuple[Fault, ...]:
    """Every fault of one file."""
    try:
        if existing(path).suffix.lower() in YAML_SUFFIXES:
            from protokollant.records import load_record

            record = load_record(path)
            if isinstance(record, Meeting):
                from protokollant.pipeline.year_around import breaches

                return breaches(path)
            return ()
        if path.suffix.lower() == ".docx":
            from protokollant.renderer import Template

            return Template(path).problems()
    except ProtokollantError as error:
        return error.faults
    return (
        Fault(
            "kan inte kontrolleras.",
            Place(str(path)),
            "Ange en mötesfil (.yaml) eller en Wordmall (.docx).",
        ),
    )
