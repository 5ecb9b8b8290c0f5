"""LibreOffice, where it is installed: headless, its own profile, never left running."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from protokollant.errors import EngineError
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
        )
    }
)
"""PDF/A-2, tagged, prepared for PDF/UA."""


class LibreOffice:
    """soffice, called once a document."""

    name = "libreoffice"

    def available(self) -> bool:
        """Whether the program is found."""
        return find_soffice() is not None

    def draw(self, docx: bytes, *, timeout: float) -> Drawn:
        """Draw in a process of its own; it and its children are ended after `timeout` seconds."""
        program = find_soffice()
        if program is None:
            raise EngineError(
                "LibreOffice finns inte på den här datorn.",
                remedy="Installera LibreOffice, eller välj --engine rdocx.",
            )
        with tempfile.TemporaryDirectory(prefix="protokollant-", ignore_cleanup_errors=True) as t:
            folder = Path(t)
            (folder / "dokument.docx").write_bytes(docx)
            said = _convert(program, folder, timeout)
            made = folder / "dokument.pdf"
            if not made.exists() or not made.stat().st_size:
                # It exits with 0 also when it could not load the document or write the file.
                raise EngineError(
                    f"LibreOffice gjorde ingen PDF{_told(said)}.",
                    remedy="Öppna dokumentet i Word eller LibreOffice och se om det är helt.",
                )
            return Drawn(made.read_bytes())


def find_soffice() -> str | None:
    """The path of the program: named by PROTOKOLLANT_SOFFICE, on the search path, or usual."""
    named = os.environ.get("PROTOKOLLANT_SOFFICE")
    if named is not None:
        return named if Path(named).exists() else None
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((place for place in PLACES if Path(place).exists()), None)


def _convert(program: str, folder: Path, timeout: float) -> str:
    """Run the conversion in `folder`; what the program printed."""
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
        str(folder / "dokument.docx"),
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
        said, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as expired:
        raise EngineError(
            f"LibreOffice blev inte klart på {timeout:.0f} sekunder och avbröts.",
            remedy="Försök igen, eller välj --engine rdocx.",
        ) from expired
    finally:
        # The launcher's child soffice.bin outlives it unless the whole group is ended.
        _end_group(process)
    text = said.decode(errors="replace")
    if process.returncode:
        raise EngineError(
            f"LibreOffice misslyckades{_told(text)}.",
            remedy="Öppna dokumentet i Word eller LibreOffice och se om det är helt.",
        )
    return text


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


def _told(said: str) -> str:
    last = [line.strip() for line in said.splitlines() if line.strip()]
    return f" ({last[-1]})" if last else ""
