"""Tags that include another template → the file they mean, and its blocks where the tag stands.

The file lies in the including template's folder or below it, and is read when the template is
opened: while a document is filled, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any

from jinja2.runtime import Context

from protokollant.renderer.draft import PlacedTag
from protokollant.renderer.filling import current
from protokollant.renderer.insertion import Insertion
from protokollant.renderer.package import Package
from protokollant.swedish import did_you_mean

MAX_DEPTH = 5
NAME = "include"
_ANY = re.compile(rf"(?<![\w.]){NAME}\s*\(")
_NAMED = re.compile(rf"(?<![\w.]){NAME}\s*\(\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)')\s*\)")
_EXAMPLE = 'Skriv «{{p include("beslut.docx") }}» ensamt i ett eget stycke.'


class IncludeError(Exception):
    """A tag does not lead to a template that can be included; message and remedy are Swedish."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True, slots=True)
class Within:
    """Where a template's own includes may lie, and which templates it is itself included by."""

    root: Path | None = None
    folder: Path | None = None
    above: tuple[Path, ...] = ()

    def find(self, name: str) -> Path:
        """The file of an include; raises IncludeError."""
        if self.root is None or self.folder is None:
            raise IncludeError(
                "en mall som inte är en fil kan inte infoga andra.", "Spara mallen i en mapp."
            )
        if PureWindowsPath(name).anchor or name.startswith(("/", "~")):
            raise IncludeError(
                f"«{name}» är en hel sökväg.", "Skriv filens namn, räknat från mallens mapp."
            )
        path = (self.folder / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(self.root):
            raise IncludeError(
                f"«{name}» ligger utanför mallens mapp.", "Lägg filen i mappen eller under den."
            )
        return self._checked(path, name)

    def _checked(self, path: Path, name: str) -> Path:
        if path.suffix.lower() != ".docx":
            raise IncludeError(f"«{name}» är ingen Wordmall.", "Infoga en fil som slutar på .docx.")
        if not path.is_file():
            near = did_you_mean(path.name, (one.name for one in path.parent.glob("*.docx")))
            remedy = f"Menade du «{near}»?" if near else "Lägg filen i mallens mapp."
            raise IncludeError(f"filen «{name}» finns inte.", remedy)
        if path in self.above:
            chain = " → ".join(one.name for one in (*self.above, path))
            raise IncludeError(f"mallarna infogar varandra: {chain}.", "Ta bort en av taggarna.")
        if len(self.above) > MAX_DEPTH:
            raise IncludeError(
                f"mallar infogas i varandra i mer än {MAX_DEPTH} led.", "Infoga i färre led."
            )
        return path

    def inner(self, path: Path) -> Within:
        """The same for the template at `path`, which this one includes."""
        return Within(self.root, path.parent, (*self.above, path))


def within_of(source: Path | bytes) -> Within:
    """Where the includes of a template that nobody includes may lie."""
    if isinstance(source, bytes):
        return Within()
    path = source.resolve()
    return Within(path.parent, path.parent, (path,))


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


MISUSED = IncludeError("en mall kan inte infogas så.", _EXAMPLE)
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
