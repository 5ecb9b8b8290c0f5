"""No regular expression of the package runs away on a hostile text.

Guaranteed: on the hostile texts made for each of its repeats, no pattern takes more than about
quadratic time, however it is used. What is read line by line is linear in the number of lines all
the same; tests/robustness/test_linear.py holds the whole reader to that.
"""

from __future__ import annotations

import re

import pytest

from tests.robustness.patterns import all_patterns, hostile_texts, seconds_for

LENGTH = 300
# 300² steps take a thousandth of a second, 300³ a third of one at the least, 2³⁰⁰ for ever.
MOST_SECONDS = 0.1
PATTERNS = all_patterns()


@pytest.mark.parametrize("place", PATTERNS)
def test_no_text_makes_a_pattern_run_away(place: str) -> None:
    pattern = PATTERNS[place]
    for length in (20, 30, LENGTH):  # an exponential one shows before it takes for ever
        for text in hostile_texts(pattern, length):
            seconds = seconds_for(pattern, text)
            if seconds > MOST_SECONDS:  # once more: the machine may have been busy
                seconds = min(seconds, seconds_for(pattern, text))
            assert seconds < MOST_SECONDS, f"{seconds:.2f} s: {pattern.pattern}\n{text!r}"


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+b", r"(?:a|a)*b", r"\s*\s*\s*x", r"(?:^|\s+)(?:extra)?\s*(?:års)?\s*möte",
     r"x(?:\w+\s*)*y"],
)  # fmt: skip
def test_the_check_sees_a_pattern_that_runs_away(pattern: str) -> None:
    compiled = re.compile(pattern)

    def is_slow() -> bool:
        lengths = (20, 24, 28, LENGTH)
        return any(
            seconds_for(compiled, text) > MOST_SECONDS
            for length in lengths
            for text in hostile_texts(compiled, length)
        )

    assert is_slow()


def test_the_check_finds_the_patterns_of_tables_caches_and_calls() -> None:
    places = " ".join(PATTERNS)
    for module in ("swedish.date_forms", "parser.attendance_words", "parser.labels", "readers"):
        assert module in places
    assert len(PATTERNS) > 200
