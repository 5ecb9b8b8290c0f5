"""Small Word files written out in full, and what a filled one says, for the renderer's tests."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from openxml_audit import OpenXmlValidator

from protokollant.renderer import Template

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NS = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{_W14}" xmlns:mc="{_MC}" mc:Ignorable="w14"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_STYLES = (
    ("Normal", "Normal", ""),
    ("Rubrik1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    ("Rubrik2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ("Rubrik3", "heading 3", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    ("Brdtext", "Body Text", ""),
    ("Punktlista", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    ("Punktlista2", "List Bullet 2", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
    ("Numreradlista", "List Number", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
    ("Numreradlista2", "List Number 2", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
)


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; each text is a run of its own, and XML stands as it is."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    head = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return f"<w:p>{head}{''.join(map(r, runs))}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; XML stands as it is."""
    if text.startswith("<"):
        return text
    content = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{content}</w:t></w:r>'


def table(*rows: tuple[str, ...], header: int = 0) -> str:
    """A table; a cell is text, or XML with its paragraphs; the first rows may be header rows."""
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    mark = "<w:trPr><w:tblHeader/></w:trPr>"
    body = "".join(
        f"<w:tr>{mark if number < header else ''}{''.join(map(tc, row))}</w:tr>"
        for number, row in enumerate(rows)
    )
    width = '<w:tblW w:w="0" w:type="auto"/>'
    return f"<w:tbl><w:tblPr>{width}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def tc(cell: str) -> str:
    """A table cell."""
    content = cell if cell.startswith("<") else p(cell)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def paper(
    *body: str,
    header: str = "",
    footer: str = "",
    footnote: str = "",
    title: str = "",
    numbered: bool = True,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """A whole .docx."""
    parts = {"styles": _styles(numbered)}
    if numbered:
        parts["numbering"] = _numbering()
    references = ""
    for name, content in (("header", header), ("footer", footer)):
        if content:
            tag = "hdr" if name == "header" else "ftr"
            parts[name] = f"<w:{tag} {_NS}>{content}</w:{tag}>"
            number = list(parts).index(name)
            references += f'<w:{name}Reference w:type="default" r:id="rId{number}"/>'
    if footnote:
        parts["footnotes"] = (
            f'<w:footnotes {_NS}><w:footnote w:id="2">{footnote}</w:footnote></w:footnotes>'
        )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" '
        'w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" '
        'w:gutter="0"/></w:sectPr>'
    )
    document = f"<w:document {_NS}><w:body>{''.join(body)}{section}</w:body></w:document>"
    return _zipped(document, parts, title, dict(extra or {}))


def _styles(numbered: bool) -> str:
    own = "".join(
        f'<w:style w:type="paragraph"{default} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f"{look if numbered or 'numPr' not in look else ''}</w:style>"
        for id_, name, look in _STYLES
        for default in (' w:default="1"' if id_ == "Normal" else "",)
    )
    link = '<w:style w:type="character" w:styleId="Hyperlnk"><w:name w:val="Hyperlink"/></w:style>'
    grid = '<w:style w:type="table" w:styleId="Tabellrutnt"><w:name w:val="Table Grid"/></w:style>'
    return f"<w:styles {_NS}>{own}{link}{grid}</w:styles>"


def _numbering() -> str:
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        for number, (kind, sign) in enumerate(
            (("bullet", "•"), ("bullet", "–"), ("decimal", "%1."), ("lowerLetter", "%1)"))
        )
    )
    nums = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4)
    )
    return f"<w:numbering {_NS}>{abstracts}{nums}</w:numbering>"


def _zipped(document: str, parts: dict[str, str], title: str, extra: dict[str, bytes]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{_PKG}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        "</cp:coreProperties>"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PKG}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PKG}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PKG}/relationships">'
        f"{relations}</Relationships>",
        "docProps/core.xml": core,
    } | {f"word/{name}.xml": content for name, content in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, _HEAD + content)
        for name, raw in extra.items():
            archive.writestr(name, raw)
    return stream.getvalue()


def fill(*body: str, **data: Any) -> bytes:
    """The body's blocks filled with plain data, and held against the standard."""
    return valid(Template(paper(*body)).render(data))


def valid(content: bytes) -> bytes:
    """The same bytes, once openxml-audit finds nothing to repair in them."""
    errors = errors_in(content)
    assert not errors, "\n".join(errors)
    return content


def errors_in(content: bytes) -> list[str]:
    """What openxml-audit finds to repair."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fylld.docx"
        path.write_bytes(content)
        errors = [str(error) for error in OpenXmlValidator().validate(path).errors]
    # The papers here do without settings, fonts and a theme, which the standard makes optional.
    return [error for error in errors if "required relationship" not in error]


def outline(content: bytes) -> list[str]:
    """Paragraphs and table rows of the body in order; a style other than Normal in brackets."""
    told = []
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        if hasattr(block, "rows"):
            told += [
                " | ".join("/".join(q.text for q in cell.paragraphs) for cell in row.cells)
                for row in block.rows
            ]
        else:
            name = block.style.name if block.style is not None else "Normal"
            told.append(block.text if name == "Normal" else f"[{name}] {block.text}")
    return told


def member(content: bytes, name: str) -> str:
    """A file of the package as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()
