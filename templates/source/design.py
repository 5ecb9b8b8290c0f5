"""The look: one family, three greys, one accent, and the measures of the page.

Lengths are twentieths of a point (Word's dxa) unless the name says otherwise.
"""

FONT = "Calibri"
"""On Windows and on Macs with Office; Carlito has the same widths elsewhere."""

LANGUAGE = "sv-SE"

ACCENT = "1B4F63"
"""Headings, labels, the bar of a decision: 8.9:1 against white."""
INK = "1F2326"
MUTED = "55606A"
"""Page head, sources, facts of a point: 6.4:1 against white."""
TINT = "E9F0F2"
"""Header rows; text on it keeps more than 7:1."""
RULE = "B4C3C8"
"""Thin lines between rows and under the page head."""
LINK = "0B5CAD"

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
SIDE_MARGIN = 1417
TOP_MARGIN, BOTTOM_MARGIN = 1701, 1304
HEADER_MARGIN, FOOTER_MARGIN = 680, 624
"""Between HEADER_MARGIN and TOP_MARGIN there is room for a logo of 12 mm and the rule under it:
not every engine moves the text down for a page head that grows."""
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN

FACT_INDENT = 1985
"""Where the values of the head facts begin."""
DECISION_INDENT = 227
LIST_STEP = 340
SIGNATURE_WIDTH = 4536


def cm(centimetres: float) -> int:
    """Centimetres in twentieths of a point."""
    return round(centimetres * 1440 / 2.54)
