"""An element of a part → where it stands, in words a secretary can follow in Word."""

from __future__ import annotations

from protokollant.renderer.draft import Spot
from protokollant.renderer.styles import Styles
from protokollant.renderer.wordml import PPR, TBL, TC, TR, VAL, Element, P, T, ancestor, own, w

_LENGTH = 50


class Places:
    """The headings and tables of a part, as they stood in the template."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._headings: dict[Element, str] = {}
        self._tables: dict[Element, int] = {}
        self._named = root.tag == w("document")
        self._numbers: dict[Element, int] = {}
        heading = ""
        for node in root.iter(P, TBL):
            if node.tag == P:
                self._numbers[node] = len(self._numbers)
            if node.tag == TBL:
                if ancestor(node, TBL) is None:
                    self._tables[node] = len(self._tables) + 1
            elif styles.is_heading(_style_id(node)):
                heading = _text(node) or heading
            self._headings[node] = heading

    def of(self, node: Element) -> Spot:
        """Nearest heading, then table, row and cell, or the paragraph's own text."""
        paragraph = node if node.tag == P else ancestor(node, P)
        if paragraph is None:
            return Spot()
        return Spot(self._words(node, paragraph), self._numbers[paragraph])

    def _words(self, node: Element, paragraph: Element) -> str:
        parts = []
        heading, text = self._headings.get(paragraph, ""), _text(paragraph)
        if heading and heading != text:
            parts.append(f"under «{_short(heading)}»")
        table = next((t for t in node.iterancestors(TBL) if t in self._tables), None)
        if table is not None:
            parts.append(self._cell(node, table))
        elif self._named and text:
            parts.append(f"stycket «{_short(text)}»")
        return ", ".join(parts)

    def _cell(self, node: Element, table: Element) -> str:
        row = next(r for r in node.iterancestors(TR) if ancestor(r, TBL) is table)
        cell = next(c for c in node.iterancestors(TC) if ancestor(c, TR) is row)
        rows, cells = list(table.iter(TR)), list(row.iter(TC))
        return (
            f"tabell {self._tables[table]}, rad {rows.index(row) + 1}, cell {cells.index(cell) + 1}"
        )


def _style_id(paragraph: Element) -> str:
    style = paragraph.find(f"{PPR}/{w('pStyle')}")
    return "" if style is None else style.get(VAL, "")


def _text(paragraph: Element) -> str:
    return "".join(t.text or "" for t in own(paragraph, T)).strip()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LENGTH else text[: _LENGTH - 1].rstrip() + "…"
