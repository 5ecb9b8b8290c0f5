"""A few lines → a small Word document: title pages, lists of attachments, stamps, plain text.

Drawn by the embedded engine like any other, so that these pages are tagged and archivable too.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

A4 = (595.276, 841.89)
"""Width and height in points."""

_TWIPS = 20
_MARGIN = 70.9
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>'
    "</Types>"
)
_ROOT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
    '<w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240" w:after="240"/>'
    '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
    "</w:styles>"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of a sheet.

    `right` stands at the right margin after a dotted line; `link` makes all of the row a link;
    a `close` row has no space under it.
    """

    text: str
    heading: bool = False
    right: str = ""
    link: str = ""
    new_page: bool = False
    at_right: bool = False
    close: bool = False


def sheet(rows: Sequence[Row], size: tuple[float, float] = A4, margin: float = _MARGIN) -> bytes:
    """The Word document of these rows on pages of that size in points."""
    links = [row.link for row in rows if row.link]
    relations = "".join(
        f'<Relationship Id="l{number}" Type="{_R}/hyperlink" Target={quoteattr(link)} '
        'TargetMode="External"/>'
        for number, link in enumerate(links)
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/document.xml": _document(rows, size, margin),
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="s" Type="{_R}/styles" Target="styles.xml"/>'
            f"{relations}</Relationships>"
        ),
        "word/styles.xml": _STYLES,
    }
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _document(rows: Sequence[Row], size: tuple[float, float], margin: float) -> str:
    width, height = (round(points * _TWIPS) for points in size)
    edge = round(margin * _TWIPS)
    links = iter(range(len(rows)))
    body = "".join(_paragraph(row, width - 2 * edge, links) for row in rows)
    sides = " ".join(f'w:{side}="{edge}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}'
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {sides} w:header="0" '
        'w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _paragraph(row: Row, width: int, links: Iterator[int]) -> str:
    style = '<w:pStyle w:val="Heading1"/>' if row.heading else ""
    breaks = "<w:pageBreakBefore/>" if row.new_page else ""
    tabs = (
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
        if row.right
        else ""
    )
    side = '<w:jc w:val="right"/>' if row.at_right else ""
    space = '<w:spacing w:after="0"/>' if row.close else ""
    runs = _run(row.text) + (_run(row.right, tab=True) if row.right else "")
    if row.link:
        runs = f'<w:hyperlink r:id="l{next(links)}">{runs}</w:hyperlink>'
    return f"<w:p><w:pPr>{style}{breaks}{tabs}{space}{side}</w:pPr>{runs}</w:p>"


def _run(text: str, *, tab: bool = False) -> str:
    jump = "<w:tab/>" if tab else ""
    return f'<w:r>{jump}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
