"""An XML part of a Word document → its elements, and what is in them; nothing else is fetched."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


BODY = "word/document.xml"


def member(docx: bytes, name: str) -> bytes:
    """A member of the package; an element of no meaning when it isn't there."""
    with ZipFile(BytesIO(docx)) as package:
        return package.read(name) if name in package.namelist() else b"<none/>"


def with_body(docx: bytes, root: etree._Element) -> bytes:
    """The document with another body, each member dated as it was."""
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    stream = BytesIO()
    with ZipFile(BytesIO(docx)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, content if info.filename == BODY else old.read(info))
    return stream.getvalue()


def parsed(content: bytes) -> etree._Element:
    """The part's root element. Raises XMLSyntaxError when it is damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def value_of(element: etree._Element | None) -> str:
    """What a setting such as <w:outlineLvl> is set to; "" when it is not there."""
    return str(element.get(f"{W}val", "")) if element is not None else ""
