"""Word document → PDF that can be published and archived.

facts       what the document says of itself
ENGINES     embedded | libreoffice | word: one small file each; contents: what the first leaves out
finish      language, title, bookmarks, links, symbols, artifacts, metadata (pypdf)
bundle      attachments behind it (attachments, graft, sheets, stamps) or inside it (inside)
verify      the claims (PDF/A, PDF/UA) that the finished file can bear; remarks: why not more
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pypdf import PdfWriter
from pypdf.errors import PyPdfError

from protokollant.errors import EngineError, ProtokollantError
from protokollant.printers.accessible import stumbling_blocks
from protokollant.printers.attachments import (
    Attachment,
    Opened,
    check_sizes,
    hindrances,
    open_attachments,
)
from protokollant.printers.bundle import MANNERS, Extras, bundle, manner_called
from protokollant.printers.choice import Drawing, draw
from protokollant.printers.embedded import Embedded
from protokollant.printers.engine import Engine
from protokollant.printers.facts import Facts, facts_of
from protokollant.printers.finish import Finished, finish
from protokollant.printers.fonts import replaced
from protokollant.printers.identity import identifier, identifier_in
from protokollant.printers.inside import Inside
from protokollant.printers.libreoffice import LibreOffice
from protokollant.printers.previews import page_pictures, pdf_pictures
from protokollant.printers.remarks import blamed, shortfalls
from protokollant.printers.verify import LEVELS, claim
from protokollant.printers.word import Word

__all__ = [
    "ENGINES",
    "MANNERS",
    "Attachment",
    "Extras",
    "Inside",
    "Printed",
    "hindrances",
    "identifier",
    "identifier_in",
    "manner_called",
    "page_pictures",
    "pdf_pictures",
    "print_many",
    "print_pdf",
    "stumbling_blocks",
]

ENGINES: Mapping[str, Engine] = MappingProxyType(
    {engine.name: engine for engine in (Embedded(), LibreOffice(), Word())}
)
DEFAULT_LEVEL = "2a"
WITH_FILES = "3a"
"""The level tried when files are embedded, which PDF/A-2 does not allow."""
_NOTHING = Extras()


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF: who drew it, which standards it follows, what the user should know."""

    pdf: bytes
    engine: str
    claims: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def print_pdf(
    docx: bytes,
    *,
    engine: str = "auto",
    archive: str | None = None,
    title: str = "",
    language: str = "sv-SE",
    timeout: float = 120,
    extras: Extras = _NOTHING,
) -> Printed:
    """The PDF of a Word document.

    `engine` is a key of ENGINES or "auto": the embedded one unless it can't draw something the
    document holds. `archive` is the PDF/A level that the user wants ("2a", "2b", "3a", "3b");
    without it the highest that holds is claimed. `timeout` is seconds for an outside program.
    `extras` are attachments and files that go with the document.
    Raises TemplateError when `docx` is no Word document, EngineError when drawing fails, ReadError
    when attachments can't be taken in.
    """
    (printed,) = print_many(
        [docx],
        engine=engine,
        archive=archive,
        titles=[title],
        language=language,
        timeout=timeout,
        extras=[extras],
    )
    if isinstance(printed, ProtokollantError):
        raise printed
    return printed


def print_many(
    documents: Sequence[bytes],
    *,
    engine: str = "auto",
    archive: str | None = None,
    titles: Sequence[str] = (),
    language: str = "sv-SE",
    timeout: float = 120,
    extras: Sequence[Extras] = (),
) -> tuple[Printed | ProtokollantError, ...]:
    """Each document's PDF, or the error that print_pdf would raise; one stops no other.

    LibreOffice draws many documents in one call, which is several times faster than one by one.
    Raises EngineError when the engine asked for is not there at all.
    """
    if archive is not None and archive not in LEVELS:
        raise EngineError(
            f"Arkivnivån «{archive}» finns inte.", remedy=f"Välj {', '.join(LEVELS)}."
        )
    job = _Job(engine, archive, language, timeout)
    facts, outcomes = _facts_of_each(documents)
    drawings = draw(ENGINES, engine, [documents[number] for number in facts], timeout=timeout)
    for (number, own), drawing in zip(facts.items(), drawings, strict=True):
        title = titles[number] if number < len(titles) else ""
        named = replace(own, title=title) if title else own
        known = identifier(documents[number], engine, archive, language, title)
        more = extras[number] if number < len(extras) else _NOTHING
        outcomes[number] = job.outcome(drawing, named, known, more)
    return tuple(outcomes[number] for number in range(len(documents)))


