"""Text with a look of its own → runs and paragraphs, their properties in the order Word wants."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from protokollant.docxtpl.listing import as_text

_UNDERLINES = frozenset(
    ["single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave"]
)


class RichText:
    """Runs for a `{{r … }}`."""

    def __init__(self, text: Any = None, **look: Any) -> None:
        self.xml = ""
        if text:
            self.add(text, **look)

    def add(
        self,
        text: Any,
        style: str | None = None,
        color: str | None = None,
        highlight: str | None = None,
        size: int | str | None = None,
        subscript: bool | None = None,
        superscript: bool | None = None,
        bold: bool = False,
        italic: bool = False,
        underline: bool | str = False,
        strike: bool = False,
        font: str | None = None,
        url_id: str | None = None,
        rtl: bool = False,
        lang: str | None = None,
    ) -> None:
        """Add a text, or another rich text as it is."""
        if isinstance(text, RichText):
            self.xml += text.xml
            return
        raised = "superscript" if superscript else "subscript" if subscript else None
        line = underline if underline in _UNDERLINES else "single" if underline else None
        properties = "".join(
            (
                _valued("rStyle", style),
                _fonts(font) if font else "",
                _set("b", bold) + _set("bCs", bold and rtl),
                _set("i", italic) + _set("iCs", italic and rtl),
                _set("strike", strike),
                _valued("color", (color or "").removeprefix("#")),
                _valued("sz", size) + _valued("szCs", size),
                _valued("u", line),
                _shade((highlight or "").removeprefix("#")),
                _valued("vertAlign", raised),
                _set("rtl", rtl),
                _valued("lang", lang),
            )
        )
        look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        content = f'<w:t xml:space="preserve">{escape(as_text(text))}</w:t>'
        run = f"<w:r>{look}{content}</w:r>"
        if url_id:
            run = f'<w:hyperlink r:id={quoteattr(url_id)} w:tgtFrame="_blank">{run}</w:hyperlink>'
        self.xml += run

    def __str__(self) -> str:
        return self.xml

    __html__ = __str__


class RichTextParagraph:
    """Paragraphs for a `{{p … }}`, each in a style by its id."""

    def __init__(self, text: Any = None, **look: Any) -> None:
        self.xml = ""
        if text:
            self.add(text, **look)

    def add(self, text: Any, parastyle: str | None = None) -> None:
        """Add a paragraph of text or rich text."""
        rich = text if isinstance(text, RichText) else RichText(text)
        look = f"<w:pPr>{_valued('pStyle', parastyle)}</w:pPr>" if parastyle else ""
        self.xml += f"<w:p>{look}{rich.xml}</w:p>"

    def __str__(self) -> str:
        return self.xml

    __html__ = __str__


R, RP = RichText, RichTextParagraph


def _set(name: str, wanted: bool) -> str:
    return f"<w:{name}/>" if wanted else ""


def _valued(name: str, value: Any) -> str:
    return f"<w:{name} w:val={quoteattr(str(value))}/>" if value else ""


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill={quoteattr(fill)}/>' if fill else ""


def _fonts(font: str) -> str:
    """A font's name; "eastAsia:Name" gives it for that script as well."""
    region, _, name = font.rpartition(":")
    quoted = quoteattr(name)
    own = f" w:{region}={quoted}" if region.isalpha() else ""
    return f"<w:rFonts w:ascii={quoted} w:hAnsi={quoted} w:cs={quoted}{own}/>"
