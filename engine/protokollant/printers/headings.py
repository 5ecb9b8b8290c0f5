"""Headings of a tagged PDF → headings that a screen reader and the bookmarks can follow.

Word documents skip levels, and rdocx tags a heading with an automatic number as a list. PDF/UA
asks for headings as headings, from the first level and none skipped (ISO 14289-1, 7.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    TextStringObject,
)

from protokollant.printers.marks import text_origin
from protokollant.printers.outline import Heading, Outline
from protokollant.printers.structure import Structure, first_mark, has_content, kids

_ROLE = re.compile(r"/H([1-6])")
_LOWEST = 6
_AROUND = ("/LBody", "/LI", "/L")
_ABOVE = 24.0
"""Points of the page to show above a heading's first line when a bookmark leads to it."""

_PRIVATE = re.compile(r"[\ue000-\uf8ff]\s*")
"""Signs of a symbol font, which mean nothing in a bookmark."""


def mend_headings(structure: Structure, told: Outline) -> None:
    """Tag every heading of the Word document as one, at a level that follows from that before."""
    for paragraph, heading in _paired(structure, told):
        if _is_listed(paragraph):
            _take_out(structure, paragraph, f"/H{min(heading.level, _LOWEST)}")
    _close_gaps(structure)


def aim_bookmarks(writer: PdfWriter, structure: Structure, told: Outline) -> None:
    """Let each bookmark lead to its heading.

    rdocx leads to where a heading would have stood, had it not been moved to the next page.
    """
    items = list(_items(writer.root_object.get("/Outlines", DictionaryObject()).get_object()))
    pairs = _paired(structure, told)
    if len(items) != len(pairs):
        return
    for item, (element, _) in zip(items, pairs, strict=True):
        page, mark = first_mark(element)
        if page is None or item.get("/Dest", [None])[0] == page:
            continue
        origin = text_origin(page.get_object(), mark)
        if origin is not None:
            target = NameObject("/XYZ"), FloatObject(0), FloatObject(origin[1] + _ABOVE)
            item[NameObject("/Dest")] = ArrayObject([page, *target, NullObject()])


def bookmark(writer: PdfWriter, headings: Sequence[Heading]) -> None:
    """Give the file bookmarks from the headings when the engine made none; clean those it made."""
    if writer.outline:
        for item in _items(writer.root_object["/Outlines"].get_object()):
            clean = _PRIVATE.sub("", str(item["/Title"])).strip()
            item[NameObject("/Title")] = TextStringObject(clean)
        return
    above: list[tuple[int, Any]] = []
    for heading, page in _found(writer, headings):
        while above and above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1] if above else None
        item = writer.add_outline_item(title=heading.text, page_number=page, parent=parent)
        above.append((heading.level, item))


def _paired(structure: Structure, told: Outline) -> list[tuple[Any, Heading]]:
    """Each heading of the Word document with its element; nothing when the two do not agree."""
    paragraphs = [e for e in structure.elements() if e["/S"] == "/P" or _ROLE.fullmatch(e["/S"])]
    places = {heading.place for heading in told.headings}
    agree = len(paragraphs) == told.paragraphs and all(
        place in places for place, each in enumerate(paragraphs) if each["/S"] != "/P"
    )
    return [(paragraphs[h.place], h) for h in told.headings] if agree else []


def _tagged(structure: Structure) -> Iterator[tuple[Any, int]]:
    """The heading elements in reading order, each with its level."""
    for element in structure.elements():
        if role := _ROLE.fullmatch(str(element["/S"])):
            yield element, int(role[1])


def _close_gaps(structure: Structure) -> None:
    """Let a heading be one level under the nearest higher one before it: 1, 3, 3 → 1, 2, 2."""
    above: list[int] = []
    for element, level in _tagged(structure):
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        element[NameObject("/S")] = NameObject(f"/H{len(above)}")


def _is_listed(paragraph: Any) -> bool:
    """Whether a paragraph is all of a list item."""
    return [element.get("/S") for element in _wrappers(paragraph)] == list(_AROUND)


def _wrappers(paragraph: Any) -> list[Any]:
    """What stands around a paragraph, up to three elements, with nothing else in the inner two."""
    around: list[Any] = []
    inner = paragraph
    for _ in _AROUND:
        outer = inner.get("/P", DictionaryObject()).get_object()
        if len(around) < len(_AROUND) - 1 and len(kids(outer)) != 1:
            return []
        around.append(outer)
        inner = outer
    return around


def _take_out(structure: Structure, paragraph: Any, role: str) -> None:
    """Make the paragraph a heading beside its list, which is divided where the heading stood."""
    _, item, whole = _wrappers(paragraph)
    items = kids(whole)
    place = next(n for n, kid in enumerate(items) if kid.get_object() is item)
    rest = _list(structure, whole, items[place + 1 :])
    whole[NameObject("/K")] = ArrayObject(items[:place])
    parent = whole["/P"].get_object()
    siblings = kids(parent)
    place = next(n for n, kid in enumerate(siblings) if kid.get_object() is whole)
    kept = [siblings[place]] if has_content(whole) else []
    siblings[place : place + 1] = [*kept, paragraph.indirect_reference, *rest]
    parent[NameObject("/K")] = ArrayObject(siblings)
    paragraph[NameObject("/S")] = NameObject(role)
    paragraph[NameObject("/P")] = whole.raw_get("/P")


def _list(structure: Structure, like: Any, items: Sequence[Any]) -> list[Any]:
    """A list of its own for these items, or nothing when there are none."""
    if not items:
        return []
    made = DictionaryObject({key: like.raw_get(key) for key in like if key != "/K"})
    made[NameObject("/K")] = ArrayObject(items)
    reference = structure.writer._add_object(made)
    for item in items:
        item.get_object()[NameObject("/P")] = reference
    return [reference]


def _items(parent: Any) -> Iterator[Any]:
    item = parent.get("/First")
    while item is not None:
        yield item.get_object()
        yield from _items(item.get_object())
        item = item.get_object().get("/Next")


def _found(writer: PdfWriter, headings: Sequence[Heading]) -> Iterator[tuple[Heading, int]]:
    """The headings that are found on the pages, in order, each with the number of its page."""
    pages = [_squeezed(page.extract_text()) for page in writer.pages] if headings else []
    page, place = 0, 0
    for heading in headings:
        words = _squeezed(heading.text)
        for number in range(page, len(pages)):
            at = pages[number].find(words, place if number == page else 0)
            if at >= 0:
                page, place = number, at + len(words)
                yield heading, number
                break


def _squeezed(text: str) -> str:
    """The text without its spaces, which engines set in different ways."""
    return "".join(text.split())
