"""Ways of doing the same thing, timed in turn on the same input, and told as tables."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Way = Callable[[Any], float]
"""Does the work for one input, and gives the seconds it took."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of results, as it is printed and as it stands in docs/performance.md."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    remarks: tuple[str, ...] = ()

    def markdown(self) -> str:
        """The table, its numbers to the right, and what is to be said of it."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        rule = tuple("-" * w if not n else "-" * (w - 1) + ":" for n, w in enumerate(widths))
        lines = [
            "| " + " | ".join(_padded(row, widths)) + " |" for row in (self.head, rule, *self.rows)
        ]
        return "\n".join(lines + [f"\n{remark}" for remark in self.remarks])


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if number else cell.ljust(width)


def timed(work: Callable[[Any], object]) -> Way:
    """A function of this process as something to time."""

    def run(value: Any) -> float:
        begun = time.perf_counter()
        work(value)
        return time.perf_counter() - begun

    return run


def in_a_row(way: Way) -> Way:
    """The way, for several inputs one after the other: the mean of what they took."""
    return lambda values: statistics.fmean(map(way, values))


def interleaved(
    ways: dict[str, Way], inputs: Iterable[Any], warm: int = 0
) -> dict[str, list[float]]:
    """The seconds of every way for every input, in turn; the first `warm` rounds don't count.

    The order is drawn anew each round: who comes after a heavy one finds the processor's caches
    full of what that one left.
    """
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    dice, order = random.Random(1), list(ways)
    for number, value in enumerate(inputs):
        dice.shuffle(order)
        for name in order:
            took = ways[name](value)
            if number >= warm:
                seconds[name].append(took)
    return seconds


def ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    """The median of how many times faster, pair by pair."""
    return statistics.median(a / b for a, b in zip(slow, fast, strict=True))


def milliseconds(seconds: Sequence[float]) -> tuple[str, str]:
    """The median, and the range without the tenth at either end."""
    ordered = sorted(seconds)
    tenth = len(ordered) // 10
    low, high = ordered[tenth] * 1000, ordered[-1 - tenth] * 1000
    return f"{statistics.median(ordered) * 1000:.2f}", f"{low:.2f}–{high:.2f}"
