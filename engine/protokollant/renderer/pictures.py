"""A picture file → an inline drawing with size and alternative text."""

from __future__ import annotations

import hashlib
import posixpath
import struct
from dataclasses import dataclass, field
from pathlib import Path

from protokollant.errors import TemplateError
from protokollant.renderer.filling import current
from protokollant.renderer.wordml import escape_attribute

_EMU = 36_000
"""English metric units, Word's measure of drawings, in a millimetre."""
_NS = "http://schemas.openxmlformats.org/drawingml/2006/"
_PNG = b"\x89PNG\r\n\x1a\n"
_SIGNS = (
    (_PNG, "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\xff\xd8\xff", "jpeg"),
)
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, `width` and `height` in millimetres, what it says in words, where it leads."""

    data: bytes = field(repr=False)
    width: float
    height: float
    text: str
    name: str
    link: str = ""

    def run_xml(self) -> str:
        """The drawing; the picture's file goes to the document's media, once."""
        filling = current()
        member = kept(self.data)
        target = posixpath.relpath(member, posixpath.dirname(filling.part) or ".")
        relation = filling.relation("image", target, external=False)
        link = filling.relation("hyperlink", self.link, external=True) if self.link else ""
        return _drawing(self, relation, filling.picture_id(), link)

    def __bool__(self) -> bool:
        return True


def kept(data: bytes) -> str:
    """The member that the document keeps the picture in, once however often it is shown.

    "" when the bytes are no picture that Word shows everywhere.
    """
    extension = next((e for sign, e in _SIGNS if data.startswith(sign)), "")
    if not extension:
        return ""
    member = f"word/media/{hashlib.sha256(data).hexdigest()[:16]}.{extension}"
    current().media[member] = data
    return member


def picture(
    source: bytes | Path,
    text: str,
    *,
    width: float | None = None,
    height: float | None = None,
    name: str = "Bild",
) -> Picture:
    """A picture for a tag, with its alternative text; sizes in millimetres.

    One side decides the other by the picture's own proportions; without either, 96 dots an inch.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    across, down = pixels(data)
    if width is None and height is None:
        width = across / 96 * 25.4
    if width is None:
        width = (height or 0) * across / down
    return Picture(data, width, width * down / across if height is None else height, text, name)


def fitted(data: bytes, text: str, name: str, *, width: float, height: float) -> Picture:
    """The picture as large as it can be within a width and a height in millimetres."""
    across, down = pixels(data)
    scale = min(width / across, height / down)
    return Picture(data, round(across * scale, 2), round(down * scale, 2), text, name)


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG."""
    size = (0, 0)
    if data.startswith(_PNG) and len(data) > 24:
        size = struct.unpack(">II", data[16:24])
    elif data.startswith(b"\xff\xd8"):
        size = _jpeg_pixels(data)
    if not all(0 < side < 100_000 for side in size):
        raise TemplateError(
            "bilden kan inte läsas.", remedy="Använd en hel bildfil av typen PNG eller JPEG."
        )
    return size


def _jpeg_pixels(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        if marker == 0xFF:
            position += 1
            continue
        position += 2 + struct.unpack(">H", data[position + 2 : position + 4])[0]
    return 0, 0


def _drawing(picture: Picture, relation: str, number: int, link: str) -> str:
    click = f'<a:hlinkClick xmlns:a="{_NS}main" r:id="{link}"/>' if link else ""
    document_end = f">{click}</wp:docPr>" if link else "/>"
    picture_end = f">{click}</pic:cNvPr>" if link else "/>"
    size = f'cx="{round(picture.width * _EMU)}" cy="{round(picture.height * _EMU)}"'
    name = escape_attribute(f"{picture.name} {number}")
    text = escape_attribute(picture.text)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_NS}wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="{name}" descr="{text}"'
        f"{document_end}"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_NS}main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_NS}main">'
        f'<a:graphicData uri="{_NS}picture"><pic:pic xmlns:pic="{_NS}picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{name}" descr="{text}"'
        f"{picture_end}<pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
