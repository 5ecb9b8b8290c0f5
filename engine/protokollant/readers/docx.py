"""Word document → lines: paragraphs and table rows in order, headers and footers apart.

The text of a paragraph is worked out in docx_text.py, its list label as Word shows it in
docx_numbering.py, and a table's rows in table_rows.py. Comments are left out and counted.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from protokollant.errors import ReadError
from protokollant.readers.docx_numbering import Numbering
from protokollant.readers.docx_styled import Block, read_styled
from protokollant.readers.docx_text import Paragraph, ParagraphReader, is_bold, is_prompt
from protokollant.readers.table_rows import read_rows
from protokollant.source import Doubt, Line, Transcript

_MOST_XML = 100_000_000  # bytes; ten thousand pages of text take a third of it
_WRAPPERS = frozenset(
    map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"))
)
_CHANGES = tuple(map(qn, ("w:ins", "w:del", "w:moveFrom", "w:moveTo")))
_CONTENTS = ("toc ", "innehåll ")  # styles of a contents page, whose tabs Word fills with dots


def read_docx(data: bytes) -> Transcript:
    """The lines of a .docx file. Raises ReadError when it is damaged or holds no text."""
    try:
        _check_size(data)
        document = Document(BytesIO(data))
        reading = _Reading(document)
        lines = tuple(reading.lines())
        doubts = tuple(_doubts(document, reading.hidden))
        styled = read_styled(document, reading.blocks)
    except ReadError:
        raise
    except Exception as error:  # python-docx fails in as many ways as a file can be damaged
        raise ReadError(
            "går inte att läsa som Worddokument.",
            remedy="Öppna det i Word och spara på nytt som .docx.",
        ) from error
    if not any(line.text.strip() for line in lines):
        raise ReadError(
            "innehåller ingen text.",
            remedy="Är sidorna inskannade bilder behöver de textigenkännas (OCR) först.",
        )
    return Transcript(lines, doubts, styled=styled)


def _check_size(data: bytes) -> None:
    """Refuse a package whose text parts unpack to more than any document holds."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = [part for part in package.infolist() if part.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in parts) > _MOST_XML:
        raise ReadError(
            "packar upp till orimligt mycket text.",
            remedy="Öppna det i Word, dela upp det och spara delarna som .docx.",
        )


@dataclass(frozen=True, slots=True)
class _Zone:
    """The body, a header or a footer, and the reader of its paragraphs."""

    name: str
    paragraphs: ParagraphReader
    links: Mapping[str, str]


