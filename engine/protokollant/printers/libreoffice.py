"""LibreOffice, where it is installed: headless, its own profile, never left running."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from protokollant.errors import EngineError
from protokollant.printers.breaking_rows import with_breaking_rows
from protokollant.printers.engine import Drawn

PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
"""Where the program lies when it isn't on the search path."""

EXPORT = "pdf:writer_pdf_Export:" + json.dumps(
    {
        name: {"type": kind, "value": value}
        for name, kind, value in (
            ("SelectPdfVersion", "long", "2"),
            ("PDFUACompliance", "boolean", "true"),
            ("UseTaggedPDF", "boolean", "true"),
            ("ExportBookmarks", "boolean", "true"),
            ("ExportNotes", "boolean", "false"),
        )
    }
)
"""PDF/A-2, tagged, prepared for PDF/UA, without the comments of those who wrote it."""


_BATCH = 20
"""Documents a call: starting the program takes longer than drawing a document."""
_MORE_TIME = 5.0
"""Seconds that each further document of a call adds to the time limit."""
_NOISE = "Warning: failed to launch javaldx"


@dataclass(frozen=True, slots=True)
class _Run:
    """What a call came to: its exit code (None when it was ended), and what it printed."""

    code: int | None
    said: str


class LibreOffice:
    """soffice, called once for several documents."""

    name = "libreoffice"

    def available(self) -> bool:
        """Whether the program is found."""
        return find_soffice() is not None

    def draw(
        self, documents: Sequence[bytes], *, timeout: float
    ) -> tuple[Drawn | EngineError, ...]:
        """Draw in processes of their own; they and their children are ended when time is out.

        A document that spoils the call it shares with others is tried again alone, and so are they.
        """
        program = find_soffice()
        if program is None:
            raise EngineError(
                "LibreOffice finns inte på den här datorn.",
                remedy="Installera LibreOffice, eller välj --engine rdocx.",
            )
        outcomes: list[Drawn | EngineError] = []
        for start in range(0, len(documents), _BATCH):
            batch = documents[start : start + _BATCH]
            together = _draw(program, batch, timeout)
            if len(batch) > 1:
                together = [
                    outcome if isinstance(outcome, Drawn) else _draw(program, [docx], timeout)[0]
                    for docx, outcome in zip(batch, together, strict=True)
                ]
            outcomes += together
        return tuple(outcomes)


def find_soffice() -> str | None:
    """The path of the program: named by PROTOKOLLANT_SOFFICE, on the search path, or usual."""
    named = os.environ.get("PROTOKOLLANT_SOFFICE")
    if named is not None:
        return named if Path(named).exists() else None
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((place for place in PLACES if Path(place).exists()), None)


def _draw(program: str, documents: Sequence[bytes], timeout: float) -> list[Drawn | EngineError]:
    """One call for all the documents, in a folder and with a profile of its own."""
    limit = timeout + _MORE_TIME * (len(documents) - 1)
    try:
        return _drawn_in_folder(program, documents, limit)
    except OSError as error:
        full = EngineError(
            f"LibreOffice fick ingen plats för sina tillfälliga filer ({error.strerror}).",
            remedy="Se till att det finns ledigt utrymme på disken, eller välj --engine rdocx.",
        )
        return [full] * len(documents)


def _drawn_in_folder(
    program: str, documents: Sequence[bytes], limit: float
) -> list[Drawn | EngineError]:
    with tempfile.TemporaryDirectory(prefix="protokollant-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = [folder / f"dokument{number}.docx" for number in range(len(documents))]
        for source, docx in zip(sources, documents, strict=True):
            source.write_bytes(with_breaking_rows(docx))
        run = _convert(program, folder, sources, limit)
        made = [_read(source.with_suffix(".pdf")) for source in sources]
        return [Drawn(pdf) if pdf else _failure(run, limit) for pdf in made]


def _read(path: Path) -> bytes:
    """A whole PDF, or nothing: the program may have been ended while it wrote."""
    content = path.read_bytes() if path.exists() else b""
    return content if b"%%EOF" in content[-1024:] else b""


def _failure(run: _Run, limit: float) -> EngineError:
    if run.code is None:
        return EngineError(
            f"LibreOffice blev inte klart på {limit:.0f} sekunder och avbröts.",
            remedy="Försök igen, eller välj --engine rdocx.",
        )
    # It exits with 0 also when it could not load the document or write the file.
    what = "misslyckades" if run.code else "gjorde ingen PDF"
    lines = [line.strip() for line in run.said.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(_NOISE)]
    return EngineError(
        f"LibreOffice {what}{f' ({telling[-1]})' if telling else ''}.",
        remedy="Öppna dokumentet i Word eller LibreOffice och se om det är helt.",
    )


def _convert(program: str, folder: Path, sources: Sequence[Path], limit: float) -> _Run:
    """Run the conversion of the files in `folder`; whatever happens, nothing is left running."""
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        EXPORT,
        "--outdir",
        str(folder),
        *map(str, sources),
    ]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise EngineError(
            f"LibreOffice gick inte att starta ({error.strerror}).",
            remedy="Installera om LibreOffice, eller välj --engine rdocx.",
        ) from error
    try:
        said, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        return _Run(None, "")
    finally:
        # The launcher's child soffice.bin outlives it unless the whole group is ended.
        _end_group(process)
    return _Run(process.returncode, said.decode(errors="replace"))


def _end_group(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    if process.stdout is not None:
        process.stdout.close()
