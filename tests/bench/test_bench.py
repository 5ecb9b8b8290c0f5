"""What the bench holds the engines against is what it says it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from protokollant.renderer import Template
from protokollant.renderer.deflate import ZLIB
from tests.bench.__main__ import DOCUMENT
from tests.bench.filling import said, through_docxtpl
from tests.bench.floor import floor_of
from tests.bench.meetings import meeting, template
from tests.bench.pairs import Table, interleaved, ratio


@pytest.mark.parametrize("number", range(3))
def test_the_floor_writes_the_same_text_to_the_byte(number: int) -> None:
    source = template()
    with zipfile.ZipFile(io.BytesIO(Template(source).render(meeting(number)))) as made:
        for name, part in floor_of(source, ZLIB).parts(meeting(number)).items():
            assert made.read(name) == part


def test_docxtpl_prints_the_same() -> None:
    source = template()
    assert said(Template(source).render(meeting(1))) == said(through_docxtpl(source, meeting(1)))


def test_meetings_differ_and_come_again() -> None:
    assert meeting(1) == meeting(1) != meeting(2)


def test_ways_are_timed_in_turn_and_compared_pair_by_pair() -> None:
    order: list[str] = []

    def way(name: str, seconds: float) -> float:
        order.append(name)
        return seconds

    found = interleaved({"a": lambda n: way("a", 4 * n), "b": lambda n: way("b", n)}, [9, 1, 2], 1)
    assert found == {"a": [4, 8], "b": [1, 2]}
    assert [set(order[n : n + 2]) for n in (0, 2, 4)] == [{"a", "b"}] * 3
    assert ratio(found["a"], found["b"]) == 4


def test_every_table_has_a_place_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for name in ("machine", "documents", "ratios", "rows", "batch", "soak", "cold", "cold ratios"):
        assert text.count(f"<!-- {name} -->") == text.count(f"<!-- /{name} -->") == 1


def test_a_table_is_written_with_its_numbers_to_the_right() -> None:
    table = Table("t", ("what", "ms"), [("one", "1.0")], ("Twice.",))
    assert table.markdown() == "| what |  ms |\n| ---- | --: |\n| one  | 1.0 |\n\nTwice."
