"""A file of any kind → meeting, with the register of its organ where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from protokollant.errors import Place, ReadError
from protokollant.model import Body, Meeting
from protokollant.records import load_body, load_meeting

YAML_SUFFIXES = frozenset({".yaml", ".yml"})
REGISTER = "organ.yaml"
INBOX = "förslag.yaml"
"""Points that somebody has proposed for a coming meeting."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A meeting with what belongs to it: its organ, its working folder, doubts when read."""

    meeting: Meeting
    body: Body | None = None
    folder: Path | None = None
    remarks: tuple[str, ...] = ()


def open_meeting(path: Path) -> Opened:
    """Open a meeting from YAML, or by reading an old document.

    Raises ReadError or RecordError.
    """
    register = find_register(path)
    body = load_body(register) if register else None
    folder = register.parent if register else None
    if path.suffix.lower() in YAML_SUFFIXES:
        return Opened(load_meeting(existing(path)), body, folder)
    from protokollant.pipeline.read import read_document

    reading = read_document(path)
    remarks = tuple(
        f"{Place(str(path), warning.line)}: {warning.message}" for warning in reading.warnings
    )
    return Opened(reading.meeting, body, folder, remarks)


def existing(path: Path) -> Path:
    """The path, when there is a file; else ReadError with what a person can do."""
    if path.is_dir():
        raise ReadError(
            "är en mapp, inte en fil.", place=Place(str(path)), remedy="Ange filen i mappen."
        )
    if not path.exists():
        raise ReadError(
            "filen finns inte.", place=Place(str(path)), remedy="Kontrollera namn och mapp."
        )
    return path


def find_register(path: Path, *, folders: int = 3) -> Path | None:
    """The `organ.yaml` of the working folder that a file lies in: in one of so many folders.

    They are its own and those above; further up lies what has nothing to do with it. The answer is
    relative to the current folder where it lies below it, so that messages stay short.
    """
    here = Path.cwd()
    for folder in path.absolute().parents[:folders]:
        register = folder / REGISTER
        if register.is_file():
            return register.relative_to(here) if register.is_relative_to(here) else register
    return None
