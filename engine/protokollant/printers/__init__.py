"""Word document → PDF that can be published and archived.

facts       what the document says of itself
ENGINES     embedded | libreoffice | word: one small file each
finish      language, title, bookmarks, metadata (pypdf)
verify      the claims (PDF/A, PDF/UA) that the finished file can bear
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from protokollant.errors import EngineError
from protokollant.printers.embedded import Embedded, page_pictures, undrawable
from protokollant.printers.engine import Drawn, Engine
from protokollant.printers.facts import facts_of
from protokollant.printers.finish import finish
from protokollant.printers.libreoffice import LibreOffice
from protokollant.printers.verify import claim
from protokollant.printers.word import Word

__all__ = ["ENGINES", "Printed", "page_pictures", "print_pdf"]

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
    facts = facts_of(docx)
    chosen = _chosen(engine, docx)
    drawn = chosen.draw(docx, timeout=timeout)
    finished = finish(
        drawn.pdf,
        replace(facts, title=title) if title else facts,
        language=language,
        source=docx,
        untagged_paths=chosen.name == "libreoffice",
    )
    pdf, claims, reasons = claim(finished, archive or DEFAULT_LEVEL)
    remarks = _shortcomings(drawn)
    if archive and claims.archive != archive:
        remarks += (_not_reached(archive, claims.archive, reasons),)
    return Printed(pdf, chosen.name, claims.names, remarks)


def _chosen(name: str, docx: bytes) -> Engine:
    if name != "auto":
        return ENGINES[name]
    missing = undrawable(docx)
    if not missing:
        return ENGINES["rdocx"]
    if ENGINES["libreoffice"].available():
        return ENGINES["libreoffice"]
    raise EngineError(
        f"Dokumentet innehåller {', '.join(missing)}, som den inbyggda PDF-motorn inte ritar.",
        remedy="Installera LibreOffice, eller välj --engine rdocx och få en PDF utan det.",
    )


def _shortcomings(drawn: Drawn) -> tuple[str, ...]:
    return tuple(f"PDF:en saknar något: {what}" for what in drawn.shortcomings)


def _not_reached(wanted: str, reached: str, reasons: tuple[str, ...]) -> str:
    instead = f"PDF/A-{reached}" if reached else "en vanlig PDF"
    return f"PDF/A-{wanted} gick inte att nå, det blev {instead}. Hinder: {'; '.join(reasons[:3])}"
