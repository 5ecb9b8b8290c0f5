"""Pages of another PDF → pages at the end of a file being written, with their tags and links.

The structure trees become one: the other's stands whole in a Part of its own (ISO 32000-1, 14.7,
14.8.4.2), its keys in the parent tree moved past those that are taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from protokollant.printers.structure import Structure, kids, structure_of

_KEYS = ("/StructParent", "/StructParents")
_RUNNING = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm")
"""Actions that a document fit to publish can't hold (ISO 19005-2, 6.5.1)."""


def graft(writer: PdfWriter, other: PdfWriter, title: str) -> None:
    """Move the pages of `other` to the end of `writer`, with their tags when both have any.

    `other` is used up. What runs by itself, or reaches out of the file, is left behind.
    """
    _settle_destinations(other)
    _quiet(other)
    base, added = structure_of(writer), other.root_object.get("/StructTreeRoot")
    part: Any = None
    if base is not None and added is not None:
        part = _prepare_structure(base, other, added.get_object(), title)
    else:
        _untag(other)
    pages = list(other.pages)
    for page in pages:
        page[NameObject("/Parent")] = writer._pages
    for page in pages:
        reference = page.indirect_reference
        assert reference is not None
        _append(writer, reference.clone(writer))
    if base is not None and part is not None:
        _join_structure(base, other, part)
    _join_layers(writer, other)


def _append(writer: PdfWriter, page: Any) -> None:
    tree: Any = writer._pages.get_object()
    tree["/Kids"].append(page)
    tree[NameObject("/Count")] = NumberObject(len(tree["/Kids"]))
    assert writer.flattened_pages is not None
    writer.flattened_pages.append(page.get_object())


def _annotations(pdf: PdfWriter) -> Iterator[Any]:
    for page in pdf.pages:
        for reference in page.get("/Annots") or ():
            yield reference.get_object()


def _settle_destinations(other: PdfWriter) -> None:
    """Let links lead to pages, not to names, which only mean something in their own file."""
    named = {str(name): place for name, place in other.named_destinations.items()}
    for annotation in _annotations(other):
        action = annotation.get("/A", DictionaryObject()).get_object()
        for holder, key in ((annotation, "/Dest"), (action, "/D")):
            name = holder.get(key)
            if isinstance(name, (str, bytes)) and str(name) in named:
                holder[NameObject(key)] = named[str(name)].dest_array


def _quiet(other: PdfWriter) -> None:
    """Take away what runs when a page or a field is opened or pressed."""
    for page in other.pages:
        page.pop(NameObject("/AA"), None)
    for annotation in _annotations(other):
        annotation.pop(NameObject("/AA"), None)
        action = annotation.get("/A", DictionaryObject()).get_object()
        if action.get("/S") in _RUNNING:
            del annotation["/A"]


def _keyed(pdf: PdfWriter) -> Iterator[Any]:
    """Everything that has a key in the parent tree: pages, annotations, drawings."""
    seen: set[int] = set()
    for thing in (*pdf._objects, *_annotations(pdf)):
        if isinstance(thing, DictionaryObject) and id(thing) not in seen:
            seen.add(id(thing))
            yield thing


def _untag(other: PdfWriter) -> None:
    for thing in _keyed(other):
        for key in _KEYS:
            thing.pop(NameObject(key), None)


# --- structure ----------------------------------------------------------------------------------


def _prepare_structure(base: Structure, other: PdfWriter, root: Any, title: str) -> Any:
    """Move keys and names out of the way of the base's; the other's whole tree in a Part."""
    shift = _next_key(base)
    for thing in _keyed(other):
        for key in _KEYS:
            if key in thing:
                thing[NameObject(key)] = NumberObject(int(thing[key]) + shift)
    elements = list(Structure(other, root, ArrayObject()).elements())
    mark = f"-{shift}"
    _settle_names(base.root, root, "/RoleMap", [(e, "/S") for e in elements], mark)
    _settle_names(base.root, root, "/ClassMap", [(e, "/C") for e in elements if "/C" in e], mark)
    _settle_identifiers(elements, mark)
    part = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject("/Part"),
            NameObject("/T"): TextStringObject(title),
            NameObject("/P"): _trunk(base),
            NameObject("/K"): ArrayObject(kids(root)),
        }
    )
    reference = other._add_object(part)
    for kid in kids(root):
        kid.get_object()[NameObject("/P")] = reference
    return reference


def _next_key(base: Structure) -> int:
    highest = max((int(number) for number in base.numbers[::2]), default=-1)
    return max(highest + 1, int(base.root.get("/ParentTreeNextKey", 0)))


