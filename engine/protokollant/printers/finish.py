"""A drawn PDF → the same PDF with language, title, bookmarks and metadata that are right.

Works on the structure only: what the page shows is the engine's (ISO 32000-1, 14.8–14.9).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import struct
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from protokollant.printers.artifacts import mark_artifacts
from protokollant.printers.facts import Facts
from protokollant.printers.headings import aim_bookmarks, bookmark, mend_headings
from protokollant.printers.links import tag_links
from protokollant.printers.notes import name_notes
from protokollant.printers.opening import opened
from protokollant.printers.structure import shorten, structure_of
from protokollant.printers.symbols import name_symbols
from protokollant.printers.tables import span_cells
from protokollant.printers.xmp import PRODUCER, Claims, packet

_VERSION = "%PDF-1.7"
"""The version that PDF/A-2, PDF/A-3 and PDF/UA-1 build on; pypdf would write an older one."""

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PROFILE_DATE = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Finished:
    """A PDF ready but for its claims, which are verified one by one before they are written."""

    writer: PdfWriter
    facts: Facts
    language: str

    def claiming(self, claims: Claims) -> bytes:
        """The bytes of the file with these claims in its metadata."""
        stream = StreamObject()
        stream.set_data(packet(self.facts, self.language, claims))
        stream.update(
            {
                NameObject("/Type"): NameObject("/Metadata"),
                NameObject("/Subtype"): NameObject("/XML"),
            }
        )
        root = self.writer.root_object
        if "/Metadata" in root:
            self.writer._replace_object(root.raw_get("/Metadata"), stream)
        else:
            root[NameObject("/Metadata")] = self.writer._add_object(stream)
        buffer = BytesIO()
        self.writer.write(buffer)
        return buffer.getvalue()


def finish(
    pdf: bytes, facts: Facts, *, language: str, identity: bytes = b"", untagged_paths: bool = False
) -> Finished:
    """Set language, title, tab order and link descriptions; the engine's bookmarks are kept.

    `identity` is the file's identifier, else one of its content. `untagged_paths` says that the
    engine leaves borders outside the tags; they are then marked as artifacts.
    """
    facts = replace(facts, title=_line(facts.title))
    writer = opened(pdf)
    writer.pdf_header = _VERSION
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    preferences = root.get("/ViewerPreferences", DictionaryObject()).get_object()
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    root[NameObject("/ViewerPreferences")] = preferences
    _set_info(writer, facts)
    _drop_default(root.get("/MarkInfo", DictionaryObject()).get_object(), "/Suspects")
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
    structure = structure_of(writer)
    if structure is not None:
        span_cells(structure, facts.tables)
        mend_headings(structure, facts.outline)
        aim_bookmarks(writer, structure, facts.outline)
        name_notes(structure)
    tag_links(writer)
    if structure is not None:
        shorten(structure)
    name_symbols(writer)
    bookmark(writer, facts.outline.headings)
    if writer.outline:
        root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    if untagged_paths:
        mark_artifacts(writer)
    _settle_profiles(root)
    settle_ends(writer)
    _set_identity(writer, identity or hashlib.sha256(pdf).digest()[:16])
    return Finished(writer, facts, language)


def _line(text: str) -> str:
    """The text as one line, without characters that XML metadata can't hold (XML 1.0, 2.2)."""
    return " ".join(_NO_XML.sub("", text).split())


def _drop_default(marked: Any, name: str) -> None:
    """Leave out a "false" that its absence says too; some readers take rdocx's for a fault."""
    value = marked.get(name)
    if isinstance(value, BooleanObject) and not value.value:
        del marked[name]


def _set_info(writer: PdfWriter, facts: Facts) -> None:
    info = {
        "/Title": facts.title,
        "/Author": facts.author,
        "/Subject": facts.subject,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": _pdf_date(facts.created),
        "/ModDate": _pdf_date(facts.modified),
    }
    writer.metadata = {key: value for key, value in info.items() if value}


def _pdf_date(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("D:%Y%m%d%H%M%S+00'00'")


def _settle_profiles(root: Any) -> None:
    """Take the clock out of the colour profiles, which say when the engine ran (ICC.1, 7.2.8)."""
    for intent in root.get("/OutputIntents", ArrayObject()):
        profile = intent.get_object().get("/DestOutputProfile")
        if profile is not None:
            stream = profile.get_object()
            data = bytearray(stream.get_data())
            data[24:36] = _PROFILE_DATE
            stream.set_data(bytes(data))


def settle_ends(writer: PdfWriter) -> None:
    """Let no packed stream end with a line end.

    Before `endstream` stands a line end that is no part of the stream (ISO 32000-1, 7.3.8.1); with
    another one in front of it, validators count the stream too short. A byte after the packed
    data's own end (RFC 1950) is not read.
    """
    for stream in writer._objects:
        if not isinstance(stream, StreamObject) or stream.get("/Filter") != "/FlateDecode":
            continue
        if stream._data.endswith((b"\r", b"\n")):
            stream._data += b"\0"


def _set_identity(writer: PdfWriter, identity: bytes) -> None:
    """File identifiers from the content, so that the same input gives the same file."""
    digest = ByteStringObject(identity)
    writer._ID = ArrayObject([digest, digest])
