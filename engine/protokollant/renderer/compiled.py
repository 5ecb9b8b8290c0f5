"""One part of a template → a compiled function that fills it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from types import TracebackType

from jinja2 import TemplateSyntaxError, meta, nodes

from protokollant.renderer.blocks import check_blocks
from protokollant.renderer.cells import apply_cell_tags
from protokollant.renderer.draft import Draft, Flaw, PlacedTag, Spot
from protokollant.renderer.emit import Source, emit
from protokollant.renderer.environment import DocumentEnvironment
from protokollant.renderer.following import unknowns
from protokollant.renderer.hoist import hoist
from protokollant.renderer.lint import survey
from protokollant.renderer.lists import Numbering
from protokollant.renderer.names import FieldType
from protokollant.renderer.ready import Compiled, ReadyPart
from protokollant.renderer.restarts import restart_lists
from protokollant.renderer.runs import gather_tags
from protokollant.renderer.syntax import in_swedish, skeleton, slips
from protokollant.renderer.tags import Tag
from protokollant.renderer.telling import Scope, Survey

_TARGET = re.compile(r"(?:for|för|varje|foreach)\s+(\w+)\s+(?:in|i)\b")


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part with its tags and their places; `flaws` are what keep it from being `ready`."""

    name: str
    label: str
    draft: Draft = field(repr=False)
    env: DocumentEnvironment = field(repr=False)
    tags: tuple[PlacedTag, ...] = ()
    lines: tuple[int, ...] = ()
    order: tuple[int, ...] = ()
    ready: ReadyPart | None = None
    flaws: tuple[Flaw, ...] = ()

    def tag_at(self, trace: TracebackType | None) -> PlacedTag | None:
        """The tag that was being filled when an error arose."""
        return self.tag_on(self.ready.line_at(trace) if self.ready else 0)

    def tag_on(self, line: int) -> PlacedTag | None:
        """The tag on a line of the Jinja source."""
        index = self.lines[line - 1] if 0 < line <= len(self.lines) else -1
        return self.tags[index] if index >= 0 else None


def compile_part(
    draft: Draft, numbering: Numbering, env: DocumentEnvironment, included: bool = False
) -> CompiledPart:
    """Gather the part's tags, lift them, and compile; faults are collected, not raised.

    `included` says that the part is filled as often as other templates ask for it.
    """
    gather_tags(draft)
    apply_cell_tags(draft)
    hoist(draft)
    check_blocks(draft)
    restart_lists(draft, numbering.counts, included=included)
    source = emit(draft)
    part = CompiledPart(
        draft.part,
        draft.label,
        draft,
        env,
        tuple(draft.tags),
        source.lines,
        tuple(index for index, _ in groupby(source.lines) if index >= 0),
    )
    found = slips([placed.tag for placed in part.tags], part.order, env)
    for slip in found:
        draft.fault(slip.message, part.tags[slip.index].where, slip.remedy)
    if draft.flaws:
        return replace(part, flaws=tuple(dict.fromkeys(draft.flaws)))
    return _with_code(part, source)


@dataclass(frozen=True, slots=True)
class Surveyed:
    """The fields that a part uses, what is wrong with its use of them, what is hardly meant."""

    survey: Survey
    flaws: tuple[Flaw, ...]
    doubts: tuple[Flaw, ...]


def survey_part(
    part: CompiledPart, known: Mapping[str, FieldType], scope: Scope | None = None
) -> Surveyed:
    """Follow the part's tags, given the names that it may begin with, and those around it."""
    tags, source, numbers = _skeleton(part)
    found = survey(
        part.env,
        source,
        known,
        lambda line: tags[numbers[line - 1]] if numbers[line - 1] >= 0 else None,
        {**unknowns(_targets_of_broken(tags)), **(scope or {})},
    )
    told: dict[bool, dict[Flaw, None]] = {True: {}, False: {}}
    for wrong in found.wrong:
        index = numbers[wrong.line - 1]
        where = part.tags[index].where if index >= 0 else Spot()
        told[wrong.sure][part.draft.flaw(wrong.message, where, wrong.remedy)] = None
    return Surveyed(found, tuple(told[True]), tuple(told[False]))


def names_asked_for(part: CompiledPart) -> set[str]:
    """The names of data that the part may ask for; what it may set itself, it may also miss."""
    return meta.find_undeclared_variables(part.env.parse(_skeleton(part)[1]))


def _skeleton(part: CompiledPart) -> tuple[list[Tag], str, list[int]]:
    """The part's tags, those that can be read as Jinja source, and the tag on each line of it."""
    tags = [placed.tag for placed in part.tags]
    # What is compiled can be read; to read it again would take as long as to follow it.
    skip = set() if part.ready else {slip.index for slip in slips(tags, part.order, part.env)}
    return tags, *skeleton(tags, part.order, skip)


def _targets_of_broken(tags: Sequence[Tag]) -> list[str]:
    """Names given by loops whose tags cannot be read; that they are used is no fault of its own."""
    unread = (tag.source for tag in tags if tag.kind == "block" and tag.word != "for")
    return [found.group(1) for source in unread for found in _TARGET.finditer(source)]


def _with_code(part: CompiledPart, source: Source) -> CompiledPart:
    env = part.env
    try:
        tree, code = env.compiled(source.text, part.name)
    except TemplateSyntaxError as error:
        placed = part.tag_on(error.lineno)
        raw, where = (placed.tag.raw, placed.where) if placed else ("mallen", Spot())
        flaw = part.draft.flaw(f"«{raw}» kan inte tolkas.", where, in_swedish(error))
        return replace(part, flaws=(flaw,))
    names = frozenset(name.name for name in tree.find_all(nodes.Name) if name.ctx == "load")
    unsure = tree.find(nodes.FilterBlock) is not None
    compiled = Compiled(part.name, source.hosts, source.nested, unsure, names, code)
    return replace(part, ready=ReadyPart(compiled, env))
