"""Word documents → PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from protokollant.errors import Fault, ProtokollantError
from protokollant.pipeline.load import existing
from protokollant.pipeline.made import Made, Track
from protokollant.pipeline.output import write_files
from protokollant.printers import print_pdf


def to_pdf(docx: bytes, *, archive: str | None = None, engine: str = "auto") -> bytes:
    """The PDF of a Word document; `archive` is the PDF/A level asked for, as in "2a".

    Raises EngineError when the engine is missing or fails, TemplateError when `docx` is none.
    """
    return print_pdf(docx, engine=engine, archive=archive).pdf


def pdf(
    paths: Sequence[Path],
    output: Path | None = None,
    *,
    engine: str = "auto",
    archive: str | None = None,
    force: bool = False,
    track: Track = iter,
) -> Made:
    """Write the PDF of each Word document beside it, or into the folder `output`.

    A document that fails does not stop the others.
    """
    made = Made()
    for path in track(paths):
        try:
            printed = print_pdf(existing(path).read_bytes(), engine=engine, archive=archive)
            target = (output or path.parent) / f"{path.stem}.pdf"
            write_files({target: printed.pdf}, force=force)
        except ProtokollantError as error:
            made += Made(faults=_named(error, path), exit_code=error.exit_code)
        else:
            made += Made(files=(target,), remarks=tuple(f"{path}: {r}" for r in printed.remarks))
    return made


def _named(error: ProtokollantError, path: Path) -> tuple[Fault, ...]:
    """The faults with the file's name, where they have none."""
    return tuple(
        fault if fault.place.file else replace(fault, place=replace(fault.place, file=str(path)))
        for fault in error.faults
    )
