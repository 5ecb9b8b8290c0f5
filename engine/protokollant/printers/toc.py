"""A Word document with a table of contents → the same, its entries and pages brought up to date.

Word refreshes the table when it is asked to; a document that goes straight to PDF, or is opened in
something else, would show what stood in the template. Pages are those of the embedded engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from protokollant.printers.embedded import pages_of_blocks
from protokollant.printers.word_parts import BODY, member, parsed, value_of, with_body

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEVELS = re.compile(r'\\o\s+"(\d)-(\d)"')
_INDENT = 220
_DEEPEST = 9


def w(name: str) -> str:
    """Clark name of a WordprocessingML element or attribute."""
    return f"{{{_W}}}{name}"


_P, _R, _PPR = w("p"), w("r"), w("pPr")


def with_fresh_contents(docx: bytes) -> bytes:
    """The document with its tables of contents refreshed; the same bytes when it has none."""
    root = parsed(member(docx, BODY))
    styles = _styles(parsed(member(docx, "word/styles.xml")))
    body = root.find(w("body"))
    tables = [] if body is None else list(_tables(body))
    if body is None or not tables:
        return docx
    pages: dict[etree._Element, list[etree._Element]] = {}
    for table in tables:
        _refresh(body, table, styles, pages)
    numbers = pages_of_blocks(with_body(docx, root))
    for heading, shown in pages.items():
        block = next(one for one in (heading, *heading.iterancestors()) if one.getparent() is body)
        for text in shown:
            text.text = str(numbers.get(body.index(block), ""))
    return with_body(docx, root)


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: its name in lower case, its level as a heading, what it builds on."""

    name: str
    level: int
    based_on: str


@dataclass(frozen=True, slots=True)
class _Field:
    """A TOC field: its instruction, and the marks that its result stands between."""

    instruction: str
    separate: etree._Element
    end: etree._Element


def _styles(root: etree._Element) -> dict[str, _Style]:
    found = {}
    for style in root.iterchildren(w("style")):
        name = value_of(style.find(w("name"))).lower()
        outline = value_of(style.find(f"{_PPR}/{w('outlineLvl')}"))
        numbered = re.fullmatch(r"heading (\d)", name)
        level = int(outline) + 1 if outline.isdigit() else int(numbered[1]) if numbered else 0
        based_on = value_of(style.find(w("basedOn")))
        found[style.get(w("styleId"), "")] = _Style(name, level, based_on)
    return found


def _tables(body: etree._Element) -> Iterator[_Field]:
    """The TOC fields whose beginning and end stand in paragraphs side by side."""
    open_fields: list[dict[str, etree._Element | str]] = []
    for node in list(body.iter(w("fldChar"), w("instrText"))):
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append({"begin": node, "instruction": ""})
        elif not open_fields:
            continue
        elif kind == "separate":
            open_fields[-1]["separate"] = node
        elif kind == "end":
            found = open_fields.pop()
            first, end = found.get("separate"), node
            instruction = str(found["instruction"]).strip()
            if not instruction.startswith("TOC") or not isinstance(first, etree._Element):
                continue
            if _paragraph(first).getparent() is _paragraph(end).getparent():
                yield _Field(instruction, first, end)
        elif "separate" not in open_fields[-1]:
            open_fields[-1]["instruction"] = f"{open_fields[-1]['instruction']}{node.text or ''}"


def _paragraph(node: etree._Element) -> etree._Element:
    return next(node.iterancestors(_P))


def _refresh(
    body: etree._Element,
    table: _Field,
    styles: Mapping[str, _Style],
    pages: dict[etree._Element, list[etree._Element]],
) -> None:
    """Write the table's entries anew; where each shows its page is noted in `pages`."""
    first, last = _paragraph(table.separate), _paragraph(table.end)
    inside = _between(first, last)
    levels = _LEVELS.search(table.instruction)
    lowest, deepest = (int(levels[1]), int(levels[2])) if levels else (1, 3)
    headings = [
        (paragraph, level)
        for paragraph in body.iter(_P)
        if paragraph not in inside
        and lowest <= (level := _level(paragraph, styles)) <= deepest
        and _text(paragraph)
    ]
    if not headings:
        return
    leading, trailing = _cut(table, first, last)
    entries = []
    for heading, level in headings:
        entry, shown = _entry(heading, level, body, styles)
        pages.setdefault(heading, []).append(shown)
        entries.append(entry)
    at = 0 if entries[0].find(_PPR) is None else 1
    entries[0][at:at] = leading
    entries[-1].extend(trailing)
    holder = first.getparent()
    assert holder is not None
    index = holder.index(first)
    for old in inside:
        holder.remove(old)
    holder[index:index] = entries


