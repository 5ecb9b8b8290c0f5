"""Documents a second: 300 differing meetings through every engine in turn, and the floor."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import docx
from docxtpl import DocxTemplate

from protokollant.renderer import Template
from protokollant.renderer.deflate import ISAL, ZLIB
from tests.bench import node
from tests.bench.floor import floor_of
from tests.bench.meetings import BRACES, meeting, template, with_named_texts
from tests.bench.pairs import Table, Way, in_a_row, interleaved, milliseconds, ratio, timed

IN_A_ROW = 5
"""Documents that a way fills before the next one's turn, as a batch does."""

WARM = 5
"""Rounds that are not counted: what is compiled while running is to be warm."""

_GOALS = {
    ("docxtpl", "protokollant, zlib"): "≥ 25",
    ("docxtpl", "protokollant, isal"): "≥ 40",
    ("docxtemplater", "protokollant, zlib"): "≥ 12",
    ("easy-template-x", "protokollant, zlib"): "≥ 8",
    ("protokollant, zlib", "floor, zlib"): "≤ 1.7",
    ("protokollant, isal", "floor, isal"): "",
}


def through_docxtpl(source: bytes, values: dict[str, Any]) -> bytes:
    """One document as docxtpl makes it: a fresh template each time, as its docs say."""
    document = DocxTemplate(io.BytesIO(source))
    document.render(values, autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def filling(documents: int) -> list[Table]:
    """Time every engine on the same meetings."""
    with _ways() as (ways, remarks):
        rounds = (
            [meeting(number * IN_A_ROW + n) for n in range(IN_A_ROW)]
            for number in range(documents // IN_A_ROW + WARM)
        )
        batches = {name: in_a_row(way) for name, way in ways.items()}
        seconds = interleaved(batches, rounds, WARM)
    times = [(name, *milliseconds(took)) for name, took in seconds.items()]
    ratios = [
        (f"{slow} / {fast}", f"{ratio(seconds[slow], seconds[fast]):.1f}", goal)
        for (slow, fast), goal in _GOALS.items()
        if slow in seconds and fast in seconds
    ]
    return [
        Table("documents", ("a document", "median, ms", "eight tenths, ms"), times, remarks),
        Table("ratios", ("how many times", "median of pairs", "goal"), ratios),
    ]


@contextmanager
def _ways() -> Iterator[tuple[dict[str, Way], tuple[str, ...]]]:
    """Everything there is to time, each held against the same text first."""
    source = template()
    documents: dict[str, Callable[[dict[str, Any]], bytes]] = {
        "docxtpl": lambda values: through_docxtpl(source, values)
    }
    ways: dict[str, Way] = {}
    for deflate in filter(None, (ZLIB, ISAL)):
        documents[f"protokollant, {deflate.name}"] = Template(source, deflate=deflate).render
        ways[f"floor, {deflate.name}"] = timed(floor_of(source, deflate))
    ways |= {name: timed(make) for name, make in documents.items()}
    remarks = [] if ISAL else ["isal is not installed (`pip install '.[fast]'`)."]
    with ExitStack() as running:
        try:
            for engine in _node_engines(running):
                ways[engine.name] = lambda values, e=engine: e(with_named_texts(values))
                documents[engine.name] = lambda values, e=engine: e.document(
                    with_named_texts(values)
                )
        except node.NoNodeError as why:
            remarks.append(f"The engines for Node are left out: {why}.")
        _say_the_same(documents)
        yield ways, tuple(remarks)


def _node_engines(running: ExitStack) -> Iterator[node.NodeEngine]:
    folder = node.install()
    path = Path(running.enter_context(tempfile.TemporaryDirectory())) / "template.docx"
    path.write_bytes(template(BRACES))
    for name in node.ENGINES:
        engine = node.start(name, path, folder)
        running.callback(engine.close)
        yield engine


def _say_the_same(documents: dict[str, Callable[[dict[str, Any]], bytes]]) -> None:
    """Every engine has to print the same paragraphs and cells, or they do not do the same work."""
    values = meeting(1)
    texts = {name: said(make(values)) for name, make in documents.items()}
    for name, text in texts.items():
        if text != texts["docxtpl"]:
            raise AssertionError(f"{name} does not print what docxtpl prints")


def said(content: bytes) -> list[str]:
    """The paragraphs and cells of a document, whatever its XML."""
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    paragraphs = [*document.paragraphs, *section.header.paragraphs, *section.footer.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [text for paragraph in paragraphs if (text := paragraph.text.strip())] + cells
