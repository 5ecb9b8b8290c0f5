"""Finished contents → files on disk, whole or not at all."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from protokollant.errors import Fault, OutputError, Place

EDITABLE = frozenset({".docx", ".yaml", ".yml"})
"""What a secretary may have edited by hand since it was written."""


def write_files(
    contents: Mapping[Path, bytes], *, force: bool = False, keep: bool = True
) -> tuple[Path, ...]:
    """Write every file, or none when one of them can't be written.

    Existing files are kept unless `force`; a hand-edited one is then set aside beside the new
    one, unless `keep` is false because the new one is the old with a change. Returns the files
    that were set aside. Raises OutputError, with every hindrance.
    """
    _refuse_existing(contents, force)
    drafts: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            drafts[path] = _draft(path, content)
        edited = contents if keep else ()
        set_aside = tuple(aside for path in edited if (aside := _set_aside(path, contents[path])))
        for path, draft in drafts.items():
            os.replace(draft, path)
    except OSError as error:
        raise OutputError(_hindrance(error)) from error
    finally:
        for draft in drafts.values():
            with suppress(FileNotFoundError):
                draft.unlink()
    return set_aside


def _refuse_existing(contents: Mapping[Path, bytes], force: bool) -> None:
    faults = [
        Fault("filen finns redan.", Place(str(path)), "Skriv över den med --force.")
        for path in contents
        if path.exists() and not force
    ]
    faults += [
        Fault("är en mapp, inte en fil.", Place(str(path)), "Ange ett filnamn med -o.")
        for path in contents
        if path.is_dir()
    ]
    if faults:
        raise OutputError(faults)


def _draft(path: Path, content: bytes) -> Path:
    """The content in a temporary file beside `path`, with the access an ordinary file gets."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        draft.chmod(path.stat().st_mode if path.exists() else 0o666 & ~umask)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _set_aside(path: Path, new: bytes) -> Path | None:
    """A copy of a hand-edited file under a free name, or None when nothing would be lost."""
    if path.suffix.lower() not in EDITABLE or not path.exists():
        return None
    old = path.read_bytes()
    if old == new or _untouched(old):
        return None
    number = 1
    while (aside := _aside_name(path, number)).exists():
        number += 1
    aside.write_bytes(old)
    return aside


def _aside_name(path: Path, number: int) -> Path:
    suffix = f"-{number}" if number > 1 else ""
    return path.with_name(f"{path.stem}.tidigare{suffix}{path.suffix}")


def _untouched(old: bytes) -> bool:
    """Whether a Word file is still as this program wrote it.

    Word and LibreOffice put their own name in the part `docProps/app.xml` when they save.
    """
    try:
        with zipfile.ZipFile(BytesIO(old)) as package:
            return b"<Application>protokollant" in package.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError):
        return False


def _hindrance(error: OSError) -> Fault:
    place = Place(str(error.filename2 or error.filename or ""))
    if isinstance(error, PermissionError):
        return Fault(
            "får inte skrivas.", place, "Välj en annan mapp med -o, eller ändra rättigheterna."
        )
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return Fault("är en fil, inte en mapp.", place, "Välj en annan mapp med -o.")
    return Fault(f"kunde inte skrivas ({error.strerror}).", place, "Se efter att disken har plats.")
