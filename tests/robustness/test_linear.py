"""Reading takes time in proportion to the text, whatever it holds much of.

Four times the lines take four times as long when the work is linear, sixteen times when every
line is held against every other. The limit stands midway, and a busy machine gets more tries.
"""

from __future__ import annotations

import pytest

from tests.robustness.growth import GROWING, seconds_to_read

FEW = 200
LIMIT = 9
TRIES = 4


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_lines_take_about_four_times_as_long(name: str) -> None:
    few, many = GROWING[name](FEW), GROWING[name](4 * FEW)
    seconds_to_read(few)  # what is made at the first use is not what is measured
    ratios = []
    for _ in range(TRIES):
        ratios.append(seconds_to_read(many) / max(seconds_to_read(few), 0.002))
        if ratios[-1] < LIMIT:
            return
    pytest.fail(f"{name}: {ratios}")
