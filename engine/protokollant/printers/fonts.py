"""Fonts that a Word document asks for → those that its PDF has to do without.

An engine takes another font in silence; lines and pages may then break elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pypdf import PdfWriter

from protokollant.printers.word_parts import W

_VAL = f"{W}val"

EQUALS = {
    "Calibri": "Carlito",
    "Arial": "LiberationSans",
    "Helvetica": "LiberationSans",
    "Cambria": "Caladea",
    "Times New Roman": "LiberationSerif",
    "Courier New": "LiberationMono",
    "Georgia": "Gelasio",
}
"""Free fonts whose letters are as wide as those of the font that they stand in for."""

_SIGNS = ("symbol", "wingdings", "webdings")
"""Fonts of signs, which engines translate sign by sign."""


def asked_for(body: Any, styles: Any) -> tuple[str, ...]:
    """The fonts of the runs with text, by name; a theme's fonts are left to the engine."""
    by_id = {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")}
    default = next(
        (
            name
            for name, style in by_id.items()
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
        ),
        "",
    )
    last = _font(styles.find(f"{W}docDefaults/{W}rPrDefault"))
    names: dict[str, None] = {}
    for paragraph in body.iter(f"{W}p"):
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        below = _inherited(own.get(_VAL, "") if own is not None else default, by_id) or last
        for run in paragraph.iter(f"{W}r"):
            if any((text.text or "").strip() for text in run.iter(f"{W}t")):
                style = run.find(f"{W}rPr/{W}rStyle")
                named = _inherited(style.get(_VAL, ""), by_id) if style is not None else ""
                names[_font(run) or named or below] = None
    return tuple(name for name in names if name and not name.lower().startswith(_SIGNS))


def replaced(asked: Sequence[str], writer: PdfWriter, told: Sequence[str]) -> tuple[str, ...]:
    """A sentence for each font that is not in the PDF, nor one of its widths, nor `told` of."""
    used = {_plain(name) for name in _names(writer)}
    return tuple(
        f"Typsnittet {name} finns inte här; ett annat används i stället."
        for name in asked
        if used
        and not any(one.startswith((_plain(name), _plain(EQUALS.get(name, name)))) for one in used)
        and not any(name in sentence for sentence in told)
    )


def _inherited(name: str, by_id: dict[str, Any]) -> str:
    """The font of a style, itself or by what it is based on."""
    seen: set[str] = set()
    while name in by_id and name not in seen:
        seen.add(name)
        if font := _font(by_id[name]):
            return font
        above = by_id[name].find(f"{W}basedOn")
        name = above.get(_VAL, "") if above is not None else ""
    return ""


def _font(holder: Any) -> str:
    fonts = holder.find(f"{W}rPr/{W}rFonts") if holder is not None else None
    return str(fonts.get(f"{W}ascii", "")) if fonts is not None else ""


def _names(writer: PdfWriter) -> Iterator[str]:
    for page in writer.pages:
        resources: Any = page.get("/Resources", {})
        fonts: Any = resources.get_object().get("/Font", {})
        for font in fonts.get_object().values():
            yield str(font.get_object().get("/BaseFont", ""))


def _plain(name: str) -> str:
    """The name's letters without its subset's mark: "/ABCDEF+Times-Roman" → "timesroman"."""
    return "".join(sign for sign in name.rpartition("+")[2].lower() if sign.isalnum())