class _Reading:
    """One walk through a document, which numbers paragraphs and rows and counts its lists."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbering = Numbering(document)
        self._styles = {style.style_id: style.name for style in document.styles}
        self._number = 0
        self.hidden = 0
        self.blocks: list[Block] = []

    def lines(self) -> Iterator[Line]:
        notes = dict(_notes(self._document))
        for name, container in _zones(self._document):
            links = _links(container.part)
            zone = _Zone(name, ParagraphReader(links, notes), links)
            yield from self._blocks(container._element, zone)
            self.hidden += zone.paragraphs.hidden

    def _blocks(self, container: Any, zone: _Zone) -> Iterator[Line]:
        """Paragraphs and table rows in reading order."""
        ahead: Paragraph | None = None
        joined: list[Any] = []
        for element in _opened(container):
            if element.tag == qn("w:tbl"):
                yield from self._table(element, zone)
                continue
            paragraph = zone.paragraphs.read(element)
            joined.append(element)
            if ahead:  # whose end was taken away: it goes on here
                paragraph.parts[:0] = ahead.parts
                ahead = None
            if element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None:
                ahead = paragraph
            else:
                self._met(zone, *joined)
                joined = []
                yield from self._paragraph(element, paragraph, zone)
        if ahead:
            self._met(zone, *joined)
            self._number += 1
            yield Line(self._number, ahead.text, zone=zone.name)

    def _met(self, zone: _Zone, *elements: Any) -> None:
        """Keep the elements of the paragraph or row that gets the next number."""
        self.blocks.append(Block(self._number + 1, elements, zone.name, zone.links))

    def _paragraph(self, element: Any, paragraph: Paragraph, zone: _Zone) -> Iterator[Line]:
        self._number += 1
        style = self._styles.get(element.style, element.style or "")
        text = paragraph.text
        if style.casefold().startswith(_CONTENTS):
            text = " ..... ".join(text.rsplit("\t", 1))
        line = Line(
            number=self._number,
            text=text,
            style=style,
            numbering=self._numbering.label(element),
            bold=is_bold(element),
            zone=zone.name,
        )
        yield from _split(line)
        yield from self._hanging(paragraph, zone)

    def _hanging(self, paragraph: Paragraph, zone: _Zone) -> Iterator[Line]:
        """The text boxes and notes of a paragraph, below it."""
        for box in paragraph.boxes:
            yield from self._blocks(box, zone)
        for note in paragraph.notes:
            first, *rest = [line for line in self._blocks(note.element, zone) if line.text] or [
                Line(self._number, "")
            ]
            yield replace(first, text=f"{note.mark} {first.text.strip()}")
            yield from rest

    def _table(self, table: Any, zone: _Zone) -> Iterator[Line]:
        for row in _opened(table, (qn("w:tr"),)):
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield from self._row(row, zone)

    def _row(self, row: Any, zone: _Zone) -> Iterator[Line]:
        cells = list(_opened(row, (qn("w:tc"),)))
        if len(cells) == 1:  # a frame around text
            yield from self._blocks(cells[0], zone)
            return
        self._met(zone, row)
        self._number += 1
        number = self._number
        texts: list[list[str]] = [[] for _ in range(_skipped(row, "gridBefore"))]
        below: list[Line] = []
        for cell in cells:
            inner, nested = self._cell(cell, zone)
            texts += [inner, *([] for _ in range(_span(cell) - 1))]
            below += nested
        rows = read_rows(texts)
        if len(rows) == 1:
            yield Line(number, "\t".join(rows[0]), cells=rows[0], zone=zone.name)
        else:
            yield from (Line(number, "\t".join(row), zone=zone.name) for row in rows)
        yield from below

    def _cell(self, cell: Any, zone: _Zone) -> tuple[list[str], list[Line]]:
        """The texts of a cell's paragraphs, and what stands below the row: tables in it, notes.

        A line that is broken by hand is as good as a paragraph: so names are listed in a form.
        """
        texts: list[str] = []
        below: list[Line] = []
        for element in _opened(cell):
            if element.tag == qn("w:tbl"):
                below += self._table(element, zone)
                continue
            paragraph = zone.paragraphs.read(element)
            label = self._numbering.label(element)
            texts += f"{label} {paragraph.text}".strip().split("\n")
            below += self._hanging(paragraph, zone)
        return [text for text in texts if text], below


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


def _notes(document: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    for kind in ("footnote", "endnote"):
        for element in _elements(document, f"{kind}s", f"w:{kind}"):
            if element.get(qn("w:type"), "normal") == "normal":
                yield (kind, element.get(qn("w:id"))), element


def _elements(document: Any, part: str, name: str) -> list[Any]:
    """The elements of a name in the document's part of a kind, as its comments."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{part}") and not relation.is_external:
            return list(parse_xml(relation.target_part.blob).iter(qn(name)))
    return []


def _opened(container: Any, wanted: tuple[str, ...] = (qn("w:p"), qn("w:tbl"))) -> Iterator[Any]:
    """The wanted children in order, through content controls and insertions."""
    for child in container:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS and not is_prompt(child):
            yield from _opened(child, wanted)


def _split(line: Line) -> Iterator[Line]:
    """One line, or several where the paragraph holds line breaks; only the first has the label."""
    first, *rest = line.text.split("\n")
    yield replace(line, text=first)
    for text in rest:
        yield replace(line, text=text, numbering="")


def _span(cell: Any) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return min(_number(span), 60) if span is not None else 1


def _skipped(row: Any, name: str) -> int:
    skipped = row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}")
    return min(_number(skipped), 60) if skipped is not None else 0


def _number(element: Any) -> int:
    value = element.get(qn("w:val"), "")
    return int(value) if value.isdigit() else 1


def _doubts(document: Any, hidden: int) -> Iterator[Doubt]:
    """What the reader left out or took for granted, in words."""
    comments = len(_elements(document, "comments", "w:comment"))
    if comments:
        which = "1 kommentar" if comments == 1 else f"{comments} kommentarer"
        yield Doubt(None, f"Dokumentet har {which}, som inte lästes.")
    if any(True for _ in document.element.iter(*_CHANGES)):
        yield Doubt(None, "Dokumentet har spårade ändringar: de lästes som godkända.")
    if hidden:
        yield Doubt(None, "Dokumentet har dold text, som inte lästes.")
