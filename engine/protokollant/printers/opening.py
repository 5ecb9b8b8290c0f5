"""The bytes of a drawn PDF → a file that pypdf can change and write, its objects read once.

pypdf reads sign by sign, then copies every object into its writer: as long as all the drawing. What
engines write is plain (one table of places, no encryption; ISO 32000-1, 7.3, 7.5.4), and is read
here with one expression, straight into a writer. Everything else is left to pypdf.
"""

from __future__ import annotations

import re
from functools import cached_property
from io import BytesIO
from typing import IO, Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)
from pypdf.generic._utils import read_hex_string_from_stream, read_string_from_stream

_SPACE = rb"[\0\t\n\f\r ]"
_END = rb"(?![^\0\t\n\f\r ()<>\[\]{}/%])"
_TOKEN = re.compile(
    rb"""%(space)b*(?:
      (?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%%]*)
    | (?P<reference>\d+)[ ]0[ ]R%(end)b
    | (?P<whole>[-+]?\d+)%(end)b
    | (?P<close>>>|\])
    | (?P<open><<|\[)
    | (?P<real>[-+]?(?:\d+\.\d*|\.\d+))%(end)b
    | (?P<literal>\((?:[^()\\]|\\.)*\))
    | (?P<hexadecimal><[0-9A-Fa-f]*>)
    | (?P<word>true|false|null)%(end)b
    )"""
    % {b"space": _SPACE, b"end": _END},
    re.VERBOSE | re.DOTALL,
)
_WIDTHS = re.compile(rb"%b*(\[[-+.\d\s\[\]]*\])" % _SPACE)
_HEAD = re.compile(rb"%b*(\d+) 0 obj" % _SPACE)
_STREAM = re.compile(rb"%b*stream\r?\n" % _SPACE)
_ENDSTREAM = re.compile(rb"\r?\n?endstream%b+endobj" % _SPACE)
_ENDOBJ = re.compile(rb"%b*endobj" % _SPACE)
_TABLE_AT = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s*((?:\d{10} \d{5} [nf](?: \n|\r\n| \r))+)\s*trailer")
_ENTRY = 20
_UNREAD = frozenset((b"/Prev", b"/XRefStm", b"/Encrypt"))
_WIDTHS_OF = frozenset((b"/W", b"/Widths"))


class _UnusualError(Exception):
    """Not written the plain way."""


class _Verbatim(PdfObject):
    """Widths of signs: thousands of numbers that nobody here asks about, kept as they stand."""

    def __init__(self, text: bytes) -> None:
        self.text = text

    def clone(self, *_: object, **__: object) -> _Verbatim:
        return _Verbatim(self.text)

    def hash_bin(self) -> int:
        return hash(self.text)

    def write_to_stream(self, stream: IO[Any], encryption_key: object = None) -> None:
        del encryption_key
        stream.write(self.text)


class _Name(NameObject):
    """A name that was read; most are written as they stood, again and again."""

    @cached_property
    def _written(self) -> bytes:
        return super().renumber()

    def renumber(self) -> bytes:
        return self._written

    def write_to_stream(self, stream: IO[Any], encryption_key: object = None) -> None:
        del encryption_key
        stream.write(self._written)


def opened(pdf: bytes) -> PdfWriter:
    """The file, to be changed; PyPdfError when it can't be read."""
    try:
        return _Plain(pdf).writer()
    except (_UnusualError, PyPdfError, ValueError):
        return PdfWriter(clone_from=PdfReader(BytesIO(pdf)))


