"""A meeting file or a Word template → its faults, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from protokollant.errors import Fault, Place, ProtokollantError
from protokollant.pipeline.load import YAML_SUFFIXES, existing
from protokollant.pipeline.made import Made


def check(paths: Sequence[Path]) -> Made:
    """Check each file; faults of every file are told together, and nothing is written."""
    made = Made()
    for path in paths:
        faults = problems_of(path)
        text = "" if faults else f"{path}: inga fel.\n"
        made += Made(faults=faults, exit_code=1 if faults else 0, text=text)
    return made


def problems_of(path: Path) -> tuple[Fault, ...]:
    """Every fault of one file."""
    try:
        if existing(path).suffix.lower() in YAML_SUFFIXES:
            from protokollant.records import load_record

            load_record(path)
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
