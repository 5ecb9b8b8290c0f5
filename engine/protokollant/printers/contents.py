"""A Word document → what it shows that the embedded engine leaves out without a word.

Measured on rdocx 0.16: it draws pictures in JPEG and 8-bit PNG, charts, floating shapes with text,
formulas and content controls, but no other picture formats, no shapes in the line of the text, no
older VML drawings, no SmartArt, groups, canvases, embedded objects or pasted foreign documents
(ISO/IEC 29500-1, 17.17, 20.4, 21.4). Notes and formulas it draws without tags.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from protokollant.printers.word_parts import W, parsed

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"

_STORY = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
_ELEMENTS = {
    f"{W}object": "ett inbäddat objekt",
    f"{W}altChunk": "ett inklistrat främmande dokument",
    f"{_VML}imagedata": "en bild i äldre format (VML)",
    f"{_VML}textbox": "en textruta i äldre format (VML)",
    f"{_VML}textpath": "en vattenstämpel",
}
_GRAPHICS = {
    "/diagram": "SmartArt",
    "/wordprocessingGroup": "en grupp av figurer",
    "/wordprocessingCanvas": "en rityta med figurer",
    "/wordprocessingInk": "handskrift",
}
"""By how the kind of graphic ends (a:graphicData/@uri)."""

_SHAPE = "/wordprocessingShape"
_SILENT = {
    f"{W}footnoteReference": "fotnoter",
    f"{W}endnoteReference": "slutnoter",
    f"{_M}oMath": "formler",
}
"""Drawn, but as decoration: a screen reader passes it by."""

_KNOWN = frozenset((*_ELEMENTS, *_SILENT, f"{_A}graphicData", f"{_A}blip"))

_FORMATS = {
    b"GIF8": "en GIF-bild",
    b"BM": "en BMP-bild",
    b"II*\0": "en TIFF-bild",
    b"MM\0*": "en TIFF-bild",
    b"RIFF": "en WebP-bild",
    b"\x01\0\0\0": "en EMF-bild",
    b"\xd7\xcd\xc6\x9a": "en WMF-bild",
    b"\x01\0\x09\0": "en WMF-bild",
    b"\x89PNG": "en PNG-bild som inte har 8 bitar per färg",
    b"<": "en SVG-bild",
}
"""By how a picture's bytes begin."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What the embedded engine would leave out of a document, and what it draws but does not tag.

    Each kind once, in Swedish.
    """

    undrawable: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


def lacking(docx: bytes) -> Lacking:
    """What of the document the embedded engine leaves out, or lets no screen reader find."""
    left_out: dict[str, None] = {}
    untagged: dict[str, None] = {}
    with zipfile.ZipFile(BytesIO(docx)) as package:
        for name in filter(_STORY.fullmatch, package.namelist()):
            try:
                elements = _worth_asking(parsed(package.read(name)))
                left_out |= dict.fromkeys(_in_story(package, name, elements))
            except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
                left_out["en skadad del"] = None
                continue
            untagged |= {_SILENT[e.tag]: None for e in elements if e.tag in _SILENT}
    return Lacking(tuple(left_out), tuple(untagged))


def _worth_asking(root: etree._Element) -> list[etree._Element]:
    """The elements that something is said of; most documents have none and are not walked."""
    if next(root.iter(*_KNOWN), None) is None:
        return []
    return [element for element in _shown(root) if element.tag in _KNOWN]


def _in_story(
    package: zipfile.ZipFile, name: str, elements: Sequence[etree._Element]
) -> Iterator[str]:
    for element in elements:
        if element.tag in _ELEMENTS:
            yield _ELEMENTS[element.tag]
        elif element.tag == f"{_A}graphicData":
            uri = element.get("uri", "")
            yield from (what for ending, what in _GRAPHICS.items() if uri.endswith(ending))
            if uri.endswith(_SHAPE) and _is_in_line(element):
                yield "en figur i textraden"
        elif element.tag == f"{_A}blip":
            yield from _picture(package, name, element)


def _is_in_line(graphic: etree._Element) -> bool:
    holders = [holder.tag for holder in graphic.iterancestors(f"{_WP}inline", f"{_WP}anchor")]
    return holders[:1] == [f"{_WP}inline"]


def _shown(root: etree._Element) -> Iterator[etree._Element]:
    """The elements that count: of alternatives the first; inside an object, nothing more."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        if element.tag != f"{W}object":
            waiting += [child for child in reversed(element) if child.tag != f"{_MC}Fallback"]


def _picture(package: zipfile.ZipFile, story: str, blip: etree._Element) -> Iterator[str]:
    if f"{_R}embed" not in blip.attrib:
        if f"{_R}link" in blip.attrib:
            yield "en länkad bild"
        return
    folder, file = posixpath.split(story)
    relationships = parsed(package.read(f"{folder}/_rels/{file}.rels"))
    target = next(
        (r.get("Target", "") for r in relationships if r.get("Id") == blip.get(f"{_R}embed")), ""
    )
    path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    content = package.read(path) if path in package.namelist() else b""
    if not _drawn(content):
        known = (what for start, what in _FORMATS.items() if content.startswith(start))
        yield next(known, "en bild som inte går att läsa")


def _drawn(picture: bytes) -> bool:
    is_png = picture.startswith(b"\x89PNG\r\n\x1a\n") and len(picture) > 33
    # Byte 24 of a PNG, in its header chunk, is the number of bits a sample.
    return picture.startswith(b"\xff\xd8\xff") or (is_png and picture[24] == 8)
