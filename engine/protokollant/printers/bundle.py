"""A finished document and its attachments → one file that can be followed from first to last page.

Bookmarks under "Bilagor", page labels ("B1:1"), a title page before each attachment or a stamp on
its pages, a list of them with links; or the attachments as files inside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    Fit,
    NameObject,
    NumberObject,
    TextStringObject,
)

from protokollant.errors import OutputError, Place
from protokollant.printers.attachments import Attachment, Opened, numbers_of
from protokollant.printers.finish import Finished, settle_ends
from protokollant.printers.graft import graft
from protokollant.printers.inside import ANY_KIND, KINDS, Inside, put_inside
from protokollant.printers.links import tag_links
from protokollant.printers.sheets import Row, sheet
from protokollant.printers.stamps import stamp

Manner = Literal["page", "stamp", "embed"]
MANNERS: tuple[Manner, ...] = ("page", "stamp", "embed")
"""A title page before each attachment, a stamp on its pages, or the files inside the PDF."""

Draw = Callable[[bytes], PdfWriter]

_PLACE = "https://bilaga.invalid/"
"""Stands for an attachment in the list of them until its page is known."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What goes with a document: attachments and how, a list of them, files inside."""

    attachments: tuple[Attachment, ...] = ()
    manner: Manner = "page"
    contents: bool = False
    inside: tuple[Inside, ...] = ()

    @property
    def files(self) -> tuple[Inside, ...]:
        """Everything that is embedded as a file."""
        if self.manner != "embed":
            return self.inside
        files = list(self.inside)
        for number, attachment in zip(numbers_of(self.attachments), self.attachments, strict=True):
            taken = {file.name for file in files}
            name = attachment.name
            files.append(
                Inside(
                    name if name not in taken else f"Bilaga {number} {name}",
                    attachment.content,
                    KINDS.get("." + name.rpartition(".")[2].lower(), ANY_KIND),
                    "Supplement",
                    attachment.labelled(number),
                )
            )
        return tuple(files)


def manner_called(name: str) -> Manner:
    """The manner of that name; OutputError when there is none."""
    for manner in MANNERS:
        if manner == name:
            return manner
    raise OutputError(
        f"sättet «{name}» finns inte.",
        place=Place("--attach-as"),
        remedy=f"Välj {', '.join(MANNERS)}.",
    )


@dataclass(slots=True)
class _Bundle:
    """A file that grows: its labels, its bookmark "Bilagor", where each attachment begins."""

    writer: PdfWriter
    draw: Draw
    labels: list[tuple[int, DictionaryObject]] = field(default_factory=list)
    above: Any = None
    begins: list[int] = field(default_factory=list)

    def add(self, pages: PdfWriter, title: str) -> None:
        """Add pages at the end."""
        graft(self.writer, pages, title)

    def label(self, prefix: str, *, numbered: bool) -> None:
        """Name the pages from here on; the first has number 1."""
        entry = DictionaryObject()
        if prefix:
            entry[NameObject("/P")] = TextStringObject(prefix)
        if numbered:
            entry[NameObject("/S")] = NameObject("/D")
        self.labels.append((len(self.writer.pages), entry))


def bundle(finished: Finished, extras: Extras, opened: Sequence[Opened], draw: Draw) -> None:
    """Put everything into the file that goes with it."""
    writer = finished.writer
    if opened:
        _append(writer, extras, opened, draw)
    put_inside(writer, extras.files, finished.facts.modified)
    settle_ends(writer)
    _identify(writer, extras)


def _append(writer: PdfWriter, extras: Extras, opened: Sequence[Opened], draw: Draw) -> None:
    whole = _Bundle(writer, draw)
    whole.labels.append((0, DictionaryObject({NameObject("/S"): NameObject("/D")})))
    first = len(writer.pages)
    if extras.contents:
        whole.label("B", numbered=False)
        whole.add(draw(_list(opened)), "Bilagor")
    whole.above = writer.add_outline_item(title="Bilagor", page_number=first)
    listed = list(writer.pages)[first:]
    for one in opened:
        _add(whole, one, extras.manner)
    _lead(writer, listed, opened, whole.begins)
    _write_labels(whole)
    writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")


def _list(opened: Sequence[Opened]) -> bytes:
    rows = [Row("Bilagor", heading=True)]
    rows += (
        Row(one.heading, right=f"B{one.number}:1", link=f"{_PLACE}{place}")
        for place, one in enumerate(opened)
    )
    return sheet(rows)


