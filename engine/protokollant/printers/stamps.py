"""A line of text in the upper right corner of pages: "Bilaga 1, sida 2 (4)".

The stamp is an artifact, as a running head is (ISO 32000-1, 14.8.2.2): a screen reader that reads
the attachment is not told on every page which one it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
)

from protokollant.printers.marks import Matrix, text_origins
from protokollant.printers.sheets import Row, sheet

_SIZE = (260.0, 22.0)
_INNER = 4.0
_EDGE = 6.0
"""Points between the stamp and the edge of the page: above where running heads begin."""

_NAME = "/ProtokollantStamp"
_MARKING = (b"BDC", b"BMC", b"EMC")

Draw = Callable[[bytes], PdfWriter]


def stamp(writer: PdfWriter, pages: Sequence[PageObject], texts: Sequence[str], draw: Draw) -> None:
    """Set each text on its page; `draw` makes a PDF of a Word document."""
    rows = [Row(text, at_right=True, new_page=place > 0) for place, text in enumerate(texts)]
    drawn = draw(sheet(rows, _SIZE, _INNER))
    for page, own in zip(pages, drawn.pages, strict=True):
        _set(writer, page, _form(writer, own))


def _form(writer: PdfWriter, drawn: PageObject) -> Any:
    """The drawn text as a form to be set on pages, on white, with no marks of its own."""
    left = min((x for x, _ in text_origins(drawn).values()), default=_INNER) - _INNER
    stream = ContentStream(drawn.get_contents(), drawn.pdf)
    stream.operations = [step for step in stream.operations if step[1] not in _MARKING]
    resources: Any = drawn["/Resources"].get_object()
    form = StreamObject()
    ground = f"q 1 g {left:.2f} 0 {_SIZE[0] - left:.2f} {_SIZE[1]:.2f} re f Q\n".encode()
    form.set_data(ground + stream.get_data())
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, (0, 0, *_SIZE))),
            NameObject("/Resources"): resources.clone(writer),
        }
    )
    return writer._add_object(form.flate_encode())


def _set(writer: PdfWriter, page: PageObject, form: Any) -> None:
    resources = _own(page, "/Resources")
    forms = _own(resources, "/XObject")
    forms[NameObject(_NAME)] = form
    matrix = " ".join(f"{number:.2f}" for number in _corner(page))
    after = (
        f"\nQ /Artifact <</Type /Pagination /Subtype /Header>> BDC q {matrix} cm {_NAME} Do Q EMC\n"
    )
    page[NameObject("/Contents")] = ArrayObject(
        [_stream(writer, b"q\n"), *_contents(page), _stream(writer, after.encode())]
    )


def _own(holder: Any, key: str) -> Any:
    """A copy of a dictionary that pages may share, for this one alone."""
    copy = DictionaryObject(holder.get(key, DictionaryObject()).get_object())
    holder[NameObject(key)] = copy
    return copy


def _contents(page: PageObject) -> list[Any]:
    if "/Contents" not in page:
        return []
    resolved = page["/Contents"].get_object()
    return list(resolved) if isinstance(resolved, ArrayObject) else [page.raw_get("/Contents")]


def _stream(writer: PdfWriter, data: bytes) -> Any:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return writer._add_object(stream)


def _corner(page: PageObject) -> Matrix:
    """From the stamp's own place to the corner that is the upper right as the page is shown."""
    box = page.cropbox
    left, bottom, right, top = map(float, (box.left, box.bottom, box.right, box.top))
    width, height = _SIZE
    turned = page.rotation % 360
    if turned == 90:
        return (0, 1, -1, 0, left + _EDGE + height, top - _EDGE - width)
    if turned == 180:
        return (-1, 0, 0, -1, left + _EDGE + width, bottom + _EDGE + height)
    if turned == 270:
        return (0, -1, 1, 0, right - _EDGE - height, bottom + _EDGE + width)
    return (1, 0, 0, 1, right - _EDGE - width, top - _EDGE - height)
