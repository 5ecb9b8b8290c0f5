"""Microsoft Word on Windows and macOS, through the optional library docx2pdf.

Tested with a stand-in only: no real Word was at hand.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from protokollant.errors import EngineError
from protokollant.printers.engine import Drawn, one_by_one


class Word:
    """Word, steered by docx2pdf."""

    name = "word"

    def available(self) -> bool:
        """Whether the library that steers Word is installed."""
        return find_spec("docx2pdf") is not None

    def draw(
        self, documents: Sequence[bytes], *, timeout: float
    ) -> tuple[Drawn | EngineError, ...]:
        """Draw by letting Word save a copy as PDF; Word keeps its own time."""
        if not self.available():
            raise EngineError(
                "Word kan inte användas: tillägget docx2pdf är inte installerat.",
                remedy="Skriv pip install protokollant[word], på Windows eller Mac med Word.",
            )
        return one_by_one(_draw, documents)


def _draw(docx: bytes) -> Drawn:
    from docx2pdf import convert

    with tempfile.TemporaryDirectory(prefix="protokollant-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "dokument.docx"
        source.write_bytes(docx)
        target = source.with_suffix(".pdf")
        try:
            convert(str(source), str(target))
        except (Exception, SystemExit) as error:  # whatever Word and its bridge raise: one failure
            raise EngineError(
                f"Word misslyckades ({error}).", remedy="Välj --engine rdocx."
            ) from error
        if not target.exists():
            raise EngineError("Word gjorde ingen PDF.", remedy="Välj --engine rdocx.")
        return Drawn(target.read_bytes())
