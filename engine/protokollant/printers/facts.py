"""What a Word document says of itself: title, author, language, dates (ISO/IEC 29500-2, 11)."""

from __future__ import annotations

import datetime as dt
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from protokollant.errors import TemplateError
from protokollant.printers.fonts import asked_for
from protokollant.printers.grids import Grid, grids_of
from protokollant.printers.outline import Outline, first_title, outline_of
from protokollant.printers.pictures import undescribed
from protokollant.printers.word_parts import parsed

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_EARLIEST = 1601
"""Before this year no program made a file; zero dates of some programs lie at year 1."""

_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    KeyError,
    RuntimeError,
    ValueError,
    etree.XMLSyntaxError,
)
"""What opening a damaged package can raise."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The document's own properties; the dates are the document's, never the clock's.

    `pictures_undescribed` counts pictures that are neither described nor marked as decorative;
    `fonts` are those that the text asks for.
    """

    title: str = ""
    author: str = ""
    subject: str = ""
    created: dt.datetime = _EPOCH
    modified: dt.datetime = _EPOCH
    outline: Outline = field(default_factory=Outline)
    tables: tuple[Grid, ...] = ()
    pictures_undescribed: int = 0
    fonts: tuple[str, ...] = ()


def facts_of(docx: bytes) -> Facts:
    """The properties of a Word document; raises TemplateError when the bytes are none."""
    if docx.startswith(_OLD_CONTAINER):
        raise _old_or_locked(docx)
    try:
        with zipfile.ZipFile(BytesIO(docx)) as package:
            main = _main_part(package)
            body = _document(package.read(main))
            styles = _optional(package, posixpath.join(posixpath.dirname(main), "styles.xml"))
            core = _optional(package, "docProps/core.xml")
    except _BROKEN as error:
        raise TemplateError(
            "är inget helt Worddokument.", remedy="Öppna det i Word och spara på nytt som .docx."
        ) from error
    outline = outline_of(body, styles)
    created = _moment(core, f"{_TERMS}created")
    return Facts(
        title=_text(core, f"{_DC}title") or first_title(body, styles, outline.headings),
        author=_text(core, f"{_DC}creator"),
        subject=_text(core, f"{_DC}subject"),
        created=created or _EPOCH,
        modified=_moment(core, f"{_TERMS}modified") or created or _EPOCH,
        outline=outline,
        tables=grids_of(body),
        pictures_undescribed=undescribed(body),
        fonts=asked_for(body, styles),
    )


def _old_or_locked(docx: bytes) -> TemplateError:
    if _ENCRYPTED in docx:
        return TemplateError(
            "är skyddat med lösenord.", remedy="Ta bort lösenordet i Word och försök igen."
        )
    return TemplateError(
        "är i Words äldre format (.doc).", remedy="Öppna det i Word och spara det som .docx."
    )


def _main_part(package: zipfile.ZipFile) -> str:
    """The name of the part with the text; Word on the web calls it document2.xml at times."""
    relationships = parsed(package.read("_rels/.rels"))
    targets = (str(r.get("Target")) for r in relationships if _is_main(r))
    return next(targets, "word/document.xml").lstrip("/")


def _is_main(relationship: etree._Element) -> bool:
    return str(relationship.get("Type")).endswith("/officeDocument")


def _document(content: bytes) -> etree._Element:
    root = parsed(content)
    if etree.QName(root).localname != "document":
        raise KeyError("document")  # a spreadsheet or a presentation
    return root


def _optional(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    return parsed(package.read(name)) if name in package.namelist() else None


def _text(root: etree._Element | None, tag: str) -> str:
    found = root.findtext(tag) if root is not None else None
    return " ".join((found or "").split())


def _moment(root: etree._Element | None, tag: str) -> dt.datetime | None:
    """A date of the properties in whole seconds and universal time, as a PDF keeps it."""
    try:
        moment = dt.datetime.fromisoformat(_text(root, tag))
    except ValueError:
        return None
    if moment.year <= _EARLIEST:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).replace(microsecond=0)
