"""Lines and fills outside marked content → artifacts, so that a screen reader passes them by.

LibreOffice paints borders of tables and paragraphs without saying what they are; PDF/UA-1 asks
that everything on the page is either tagged or an artifact (ISO 14289-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import ContentStream, NameObject, StreamObject

Operation = tuple[Any, bytes]

_PATH = frozenset((b"m", b"l", b"c", b"v", b"y", b"h", b"re"))
_PAINT = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_OPEN: Operation = ([NameObject("/Artifact")], b"BMC")
_CLOSE: Operation = ([], b"EMC")


def mark_artifacts(writer: PdfWriter) -> None:
    """Mark every painted path that stands outside marked content on every page."""
    for page in writer.pages:
        content = page.get_contents()
        if content is None:
            continue
        stream = ContentStream(content, writer)
        stream.operations = list(marked(stream.operations))
        rewritten = StreamObject()
        rewritten.set_data(stream.get_data())
        page[NameObject("/Contents")] = writer._add_object(rewritten.flate_encode())


def marked(operations: Iterable[Operation]) -> Iterator[Operation]:
    """The operations of a page with artifact marks around its unmarked painted paths."""
    depth = 0
    path: list[Operation] = []
    for operation in operations:
        operator = operation[1]
        if operator in (b"BDC", b"BMC"):
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        if depth == 0 and (operator in _PATH or (path and operator in (b"W", b"W*"))):
            path.append(operation)
        elif path and operator in _PAINT:
            yield from (_OPEN, *path, operation, _CLOSE)
            path = []
        else:
            yield from path
            path = []
            yield operation
    yield from path
