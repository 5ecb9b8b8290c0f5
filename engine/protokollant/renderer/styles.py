"""What the renderer needs to know of a template's styles: ids by name, and their numbering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from protokollant.renderer.wordml import VAL, Element, w


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its id, its name folded to lower case, its kind, its own numbering."""

    id: str
    name: str
    kind: str
    based_on: str = ""
    num_id: str = ""
    level: int = 0
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a template."""

    by_id: Mapping[str, Style] = field(default_factory=dict)

    def find(self, name: str, kind: str = "paragraph") -> Style | None:
        """The style of that kind with that name, whatever its id is in this language."""
        wanted = name.casefold()
        return next((s for s in self.by_id.values() if s.kind == kind and s.name == wanted), None)

    def is_heading(self, style_id: str) -> bool:
        """Whether paragraphs of the style are headings."""
        style = self.by_id.get(style_id)
        if style is None:
            return style_id.casefold().startswith(("heading", "rubrik"))
        return style.outline is not None or style.name.startswith("heading ")

    def numbering(self, style_id: str) -> tuple[str, int]:
        """Numbering instance and level that paragraphs of the style have; "" for none."""
        seen: set[str] = set()
        while (style := self.by_id.get(style_id)) and style_id not in seen:
            if style.num_id:
                return style.num_id, style.level
            seen.add(style_id)
            style_id = style.based_on
        return "", 0


def read_styles(root: Element | None) -> Styles:
    """The styles of a styles part."""
    if root is None:
        return Styles()
    found = (_style(element) for element in root.iterchildren(w("style")))
    return Styles({style.id: style for style in found})


def _style(element: Element) -> Style:
    level = _value(element, "pPr/w:numPr/w:ilvl")
    outline = _value(element, "pPr/w:outlineLvl")
    return Style(
        id=element.get(w("styleId"), ""),
        name=_value(element, "name").casefold(),
        kind=element.get(w("type"), "paragraph"),
        based_on=_value(element, "basedOn"),
        num_id=_value(element, "pPr/w:numPr/w:numId"),
        level=int(level) if level.isdigit() else 0,
        outline=int(outline) if outline.isdigit() and int(outline) < 9 else None,
    )


def _value(element: Element, path: str) -> str:
    found = element.find("w:" + path, {"w": w("x")[1:-2]})
    return "" if found is None else found.get(VAL, "")
