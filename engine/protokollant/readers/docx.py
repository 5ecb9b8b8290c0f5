"""Word document → lines: paragraphs and table rows in order, headers and footers apart.

Tracked changes are taken as accepted: inserted text is read, deleted text isn't. A paragraph's
list label is worked out as Word shows it (ISO/IEC 29500-1, 17.9).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from protokollant.errors import ReadError
from protokollant.readers.docx_numbering import Numbering
from protokollant.source import Line, Transcript

_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr")}
_TEXT_FOR = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}


def read_docx(data: bytes) -> Transcript:
    """The lines of a .docx file. Raises ReadError when it is damaged or holds no text."""
    try:
        document = Document(BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.LxmlError) as e:
        raise ReadError(
            "går inte att läsa som Worddokument.",
            remedy="Öppna det i Word och spara på nytt som .docx.",
        ) from e
    lines = tuple(_lines(document))
    if not any(line.text.strip() for line in lines):
        raise ReadError(
            "innehåller ingen text.",
            remedy="Är sidorna inskannade bilder behöver de textigenkännas (OCR) först.",
        )
    return Transcript(lines)


def _lines(document: Any) -> Iterator[Line]:
    numbering = Numbering(document)
    styles = {style.style_id: style.name for style in document.styles}
    number = 0
    for zone, container in _zones(document):
        links = _links(container.part)
        for element in _blocks(container._element):
            number += 1
            if element.tag == qn("w:tr"):
                yield _row(element, number, links, zone)
                continue
            line = Line(
                number=number,
                text=_text(element, links),
                style=styles.get(element.style, element.style or ""),
                numbering=numbering.label(element),
                bold=_is_bold(element),
                zone=zone,
            )
            yield from _split(line)


def _zones(document: Any) -> Iterator[tuple[str, Any]]:
    """The body, with every different page header before it and footer after it."""
    headers: list[Any] = []
    footers: list[Any] = []
    for section in document.sections:
        headers += (section.first_page_header, section.header, section.even_page_header)
        footers += (section.first_page_footer, section.footer, section.even_page_footer)
    yield from (("header", head) for head in headers if not head.is_linked_to_previous)
    yield "body", document._body
    yield from (("footer", foot) for foot in footers if not foot.is_linked_to_previous)


def _links(part: Any) -> Mapping[str, str]:
    """Relationship id → web or mail address of a part's links."""
    return {key: relation.target_ref for key, relation in part.rels.items() if relation.is_external}


def _blocks(container: Any) -> Iterator[Any]:
    """Paragraphs and table rows in reading order, through content controls and insertions."""
    for child in container:
        if child.tag == qn("w:p"):
            yield child
        elif child.tag == qn("w:tbl"):
            yield from child.iterchildren(qn("w:tr"))
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _split(line: Line) -> Iterator[Line]:
    """One line, or several where the paragraph holds line breaks; only the first has the label."""
    first, *rest = line.text.split("\n")
    yield replace(line, text=first)
    for text in rest:
        yield replace(line, text=text, numbering="")


def _row(element: Any, number: int, links: Mapping[str, str], zone: str) -> Line:
    cells = tuple(
        "\n".join(_text(paragraph, links) for paragraph in cell.iter(qn("w:p"))).strip()
        for cell in element.iterchildren(qn("w:tc"), qn("w:sdt"))
    )
    return Line(number=number, text="\t".join(cells), cells=cells, zone=zone)


def _text(element: Any, links: Mapping[str, str]) -> str:
    """The text a reader sees; a link whose target isn't its text becomes a Markdown link."""
    parts: list[str] = []
    for child in element:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in _TEXT_FOR:
            parts.append(_TEXT_FOR[child.tag])
        elif child.tag == qn("w:hyperlink"):
            parts.append(_link(_text(child, links), links.get(child.get(qn("r:id")), "")))
        elif child.tag not in _SKIPPED:
            parts.append(_text(child, links))
    return "".join(parts)


def _link(text: str, target: str) -> str:
    shown = text.strip()
    if not shown or not target or target.rstrip("/") in (shown, f"mailto:{shown}"):
        return text
    return f"[{text}]({target})"


def _is_bold(element: Any) -> bool:
    """Whether every run with text is bold."""
    runs = [r for r in element.iter(qn("w:r")) if _text(r, {}).strip()]
    return bool(runs) and all(_run_is_bold(run) for run in runs)


def _run_is_bold(run: Any) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off")
