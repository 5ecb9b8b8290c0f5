"""WordprocessingML in short → a .docx, to test the reading of what no library writes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def docx(body: str, **parts: str) -> bytes:
    """A document of the body's XML; `parts` are the insides of footnotes, comments, numbering …"""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments",
             "numbering": "numbering", "styles": "styles"}  # fmt: skip
    files = {"word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {_SPACES}>{inside}</w:{roots[name]}>"
    files["word/_rels/document.xml.rels"] = _relationships(
        {name: f"{_OFFICE}/{name}" for name in parts}
    )
    files["_rels/.rels"] = _relationships({"word/document": f"{_OFFICE}/officeDocument"})
    files["[Content_Types].xml"] = _types(["document.main", *parts])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
    return buffer.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a run without markup is text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tbl(*rows: list[str]) -> str:
    """A table; a cell is the XML of its paragraphs, or one paragraph's text."""
    cells = [
        "".join(f"<w:tc>{c if c.startswith('<') else p(c)}</w:tc>" for c in row) for row in rows
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _relationships(targets: Mapping[str, str]) -> str:
    ones = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{name}.xml"/>'
        for i, (name, kind) in enumerate(targets.items(), 1)
    )
    links = (
        f'<Relationship Id="rLink" Type="{_OFFICE}/hyperlink" Target="https://x.se/r"'
        ' TargetMode="External"/>'
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{ones}{links}</Relationships>'


def _types(parts: list[str]) -> str:
    ones = "".join(
        f'<Override PartName="/word/{part.split(".")[0]}.xml" ContentType="{_WORD}.{part}+xml"/>'
        for part in parts
    )
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    rels = (
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{ones}</Types>'
