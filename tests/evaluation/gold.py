"""A folder of documents with `ID.gold.yaml` → documents to measure on, in two parts.

The corpus is split by body: documents of one body look alike, so a rule made for some of them
says nothing new by holding for the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from rapidfuzz import fuzz
from ruamel.yaml import YAML

from .answer import Answer, Item, Person, Task
from .likeness import folded, plain_number

Part = Literal["look", "measure"]
SourceKind = Literal["txt", "original"]

ORIGINALS = (".docx", ".pdf", ".md", ".tex", ".org", ".html")
SAME_BODY = 85


@dataclass(frozen=True, slots=True)
class Document:
    """A source file and what is right about it."""

    ident: str
    source: Path
    gold: Answer
    origin: str = ""
    """The repository it comes from: bodies of one name in two repositories are two bodies."""
    part: Part = "look"


def load_documents(folder: Path, source: SourceKind = "txt") -> list[Document]:
    """The documents of a folder, by name, each with its part. Those without a source are left."""
    documents = []
    for path in sorted(folder.glob("*.gold.yaml")):
        ident = path.name.removesuffix(".gold.yaml")
        if file := _source_of(folder, ident, source):
            raw: Mapping[str, Any] = YAML(typ="safe").load(path)
            documents.append(Document(ident, file, read_gold(raw), _repository(raw)))
    return split_by_body(documents)


def read_gold(raw: Mapping[str, Any]) -> Answer:
    """One gold file as an answer."""
    items = raw.get("items") or []
    return Answer(
        kind=_text(raw.get("kind")),
        body=_text(raw.get("body")),
        date=_text(raw.get("date")),
        start=_text(raw.get("start")),
        end=_text(raw.get("end")),
        place=_text(raw.get("place")),
        next_meeting=_next_date(raw.get("next_meeting")),
        people=tuple(_person(one) for one in raw.get("participants") or []),
        items=tuple(Item(_text(i["title"]), plain_number(_text(i.get("number")))) for i in items),
        decisions=tuple(_text(d) for item in items for d in item.get("decisions") or []),
        tasks=tuple(_task(one) for one in raw["actions"] or []) if "actions" in raw else None,
    )


def split_by_body(documents: Sequence[Document]) -> list[Document]:
    """The same documents, every body wholly in one part, the parts as equal as that allows."""
    groups = _by_body(documents)
    part_of: dict[str, Part] = {}
    size: dict[Part, int] = {"look": 0, "measure": 0}
    for group in sorted(groups, key=lambda group: (-len(group), group[0].ident)):
        part: Part = "measure" if size["measure"] < size["look"] else "look"
        size[part] += len(group)
        part_of |= {one.ident: part for one in group}
    return [replace(one, part=part_of[one.ident]) for one in documents]


def _by_body(documents: Iterable[Document]) -> list[list[Document]]:
    groups: list[list[Document]] = []
    for one in documents:
        for group in groups:
            if any(_same_body(one, other) for other in group):
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _same_body(one: Document, other: Document) -> bool:
    """One body under names that differ by a slip of the scanner or a word: "föreningen X"."""
    a, b = folded(one.gold.body), folded(other.gold.body)
    if one.origin != other.origin:
        return bool(a) and a == b and not _is_common_name(a)
    return not a or not b or fuzz.partial_ratio(a, b) >= SAME_BODY


def _is_common_name(body: str) -> bool:
    """Whether many organisations have a body of this name."""
    return body in {"styrelsen", "styrelse", "årsmötet", "kommunstyrelsen", "kommunfullmäktige"}


def _source_of(folder: Path, ident: str, source: SourceKind) -> Path | None:
    suffixes = (*ORIGINALS, ".txt") if source == "original" else (".txt", *ORIGINALS)
    paths = (folder / f"{ident}{suffix}" for suffix in suffixes)
    return next((path for path in paths if path.exists()), None)


def _repository(raw: Mapping[str, Any]) -> str:
    words = _text(raw.get("source")).removeprefix("https://github.com/").split()
    return "/".join(words[0].split("/")[:2]).casefold() if words else ""


def _person(raw: Mapping[str, Any]) -> Person:
    return Person(
        name=_text(raw["name"]),
        status=_text(raw.get("status")) or "unknown",
        role=_text(raw.get("role")),
        organisation=_text(raw.get("organisation")),
    )


def _task(raw: Mapping[str, Any]) -> Task:
    who = raw.get("who")
    names = who if isinstance(who, list) else [who]
    return Task(_text(raw["what"]), ", ".join(_text(name) for name in names), _text(raw.get("due")))


def _next_date(raw: Any) -> str:
    return _text(raw.get("date")) if isinstance(raw, Mapping) else _text(raw)


def _text(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else " ".join(str(value).split())
