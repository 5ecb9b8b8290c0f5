"""The error family: every fault a user can meet, each with its place and its remedy.

    ProtokollantError            exit code 1
    ├── ReadError           1    a source document cannot be read as text
    ├── RecordError         1    a YAML file does not describe a meeting
    ├── TemplateError       1    a Word template is wrong, or the data does not fit it
    ├── ComposeError        1    the meetings given do not yield the document asked for
    ├── OutputError         2    the result cannot be written where it was asked for
    └── EngineError         3    an outside program is missing or failed

Messages and remedies are Swedish sentences: they are shown to the secretary as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file: a line, and/or a place in words ("sidhuvudet", "tabell 2, rad 3")."""

    file: str = ""
    line: int | None = None
    where: str = ""

    def __str__(self) -> str:
        line = f"rad {self.line}" if self.line is not None else ""
        return ", ".join(part for part in (self.file, line, self.where) if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: what, where, and what to do about it."""

    message: str
    place: Place = field(default_factory=Place)
    remedy: str = ""

    def __str__(self) -> str:
        place = str(self.place)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} {self.remedy}" if self.remedy else text


class ProtokollantError(Exception):
    """One or more faults, told together. `str()` gives one line a fault."""

    exit_code = 1

    def __init__(
        self,
        faults: str | Fault | Sequence[Fault],
        *,
        place: Place | None = None,
        remedy: str = "",
    ) -> None:
        if isinstance(faults, str):
            faults = Fault(faults, place or Place(), remedy)
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def located(self, file: str) -> Self:
        """The same error, with the file's name on the faults that have none."""
        return type(self)(
            [
                fault if fault.place.file else replace(fault, place=replace(fault.place, file=file))
                for fault in self.faults
            ]
        )

    @property
    def place(self) -> Place:
        """Where the first fault is."""
        return self.faults[0].place

    @property
    def remedy(self) -> str:
        """What to do about the first fault."""
        return self.faults[0].remedy


class ReadError(ProtokollantError):
    """A source document cannot be read as text."""


class RecordError(ProtokollantError):
    """A YAML file does not describe a meeting; carries every fault of the file."""


class TemplateError(ProtokollantError):
    """A Word template is wrong, or the data does not fit it."""


class ComposeError(ProtokollantError):
    """The meetings given do not yield the document asked for."""


class OutputError(ProtokollantError):
    """The result cannot be written where it was asked for; nothing was changed."""

    exit_code = 2


class EngineError(ProtokollantError):
    """An outside program is missing or failed."""

    exit_code = 3
