"""Another Word document's body → blocks of this one, with what they need brought along.

Styles that this document has by name are used as they are here; others come along, and so do
lists, links, pictures and other parts that the body points at.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from protokollant.renderer.filling import Filling, current
from protokollant.renderer.package import Package, relations_name
from protokollant.renderer.pictures import kept
from protokollant.renderer.styles import Styles, read_styles
from protokollant.renderer.values import UnfitValueError
from protokollant.renderer.wordml import (
    R_NS,
    SECTPR,
    VAL,
    Element,
    remove_keeping_tail,
    w,
    written_xml,
)

_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_KIN = ("basedOn", "link", "next")
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_MARKS = (w("bookmarkStart"), w("bookmarkEnd"))
_ASIDE_NAMES = "headerReference footerReference commentRangeStart commentRangeEnd commentReference"
_ASIDE = frozenset(map(w, _ASIDE_NAMES.split()))
_PASSING = frozenset(("paraId", "textId", "anchorId", "editId"))
"""Attributes by which one saved version of a document knows its parts again."""

_VML = "{urn:schemas-microsoft-com:vml}"
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_FIRST_OBJECT = 1_400_000_000
_RELATION = re.compile(r"(?:id|embed|link|pict|dm|lo|qs|cs|href)$")
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True)
class Insertion:
    """A document to be put where a `{{p … }}` stands; may be used any number of times."""

    package: Package

    def block_xml(self, paragraph: str, run: str) -> str:
        """The body's blocks, without its last section's page layout."""
        filling, document = current(), self.package.document
        move = _Move(self.package, self._styles, filling, document, filling.picture_id())
        out = []
        for block in self._body:
            if block.tag != SECTPR:
                moved = deepcopy(block)
                move.bring(moved)
                out.append(etree.tostring(moved, encoding="unicode", with_tail=False))
        return "".join(out)

    @cached_property
    def _body(self) -> Element:
        body = self.package.xml(self.package.document).find(w("body"))
        assert body is not None
        return body

    @cached_property
    def _styles(self) -> Styles:
        name = self.package.related("styles")
        return read_styles(self.package.xml(name) if name else None)


@dataclass
class _Move:
    """One insertion in progress: what has come along so far, by its name in the source."""

    package: Package
    styles: Styles
    filling: Filling
    part: str
    serial: int
    """What tells this insertion from the others of the same filling."""
    brought: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def bring(self, block: Element) -> None:
        """Make what a block points at belong to this document."""
        for node in list(block.iter()):
            if not isinstance(node.tag, str):
                continue
            if node.tag in _NOTES:
                self._note(node, _NOTES[node.tag])
            elif node.tag in _ASIDE:
                parent = node.getparent()
                assert parent is not None
                parent.remove(node)
            else:
                self._point(node)

    def _note(self, reference: Element, kind: str) -> None:
        """Bring the note that a reference leads to; its own pictures and links are its part's."""
        name = self.package.related(kind)
        notes = self.package.xml(name) if name else ()
        note = next((n for n in notes if n.get(w("id")) == reference.get(w("id"))), None)
        number = self.filling.note_id()
        reference.set(w("id"), number)
        if note is None:
            raise UnfitValueError("hänvisar till en not som inte finns.", "Ta bort hänvisningen.")
        own, self.filling.part = self.filling.part, f"word/{kind}.xml"
        self.part, here = name, self.part
        note.set(w("id"), number)
        self.bring(note)
        self.filling.part, self.part = own, here
        content = _written(note)
        self.filling.notes.setdefault(kind, []).append(content)

    def _point(self, node: Element) -> None:
        local = etree.QName(node).localname
        if local in _STYLED and node.tag == w(local):
            node.set(VAL, self._style(node.get(VAL, "")))
        elif node.tag == w("numId"):
            node.set(VAL, self._number(node.get(VAL, "")))
        elif node.tag == _DOC_PR:
            node.set("id", str(self.filling.picture_id()))
        elif node.tag in _MARKS:
            starts = node.tag == _MARKS[0]
            old = f"{self.serial} {node.get(w('id'))}"
            node.set(w("id"), self.filling.bookmark(old, new=starts))
            if starts:
                node.set(w("name"), self.filling.bookmark_name(node.get(w("name"), "")))
        elif node.tag.startswith(_VML) and node.get("id") and local != "shapetype":
            node.set("id", self._shape(node.get("id", "")))
        elif node.tag == _OBJECT:
            node.set("ShapeID", self._shape(node.get("ShapeID", "")))
            node.set("ObjectID", f"_{_FIRST_OBJECT + self.filling.picture_id()}")
        for key, value in list(node.attrib.items()):
            name = etree.QName(key)
            if name.localname in _PASSING and name.namespace:
                del node.attrib[key]
            elif name.namespace == R_NS and _RELATION.match(name.localname) and value:
                node.set(key, self._relation(self.part, value, self.filling.relation))

    def _shape(self, old: str) -> str:
        """The id of a drawn shape, which the object that it shows names it by."""
        if old not in self.shapes:
            self.shapes[old] = f"{old}_{self.filling.picture_id()}"
        return self.shapes[old]

    def _style(self, style_id: str) -> str:
        """The id that a style of the source has here."""
        own = self.styles.by_id.get(style_id)
        if own is None:
            return style_id
        here = self.filling.styles.find(own.name, own.kind)
        if here is not None:
            return here.id
        if style_id not in self.brought:
            taken = self.filling.styles.by_id.keys() | self.filling.brought_styles.keys()
            new = style_id
            while new in taken and self.filling.brought_styles.get(new) is not None:
                new += "1"
            self.brought[style_id] = new
            self.filling.brought_styles[new] = b""
            self.filling.brought_styles[new] = self._style_xml(style_id, new)
        return self.brought[style_id]

    def _style_xml(self, style_id: str, new: str) -> bytes:
        root = self.package.xml(self.package.related("styles"))
        element = next(s for s in root.iterchildren(w("style")) if s.get(w("styleId")) == style_id)
        element = deepcopy(element)
        element.set(w("styleId"), new)
        element.attrib.pop(w("default"), None)
        for name in _KIN:
            for kin in element.findall(w(name)):
                kin.set(VAL, self._style(kin.get(VAL, "")))
        for number in element.iter(w("numId")):
            number.set(VAL, self._number(number.get(VAL, "")))
        return _written(element)

    def _number(self, num_id: str) -> str:
        """The numbering instance here of one in the source; each insertion starts over."""
        if num_id not in self.numbers:
            num = next((n for n in self._numbering("num") if n.get(w("numId")) == num_id), None)
            abstract = None if num is None else self._abstract(_value(num, "abstractNumId"))
            if num is None or abstract is None:
                return "0"
            name = f"{self.serial} {abstract.get(w('abstractNumId'))}"
            self.filling.brought_lists[name] = _bare(abstract)
            overrides = [_written(one) for one in num.iterchildren(w("lvlOverride"))]
            self.numbers[num_id] = str(self.filling.like(name, b"".join(overrides)))
        return self.numbers[num_id]

    def _abstract(self, number: str) -> Element | None:
        """A list's levels; those of the list style that it is in, if it is in one."""
        every = list(self._numbering("abstractNum"))
        found = next((one for one in every if one.get(w("abstractNumId")) == number), None)
        style = None if found is None else found.find(w("numStyleLink"))
        if style is None:
            return found
        return next((one for one in every if _value(one, "styleLink") == style.get(VAL)), found)

    def _numbering(self, tag: str) -> Iterator[Element]:
        part = self.package.related("numbering")
        if part:
            yield from self.package.xml(part).iterchildren(w(tag))

    def _relation(self, part: str, old: str, relate: Callable[..., str]) -> str:
        """A relationship of the source as one of this document's part, its target brought along."""
        kind, target = self.package.relations(part).get(old, ("", ""))
        if target not in self.package.members:
            return relate(kind or "hyperlink", target, external=True)
        name = self._part(target)
        start = posixpath.dirname(self.filling.part) or "."
        return relate(kind, posixpath.relpath(name, start), external=False)

    def _part(self, old: str) -> str:
        """The member here of one in the source, with the members that it points at in turn."""
        if old not in self.parts:
            content = self.package.read(old)
            self.parts[old] = kept(content) or self._brought(old, content)
        return self.parts[old]

    def _brought(self, old: str, content: bytes) -> str:
        # Word wants an embedded object or chart to have a part of its own in every place.
        folder, name = posixpath.split(old)
        new = posixpath.join(folder, f"{self._digest(old)}-{self.serial}-{name}")
        self.parts[old] = new  # members may point at each other
        self.filling.brought_parts[new] = (content, self.package.types.get(old, ""))
        relations = relations_name(old)
        if relations in self.package.members:
            self.filling.brought_parts[relations_name(new)] = (self._relations(old), "")
        return new

    def _digest(self, old: str) -> str:
        """What tells a member from others: its content and that of those it points at."""
        if old not in self.digests:
            told = hashlib.sha256(self.package.read(old))
            self.digests[old] = told.hexdigest()  # for a member that points back at it
            for _, target in self.package.relations(old).values():
                if target in self.package.members:
                    told.update(self._digest(target).encode())
            self.digests[old] = told.hexdigest()
        return self.digests[old][:16]

    def _relations(self, old: str) -> bytes:
        root = self.package.xml(relations_name(old))
        for relation in root:
            kind_and_target = self.package.relations(old)[relation.get("Id", "")]
            if kind_and_target[1] in self.package.members:
                relation.set("Target", f"/{self._part(kind_and_target[1])}")
        return written_xml(root)


def _value(node: Element, child: str) -> str:
    found = node.find(w(child))
    return "" if found is None else found.get(VAL, "")


def _bare(abstract: Element) -> bytes:
    """A list's levels without what ties them to the document that they come from."""
    ties = map(w, ("nsid", "lvlPicBulletId", "pStyle", "styleLink", "numStyleLink"))
    for tie in list(abstract.iter(*ties)):
        remove_keeping_tail(tie)
    return _written(abstract)


def _written(node: Element) -> bytes:
    return bytes(etree.tostring(node, with_tail=False))
