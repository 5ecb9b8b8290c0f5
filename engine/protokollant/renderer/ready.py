"""A compiled part and the data → its XML. All that filling needs, and nothing of the compiling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import CodeType, TracebackType
from typing import Any

from jinja2 import Environment
from jinja2 import Template as JinjaTemplate
from lxml import etree

from protokollant.renderer.breaks import split_at_breaks
from protokollant.renderer.filling import MAX_CHARACTERS, Filling, Host, LimitError, going_on
from protokollant.renderer.tidy import tidy

_CHUNK = 250
"""Pieces joined at a time, so that no join is much larger than the largest value."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What compiling a part comes to: plain values and one code object.

    `unsure` says that the part holds what may write XML that is not whole, so that it must be
    checked; `nested` that it has tables in tables.
    """

    name: str
    hosts: tuple[Host, ...]
    nested: bool
    unsure: bool
    names: frozenset[str]
    code: CodeType


class ReadyPart:
    """A part that can be filled any number of times."""

    __slots__ = ("_template", "compiled")

    def __init__(self, compiled: Compiled, env: Environment) -> None:
        self.compiled = compiled
        self._template = JinjaTemplate.from_code(env, compiled.code, env.globals)

    def fill(self, context: Mapping[str, Any], filling: Filling) -> bytes:
        """The part's XML for the data in `context`."""
        filling.enter(self.compiled.name, self.compiled.hosts)
        produced = self._template.root_render_func(self._template.new_context(dict(context)))
        with going_on(filling):
            text = _joined(produced)
        content = tidy(text, nested=self.compiled.nested)
        if filling.raw or self.compiled.unsure:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False))
            filling.raw = False
        if filling.breaks:
            content, filling.breaks = split_at_breaks(content), False
        return content

    def line_at(self, trace: TracebackType | None) -> int:
        """The line of the Jinja source that was being filled when an error arose; 0 for none."""
        line = 0
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.compiled.name:
                line = self._template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return line


def _joined(produced: Iterator[str]) -> str:
    """The pieces joined, as long as there is reason in their number."""
    chunks: list[str] = []
    total = 0
    while chunk := "".join(islice(produced, _CHUNK)):
        total += len(chunk)
        if total > MAX_CHARACTERS:
            raise LimitError(f"dokumentet blir längre än {MAX_CHARACTERS} tecken.")
        chunks.append(chunk)
    return chunks[0] if len(chunks) == 1 else "".join(chunks)
