"""The structure tree of a tagged PDF: finding the element of a marked content, and wrapping it.

ISO 32000-1, 14.7: an element's kids (/K) name marked contents on pages; the parent tree leads
back from a page's marked content, or from an annotation, to its element.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject


@dataclass(frozen=True, slots=True)
class Structure:
    """The structure tree of a file being written."""

    writer: PdfWriter
    root: Any
    numbers: ArrayObject

    def elements(self) -> Iterator[Any]:
        """Every element of the tree in reading order, one before those in it."""
        waiting = kids(self.root)[::-1]
        while waiting:
            kid = waiting.pop()
            if _is_element(kid):
                yield kid.get_object()
                waiting += kids(kid.get_object())[::-1]

    def parent(self, page: PageObject, mark: int) -> Any:
        """The reference of the element that owns a marked content of the page, or None."""
        owners = self._owners(page)
        return owners[mark] if owners is not None and mark < len(owners) else None

    def wrap(self, page: PageObject, parent: Any, marks: Iterable[int], role: str) -> Any:
        """Move marked contents from their `parent` into a new element where the first stood."""
        wanted = set(marks)
        siblings = kids(parent.get_object())
        moved = [kid for kid in siblings if _mark(kid, page) in wanted]
        element = self.writer._add_object(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/StructElem"),
                    NameObject("/S"): NameObject(role),
                    NameObject("/P"): parent,
                    NameObject("/Pg"): page.indirect_reference,
                    NameObject("/K"): ArrayObject(moved),
                }
            )
        )
        place = min(position for position, kid in enumerate(siblings) if _mark(kid, page) in wanted)
        kept = [kid for kid in siblings if _mark(kid, page) not in wanted]
        kept.insert(place, element)
        parent.get_object()[NameObject("/K")] = ArrayObject(kept)
        owners = self._owners(page)
        for mark in wanted:
            owners[mark] = element
        return element

    def enter(self, element: Any) -> int:
        """A new key in the parent tree that leads to the element."""
        key = max((int(number) for number in self.numbers[::2]), default=-1) + 1
        self.numbers.extend((NumberObject(key), element))
        self.root[NameObject("/ParentTreeNextKey")] = NumberObject(key + 1)
        return key

    def _owners(self, page: PageObject) -> Any:
        key = page.get("/StructParents")
        for number, owners in zip(self.numbers[::2], self.numbers[1::2], strict=False):
            if number == key:
                return owners.get_object()
        return None


def structure_of(writer: PdfWriter) -> Structure | None:
    """The structure tree of the file; None when it has none, or one spread over several nodes."""
    root = writer.root_object.get("/StructTreeRoot")
    tree = root.get_object().get("/ParentTree") if root is not None else None
    numbers = tree.get_object().get("/Nums") if tree is not None else None
    if root is None or numbers is None:
        return None
    return Structure(writer, root.get_object(), numbers.get_object())


def shorten(structure: Structure) -> None:
    """Name marked contents by number alone where an element lies on one page (14.7.4.2).

    rdocx names the page of every word again, which is half of its file.
    """
    for element in structure.elements():
        own = kids(element)
        references = [kid for kid in own if _is_reference(kid)]
        pages = {kid.raw_get("/Pg") for kid in references if "/Pg" in kid}
        if len(pages) != 1 or not all("/Pg" in kid for kid in references):
            continue
        (page,) = pages
        if element.get("/Pg") is not None and element.raw_get("/Pg") != page:
            continue
        element[NameObject("/Pg")] = page
        element[NameObject("/K")] = ArrayObject(
            kid["/MCID"] if _is_reference(kid) else kid for kid in own
        )


def _is_reference(kid: Any) -> bool:
    """Whether it is a marked content of a page, with nothing said but which."""
    return isinstance(kid, DictionaryObject) and kid.keys() <= {"/Type", "/Pg", "/MCID"}


def kids(element: Any) -> list[Any]:
    """The kids of an element as they stand: elements, marked contents, annotations."""
    kid_or_kids = element.get("/K", ArrayObject())
    resolved = kid_or_kids.get_object()
    if isinstance(resolved, ArrayObject):
        return list(resolved)
    return [element.raw_get("/K")]


def has_content(element: Any) -> bool:
    """Whether anything on a page, or an annotation, belongs to the element or one in it."""
    return any(has_content(kid.get_object()) if _is_element(kid) else True for kid in kids(element))


def first_mark(element: Any) -> tuple[Any, int]:
    """The reference of the page with the element's first marked content, and its number there.

    Without any of its own: None and -1.
    """
    for kid in kids(element):
        resolved = kid.get_object()
        if isinstance(resolved, NumberObject):
            return element.raw_get("/Pg"), int(resolved)
        if isinstance(resolved, DictionaryObject) and resolved.get("/Type") == "/MCR":
            owner = resolved if "/Pg" in resolved else element
            mark: Any = resolved["/MCID"]
            return owner.raw_get("/Pg"), int(mark)
    return None, -1


def _is_element(kid: Any) -> bool:
    resolved = kid.get_object()
    return isinstance(resolved, DictionaryObject) and "/S" in resolved


def _mark(kid: Any, page: PageObject) -> int | None:
    """The number of the marked content that a kid names, when it is one on this page."""
    resolved: Any = kid.get_object()
    if isinstance(resolved, NumberObject):
        return int(resolved)
    if not isinstance(resolved, DictionaryObject) or resolved.get("/Type") != "/MCR":
        return None
    same = resolved.get("/Pg") is None or resolved.raw_get("/Pg") == page.indirect_reference
    mark: Any = resolved["/MCID"]
    return int(mark) if same else None
