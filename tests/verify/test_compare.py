"""The measure of `make verify`: alike is nothing apart, and every kind of difference is seen."""

from __future__ import annotations

import pytest

from protokollant.printers import print_pdf
from protokollant.printers.sheets import Row, sheet
from tests.verify.compare import likeness, picture_beside


def printed(*lines: str, breaks: int = 0) -> bytes:
    rows = [Row(line, new_page=place == breaks > 0) for place, line in enumerate(lines)]
    return print_pdf(sheet(rows)).pdf


LINES = tuple(f"Rad {number} med några ord till" for number in range(30))


def test_a_pdf_is_like_itself() -> None:
    pdf = printed(*LINES, breaks=12)
    found = likeness(pdf, pdf)
    assert (found.pages, found.letters, found.shift, found.looks) == ((2, 2), 0, 0, 0.0)
    assert found.is_close
    assert found.breaks_alike


def test_a_missing_word_is_seen() -> None:
    assert likeness(printed("en två"), printed("en")).letters == 3


@pytest.mark.parametrize(("line", "alike"), [(13, True), (20, False)])
def test_page_breaks_may_lie_a_line_apart(line: int, alike: bool) -> None:
    found = likeness(printed(*LINES, breaks=12), printed(*LINES, breaks=line))
    assert found.breaks_alike is alike
    assert found.letters == 0


def test_another_number_of_pages_is_seen() -> None:
    assert not likeness(printed(*LINES), printed(*LINES, breaks=5)).is_close


def test_another_look_of_the_same_text_is_seen() -> None:
    small, large = (
        print_pdf(sheet([Row(line, heading=big) for line in LINES[:20]])).pdf
        for big in (False, True)
    )
    assert not likeness(small, large).is_close


def test_both_are_in_the_picture_for_a_person() -> None:
    assert picture_beside(printed("en"), printed("två")).startswith(b"\x89PNG")
