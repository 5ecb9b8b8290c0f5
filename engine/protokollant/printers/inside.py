"""Files → files in a PDF/A-3, each with what it is to the document (ISO 19005-3, 6.8)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)


@dataclass(frozen=True, slots=True)
class Inside:
    """A file that follows with a PDF: what the document was made of, its data, or an attachment."""

    name: str
    content: bytes
    kind: str
    relationship: Literal["Source", "Data", "Supplement"]
    description: str = ""


KINDS = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}
"""Kind of content by a name's ending."""

ANY_KIND = "application/octet-stream"


def put_inside(writer: PdfWriter, files: Sequence[Inside], modified: dt.datetime) -> None:
    """Embed the files, listed by name and as belonging to the document as a whole."""
    if not files:
        return
    placed = sorted(
        ((file.name, _specification(writer, file, modified)) for file in files),
        key=lambda pair: pair[0].encode("utf-16-be"),
    )
    names = ArrayObject()
    for name, reference in placed:
        names.extend((TextStringObject(name), reference))
    root = writer.root_object
    known = root.get("/Names", DictionaryObject()).get_object()
    known[NameObject("/EmbeddedFiles")] = DictionaryObject({NameObject("/Names"): names})
    root[NameObject("/Names")] = known
    root[NameObject("/AF")] = ArrayObject(reference for _, reference in placed)


def _specification(writer: PdfWriter, file: Inside, modified: dt.datetime) -> object:
    stream = StreamObject()
    stream.set_data(file.content)
    packed = stream.flate_encode()
    checksum = hashlib.md5(file.content, usedforsecurity=False).digest()
    packed.update(
        {
            NameObject("/Type"): NameObject("/EmbeddedFile"),
            NameObject("/Subtype"): NameObject(f"/{file.kind}"),
            NameObject("/Params"): DictionaryObject(
                {
                    NameObject("/Size"): NumberObject(len(file.content)),
                    NameObject("/ModDate"): TextStringObject(f"{modified:D:%Y%m%d%H%M%S+00'00'}"),
                    NameObject("/CheckSum"): ByteStringObject(checksum),
                }
            ),
        }
    )
    content = writer._add_object(packed)
    return writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Filespec"),
                NameObject("/F"): TextStringObject(file.name),
                NameObject("/UF"): TextStringObject(file.name),
                NameObject("/Desc"): TextStringObject(file.description or file.name),
                NameObject("/AFRelationship"): NameObject(f"/{file.relationship}"),
                NameObject("/EF"): DictionaryObject(
                    {NameObject("/F"): content, NameObject("/UF"): content}
                ),
            }
        )
    )
