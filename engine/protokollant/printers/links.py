"""Link annotations → links that a screen reader finds in the text and reads aloud.

Each link gets a description, and an engine that tags its text but leaves the links outside the
structure tree gets them nested in it (ISO 14289-1, 7.18.5; ISO 32000-1, 14.8.4.4.2). rdocx makes
an annotation a word; those of one link on one line become one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from protokollant.printers.marks import text_origins
from protokollant.printers.structure import Structure, structure_of

_TOLERANCE = 0.5
"""Points by which a word's origin may lie outside its link's rectangle: rounding."""

_SAID = {"mailto:": "E-post till ", "tel:": "Telefon till "}


@dataclass(slots=True)
class _Link:
    """One link on a page: its annotations in reading order, its marked words, their element."""

    annotations: list[Any]
    words: list[int]
    parent: Any

    def goes_on_with(self, other: _Link) -> bool:
        """Whether the other one is the next word, or line, of the same link."""
        return (
            other.words[0] == self.words[-1] + 1
            and other.parent == self.parent
            and _target(other.annotations[0]) == _target(self.annotations[0])
        )


def tag_links(writer: PdfWriter) -> None:
    """Describe every link; nest those without a place in the structure tree, where there is one."""
    structure = structure_of(writer)
    for page in writer.pages:
        annotations = [
            reference
            for reference in page.get("/Annots", ArrayObject())
            if reference.get_object().get("/Subtype") == "/Link"
        ]
        loose = [a for a in annotations if "/StructParent" not in a.get_object()]
        if structure is not None and loose:
            for link in _links(structure, page, loose):
                _nest(structure, page, link)
        for reference in annotations:
            _describe(reference.get_object())


def _describe(annotation: Any) -> None:
    if annotation.get("/Contents"):
        return
    action = annotation.get("/A", DictionaryObject()).get_object()
    target = str(action.get("/URI", "en plats i dokumentet"))
    scheme = next((scheme for scheme in _SAID if target.casefold().startswith(scheme)), "")
    said = _SAID.get(scheme, "Länk till ") + target[len(scheme) :]
    annotation[NameObject("/Contents")] = TextStringObject(said)


def _links(structure: Structure, page: PageObject, annotations: list[Any]) -> list[_Link]:
    """The links of a page whose text is found, the annotations of each brought together."""
    origins = text_origins(page)
    links: list[_Link] = []
    for reference in annotations:
        rectangle = reference.get_object()["/Rect"]
        words = [mark for mark, origin in origins.items() if _inside(origin, rectangle)]
        parents = [structure.parent(page, word) for word in words]
        if not words or any(parent is None or parent != parents[0] for parent in parents):
            continue
        link = _Link([reference], sorted(words), parents[0])
        if links and links[-1].goes_on_with(link):
            links[-1].annotations.append(reference)
            links[-1].words += link.words
        else:
            links.append(link)
    return links


def _target(reference: Any) -> str:
    annotation = reference.get_object()
    return repr(annotation.get("/A", annotation.get("/Dest")))


def _line(reference: Any) -> tuple[float, float]:
    """Bottom and top of an annotation: the same for all words of a link on one line."""
    rectangle = reference.get_object()["/Rect"]
    return round(float(rectangle[1]), 1), round(float(rectangle[3]), 1)


def _inside(origin: tuple[float, float], rectangle: Any) -> bool:
    left, bottom, right, top = map(float, rectangle)
    x, y = origin
    return left - _TOLERANCE <= x < right - _TOLERANCE and bottom <= y <= top


def _joined(page: PageObject, line: list[Any]) -> Any:
    """The first annotation of a line, widened over the others, which leave the page."""
    first, *rest = line
    columns = zip(*(map(float, reference.get_object()["/Rect"]) for reference in line), strict=True)
    widest = (pick(column) for pick, column in zip((min, min, max, max), columns, strict=True))
    first.get_object()[NameObject("/Rect")] = ArrayObject(map(FloatObject, widest))
    page[NameObject("/Annots")] = ArrayObject(a for a in page.annotations or () if a not in rest)
    return first


def _nest(structure: Structure, page: PageObject, link: _Link) -> None:
    """Put the link's words and annotations under a Link element where the words stood."""
    element = structure.wrap(page, link.parent, link.words, "/Link")
    for _, line in groupby(link.annotations, key=_line):
        reference = _joined(page, list(line))
        annotation = reference.get_object()
        annotation[NameObject("/StructParent")] = NumberObject(structure.enter(element))
        element.get_object()["/K"].append(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/OBJR"),
                    NameObject("/Obj"): reference,
                    NameObject("/Pg"): page.indirect_reference,
                }
            )
        )
