"""The engine that comes with the program: rdocx, in this process, tagged and archivable."""

from __future__ import annotations

import zipfile
from importlib.util import find_spec
from io import BytesIO

from protokollant.errors import EngineError
from protokollant.printers.engine import Drawn

CANNOT_DRAW = {
    "/diagrams/": "SmartArt",
    ".emf": "en EMF-bild",
    ".wmf": "en WMF-bild",
    "/embeddings/": "ett inbäddat objekt",
    "/ink/": "handskrift",
}
"""Parts of a Word package that the engine leaves out, by what their names hold."""


class Embedded:
    """rdocx."""

    name = "rdocx"

    def available(self) -> bool:
        """Whether the library is installed for this machine."""
        return find_spec("rdocx") is not None

    def draw(self, docx: bytes, *, timeout: float) -> Drawn:
        """Draw in this process; `timeout` is not needed, the library's time is linear."""
        import rdocx

        try:
            document = rdocx.Document.from_bytes(docx)
            _, diagnostics = document.to_pdf_with_diagnostics()
            pdf = document.to_pdfa_deterministic("pdfa-2b")
        except (rdocx.RdocxError, ValueError, RuntimeError) as error:
            raise EngineError(
                f"Den inbyggda PDF-motorn klarade inte dokumentet ({error}).",
                remedy="Försök med --engine libreoffice.",
            ) from error
        return Drawn(bytes(pdf), (*undrawable(docx), *diagnostics))


def undrawable(docx: bytes) -> tuple[str, ...]:
    """What the document holds that this engine leaves out, in Swedish."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        names = [name.lower() for name in package.namelist()]
    return tuple(what for mark, what in CANNOT_DRAW.items() if any(mark in name for name in names))


def page_pictures(docx: bytes, dpi: int = 110) -> tuple[bytes, ...]:
    """Each page as a PNG, for previews."""
    import rdocx

    return tuple(rdocx.Document.from_bytes(docx).render_all_pages(dpi=float(dpi)))
