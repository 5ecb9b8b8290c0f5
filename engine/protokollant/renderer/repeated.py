"""An attribute that a loop repeats, though it must be unique in its document → what renews it."""

from __future__ import annotations

from protokollant.renderer.wordml import Element, w

_VML = "{urn:schemas-microsoft-com:vml}"
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BOOKMARK = (w("bookmarkStart"), w("bookmarkEnd"))
_CHANGES = (
    "ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange sectPrChange "
    "tblPrChange tblGridChange trPrChange tcPrChange tblPrExChange numberingChange"
)
_TRACKED = frozenset(map(w, _CHANGES.split()))
_CONTROL_ID = (w("sdtPr"), w("id"), w("val"))
_PASSING = frozenset(
    f"{{http://schemas.microsoft.com/office/word/2010/{schema}}}{name}"
    for schema, name in (
        ("wordml", "paraId"),
        ("wordml", "textId"),
        ("wordml", "anchorId"),
        ("wordprocessingDrawing", "anchorId"),
        ("wordprocessingDrawing", "editId"),
    )
)


def is_passing(key: str) -> bool:
    """Whether an attribute is only what Word knows a saved version's parts again by."""
    return key in _PASSING


def renewed(node: Element, key: str, value: str) -> str:
    """What Jinja is to print for an attribute in a loop; "" where it may be repeated as it is."""
    if node.tag == _DOC_PR and key == "id":
        return "1|_picture_id"
    if node.tag in _BOOKMARK and key == w("id"):
        return f"{value!r}|_bookmark({'true' if node.tag == _BOOKMARK[0] else 'false'})"
    if node.tag in _BOOKMARK and key == w("name"):
        return f"{value!r}|_bookmark_name"
    if node.tag in _TRACKED and key == w("id"):
        return f"{value!r}|_bookmark(true)"
    parent = node.getparent()
    if parent is not None and (parent.tag, node.tag, key) == _CONTROL_ID:
        return "1|_picture_id"
    return _of_shape(node, key, value)


def _of_shape(node: Element, key: str, value: str) -> str:
    """Old drawings: a shape's id, and what names it: a shape of its type, an embedded object."""
    if node.tag.startswith(_VML) and key == "id" and value:
        return f"{value!r}|_shape(true)"
    if (node.tag.startswith(_VML) and key == "type") or (node.tag == _OBJECT and key == "ShapeID"):
        return f"{value!r}|_shape(false)"
    return ""
