"""Web page → lines: headings by level, lists with marks, tables by cells; no scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from protokollant.errors import ReadError
from protokollant.readers.inline import written_link
from protokollant.readers.sheet import Sheet
from protokollant.readers.text import text_of
from protokollant.source import Line, Transcript

_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "button", "select"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr",
        "legend", "main", "nav", "ol", "p", "pre", "section", "summary", "ul", "tr", "td", "th",
    }
)  # fmt: skip
_WITH_SPACE = frozenset({"p", "blockquote", "ul", "ol", "dl", "table", "section", "article", "hr"})
_EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_ZONES = {"nav": "header", "footer": "footer"}
_PROLOGUE = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DEEPEST = 150  # elements inside each other; what lies deeper is read as text alone
_SPACE = re.compile(r"[ \t\r\n\f]+")


def read_html(data: bytes) -> Transcript:
    """The lines of a web page. Raises ReadError when nothing on it is text."""
    lines = html_lines(text_of(data))
    if not any(line.text.strip() for line in lines):
        raise ReadError(
            "innehåller ingen text.", remedy="Öppna sidan i en webbläsare och spara texten."
        )
    return Transcript(lines)


def html_lines(text: str) -> tuple[Line, ...]:
    """The lines of a web page that is at hand."""
    try:
        page = document_fromstring(_PROLOGUE.sub("", text), parser=HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError):
        return ()
    walk = _Walk()
    title = page.find(".//head/title")
    named = " ".join("" if title is None else title.text_content().split())
    head = [Line(title.sourceline or 1, named, zone="header")] if named else []
    walk.inside(page)
    walk.sheet.end()
    return (*head, *walk.sheet.lines)


class _Walk:
    """One walk through a page's elements, which writes what each shows."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        self._lists: list[Iterator[str]] = []
        self._is_literal = False
        self._depth = 0

    def inside(self, element: Any) -> None:
        """Write what the element holds."""
        if self._depth > _DEEPEST:
            self._text("".join(element.itertext()), element.sourceline)
            return
        self._depth += 1
        self._text(element.text, element.sourceline)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child)
            self._text(child.tail, child.sourceline)
        self._depth -= 1

    def _element(self, element: Any) -> None:
        tag = element.tag.lower()
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", ""))
        if tag in _UNSEEN or hidden:
            return
        special: dict[str, Callable[[Any], None]] = {
            "br": lambda _: self.sheet.end(), "ul": self._list, "ol": self._list,
            "li": self._item, "a": self._link, "table": self._table, "pre": self._literal,
            "dt": self._term, "dd": self.inside,
        }  # fmt: skip
        if re.fullmatch("h[1-6]", tag):
            self._heading(element, int(tag[1]))
        elif tag in special:
            special[tag](element)
        elif tag in _EMPHASIS:
            self._emphasised(element, _EMPHASIS[tag])
        elif tag in _BLOCKS:
            self._block(element, tag)
        else:
            self.inside(element)

    def _text(self, text: str | None, line: int | None) -> None:
        if not text:
            return
        if self._is_literal:
            first, *rest = text.split("\n")
            self.sheet.write(first, line or 1)
            for one in rest:
                self.sheet.end()
                self.sheet.write(one, line or 1)
            return
        text = _SPACE.sub(" ", text)
        text = text.lstrip(" ") if self.sheet.is_at_start else text
        if text:
            self.sheet.write(text, line or 1)

    def _block(self, element: Any, tag: str) -> None:
        end = self.sheet.blank if tag in _WITH_SPACE else self.sheet.end
        end()
        first = len(self.sheet.lines)
        self.inside(element)
        end()
        if zone := _ZONES.get(tag):
            apart = [replace(line, zone=zone) for line in self.sheet.lines[first:]]
            self.sheet.lines[first:] = apart

    def _heading(self, element: Any, level: int) -> None:
        self.sheet.blank()
        text = " ".join(element.text_content().split())
        self.sheet.write(text, element.sourceline or 1)
        self.sheet.as_heading(level)
        self.sheet.end()

    def _list(self, element: Any) -> None:
        end = self.sheet.end if self._lists else self.sheet.blank
        end()
        self._lists.append(_marks(element))
        self.inside(element)
        self._lists.pop()
        end()

    def _item(self, element: Any) -> None:
        self.sheet.end()
        mark = next(self._lists[-1]) if self._lists else "- "
        if element.tag == "li" and (value := element.get("value", "")).isdigit():
            mark = f"{value}. "
        self.sheet.write("  " * max(len(self._lists) - 1, 0) + mark, element.sourceline or 1)
        self.inside(element)
        self.sheet.end()

    def _term(self, element: Any) -> None:
        self.sheet.end()
        text = " ".join(element.text_content().split()).rstrip(":")
        if text:
            self.sheet.write(f"{text}: ", element.sourceline or 1)

    def _link(self, element: Any) -> None:
        text = " ".join(element.text_content().split())
        target = element.get("href", "").strip()
        if not text or target.startswith(("#", "javascript:")):
            self.inside(element)
        else:
            self.sheet.write(written_link(text, target), element.sourceline or 1)

    def _emphasised(self, element: Any, mark: str) -> None:
        text = element.text_content()
        is_plain = not text.strip() or element.find(".//br") is not None
        if is_plain or any(child.tag in _BLOCKS for child in element):
            self.inside(element)
            return
        shown = _SPACE.sub(" ", text)
        before, after = (" " * shown.startswith(" "), " " * shown.endswith(" "))
        self._text(f"{before}{mark}{shown.strip()}{mark}{after}", element.sourceline)

    def _literal(self, element: Any) -> None:
        self.sheet.blank()
        self._is_literal = True
        self.inside(element)
        self._is_literal = False
        self.sheet.blank()

    def _table(self, element: Any) -> None:
        """A table's rows as cells; one that only lays out the page, with tables in it, as text."""
        if element.find(".//table") is not None:
            self._block(element, "div")
            return
        self.sheet.blank()
        for row in element.iter("tr", "caption"):
            cells = tuple(_cells(row))
            if len(cells) > 1:
                self.sheet.row(cells, row.sourceline or 1)
            else:
                self._block(row, "div")
        self.sheet.blank()


def _marks(element: Any) -> Iterator[str]:
    """The marks of a list's items in order."""
    start = element.get("start", "1")
    number = int(start) if start.isdigit() else 1
    form = element.get("type", "1")
    while True:
        if element.tag == "ul":
            yield "- "
        elif form in "aA" and number < 27:
            yield f"{chr(ord(form) + number - 1)}) "
        else:
            yield f"{number}. "
        number += 1


def _cells(row: Any) -> Iterator[str]:
    for cell in row.iterchildren("td", "th"):
        inner = _Walk()
        inner.inside(cell)
        inner.sheet.end()
        yield "\n".join(line.text for line in inner.sheet.lines if line.text)
        span = cell.get("colspan", "1")
        yield from [""] * (min(int(span), 50) - 1 if span.isdigit() else 0)
