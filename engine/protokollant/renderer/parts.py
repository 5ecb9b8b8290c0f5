"""Which parts of a .docx hold text to fill, and what a secretary calls them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protokollant.renderer.wordml import R_NS, w

if TYPE_CHECKING:
    from protokollant.renderer.package import Package

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PROPERTIES = (
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
)
_LABELS = {
    "document.main+xml": "brödtexten",
    "template.main+xml": "brödtexten",
    "header+xml": "sidhuvudet",
    "footer+xml": "sidfoten",
    "footnotes+xml": "fotnoterna",
    "endnotes+xml": "slutnoterna",
}
BODY = _LABELS["document.main+xml"]
PAGES = (BODY, "sidhuvudet", "sidfoten")
_VARIANTS = {"first": " på första sidan", "even": " på jämna sidor"}


def labelled_parts(package: Package) -> Iterator[tuple[str, str]]:
    """Each part that may hold tags, with its name in words; the body first."""
    yield package.document, BODY
    variants = _variants(package)
    for name, kind in package.types.items():
        label = label_of(kind)
        if label not in ("", BODY):
            yield name, label + variants.get(name, "")


def label_of(kind: str) -> str:
    """What a part of a content type is called; "" for those that hold no text to fill."""
    if kind in _PROPERTIES:
        return "dokumentegenskaperna"
    return _LABELS.get(kind.removeprefix(_WORD), "") if kind.startswith(_WORD) else ""


def _variants(package: Package) -> dict[str, str]:
    """Headers and footers of first and even pages."""
    root = package.xml(package.document, BODY)
    targets = {id_: target for id_, (_, target) in package.relations(package.document).items()}
    found = {}
    for reference in root.iter(w("headerReference"), w("footerReference")):
        target = targets.get(reference.get(f"{{{R_NS}}}id", ""), "")
        found[target] = _VARIANTS.get(reference.get(w("type"), ""), "")
    return found
