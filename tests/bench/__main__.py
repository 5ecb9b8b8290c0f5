"""`python -m tests.bench [--full]`: every table of docs/performance.md, measured here and now.

The tables are printed, and written into the document between its marks.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.bench import node
from tests.bench.cold import cold
from tests.bench.filling import filling
from tests.bench.pairs import Table
from tests.bench.scaling import batch, rows
from tests.bench.soak import soak

DOCUMENT = Path(__file__).parents[2] / "docs" / "performance.md"
_PACKAGES = ("docxtpl", "jinja2", "lxml", "python-docx", "isal")


def main(full: bool) -> None:
    """Measure and write; `full` takes more rounds, and the soak."""
    sections: list[Callable[[], list[Table]]] = [
        lambda: [_machine()],
        lambda: filling(300),
        lambda: [rows(5 if full else 1)],
        lambda: [batch(2000, 9 if full else 3)],
        lambda: cold(10),
    ]
    if full:
        sections.append(lambda: [soak(10_000)])
    for section in sections:
        for table in section():
            print(f"\n{table.markdown()}", flush=True)
            _write(table)


def _machine() -> Table:
    """The processor and the versions, as far as they say anything about speed."""
    told = [("processor", f"{_processor()}, {os.cpu_count()} cores")]
    told.append(("Python", f"{platform.python_version()} ({platform.system()})"))
    told += list(_versions())
    return Table("machine", ("what", "which"), told)


def _versions() -> Iterator[tuple[str, str]]:
    for name in _PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"
    try:
        folder = node.install()
    except node.NoNodeError as why:
        yield "Node", str(why)
        return
    for name in node.ENGINES:
        yield name, node.version(folder, name)


def _processor() -> str:
    try:
        listing = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"^model name\s*:\s*(.+)$", listing, re.MULTILINE)
    return found.group(1).strip() if found else platform.machine()


def _write(table: Table) -> None:
    """Put the table between its marks in the document."""
    start, end = f"<!-- {table.name} -->", f"<!-- /{table.name} -->"
    text = DOCUMENT.read_text(encoding="utf-8")
    before, found, rest = text.partition(start)
    _, found_end, after = rest.partition(end)
    if not (found and found_end):
        raise LookupError(f"{DOCUMENT.name} has no place for the table {table.name}")
    DOCUMENT.write_text(f"{before}{start}\n{table.markdown()}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    main("--full" in sys.argv[1:])
