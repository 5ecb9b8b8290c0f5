"""Word document → PDF that can be published and archived.

facts       what the document says of itself
ENGINES     embedded | libreoffice | word: one small file each; contents: what the first leaves out
finish      language, title, bookmarks, links, symbols, artifacts, metadata (pypdf)
verify      the claims (PDF/A, PDF/UA) that the finished file can bear; remarks: why not more
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pypdf.errors import PyPdfError

from protokollant.errors import EngineError, ProtokollantError
from protokollant.printers.choice import Drawing, draw
from protokollant.printers.embedded import Embedded, page_pictures
from protokollant.printers.engine import Engine
from protokollant.printers.facts import Facts, facts_of
from protokollant.printers.finish import finish
from protokollant.printers.libreoffice import LibreOffice
from protokollant.printers.remarks import shortfalls
from protokollant.printers.verify import LEVELS, claim
from protokollant.printers.word import Word

__all__ = ["ENGINES", "Printed", "page_pictures", "print_many", "print_pdf"]

ENGINES: Mapping[str, Engine] = MappingProxyType(
    {engine.name: engine for engine in (Embedded(), LibreOffice(), Word())}
)
DEFAULT_LEVEL = "2a"


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
) -> Printed:
    """The PDF of a Word document.

    `engine` is a key of ENGINES or "auto": the embedded one unless it can't draw something the
    document holds. `archive` is the PDF/A level that the user wants ("2a", "2b", "3a", "3b");
    without it the highest that holds is claimed. `timeout` is seconds for an outside program.
    Raises TemplateError when `docx` is no Word document, EngineError when drawing fails.
    """
    (printed,) = print_many(
        [docx], engine=engine, archive=archive, titles=[title], language=language, timeout=timeout
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
) -> tuple[Printed | ProtokollantError, ...]:
    """Each document's PDF, or the error that print_pdf would raise; one stops no other.

    LibreOffice draws many documents in one call, which is several times faster than one by one.
    Raises EngineError when the engine asked for is not there at all.
    """
    if archive is not None and archive not in LEVELS:
        raise EngineError(
            f"Arkivnivån «{archive}» finns inte.", remedy=f"Välj {', '.join(LEVELS)}."
        )
    facts: dict[int, Facts] = {}
    outcomes: dict[int, Printed | ProtokollantError] = {}
    for number, docx in enumerate(documents):
        try:
            facts[number] = facts_of(docx)
        except ProtokollantError as error:
            outcomes[number] = error
    drawings = draw(ENGINES, engine, [documents[number] for number in facts], timeout=timeout)
    for (number, own), drawing in zip(facts.items(), drawings, strict=True):
        if isinstance(drawing, EngineError):
            outcomes[number] = drawing
            continue
        title = titles[number] if number < len(titles) else ""
        named = replace(own, title=title) if title else own
        try:
            outcomes[number] = _finished(drawing, named, documents[number], archive, language)
        except PyPdfError as error:
            outcomes[number] = EngineError(
                f"PDF-motorn {drawing.engine} gjorde en PDF som inte går att läsa ({error}).",
                remedy="Försök igen, eller välj en annan motor med --engine.",
            )
    return tuple(outcomes[number] for number in range(len(documents)))


def _finished(
    drawing: Drawing, facts: Facts, source: bytes, archive: str | None, language: str
) -> Printed:
    drawn = drawing.drawn
    finished = finish(
        drawn.pdf,
        facts,
        language=language,
        source=source,
        untagged_paths=drawing.engine == "libreoffice",
    )
    level = archive or DEFAULT_LEVEL
    pdf, claims, failures = claim(finished, level, silent=drawn.silent)
    remarks = (
        *(f"PDF:en saknar {what}." for what in drawn.missing),
        *drawn.notes,
        *shortfalls(level, claims, failures),
    )
    return Printed(pdf, drawing.engine, claims.names, remarks)