class _Plain:
    """A plainly written file and the writer that its objects go into."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._writer = PdfWriter()
        self._references: dict[bytes, IndirectObject] = {}
        self._names: dict[bytes, _Name] = {}
        self._places: list[int] = []
        self._lengths: set[int] = set()

    def writer(self) -> PdfWriter:
        """The writer, as pypdf itself would have filled it."""
        trailer = self._trailer()
        writer = self._writer
        writer._objects = [
            self._indirect(number, place) if place else None
            for number, place in enumerate(self._places[1:], start=1)
        ]
        # A stream knows its own length when it is written; what the engine's was is no part of it.
        for number in self._lengths:
            writer._objects[number - 1] = None
        root = trailer.get("/Root", NullObject()).get_object()
        if not isinstance(root, DictionaryObject) or "/Pages" not in root:
            raise _UnusualError
        writer._root_object = root
        writer._pages = root.raw_get("/Pages")
        writer._info_obj = trailer.raw_get("/Info") if "/Info" in trailer else None
        _list_pages(writer)
        return writer

    def _trailer(self) -> Any:
        """The trailer, once the table of places is known."""
        found = _TABLE_AT.search(self._pdf, max(0, len(self._pdf) - 64))
        table = _TABLE.match(self._pdf, int(found[1])) if found else None
        if table is None or len(table[2]) != int(table[1]) * _ENTRY:
            raise _UnusualError
        entries = (table[2][at : at + _ENTRY] for at in range(0, len(table[2]), _ENTRY))
        self._places = [int(e[:10]) if e[17:18] == b"n" else 0 for e in entries]
        trailer, _ = self._value(table.end())
        if not isinstance(trailer, DictionaryObject) or any(k.encode() in _UNREAD for k in trailer):
            raise _UnusualError
        return trailer

    def _indirect(self, number: int, place: int) -> PdfObject:
        """The object at its place, a stream with its data."""
        head = _HEAD.match(self._pdf, place)
        if head is None or int(head[1]) != number:
            raise _UnusualError
        value: PdfObject
        value, end = self._value(head.end())
        if stream := _STREAM.match(self._pdf, end):
            value = self._stream(value, stream.end())
        elif not _ENDOBJ.match(self._pdf, end):
            raise _UnusualError
        value.indirect_reference = self._reference(b"%d" % number)
        return value

    def _stream(self, about: PdfObject, start: int) -> PdfObject:
        if not isinstance(about, DictionaryObject) or "/Length" not in about or "/F" in about:
            raise _UnusualError
        length: Any = about.raw_get("/Length")
        if isinstance(length, IndirectObject):
            self._lengths.add(length.idnum)
            length = self._indirect(length.idnum, self._place(length.idnum))
        if not isinstance(length, NumberObject):
            raise _UnusualError
        end = start + int(length)
        if not _ENDSTREAM.match(self._pdf, end):
            raise _UnusualError
        return StreamObject.initialize_from_dictionary(
            {**about, "__streamdata__": self._pdf[start:end], "/Length": length}
        )

    def _place(self, number: int) -> int:
        if not 0 < number < len(self._places) or not self._places[number]:
            raise _UnusualError
        return self._places[number]

    def _value(self, at: int) -> tuple[Any, int]:
        """The object that stands at a place of the file, and where it ends."""
        around: list[list[Any]] = []
        while token := _TOKEN.match(self._pdf, at):
            at = token.end()
            kind, text = str(token.lastgroup), token[token.lastindex or 0]
            if kind == "open":
                around.append([text])
                continue
            if kind == "close":
                value = _closed(around.pop(), text) if around else None
            else:
                value = self._read(kind, text)
            if not around:
                return value, at
            around[-1].append(value)
            if kind == "name" and text in _WIDTHS_OF and (widths := _WIDTHS.match(self._pdf, at)):
                at = widths.end()
                around[-1].append(_Verbatim(widths[1]))
        raise _UnusualError

    def _read(self, kind: str, text: bytes) -> PdfObject:
        """What a token says that stands for itself."""
        if kind == "name":
            return self._name(text)
        if kind == "reference":
            return self._reference(text)
        if kind == "whole":
            return NumberObject(text)
        if kind == "real":
            return FloatObject(text)
        if kind == "literal":
            return read_string_from_stream(BytesIO(text))
        if kind == "hexadecimal":
            return read_hex_string_from_stream(BytesIO(text))
        return BooleanObject(text == b"true") if text != b"null" else NullObject()

    def _name(self, text: bytes) -> _Name:
        known = self._names.get(text)
        if known is None:
            name = NameObject.read_from_stream(BytesIO(text), None)
            known = self._names[text] = _Name(name)
        return known

    def _reference(self, number: bytes) -> IndirectObject:
        known = self._references.get(number)
        if known is None:
            known = self._references[number] = IndirectObject(int(number), 0, self._writer)
        return known


def _closed(parts: list[Any], sign: bytes) -> PdfObject:
    """The array or dictionary of the parts that stood after its opening sign."""
    opening, *values = parts
    if opening == b"[" and sign == b"]":
        return ArrayObject(values)
    keys = values[::2]
    if opening == b"[" or sign == b"]" or len(values) % 2 or not _all_names(keys):
        raise _UnusualError
    made = DictionaryObject()
    dict.update(made, zip(keys, values[1::2], strict=True))
    return made


def _all_names(keys: list[Any]) -> bool:
    return all(type(key) is _Name for key in keys)


def _list_pages(writer: PdfWriter) -> None:
    """Let the writer know its pages in order, directly under the root of their tree."""
    writer._flatten()
    listed = ArrayObject()
    for page in writer.flattened_pages or ():
        if page.indirect_reference is None:
            raise _UnusualError
        writer._replace_object(page.indirect_reference, page)
        page[NameObject("/Parent")] = writer._pages
        listed.append(page.indirect_reference)
    pages: Any = writer._pages.get_object()
    pages[NameObject("/Kids")] = listed
