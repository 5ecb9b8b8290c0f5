"""An XML part of a Word document → its elements, and what is in them; nothing else is fetched."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parsed(content: bytes) -> etree._Element:
    """The part's root element. Raises XMLSyntaxError when it is damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def value_of(element: etree._Element | None) -> str:
    """What a setting such as <w:outlineLvl> is set to; "" when it is not there."""
    return str(element.get(f"{W}val", "")) if element is not None else ""
