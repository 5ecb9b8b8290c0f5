"""How filling grows: rows of one table, documents on two threads or processes, memory."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import Any

from protokollant.renderer import Template
from tests.bench.filling import through_docxtpl
from tests.bench.meetings import meeting, template
from tests.bench.pairs import Table

_SIZES = (10, 100, 1_000, 10_000)
_WORKERS = 2


def rows(rounds: int) -> Table:
    """One document with ever more table rows, through docxtpl too; both in turn."""
    source = template()
    ours = Template(source)
    told = []
    for size in _SIZES:
        pairs = []
        for number in range(rounds if size == _SIZES[-1] else 3 * rounds):
            values = meeting(number, size)
            pairs.append(
                (
                    _seconds(ours.render, values),
                    _seconds(lambda v: through_docxtpl(source, v), values),
                )
            )
        mine, theirs = (statistics.median(one) for one in zip(*pairs, strict=True))
        told.append(
            (
                f"{size}",
                f"{mine * 1000:.1f}",
                f"{mine / size * 1e6:.0f}",
                f"{theirs * 1000:.0f}",
                f"{statistics.median(b / a for a, b in pairs):.1f}",
            )
        )
    head = ("rows", "ms", "µs a row", "docxtpl, ms", "times faster")
    return Table("rows", head, told, (f"{rounds} pairs at 10 000 rows, {3 * rounds} below.",))


def _seconds(work: Callable[[Any], object], value: Any) -> float:
    begun = time.perf_counter()
    work(value)
    return time.perf_counter() - begun


def batch(documents: int, rounds: int) -> Table:
    """A batch by one, by two threads and by two processes, in turn."""
    work = {"one": _alone}
    with (
        ThreadPoolExecutor(_WORKERS) as threads,
        ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as processes,
    ):
        work |= {
            "two threads": lambda n: _shared(threads, n),
            "two processes": lambda n: _shared(processes, n),
        }
        seconds: dict[str, list[float]] = {name: [] for name in work}
        for number in range(rounds + 1):
            for name, way in work.items():
                took = _seconds(way, documents)
                if number:
                    seconds[name].append(took)
    told = []
    for name, took in seconds.items():
        times = statistics.median(a / b for a, b in zip(seconds["one"], took, strict=True))
        told.append((name, f"{documents / statistics.median(took):.0f}", f"{times:.2f}"))
    remark = f"Batches of {documents} documents, {rounds} rounds; data made along the way."
    return Table("batch", ("by", "documents a second", "times one"), told, (remark,))


def _alone(documents: int) -> int:
    return _some(range(documents))


def _shared(workers: Executor, documents: int) -> int:
    shares: list[Sequence[int]] = [range(n, documents, _WORKERS) for n in range(_WORKERS)]
    return sum(workers.map(_some, shares))


def _some(numbers: Sequence[int]) -> int:
    """Fill the meetings of those numbers; a process opens its template once."""
    return sum(len(_template().render(meeting(number))) for number in numbers)


@cache
def _template() -> Template:
    return Template(template())


def resident() -> float:
    """The process's memory in MB; 0 where the system does not tell."""
    gc.collect()
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    except OSError:
        return 0.0
