"""What a Word document says of itself: title, author, language, dates (ISO/IEC 29500-2, 11)."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from protokollant.errors import TemplateError

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Facts:
    """The document's own properties; the dates are the document's, never the clock's."""

    title: str = ""
    author: str = ""
    subject: str = ""
    created: dt.datetime = _EPOCH
    modified: dt.datetime = _EPOCH


def facts_of(docx: bytes) -> Facts:
    """The properties of a Word document; raises TemplateError when the bytes are none."""
    try:
        with zipfile.ZipFile(BytesIO(docx)) as package:
            names = package.namelist()
            body = package.read("word/document.xml")
            core = package.read("docProps/core.xml") if "docProps/core.xml" in names else b""
        root = _parsed(core) if core else None
        document = _parsed(body)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise TemplateError(
            "är inget helt Worddokument.", remedy="Öppna det i Word och spara på nytt som .docx."
        ) from error
    created = _moment(root, f"{_TERMS}created")
    return Facts(
        title=_text(root, f"{_DC}title") or _first_heading(document),
        author=_text(root, f"{_DC}creator"),
        subject=_text(root, f"{_DC}subject"),
        created=created or _EPOCH,
        modified=_moment(root, f"{_TERMS}modified") or created or _EPOCH,
    )


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _text(root: etree._Element | None, tag: str) -> str:
    found = root.findtext(tag) if root is not None else None
    return " ".join((found or "").split())


def _moment(root: etree._Element | None, tag: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(_text(root, tag))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _first_heading(document: etree._Element) -> str:
    """The text of the first paragraph with any text: better than no title at all."""
    for paragraph in document.iter(f"{_W}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t")).strip()
        if text:
            return text
    return ""