def _add(whole: _Bundle, one: Opened, manner: Manner) -> None:
    writer = whole.writer
    start = len(writer.pages)
    whole.begins.append(start)
    if manner == "page":
        whole.label(f"B{one.number}", numbered=False)
        title = [Row(one.label, heading=True), Row(one.attachment.title or one.attachment.name)]
        whole.add(whole.draw(sheet(title)), one.label)
    first = len(writer.pages)
    whole.label(f"B{one.number}:", numbered=True)
    tagged = "/StructTreeRoot" in one.pdf.root_object
    for page in one.pdf.pages:
        if tagged:
            page[NameObject("/Tabs")] = NameObject("/S")
    tag_links(one.pdf)
    marks = _bookmarks(one.pdf)
    whole.add(one.pdf, one.heading)
    above = writer.add_outline_item(title=one.heading, page_number=start, parent=whole.above)
    _copy_bookmarks(writer, marks, first, above)
    if manner == "stamp":
        pages = list(writer.pages)[first:]
        texts = [f"{one.label}, sida {n} ({len(pages)})" for n in range(1, len(pages) + 1)]
        stamp(writer, pages, texts, whole.draw)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A bookmark: title, page counted from 0, distance from the bottom, depth."""

    title: str
    page: int
    top: float | None
    depth: int


def _bookmarks(pdf: PdfWriter) -> list[_Mark]:
    """The bookmarks that lead to a page, in order."""
    numbers = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(pdf.pages)
        if page.indirect_reference is not None
    }
    return list(_marks(pdf.outline, numbers, 0))


def _marks(outline: Any, numbers: dict[int, int], depth: int) -> Iterator[_Mark]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _marks(entry, numbers, depth + 1)
            continue
        page = numbers.get(getattr(entry.get("/Page"), "idnum", -1))
        top = entry.get("/Top")
        if page is not None:
            at = float(top) if isinstance(top, (int, float)) else None
            yield _Mark(str(entry.title), page, at, depth)


def _copy_bookmarks(writer: PdfWriter, marks: Sequence[_Mark], first: int, above: Any) -> None:
    open_: list[tuple[int, Any]] = []
    for mark in marks:
        while open_ and open_[-1][0] >= mark.depth:
            open_.pop()
        parent = open_[-1][1] if open_ else above
        fit = Fit.xyz(0, mark.top) if mark.top is not None else Fit.fit()
        item = writer.add_outline_item(
            title=mark.title, page_number=first + mark.page, parent=parent, fit=fit
        )
        open_.append((mark.depth, item))


def _lead(
    writer: PdfWriter, pages: Sequence[PageObject], opened: Sequence[Opened], begins: Sequence[int]
) -> None:
    """Let the list's links lead to the attachments, and say so."""
    for page in pages:
        for reference in page.get("/Annots") or ():
            annotation = reference.get_object()
            target = str(annotation.get("/A", DictionaryObject()).get_object().get("/URI", ""))
            if not target.startswith(_PLACE):
                continue
            place = int(target[len(_PLACE) :])
            there: Any = writer.pages[begins[place]].indirect_reference
            del annotation["/A"]
            annotation[NameObject("/Dest")] = ArrayObject([there, NameObject("/Fit")])
            annotation[NameObject("/Contents")] = TextStringObject(f"Till {opened[place].heading}")


def _write_labels(whole: _Bundle) -> None:
    numbers = ArrayObject()
    for start, entry in whole.labels:
        numbers.extend((NumberObject(start), entry))
    whole.writer.root_object[NameObject("/PageLabels")] = DictionaryObject(
        {NameObject("/Nums"): numbers}
    )


def _identify(writer: PdfWriter, extras: Extras) -> None:
    """An identifier of its own for the file with what was put into it (ISO 32000-1, 14.4)."""
    known: Any = writer._ID
    digest = hashlib.sha256(known[0].original_bytes)
    digest.update(repr((extras.manner, extras.contents)).encode())
    for one in extras.attachments:
        digest.update(repr((one.title, one.number)).encode())
    parts: list[Attachment | Inside] = [*extras.attachments, *extras.inside]
    for part in parts:
        digest.update(hashlib.sha256(part.content).digest() + part.name.encode())
    identifier = ByteStringObject(digest.digest()[:16])
    writer._ID = ArrayObject([identifier, identifier])
