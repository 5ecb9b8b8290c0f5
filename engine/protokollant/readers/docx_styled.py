"""Word document made with this program's templates → paragraphs and rows with their styles.

What Word does to a document while it is edited leaves this as it is: runs that are split, marks
of revisions, bookmarks and spelling. Styles are known by name, which Word keeps whatever language
it speaks and LibreOffice keeps when it saves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from protokollant.readers.docx_numbering import Numbering
from protokollant.source import Paragraph, Span, Styled, TableRow

FIELD_STYLE = "Fält "
"""How the names of the character styles begin that say which value a text is."""

_INSIDE = {qn("w:ins"), qn("w:moveTo"), qn("w:smartTag"), qn("w:sdt"), qn("w:sdtContent")}
_INSIDE |= {qn("w:fldSimple"), qn("w:customXml")}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
# By its full name: python-docx's own table of prefixes is open to all, and docxcompose, once it is
# imported, has put other properties behind "cp".
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_CODE_FONTS = ("Courier New", "Liberation Mono")


class Block(NamedTuple):
    """A table row, or the elements of a paragraph: more than one where an end was deleted."""

    number: int
    elements: tuple[Any, ...]
    zone: str
    links: Mapping[str, str]


def read_styled(document: Any, blocks: Iterable[Block]) -> Styled | None:
    """The document with its styles; None when it doesn't carry those of the templates."""
    reader = _Reader.of(document)
    if not any(name.startswith(FIELD_STYLE) for name in reader.characters.values()):
        return None
    heads: list[Paragraph] = []
    body: list[Paragraph | TableRow] = []
    for block in blocks:
        if block.zone == "header" and block.elements[0].tag == qn("w:p"):
            heads.append(reader.paragraph(block, *block.elements))
        elif block.zone == "body":
            body.append(reader.block(block))
    if not any(_has_field(block) for block in body):
        return None
    told = document.core_properties
    stored = document.part.package.part_related_by(RT.CORE_PROPERTIES).element
    return Styled(
        tuple(body),
        heads=tuple(heads),
        category=stored.findtext(_CATEGORY) or "",
        subject=told.subject or "",
        author=told.author or "",
    )


def _has_field(block: Paragraph | TableRow) -> bool:
    return isinstance(block, Paragraph) and any(
        span.style.startswith(FIELD_STYLE) for span in block.spans
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    paragraphs: Mapping[str, str]
    characters: Mapping[str, str]
    numbering: Numbering

    @classmethod
    def of(cls, document: Any) -> _Reader:
        styles: dict[str, dict[str, str]] = {"paragraph": {}, "character": {}}
        for style in document.styles:
            kind = style.element.get(qn("w:type"))
            styles.setdefault(kind, {})[style.style_id] = style.name or style.style_id
        return cls(styles["paragraph"], styles["character"], Numbering(document))

    def block(self, block: Block) -> Paragraph | TableRow:
        element = block.elements[-1]
        if element.tag == qn("w:p"):
            return self.paragraph(block, *block.elements)
        before = element.getprevious()
        cells = tuple(
            tuple(self.paragraph(block, p) for p in cell.iter(qn("w:p")))
            for cell in element.iterchildren(qn("w:tc"), qn("w:sdt"))
        )
        return TableRow(block.number, cells, first=before is None or before.tag != qn("w:tr"))

    def paragraph(self, block: Block, *elements: Any) -> Paragraph:
        element = elements[-1]
        label = self.numbering.label(element)
        indent = element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        left = indent.get(qn("w:left")) or indent.get(qn("w:start")) if indent is not None else None
        ruled = element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}") is not None
        return Paragraph(
            number=block.number,
            style=self.paragraphs.get(element.style, element.style or ""),
            spans=_joined(span for one in elements for span in self._spans(one, block.links, "")),
            label=label,
            depth=self.numbering.depth(element) + 1 if label else 0,
            indent=int(float(left or 0)),
            ruled=ruled,
        )

    def _spans(self, element: Any, links: Mapping[str, str], target: str) -> Iterator[Span]:
        for child in element:
            if child.tag == qn("w:r"):
                yield self._span(child, target)
            elif child.tag == qn("w:hyperlink"):
                yield from self._spans(child, links, links.get(child.get(qn("r:id")), ""))
            elif child.tag in _INSIDE:
                yield from self._spans(child, links, target)

    def _span(self, run: Any, target: str) -> Span:
        text = "".join(
            (child.text or "") if child.tag == qn("w:t") else _SIGNS.get(child.tag, "")
            for child in run
        )
        look = run.find(qn("w:rPr"))
        if look is None:
            return Span(text, target=target)
        if _is_on(look, "vanish"):
            return Span("")
        style = look.find(qn("w:rStyle"))
        name = self.characters.get(style.get(qn("w:val")), "") if style is not None else ""
        fonts = look.find(qn("w:rFonts"))
        return Span(
            text,
            style=name,
            bold=_is_on(look, "b"),
            italic=_is_on(look, "i"),
            struck=_is_on(look, "strike"),
            code=fonts is not None and fonts.get(qn("w:ascii")) in _CODE_FONTS,
            target=target,
        )


def _is_on(look: Any, name: str) -> bool:
    mark = look.find(qn(f"w:{name}"))
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off")


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans with those as one that look alike; a document that was edited has many."""
    told = (span for span in spans if span.text)
    together = groupby(told, key=lambda span: replace(span, text=""))
    return tuple(replace(look, text="".join(s.text for s in same)) for look, same in together)
