"""Texts with places → a small PDF, to test the reading of layouts that no printer makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TURNS = ("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0")


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the left end of its baseline, in points from the page's lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that is drawn, as around the cells of a table."""

    x1: float
    y1: float
    x2: float
    y2: float


Page = Sequence[Text | Rule] | str
"""What stands on a page; "picture" is a page that is a picture."""


def pdf(*pages: Page) -> bytes:
    """An A4 document of the pages."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(_font(name) for name in ("Helvetica", "Helvetica-Bold")),
    ]
    for i, page in enumerate(pages):
        objects += _page(page, 6 + 2 * i)
    return _file(objects)


def _font(name: str) -> bytes:
    encoding = "/WinAnsiEncoding"
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding {encoding} >>".encode()


def _page(page: Page, contents: int) -> Iterator[bytes]:
    yield (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources"
        f" << /Font << /F3 3 0 R /F4 4 0 R >> >> /Contents {contents} 0 R >>"
    ).encode()
    if isinstance(page, str):
        drawing = b"595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
    else:
        drawing = "\n".join(map(_drawn, page)).encode("cp1252")
    yield b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawing), drawing)


def _drawn(one: Text | Rule) -> str:
    if isinstance(one, Rule):
        return f"{one.x1} {one.y1} m {one.x2} {one.y2} l S"
    escaped = one.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = "F4" if one.bold else "F3"
    return f"BT /{font} {one.size} Tf {_TURNS[one.turn]} {one.x} {one.y} Tm ({escaped}) Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(data + b"startxref\n%d\n%%%%EOF" % table)
