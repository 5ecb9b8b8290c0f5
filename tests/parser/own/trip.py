"""A meeting → a Word document by a shipped template → what is read from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from protokollant.model import Meeting, Record
from protokollant.parser.own import read_own
from protokollant.readers.docx import read_docx
from protokollant.source import Reading
from tests.word_templates.filled import template


def read_back(docx: bytes) -> Reading:
    """The reading of an own document."""
    transcript = read_docx(docx)
    assert transcript.styled is not None
    return read_own(transcript.styled, transcript.lines)


def there_and_back(name: str, document: Record) -> Reading:
    """The reading of what the template makes of the document."""
    return read_back(template(name).render(document))


def differences(before: Meeting, after: Meeting) -> dict[str, tuple[Any, Any]]:
    """The fields that differ, by their dotted path."""
    return dict(_differences(before.model_dump(), after.model_dump(), ""))


def _differences(before: Any, after: Any, path: str) -> Iterator[tuple[str, tuple[Any, Any]]]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before:
            yield from _differences(before[name], after[name], f"{path}.{name}".lstrip("."))
    elif isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        for at, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differences(one, other, f"{path}[{at}]")
    elif before != after:
        yield path, (before, after)
