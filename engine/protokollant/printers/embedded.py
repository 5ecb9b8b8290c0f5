"""The engine that comes with the program: rdocx, in this process, tagged and archivable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.util import find_spec

from protokollant.errors import EngineError
from protokollant.printers.contents import lacking
from protokollant.printers.engine import Drawn, one_by_one
from protokollant.printers.facts import facts_of
from protokollant.printers.stranded import opened_with_heads_kept

_LEFT_OUT = (
    (re.compile(r"Unknown (.+) symbol U\+(\w+):"), r"tecknet \2 i typsnittet \1"),
    (re.compile(r"Word chart .*|.*[Uu]nsupported chart.*"), "ett diagram"),
)
"""What the library says it could not draw → what it is, in Swedish."""

_DIFFERENT = (
    (
        re.compile(r"Font '(.+)' is approximate: selected '(.+)' for .*"),
        r"Typsnittet \1 finns inte i den inbyggda PDF-motorn, \2 används i stället.",
    ),
    (
        re.compile(r".*stored (?:REF )?display retained|.*retained cache.*"),
        "Ett fält i dokumentet visas som det senast sparades.",
    ),
)
"""What the library says it drew in another way → a sentence in Swedish."""

_NO_PAGE = 1_000_000_000
"""Beyond every document's end: the library tells its remarks of the whole, and draws nothing."""


class Embedded:
    """rdocx."""

    name = "rdocx"

    def available(self) -> bool:
        """Whether the library is installed for this machine."""
        return find_spec("rdocx") is not None

    def draw(
        self, documents: Sequence[bytes], *, timeout: float
    ) -> tuple[Drawn | EngineError, ...]:
        """Draw in this process; `timeout` is not needed, the library's time is linear."""
        return one_by_one(_draw, documents)


def page_pictures(docx: bytes, dpi: int = 110) -> tuple[bytes, ...]:
    """Each page as a PNG, for previews.

    Raises TemplateError when `docx` is no Word document, EngineError when it can't be drawn.
    """

    facts_of(docx)
    try:
        document, _ = opened_with_heads_kept(docx)
        return tuple(document.render_all_pages(dpi=float(dpi)))
    except Exception as error:  # as below
        raise _failure(error) from error


def pages_of_blocks(docx: bytes) -> dict[int, int]:
    """The page on which each block of the body begins, by the block's place in the body.

    Raises EngineError when the document can't be laid out.
    """
    import rdocx

    try:
        fragments = rdocx.Document.from_bytes(docx).layout()
    except Exception as error:  # as below
        raise _failure(error) from error
    found: dict[int, int] = {}
    for fragment in fragments:
        found.setdefault(fragment.body_index, fragment.displayed_page)
    return found


def _draw(docx: bytes) -> Drawn:

    try:
        document, _ = opened_with_heads_kept(docx)
        _, diagnostics = document.render_page_to_png_with_diagnostics(_NO_PAGE)
        pdf = document.to_pdfa_deterministic("pdfa-2b")
    except Exception as error:  # whatever the library raises is one failure here
        raise _failure(error) from error
    missing, notes = told(diagnostics)
    lacks = lacking(docx)
    left_out = tuple(dict.fromkeys((*lacks.undrawable, *missing)))
    return Drawn(bytes(pdf), left_out, notes, lacks.silent)


def told(diagnostics: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The library's remarks in Swedish: what it left out, and what looks different."""
    missing: list[str] = []
    notes: list[str] = []
    for text in diagnostics:
        if what := _translated(text, _LEFT_OUT):
            missing.append(what)
        else:
            notes.append(_translated(text, _DIFFERENT) or f"Den inbyggda PDF-motorn säger: {text}.")
    return tuple(dict.fromkeys(missing)), tuple(dict.fromkeys(notes))


def _translated(text: str, table: Sequence[tuple[re.Pattern[str], str]]) -> str:
    matches = ((pattern.match(text), swedish) for pattern, swedish in table)
    return next((match.expand(swedish) for match, swedish in matches if match), "")


def _failure(error: Exception) -> EngineError:
    return EngineError(
        f"Den inbyggda PDF-motorn klarade inte dokumentet ({error}).",
        remedy="Försök med --engine libreoffice.",
    )
