"""What a command has to tell when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from protokollant.errors import Fault

Track = Callable[[Iterable[Path]], Iterable[Path]]
"""Wraps an iteration over files so that somebody can show how far it has come."""


@dataclass(frozen=True, slots=True)
class Made:
    """Files written, files set aside for them, remarks for the secretary, and what failed.

    `faults` are those of single files in a batch whose other files were done; `skipped` were there
    already, made of the same input.
    """

    files: tuple[Path, ...] = ()
    set_aside: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    exit_code: int = 0
    text: str = ""
    skipped: tuple[Path, ...] = ()

    def __add__(self, other: Made) -> Made:
        return Made(
            self.files + other.files,
            self.set_aside + other.set_aside,
            self.remarks + other.remarks,
            self.faults + other.faults,
            max(self.exit_code, other.exit_code),
            self.text + other.text,
            self.skipped + other.skipped,
        )
