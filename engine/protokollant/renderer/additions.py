"""What values brought along (links, pictures, lists) → the parts beside the text that change."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from protokollant.renderer.filling import Filling, ListStart, Relation
from protokollant.renderer.lists import OWN_LISTS, Numbering
from protokollant.renderer.package import CONTENT_TYPES, Package, relations_name
from protokollant.renderer.wordml import W_NS, Element, escape_attribute, parse_xml, w, written_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PICTURE_TYPES = {kind: f"image/{kind}" for kind in ("png", "jpeg", "gif", "bmp", "tiff")}


@dataclass(slots=True)
class _Changes:
    """What has become of the package so far: members, relationships, content types."""

    package: Package
    relations: dict[str, list[Relation]]
    members: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)

    def part_of(self, kind: str) -> str:
        """The document's part of that kind; made where there is none."""
        name = self.package.related(kind)
        if not name:
            name = f"word/{kind}.xml"
            relation = Relation(f"rIdProtokollant{kind}", kind, f"{kind}.xml", False)
            self.relations.setdefault(self.package.document, []).append(relation)
            self.types[name] = f"{_WORD_TYPE}.{kind}+xml"
        return name


def additions(
    package: Package, numbering: Numbering, filling: Filling, filled: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The members that are new or different, by name; `filled` are those of the template."""
    changes = _Changes(package, {part: [*own.values()] for part, own in filling.relations.items()})
    new, types = changes.members, changes.types
    if filling.lists:
        name = changes.part_of("numbering")
        new[name] = _numbering_part(package, name, numbering, filling)
    if filling.brought_styles:
        name = changes.part_of("styles")
        new[name] = _extended(package, name, None, filling.brought_styles.values())
    for kind, notes in filling.notes.items():
        name = changes.part_of(kind)
        new[name] = _extended(package, name, filled.get(name), notes)
    new |= {name: content for name, (content, _) in filling.brought_parts.items()}
    types |= {name: kind for name, (_, kind) in filling.brought_parts.items() if kind}
    for part, own in changes.relations.items():
        new[relations_name(part)] = _relations_part(package, part, own)
    if filling.media or types:
        new[CONTENT_TYPES] = _content_types(package, filling.media, types)
    return new | filling.media


def _relations_part(package: Package, part: str, own: Iterable[Relation]) -> bytes:
    name = relations_name(part)
    empty = f'<Relationships xmlns="{_PACKAGE}relationships"/>'.encode()
    root = package.xml(name) if name in package.members else parse_xml(empty)
    for relation in own:
        element = etree.SubElement(root, f"{{{_PACKAGE}relationships}}Relationship")
        element.set("Id", relation.id)
        element.set("Type", f"{_OFFICE}/{relation.kind}")
        element.set("Target", relation.target)
        if relation.external:
            element.set("TargetMode", "External")
    return written_xml(root)


def _numbering_part(package: Package, name: str, numbering: Numbering, filling: Filling) -> bytes:
    empty = f'<w:numbering xmlns:w="{W_NS}"/>'.encode()
    root = package.xml(name) if name in package.members else parse_xml(empty)
    abstract_of = dict(numbering.abstract_of)
    lists = filling.lists
    for kind in sorted({one.like for one in lists} & set(OWN_LISTS)):
        abstract_of[kind] = _add_abstract(root, OWN_LISTS[kind].encode())
    for kind, xml in filling.brought_lists.items():
        abstract_of[kind] = _add_abstract(root, xml)
    last = next(root.iterchildren(w("numIdMacAtCleanup")), None)
    for one in lists:
        element = _num(one, abstract_of.get(one.like, "0"), one.like in filling.brought_lists)
        if last is None:
            root.append(element)
        else:
            last.addprevious(element)
    return written_xml(root)


def _extended(package: Package, name: str, filled: bytes | None, new: Iterable[bytes]) -> bytes:
    """A part that is a list of styles or notes, with more of them."""
    empty = f'<w:{posixpath.basename(name).removesuffix(".xml")} xmlns:w="{W_NS}"/>'.encode()
    content = filled or (package.read(name) if name in package.members else empty)
    root = parse_xml(content)
    root.extend([parse_xml(one) for one in new])
    return written_xml(root)


def _add_abstract(root: Element, xml: bytes) -> str:
    ids = [int(a.get(w("abstractNumId"), "0")) for a in root.iterchildren(w("abstractNum"))]
    number = str(max(ids, default=0) + 1)
    element = parse_xml(xml)
    element.set(w("abstractNumId"), number)
    before = list(root.iterchildren(w("abstractNum"), w("numPicBullet")))
    root.insert(len(before), element)
    return number


def _num(one: ListStart, abstract: str, brought: bool) -> Element:
    restart = (
        f'<w:lvlOverride w:ilvl="{one.level}"><w:startOverride w:val="{one.start}"/>'
        "</w:lvlOverride>"
    )
    return parse_xml(
        f'<w:num xmlns:w="{W_NS}" w:numId="{one.num_id}">'
        f'<w:abstractNumId w:val="{escape_attribute(abstract)}"/>'
        f"{one.overrides.decode() if brought else restart}</w:num>".encode()
    )


def _content_types(package: Package, media: Iterable[str], types: Mapping[str, str]) -> bytes:
    root = package.xml(CONTENT_TYPES)
    namespace = f"{{{_PACKAGE}content-types}}"
    known = {d.get("Extension", "").lower() for d in root.iterchildren(f"{namespace}Default")}
    for extension in sorted({name.rpartition(".")[2] for name in media} - known):
        default = root.makeelement(f"{namespace}Default")
        default.set("Extension", extension)
        default.set("ContentType", _PICTURE_TYPES[extension])
        root.insert(0, default)
    for part, kind in types.items():
        override = etree.SubElement(root, f"{namespace}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", kind)
    return written_xml(root)


def with_parts(
    package: Package, relations: Mapping[str, Iterable[Relation]], types: Mapping[str, str]
) -> dict[str, bytes]:
    """The members that change when parts of those types come, related to those parts."""
    changed = {
        relations_name(part): _relations_part(package, part, own) for part, own in relations.items()
    }
    return changed | {CONTENT_TYPES: _content_types(package, (), types)}
