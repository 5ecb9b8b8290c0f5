"""Jobs in several processes: all are done, and one that kills its process stops no other."""

from __future__ import annotations

import os

import pytest

from protokollant.pipeline.side_by_side import side_by_side

FATAL = 7


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    if number % 10 == FATAL:
        os._exit(1)
    return 2 * number


@pytest.mark.parametrize("workers", [1, 2])
def test_every_job_has_its_outcome(workers: int) -> None:
    done = side_by_side(double, range(9), workers)
    assert sorted(done) == [(number, 2 * number) for number in range(9)]


def test_a_job_that_kills_its_process_is_the_only_one_without_outcome() -> None:
    done = dict(side_by_side(double_or_die, range(20), 2))
    assert sorted(done) == list(range(20))
    assert [number for number in sorted(done) if done[number] is None] == [FATAL, 10 + FATAL]


def test_jobs_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def jobs() -> object:
        for number in range(50):
            taken.append(number)
            yield number

    done = side_by_side(double, jobs(), 2)  # type: ignore[arg-type]
    next(done)
    assert len(taken) < 10
    done.close()  # type: ignore[attr-defined]
