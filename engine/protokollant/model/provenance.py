"""Values → where in an old document they were read, by which rule, and how sure it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Which source text a value was read from, by which rule, and how sure (0–1) the rule is.

    `field` is the value's dotted path in the meeting, as in "items[2].decisions[0]"; "" for
    words, such as a label, that name a value without being one.
    """

    field: str
    line: int
    text: str
    rule: str
    confidence: float = 1.0
    page: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one value was read: its stretches of source text, in reading order."""

    sources: tuple[Source, ...]

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.sources[0].file

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of its lines, each once."""
        return tuple(sorted({source.line for source in self.sources}))

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages it stands on; empty where the file has none."""
        return tuple(sorted({s.page for s in self.sources if s.page is not None}))

    @property
    def text(self) -> str:
        """The text it was read from, line by line."""
        return "\n".join(source.text for source in self.sources)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found it, each once."""
        return tuple(dict.fromkeys(source.rule for source in self.sources))

    @property
    def confidence(self) -> float:
        """How sure it is, 0–1: for each field its surest rule, of several the least sure field."""
        surest: dict[str, float] = {}
        for one in self.sources:
            surest[one.field] = max(one.confidence, surest.get(one.field, 0.0))
        return min(surest.values())


def provenance(sources: Iterable[Source], path: str) -> Provenance | None:
    """Where the value at the path was read; None when it was not read from any text.

    A record is where its own words stand, not those of the records in it: an item is its heading
    and text. A part of a value that was read whole ("participants[3].name") is where that stands.
    """
    listed = tuple(sources)
    found = tuple(source for source in listed if is_own(source.field, path))
    for above in [] if found else list(_above(path)):
        found = tuple(source for source in listed if source.field == above)
        if found:
            break
    return Provenance(found) if found else None


def is_own(field: str, path: str) -> bool:
    """Whether a source's field is the value at the path or a plain part of it."""
    return field == path or (field.startswith(path) and bool(_PART.fullmatch(field, len(path))))


def containing(field: str) -> Iterator[str]:
    """The path of every record that a field lies in, from the meeting, which is "", down."""
    yield ""
    for step in _RECORD.finditer(field):
        yield field[: step.end()]


def joined(path: str, part: str) -> str:
    """The path of a part of the value at the path."""
    return f"{path}.{part}" if path and part and not part.startswith("[") else path + part


_PART = re.compile(r"\.?[a-z_]+|\[\d+\]")
_RECORD = re.compile(r"[a-z_]+(?:\[\d+\])?")


def _above(path: str) -> Sequence[str]:
    """The values that a path is a part of, the nearest first."""
    found = []
    while cut := re.search(r"(?:\.[a-z_]+|\[\d+\])\Z", path):
        path = path[: cut.start()]
        found.append(path)
    return found
