"""Word documents → PDF: one, or many in several processes, where what is done is not done again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from protokollant.errors import EngineError, OutputError, Place, ProtokollantError
from protokollant.pipeline.enclosing import Enclosing, enclosed
from protokollant.pipeline.load import existing
from protokollant.pipeline.made import Made, Track
from protokollant.pipeline.output import write_files
from protokollant.pipeline.side_by_side import side_by_side
from protokollant.printers import (
    Extras,
    Printed,
    identifier,
    identifier_in,
    print_many,
    print_pdf,
)

BATCH = 20
"""Documents a call of LibreOffice, which starts slowly and then prints fast."""

_LANGUAGE = "sv-SE"
_MOST_WORKERS = 64

Outcome = Printed | ProtokollantError


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
    workers: int = 1,
    track: Track = iter,
) -> Made:
    """Write the PDF of each Word document beside it, or into the folder `output`.

    A document that fails does not stop the others. One whose PDF is there already, made of the same
    document in the same way, is skipped unless `force`, so that an interrupted run can be taken up.
    `enclosing` goes with the only one. `workers` is how many processes share the work.
    """
    if not 1 <= workers <= _MOST_WORKERS:
        raise OutputError(
            f"{workers} processer går inte.",
            place=Place("-j"),
            remedy=f"Välj 1 till {_MOST_WORKERS}.",
        )
    extras = _extras(paths, enclosing)
    chosen = _Choice(output, engine, archive, force or bool(extras))
    jobs = chosen.jobs(paths, extras)
    size = BATCH if engine == "libreoffice" else 1
    done = side_by_side(_printed, _batches(jobs, size), min(workers, len(paths)))
    made = Made()
    for _, (path, outcome) in zip(track(paths), _told(done, chosen), strict=True):
        made += outcome if isinstance(outcome, Made) else chosen.written(path, outcome, force)
    return made


@dataclass(frozen=True, slots=True)
class _Job:
    """A document to print: where it lies and its bytes."""

    path: Path
    docx: bytes
    engine: str
    archive: str | None
    extras: tuple[Extras, ...]


@dataclass(slots=True)
class _Choice:
    """How a run was asked for, and what became of the documents that need no printing."""

    output: Path | None
    engine: str
    archive: str | None
    anew: bool
    settled: list[tuple[Path, Made]] = field(default_factory=list)

    def target(self, path: Path) -> Path:
        """Where a document's PDF goes."""
        return (self.output or path.parent) / f"{path.stem}.pdf"

    def jobs(self, paths: Sequence[Path], extras: tuple[Extras, ...]) -> Iterator[_Job]:
        """The documents to print; the others are settled at once."""
        targets: set[Path] = set()
        for path in paths:
            target = self.target(path)
            try:
                docx = _source(path, target, targets)
            except ProtokollantError as error:
                self.settled.append((path, _failed(error, path)))
                continue
            wanted = identifier(docx, self.engine, self.archive, _LANGUAGE, "")
            if not self.anew and identifier_in(target) == wanted:
                self.settled.append((path, Made(skipped=(target,))))
            else:
                yield _Job(path, docx, self.engine, self.archive, extras)

    def written(self, path: Path, outcome: Outcome, force: bool) -> Made:
        """The PDF on disk, or why it is not."""
        target = self.target(path)
        if isinstance(outcome, ProtokollantError):
            return _failed(outcome, path)
        try:
            write_files({target: outcome.pdf}, force=force)
        except ProtokollantError as error:
            return _failed(error, path)
        return Made(files=(target,), remarks=tuple(f"{path}: {r}" for r in outcome.remarks))


def _printed(jobs: Sequence[_Job]) -> tuple[Outcome, ...]:
    """The PDFs of documents that are drawn together; runs in any process."""
    first = jobs[0]
    return print_many(
        [job.docx for job in jobs],
        engine=first.engine,
        archive=first.archive,
        language=_LANGUAGE,
        extras=first.extras,
    )


def _told(
    done: Iterable[tuple[Sequence[_Job], tuple[Outcome, ...] | None]], chosen: _Choice
) -> Iterator[tuple[Path, Outcome | Made]]:
    """Every document with what became of it, as it becomes known."""
    for jobs, outcomes in done:
        yield from _emptied(chosen.settled)
        crashed = EngineError(
            "PDF-motorn kraschade på dokumentet.", remedy="Försök med --engine libreoffice."
        )
        for job, outcome in zip(jobs, outcomes or (crashed,) * len(jobs), strict=True):
            yield job.path, outcome
    yield from _emptied(chosen.settled)


def _emptied(settled: list[tuple[Path, Made]]) -> Iterator[tuple[Path, Made]]:
    while settled:
        yield settled.pop(0)


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


def _batches(jobs: Iterable[_Job], size: int) -> Iterator[list[_Job]]:
    remaining = iter(jobs)
    while batch := list(islice(remaining, size)):
        yield batch


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


def _failed(error: ProtokollantError, path: Path) -> Made:
    return Made(faults=error.located(str(path)).faults, exit_code=error.exit_code)
