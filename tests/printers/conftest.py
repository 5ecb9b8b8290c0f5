"""Documents to print, made here so that their content is known."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def tiny_png() -> bytes:
    """A picture of one red dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff\x00\x00")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="session")
def docx() -> bytes:
    """Headings, a list, a table with a header row, a link and a picture with a description."""
    document = Document()
    document.core_properties.title = "Protokoll 2026-03-02"
    document.core_properties.author = "Region Björkdala"
    document.add_heading("Närvaro", 1)
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row, texts in zip(table.rows, (("Namn", "Roll"), ("Åsa Öberg", "ordförande")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_heading("Enkät & svar", 2)
    document.add_paragraph("kortare", style="List Bullet")
    paragraph = document.add_paragraph("Läs ")
    key = document.part.relate_to(
        "https://example.se/r", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link, run, words = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), key)
    document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style = OxmlElement("w:rStyle")
    style.set(qn("w:val"), "Hyperlink")
    run.append(OxmlElement("w:rPr"))
    run[0].append(style)
    words.text = "rapporten"
    run.append(words)
    link.append(run)
    paragraph._p.append(link)
    picture = document.add_picture(BytesIO(tiny_png()))
    picture._inline.docPr.set("descr", "En röd prick")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