def _between(first: etree._Element, last: etree._Element) -> list[etree._Element]:
    found = [first]
    while found[-1] is not last:
        following = found[-1].getnext()
        assert following is not None
        found.append(following)
    return found


def _cut(
    table: _Field, first: etree._Element, last: etree._Element
) -> tuple[list[etree._Element], list[etree._Element]]:
    """What stands up to the mark before the result, and from the mark after it."""
    separate = _child_of(first, table.separate)
    end = _child_of(last, table.end)
    leading = [child for child in first if child.tag != _PPR]
    trailing = list(last)
    return leading[: leading.index(separate) + 1], trailing[trailing.index(end) :]


def _child_of(paragraph: etree._Element, node: etree._Element) -> etree._Element:
    return next(one for one in (node, *node.iterancestors()) if one.getparent() is paragraph)


def _level(paragraph: etree._Element, styles: Mapping[str, _Style]) -> int:
    """The paragraph's level as a heading; 0 for none."""
    own = value_of(paragraph.find(f"{_PPR}/{w('outlineLvl')}"))
    if own.isdigit():
        return int(own) + 1 if int(own) < _DEEPEST else 0
    style_id = value_of(paragraph.find(f"{_PPR}/{w('pStyle')}"))
    for _ in range(_DEEPEST):
        style = styles.get(style_id)
        if style is None or style.level:
            return style.level if style else 0
        style_id = style.based_on
    return 0


def _text(paragraph: etree._Element) -> str:
    """The words of a heading; a tab or a line break is a space."""
    parts = (
        (node.text or "") if node.tag == w("t") else " "
        for node in paragraph.iter(w("t"), w("tab"), w("br"))
        if node.getparent() is not None and node.getparent().tag == _R
    )
    return " ".join("".join(parts).split())


def _entry(
    heading: etree._Element,
    level: int,
    body: etree._Element,
    styles: Mapping[str, _Style],
) -> tuple[etree._Element, etree._Element]:
    """A paragraph that leads to a heading, and the text in it that shows the page."""
    name = _bookmarked(heading, body)
    style = next((id_ for id_, one in styles.items() if one.name == f"toc {level}"), "")
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    indent = "" if style else f'<w:ind w:left="{_INDENT * (level - 1)}"/>'
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_text_width(body)}"/></w:tabs>'
    entry = etree.fromstring(
        f'<w:p xmlns:w="{_W}"><w:pPr>{look}{tab}{indent}</w:pPr>'
        f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r><w:t xml:space="preserve"/></w:r>'
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>'
    )
    title, page = entry.iter(w("t"))
    title.text, page.text = _text(heading), "0"
    return entry, page


def _bookmarked(heading: etree._Element, body: etree._Element) -> str:
    """The name of the bookmark around a heading's words, made when it has none."""
    for mark in heading.iter(w("bookmarkStart")):
        if mark.get(w("name"), "").startswith("_Toc"):
            return str(mark.get(w("name")))
    marks = body.getroottree().getroot().iter(w("bookmarkStart"))
    ids = [int(mark.get(w("id"), "0")) for mark in marks]
    number = str(max(ids, default=0) + 1)
    start, end = (etree.Element(w(name)) for name in ("bookmarkStart", "bookmarkEnd"))
    start.set(w("id"), number)
    start.set(w("name"), f"_Toc{int(number):09}")
    end.set(w("id"), number)
    heading.insert(0 if heading.find(_PPR) is None else 1, start)
    heading.append(end)
    return str(start.get(w("name")))


def _text_width(body: etree._Element) -> int:
    """Twips between the margins of the last section."""
    section = next(reversed(list(body.iter(w("sectPr")))), None)
    size = None if section is None else section.find(w("pgSz"))
    margins = None if section is None else section.find(w("pgMar"))
    if size is None or margins is None:
        return 9070
    taken = sum(int(margins.get(w(side), "1417")) for side in ("left", "right"))
    return int(size.get(w("w"), "11906")) - taken
