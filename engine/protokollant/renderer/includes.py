"""Tags that include another template → the file they mean, and its blocks where the tag stands.

The file lies in the including template's folder or below it, and is read when the template is
opened: while a document is filled, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2.runtime import Context

from protokollant.renderer.draft import PlacedTag
from protokollant.renderer.filling import current
from protokollant.renderer.folder import FolderError
from protokollant.renderer.insertion import Insertion
from protokollant.renderer.package import Package

NAME = "include"
_ANY = re.compile(rf"(?<![\w.]){NAME}\s*\(")
_NAMED = re.compile(rf"(?<![\w.]){NAME}\s*\(\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')\s*\)")
_EXAMPLE = 'Skriv «{{p include("beslut.docx") }}» ensamt i ett eget stycke.'


def asked(tags: Iterable[PlacedTag]) -> Iterator[tuple[str, PlacedTag]]:
    """The file names that tags include; "" for a tag that does it in a way it cannot."""
    for placed in tags:
        if placed.tag.kind == "remark" or not _ANY.search(placed.tag.source):
            continue
        given = (found["a"] or found["b"] or "" for found in _NAMED.finditer(placed.tag.source))
        names = [name.replace("\\\\", "\\") for name in given]
        complete = len(names) == len(_ANY.findall(placed.tag.source))
        if placed.tag.kind != "value" or placed.tag.level != "p" or not complete:
            yield "", placed
        else:
            yield from ((name, placed) for name in names)


MISUSED = FolderError("en mall kan inte infogas så.", _EXAMPLE)
"""What is wrong with an include whose file is not told."""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A template to be filled with what is known where its tag stands."""

    fill: Callable[[Mapping[str, Any]], Package]
    context: Mapping[str, Any]

    def block_xml(self, paragraph: str, run: str) -> str:
        """The template's blocks, filled."""
        return Insertion(self.fill(self.context)).block_xml(paragraph, run)


def include(name: str, context: Context) -> Inclusion:
    """What `include("…")` gives, with every name that can be used at the tag."""
    return Inclusion(current().included[name], context.get_all())
