"""A hundred documents of four pages and one cold command: ours and LibreOffice's, timed in turn."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from protokollant.pipeline.pdf import pdf
from protokollant.printers import ENGINES
from tests.bench.pairs import Table
from tests.verify.documents import long_document

DOCUMENTS = 100
ROUNDS = 3


def measured(documents: int = DOCUMENTS, rounds: int = ROUNDS) -> list[Table]:
    """The table of times, and how many times as fast ours is, against the goals."""
    docx = long_document()
    with tempfile.TemporaryDirectory() as name:
        paths = [Path(name) / f"{number:03}.docx" for number in range(documents)]
        for path in paths:
            path.write_bytes(docx)
        ways: dict[str, Callable[[], object]] = {
            "LibreOffice, one call": lambda: _libreoffice(docx, documents),
            "rdocx alone, one process": lambda: _embedded(docx, documents),
            "protokollant pdf": lambda: _ours(paths, 1),
            "protokollant pdf -j 2": lambda: _ours(paths, 2),
            "LibreOffice, cold, one document": lambda: _libreoffice(docx, 1),
            "protokollant pdf, cold, one document": lambda: _cold(paths[0]),
        }
        _libreoffice(docx, 1)
        seconds = {way: [0.0] * rounds for way in ways}
        for number in range(rounds):
            for way, run in ways.items():
                seconds[way][number] = _timed(run)
    return [_times(seconds), _ratios(seconds)]


def _times(seconds: dict[str, list[float]]) -> Table:
    rows = [
        (way, f"{median(taken):.2f}", f"{min(taken):.2f}–{max(taken):.2f}")
        for way, taken in seconds.items()
    ]
    return Table("pdf times", ("100 documents of 4 pages", "median, s", "range, s"), rows)


GOALS = (
    ("LibreOffice, one call", "rdocx alone, one process", ""),
    ("LibreOffice, one call", "protokollant pdf", "≥ 4"),
    ("LibreOffice, one call", "protokollant pdf -j 2", "≥ 7"),
    ("LibreOffice, cold, one document", "protokollant pdf, cold, one document", "≥ 5"),
)


def _ratios(seconds: dict[str, list[float]]) -> Table:
    rows = []
    for slow, fast, goal in GOALS:
        pairs = [a / b for a, b in zip(seconds[slow], seconds[fast], strict=True)]
        rows.append((f"{slow} / {fast}", f"{median(pairs):.2f}", goal))
    return Table("pdf ratios", ("how many times", "median of pairs", "goal"), rows)


def _timed(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _libreoffice(docx: bytes, documents: int) -> None:
    """One call with all the files, and nothing done to what it makes."""
    from protokollant.printers import libreoffice

    program = libreoffice.find_soffice()
    assert program is not None
    libreoffice._draw(program, [docx] * documents, 600)


def _embedded(docx: bytes, documents: int) -> None:
    ENGINES["rdocx"].draw([docx] * documents, timeout=600)


def _ours(paths: list[Path], workers: int) -> None:
    with tempfile.TemporaryDirectory() as out:
        made = pdf(paths, Path(out), engine="rdocx", workers=workers)
        assert len(made.files) == len(paths)


def _cold(path: Path) -> None:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "protokollant", "pdf", str(path), "-o", out]
        subprocess.run(command, check=True, capture_output=True)
