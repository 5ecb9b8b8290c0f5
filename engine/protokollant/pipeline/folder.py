"""The working folder one stands in → its meetings, so that commands need no arguments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from protokollant.errors import Place, ReadError
from protokollant.model import Body
from protokollant.pipeline.annual import meeting_files, open_year
from protokollant.pipeline.load import REGISTER, YAML_SUFFIXES, Opened, find_register
from protokollant.records import load_body


def working_folder() -> Path:
    """The folder with organ.yaml that one stands in, or any above; raises ReadError."""
    here = Path.cwd() / REGISTER
    register = find_register(here, folders=len(here.parents))
    if register is None:
        raise ReadError(
            "här finns ingen arbetsmapp.",
            place=Place(str(Path.cwd())),
            remedy=f"Gå till mappen med {REGISTER}, eller gör en med «protokollant new».",
        )
    return register.parent


def meetings_in(folder: Path) -> dict[Path, Opened]:
    """The meetings of the folder by file, in order of date; raises with every file's faults."""
    files = list(meeting_files([folder]))
    opened = open_year(files)
    paired = zip(files, opened, strict=True)
    return dict(sorted(paired, key=lambda pair: str(pair[1].meeting.date or "")))


def minutes_in(folder: Path) -> list[Path]:
    """The files of all minutes in the folder, by date."""
    return [path for path, one in meetings_in(folder).items() if one.meeting.kind == "minutes"]


def everything(folder: Path) -> list[Path]:
    """What can be checked in the folder: register, meetings, own templates."""
    typed = [path for path in meeting_files([folder]) if path.suffix.lower() in YAML_SUFFIXES]
    return [folder / REGISTER, *typed, *sorted((folder / "mallar").glob("*.docx"))]


def latest_minutes(folder: Path) -> Path:
    """The file of the last meeting with minutes."""
    found = minutes_in(folder)
    if not found:
        raise _nothing(folder, "inga anteckningar", "Skriv ett möte, eller läs in med «read».")
    return found[-1]


def coming_agenda(folder: Path) -> Path:
    """The file of the last agenda in the folder whose meeting has no minutes yet."""
    meetings = meetings_in(folder)
    held = {one.meeting.date for one in meetings.values() if one.meeting.kind == "minutes"}
    found = [
        path
        for path, one in meetings.items()
        if one.meeting.kind == "agenda"
        and path.suffix.lower() in YAML_SUFFIXES
        and (one.meeting.date is None or one.meeting.date not in held)
    ]
    if not found:
        raise _nothing(folder, "ingen dagordning", "Gör den med «protokollant next».")
    return found[-1]


def chosen(paths: Sequence[Path]) -> list[Path]:
    """The files named, those of folders named, or all of the folder one stands in."""
    return list(meeting_files(paths or [working_folder()]))


def register_of(paths: Sequence[Path]) -> tuple[Body | None, Path | None]:
    """The organ and its folder, of the first path that lies in one."""
    for path in paths:
        if register := find_register(path / REGISTER if path.is_dir() else path):
            return load_body(register), register.parent
    return None, None


def this_year(today: dt.date | None = None) -> int:
    """The year that an annual report is written of when none is named: the last one until May."""
    today = today or dt.date.today()
    return today.year - (today.month < 6)


def _nothing(folder: Path, what: str, remedy: str) -> ReadError:
    return ReadError(f"mappen har {what}.", place=Place(str(folder)), remedy=remedy)
