"""Word documents → PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from protokollant.errors import OutputError, Place, ProtokollantError
from protokollant.pipeline.enclosing import Enclosing, enclosed
from protokollant.pipeline.load import existing
from protokollant.pipeline.made import Made, Track
from protokollant.pipeline.output import write_files
from protokollant.printers import Extras, Printed, print_many, print_pdf

BATCH = 20
"""Documents a call of LibreOffice, which starts slowly and then prints fast."""


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
    enclosing: Enclosing | None = None,
    track: Track = iter,
) -> Made:
    """Write the PDF of each Word document beside it, or into the folder `output`.

    A document that fails does not stop the others. `enclosing` goes with the only one.
    """
    made = Made()
    extras = _extras(paths, enclosing)
    targets: set[Path] = set()
    for batch in _batches(track(paths), BATCH if engine == "libreoffice" else 1):
        sources: dict[Path, bytes] = {}
        for path in batch:
            try:
                sources[path] = _source(path, _target(path, output), targets)
            except ProtokollantError as error:
                made += _failed(error, path)
        printed = print_many(list(sources.values()), engine=engine, archive=archive, extras=extras)
        for path, one in zip(sources, printed, strict=True):
            made += _written(one, path, _target(path, output), force)
    return made


def _extras(paths: Sequence[Path], enclosing: Enclosing | None) -> tuple[Extras, ...]:
    if not enclosing:
        return ()
    if len(paths) > 1:
        raise OutputError(
            "bilagor hör till ett enda dokument.",
            place=Place("--attach"),
            remedy="Gör PDF av ett dokument i taget.",
        )
    return (enclosed(enclosing)[0],)


def _batches(paths: Iterable[Path], size: int) -> Iterator[list[Path]]:
    remaining = iter(paths)
    while batch := list(islice(remaining, size)):
        yield batch


def _target(path: Path, output: Path | None) -> Path:
    return (output or path.parent) / f"{path.stem}.pdf"


def _source(path: Path, target: Path, targets: set[Path]) -> bytes:
    """The document's bytes; OutputError when an earlier document of the call has its target."""
    content = existing(path).read_bytes()
    if target in targets:
        raise OutputError(
            f"skulle skriva över {target}, som kommer från en annan fil med samma namn.",
            remedy="Gör den för sig, i en annan mapp.",
        )
    targets.add(target)
    return content


def _written(printed: Printed | ProtokollantError, path: Path, target: Path, force: bool) -> Made:
    if isinstance(printed, ProtokollantError):
        return _failed(printed, path)
    try:
        write_files({target: printed.pdf}, force=force)
    except ProtokollantError as error:
        return _failed(error, path)
    return Made(files=(target,), remarks=tuple(f"{path}: {r}" for r in printed.remarks))


def _failed(error: ProtokollantError, path: Path) -> Made:
    return Made(faults=error.located(str(path)).faults, exit_code=error.exit_code)
