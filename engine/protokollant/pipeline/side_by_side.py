"""Jobs → their outcomes, in several processes; one that crashes its process stops no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

J = TypeVar("J")
R = TypeVar("R")

_AHEAD = 2
"""Jobs handed out for each process, so that none waits and few are held in memory."""


def side_by_side(
    task: Callable[[J], R], jobs: Iterable[J], workers: int
) -> Iterator[tuple[J, R | None]]:
    """Each job with its outcome, as they come; None when its process died over it.

    `task` must be a function of a module, for other processes to find it. With one worker
    everything happens in this process, in order.
    """
    if workers <= 1:
        yield from ((job, task(job)) for job in jobs)
        return
    remaining = iter(jobs)
    suspects: list[J] = []
    with _pool(workers) as pool:
        yield from _shared(pool, task, remaining, workers * _AHEAD, suspects)
    while suspects:
        # Which of them it was is not known: one at a time it shows.
        with _pool(1) as pool:
            yield from _alone(pool, task, suspects)
    if (left := list(remaining)) != []:
        yield from side_by_side(task, left, workers)


def _shared(
    pool: ProcessPoolExecutor,
    task: Callable[[J], R],
    jobs: Iterator[J],
    most: int,
    suspects: list[J],
) -> Iterator[tuple[J, R | None]]:
    """Outcomes until the jobs are done or a process dies; those it may have died over, kept."""
    waiting: dict[Future[R], J] = {}
    broken = False
    while not broken:
        for job in jobs:
            try:
                waiting[pool.submit(task, job)] = job
            except BrokenProcessPool:
                suspects.append(job)
                broken = True
            if broken or len(waiting) >= most:
                break
        if not waiting:
            return
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            job = waiting.pop(future)
            try:
                yield job, future.result()
            except BrokenProcessPool:
                suspects.append(job)
                broken = True
    for future, job in waiting.items():
        try:
            yield job, future.result()
        except BrokenProcessPool:
            suspects.append(job)


def _alone(
    pool: ProcessPoolExecutor, task: Callable[[J], R], suspects: list[J]
) -> Iterator[tuple[J, R | None]]:
    """Outcomes one after the other, until one is None because it ended the process."""
    while suspects:
        job = suspects.pop(0)
        try:
            outcome = pool.submit(task, job).result()
        except BrokenProcessPool:
            yield job, None
            return
        yield job, outcome


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned: a copy of this process would copy its progress bar's thread half-way.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_follow_parent)


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it ends, however that happens."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
