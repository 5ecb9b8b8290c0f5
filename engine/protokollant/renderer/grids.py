"""Tables whose columns come from a loop → a grid with as many columns as the widest row.

Word lays a table out by its grid; with fewer grid columns than cells it guesses, and other
programs leave cells out. The table keeps the width that the template gave it.
"""

from __future__ import annotations

import re

from lxml import etree

from protokollant.renderer.wordml import GRID, GRID_END, TC, TCPR, TR, VAL, W_NS, Element, w

_TABLE = re.compile(f"{GRID}([^{GRID}{GRID_END}]*){GRID_END}")
_PREFIX = re.compile(r"[\s</]([A-Za-z_][\w.-]*):[A-Za-z_]")
_GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>|<w:tblGrid/>", re.DOTALL)
_UNMARKED = dict.fromkeys(set(range(32)) - set(map(ord, "\t\n\r")))


def fit_grids(text: str) -> str:
    """The part with each marked table's grid made to fit its rows, and the marks gone."""
    while GRID in text:
        text = _TABLE.sub(lambda found: _fitted(found.group(1)), text)
    return text


def _fitted(table: str) -> str:
    root = _parsed(table.translate(_UNMARKED))
    needed = max((_columns(row) for row in root.iterchildren(TR)), default=0)
    widths = [int(column.get(w("w"), "0")) for column in root.iter(w("gridCol"))]
    if needed == 0 or needed == len(widths):
        return table
    total = sum(widths) or 9070
    share, rest = divmod(total, needed)
    columns = "".join(f'<w:gridCol w:w="{share + (n < rest)}"/>' for n in range(needed))
    return _GRID.sub(f"<w:tblGrid>{columns}</w:tblGrid>", table, count=1)


def _parsed(table: str) -> Element:
    """The table as a tree; its prefixes are declared at the part's root, so any name will do."""
    prefixes = set(_PREFIX.findall(table)) - {"w", "xml"}
    declared = "".join(f' xmlns:{prefix}="urn:{prefix}"' for prefix in sorted(prefixes))
    root = etree.fromstring(f'<x xmlns:w="{W_NS}"{declared}>{table}</x>'.encode())
    return root[0]


def _columns(row: Element) -> int:
    spans = (cell.find(f"{TCPR}/{w('gridSpan')}") for cell in row.iterchildren(TC))
    count = sum(1 if span is None else int(span.get(VAL, "1")) for span in spans)
    for name in ("gridBefore", "gridAfter"):
        skipped = row.find(f"{w('trPr')}/{w(name)}")
        count += 0 if skipped is None else int(skipped.get(VAL, "0"))
    return count