def _facts_of_each(
    documents: Sequence[bytes],
) -> tuple[dict[int, Facts], dict[int, Printed | ProtokollantError]]:
    """The documents' facts, and the errors of those that have none, by their place in the row."""
    facts: dict[int, Facts] = {}
    errors: dict[int, Printed | ProtokollantError] = {}
    for number, docx in enumerate(documents):
        try:
            facts[number] = facts_of(docx)
        except ProtokollantError as error:
            errors[number] = error
    return facts, errors


@dataclass(frozen=True, slots=True)
class _Job:
    """How the user wants PDFs made."""

    engine: str
    archive: str | None
    language: str
    timeout: float

    def outcome(
        self, drawing: Drawing | EngineError, facts: Facts, identity: bytes, extras: Extras
    ) -> Printed | ProtokollantError:
        """The finished file of a drawn document, or the error that stopped it."""
        if isinstance(drawing, EngineError):
            return drawing
        try:
            return self._finished(drawing, facts, identity, extras)
        except ProtokollantError as error:
            return error
        except PyPdfError as error:
            return EngineError(
                f"PDF-motorn {drawing.engine} gjorde en PDF som inte går att läsa ({error}).",
                remedy="Försök igen, eller välj en annan motor med --engine.",
            )

    def _finished(self, drawing: Drawing, facts: Facts, identity: bytes, extras: Extras) -> Printed:
        """The file with all that goes with it."""
        level = self._level(extras)
        opened: tuple[Opened, ...] = ()
        if extras.manner == "embed":
            check_sizes(extras.attachments)
        else:
            opened = open_attachments(extras.attachments, self._drawn_as_asked)
        drawn = drawing.drawn
        done = _finish(drawing, facts, identity, self.language)
        fonts = replaced(facts.fonts, done.writer, drawn.notes)
        if opened or extras.files:
            bundle(done, extras, opened, self._drawn_here)
        pdf, claims, failures = claim(done, level, silent=drawn.silent)
        remarks = (
            *(f"PDF:en saknar {what}." for what in drawn.missing),
            *drawn.notes,
            *fonts,
            *shortfalls(level, claims, failures),
            *blamed(opened, failures),
        )
        return Printed(pdf, drawing.engine, claims.names, remarks)

    def _level(self, extras: Extras) -> str:
        """The PDF/A level to try first."""
        if not extras.files:
            return self.archive or DEFAULT_LEVEL
        if self.archive is not None and not self.archive.startswith("3"):
            raise EngineError(
                f"PDF/A-{self.archive} får inte ha inbäddade filer.",
                remedy="Välj --archive 3a, eller --attach-as page.",
            )
        return self.archive or WITH_FILES

    def _drawn_as_asked(self, docx: bytes) -> PdfWriter:
        """An attached Word document, by the same choice of engine."""
        return self._drawn(docx, self.engine)

    def _drawn_here(self, docx: bytes) -> PdfWriter:
        """A page of the program's own, by its own engine."""
        return self._drawn(docx, Embedded.name)

    def _drawn(self, docx: bytes, engine: str) -> PdfWriter:
        facts = facts_of(docx)
        (drawing,) = draw(ENGINES, engine, [docx], timeout=self.timeout)
        if isinstance(drawing, EngineError):
            raise drawing
        return _finish(drawing, facts, b"", self.language).writer


def _finish(drawing: Drawing, facts: Facts, identity: bytes, language: str) -> Finished:
    return finish(
        drawing.drawn.pdf,
        facts,
        language=language,
        identity=identity,
        untagged_paths=drawing.engine == "libreoffice",
    )