def _trunk(base: Structure) -> Any:
    """The element that holds the whole of the base's document; else the root itself."""
    tops = kids(base.root)
    alone = len(tops) == 1 and tops[0].get_object().get("/S") == "/Document"
    return (
        tops[0].indirect_reference if alone else base.writer.root_object.raw_get("/StructTreeRoot")
    )


def _settle_names(
    base: Any, root: Any, table: str, users: list[tuple[Any, str]], mark: str
) -> None:
    """Give the names of a table that mean something else in the base's another name there."""
    taken = base.get(table, DictionaryObject()).get_object()
    own = root.get(table, DictionaryObject()).get_object()
    renamed = {
        name: NameObject(f"{name}{mark}")
        for name in own
        if name in taken and repr(taken[name]) != repr(own[name])
    }
    for element, key in users:
        if element[key] in renamed:
            element[NameObject(key)] = renamed[element[key]]
    root[NameObject(table)] = DictionaryObject(
        {
            renamed.get(name, NameObject(name)): renamed.get(value, value)
            if isinstance(value, NameObject)
            else value
            for name, value in own.items()
        }
    )


def _settle_identifiers(elements: list[Any], mark: str) -> None:
    """Make identifiers of elements, and the cells' references to them, the other's own."""
    for element in elements:
        if "/ID" in element:
            element[NameObject("/ID")] = TextStringObject(f"{element['/ID']}{mark}")
        attributes = element.get("/A", ArrayObject()).get_object()
        for said in attributes if isinstance(attributes, ArrayObject) else [attributes]:
            about = said.get_object()
            if isinstance(about, DictionaryObject) and "/Headers" in about:
                names: Any = about["/Headers"].get_object()
                about[NameObject("/Headers")] = ArrayObject(
                    TextStringObject(f"{name}{mark}") for name in names
                )


def _join_structure(base: Structure, other: PdfWriter, part: Any) -> None:
    writer = base.writer
    root: Any = other.root_object["/StructTreeRoot"]
    joined = part.clone(writer)
    trunk = joined.get_object()["/P"].get_object()
    trunk[NameObject("/K")] = ArrayObject([*kids(trunk), joined])
    shift = _next_key(base)
    for key, owners in _leaves(root["/ParentTree"].get_object(), "/Nums"):
        base.numbers.extend((NumberObject(int(key) + shift), owners.clone(writer)))
    base.root[NameObject("/ParentTreeNextKey")] = NumberObject(_next_key(base))
    for table in ("/RoleMap", "/ClassMap"):
        if root.get(table):
            whole = base.root.get(table, DictionaryObject()).get_object()
            whole.update(root[table].get_object().clone(writer))
            base.root[NameObject(table)] = whole
    _index_identifiers(base)


def _leaves(node: Any, key: str) -> Iterator[tuple[Any, Any]]:
    """The pairs of a name or number tree, in order (ISO 32000-1, 7.9.6, 7.9.7)."""
    pairs = node.get(key, ArrayObject()).get_object()
    for place in range(0, len(pairs) - 1, 2):
        yield pairs[place].get_object(), list.__getitem__(pairs, place + 1)
    for kid in node.get("/Kids", ArrayObject()).get_object():
        yield from _leaves(kid.get_object(), key)


def _index_identifiers(base: Structure) -> None:
    """Write the index of identifiers anew, in the order of their letters."""
    named = {str(e["/ID"]): e.indirect_reference for e in base.elements() if "/ID" in e}
    if not named:
        return
    names = ArrayObject()
    for name in sorted(named, key=lambda name: name.encode("utf-16-be")):
        names.extend((TextStringObject(name), named[name]))
    tree = DictionaryObject({NameObject("/Names"): names})
    base.root[NameObject("/IDTree")] = base.writer._add_object(tree)


# --- layers -------------------------------------------------------------------------------------


def _join_layers(writer: PdfWriter, other: PdfWriter) -> None:
    """Take over which layers are hidden: what was not shown before must not be now."""
    added = other.root_object.get("/OCProperties")
    if added is None:
        return
    properties: Any = added.get_object().clone(writer)
    root = writer.root_object
    if "/OCProperties" not in root:
        root[NameObject("/OCProperties")] = properties
        return
    own: Any = root["/OCProperties"]
    for whole, more, keys in (
        (own, properties, ("/OCGs",)),
        (own["/D"], properties["/D"], _LAYERS),
    ):
        for key in keys:
            both = (*whole.get(key, ()), *more.get(key, ()))
            if both:
                whole[NameObject(key)] = ArrayObject(both)


_LAYERS = ("/ON", "/OFF", "/Order", "/AS", "/RBGroups", "/Locked")
