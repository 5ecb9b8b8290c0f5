"""Attached files → PDF documents that can be set behind another; every hindrance told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import count

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from protokollant.errors import Fault, Place, ProtokollantError, ReadError
from protokollant.printers.facts import facts_of
from protokollant.printers.sheets import Row, sheet

LARGEST = 100_000_000
"""Bytes of one attachment: larger published files are not opened by those they are for."""
MOST_PAGES = 2_000

_BROKEN = (PyPdfError, RecursionError, ValueError, KeyError, TypeError, AttributeError, OSError)
"""What a damaged PDF can raise in pypdf."""

_CONTROL = re.compile("[^\t\n\f\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SAVE = "Spara den som PDF och bilägg PDF:en, eller välj --attach-as embed."


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a document: its name, its bytes, what it is called, its own number."""

    name: str
    content: bytes
    title: str = ""
    number: str = ""

    def labelled(self, number: str) -> str:
        """ "Bilaga 1, Förslag till överenskommelse"."""
        return f"Bilaga {number}, {self.title or self.name}"


@dataclass(frozen=True, slots=True)
class Opened:
    """An attachment as a PDF to take pages from, and the number it goes by."""

    attachment: Attachment
    number: str
    pdf: PdfWriter

    @property
    def was_pdf(self) -> bool:
        """Whether the file was a PDF already, made by somebody else."""
        return _is_pdf(self.attachment.content)

    @property
    def label(self) -> str:
        """ "Bilaga 1"."""
        return f"Bilaga {self.number}"

    @property
    def heading(self) -> str:
        """ "Bilaga 1, Förslag till överenskommelse"."""
        return self.attachment.labelled(self.number)


def open_attachments(
    attachments: Sequence[Attachment], draw: Callable[[bytes], PdfWriter]
) -> tuple[Opened, ...]:
    """Every attachment as PDF; `draw` prints a Word document.

    Raises ReadError with all that stands in the way.
    """
    opened: list[Opened] = []
    faults: list[Fault] = []
    for number, attachment in zip(numbers_of(attachments), attachments, strict=True):
        try:
            opened.append(Opened(attachment, number, _as_pdf(attachment, draw)))
        except ProtokollantError as error:
            faults += (
                Fault(fault.message, Place(attachment.name), fault.remedy) for fault in error.faults
            )
    if faults:
        raise ReadError(faults)
    return tuple(opened)


def numbers_of(attachments: Sequence[Attachment]) -> tuple[str, ...]:
    """Each attachment's number: its own unless an earlier one has it, else the next free one."""
    own = [attachment.number for attachment in attachments]
    free = (str(number) for number in count(1) if str(number) not in own)
    return tuple(
        number if number and number not in own[:place] else next(free)
        for place, number in enumerate(own)
    )


def hindrances(attachments: Sequence[Attachment]) -> tuple[Fault, ...]:
    """What keeps the files from becoming pages, found without drawing any."""

    def only_looked_at(docx: bytes) -> PdfWriter:
        facts_of(docx)
        return PdfWriter()

    try:
        open_attachments(attachments, only_looked_at)
    except ReadError as error:
        return error.faults
    return ()


def check_sizes(attachments: Sequence[Attachment]) -> None:
    """Raise ReadError with every file that is empty or too large, when they are only put inside."""
    faults = [
        replace(fault, place=Place(attachment.name))
        for attachment in attachments
        if (fault := _size_fault(attachment.content)) is not None
    ]
    if faults:
        raise ReadError(faults)


def _size_fault(content: bytes) -> Fault | None:
    if not content:
        return Fault("är tom.", remedy="Kontrollera att rätt fil valdes.")
    if len(content) > LARGEST:
        return Fault(
            f"är för stor ({len(content) // 1_000_000} MB; högst {LARGEST // 1_000_000} MB).",
            remedy="Minska bilderna i den, eller länka till filen i stället.",
        )
    return None


def _as_pdf(attachment: Attachment, draw: Callable[[bytes], PdfWriter]) -> PdfWriter:
    content = attachment.content
    if (fault := _size_fault(content)) is not None:
        raise ReadError(fault)
    if _is_pdf(content):
        return _opened(content)
    ending = attachment.name.rpartition(".")[2].lower()
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) and ending == "docx":
        return draw(content)
    if ending == "pdf":
        raise ReadError("är ingen PDF, fast namnet slutar på .pdf.", remedy=_SAVE)
    if ending == "docx":
        raise ReadError("är inget Worddokument, fast namnet slutar på .docx.", remedy=_SAVE)
    if ending in ("txt", "text"):
        return draw(sheet(_rows(content)))
    raise ReadError(f"filer av slaget .{ending} kan inte bli sidor i en PDF.", remedy=_SAVE)


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def _opened(content: bytes) -> PdfWriter:
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise ReadError(
                "är låst med lösenord.", remedy="Spara en kopia utan lösenord och bilägg den."
            )
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise ReadError(
                f"har {pages} sidor; högst {MOST_PAGES} kan biläggas.", remedy="Dela upp den."
            )
        pdf = PdfWriter(clone_from=reader)
        for page in pdf.pages:
            page.get_contents()
    except _BROKEN as error:
        raise _damaged() from error
    if not pdf.pages:
        raise _damaged()
    return pdf


def _damaged() -> ReadError:
    return ReadError("är en skadad PDF.", remedy="Öppna den i en PDF-läsare och spara den på nytt.")


def _rows(content: bytes) -> list[Row]:
    """A plain text as rows, in the encoding it is likely to have; a form feed begins a page."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    rows = []
    for line in _CONTROL.sub("", text.replace("\r\n", "\n")).split("\n"):
        shown = line.replace("\f", "").replace("\t", "    ")
        rows.append(Row(shown, new_page="\f" in line, close=True))
    return rows
