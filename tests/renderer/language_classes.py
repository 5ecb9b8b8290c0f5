"""docxtpl's classes and replacements, one small template for each: `CLASSES`.

The data is made twice, with docxtpl's own classes and with ours.
"""

from __future__ import annotations

import base64
import hashlib
import io
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm

from .language import Case, cut
from .paper import p, paper, table

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADElEQVR4nGNkYPgPAAEDAQBn5lSpAAAAAElFTkSuQmCC"
)
OTHER_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
SHEET, OTHER_SHEET = b"ett blad", b"ett annat blad"
SHEET_NAME = "word/embeddings/ark.xlsx"
_CLEAR = "Mönstret clear anges, som standarden kräver; docxtpl utelämnar det."
_RTL = "Höger-till-vänster skrivs <w:rtl/>, som betyder detsamma som docxtpls val=true."
_KEPT = "Text efter taggen i samma körning behåller sitt utseende; docxtpl tar bort det."
_NAMED = "Bilden har körningens utseende; docxtpl lägger den i en körning utan."
_FOLDER = tempfile.TemporaryDirectory()


def _made(tag: str, body: str, make: Callable[[Any, Any], Any], why: str = "") -> Case:
    template = paper(p("före"), body, p("efter"))
    return Case(tag, template, lambda lib, tpl: {"x": make(lib, tpl)}, why)


def _inserted(tag: str, make: Callable[[Any, Any], Any], times: int = 1) -> Case:
    template = docx.Document()
    for text in ("före", *["{{p x }}"] * times, "efter"):
        template.add_paragraph(text)
    data = lambda lib, tpl: {"x": make(lib, tpl)}  # noqa: E731
    return Case(tag, _saved(template), data, needs="docxcompose")


def _look(tag: str, why: str = "", **look: Any) -> Case:
    return _made(f"RichText {tag}", p("{{r x }}"), lambda lib, tpl: lib.RichText("te", **look), why)


def _rich(lib: Any, tpl: Any) -> Any:
    text = lib.RichText("ett ")
    text.add("två", bold=True)
    text.add(lib.RichText(" tre", italic=True))
    return text


def _paragraphs(lib: Any, tpl: Any) -> Any:
    made = lib.RichTextParagraph()
    made.add("första", parastyle="Rubrik2")
    made.add(lib.RichText("andra", bold=True))
    return made


def _image(**size: Any) -> Callable[[Any, Any], Any]:
    return lambda lib, tpl: lib.InlineImage(tpl, io.BytesIO(PNG), **size)


def _images(lib: Any, tpl: Any) -> Any:
    return [{"bild": lib.InlineImage(tpl, io.BytesIO(one))} for one in (PNG, OTHER_PNG, PNG)]


def _link(lib: Any, tpl: Any) -> Any:
    return lib.RichText("länk", url_id=tpl.build_url_id("https://exempel.se/?a=1&b=2"))


def _subdoc(lib: Any, tpl: Any) -> Any:
    made = tpl.new_subdoc()
    made.add_paragraph("Ur underdokumentet")
    made.add_paragraph("").add_run("fet").bold = True
    made.add_picture(io.BytesIO(PNG), width=Mm(20))
    return made


def _subdoc_file(lib: Any, tpl: Any) -> Any:
    return tpl.new_subdoc(io.BytesIO(_other()))


@cache
def _other() -> bytes:
    """Another document: a heading, a list, a table, a picture."""
    other = docx.Document()
    other.add_heading("Rubrik", 1)
    other.add_paragraph("Ett stycke.")
    other.add_table(1, 2).cell(0, 0).text = "a"
    other.add_picture(io.BytesIO(PNG))
    return _saved(other)


@cache
def _pictured() -> bytes:
    """A template with a picture in its text and another in its header."""
    template = docx.Document()
    template.add_paragraph("{{ x }}")
    template.add_picture(io.BytesIO(PNG))
    template.sections[0].header.paragraphs[0].add_run("{{ x }}").add_picture(io.BytesIO(PNG))
    for part in (template, template.sections[0].header):
        for named in part._element.iter("{*}cNvPr"):
            named.set("name", "logga.png")
    return _saved(template)


@cache
def _embedding() -> bytes:
    """A template with a sheet embedded."""
    template = docx.Document()
    template.add_paragraph("{{ x }}")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    sheet = Part(PackURI(f"/{SHEET_NAME}"), kind, SHEET, template.part.package)
    template.part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
    return _saved(template)


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _replacing(method: str, *given: Any) -> Callable[[Any, Any], dict[str, Any]]:
    def data(lib: Any, tpl: Any) -> dict[str, Any]:
        getattr(tpl, method)(*(_as_file(one) if isinstance(one, bytes) else one for one in given))
        return {"x": "a"}

    return data


def _as_file(content: bytes) -> str:
    path = Path(_FOLDER.name) / hashlib.sha256(content).hexdigest()
    path.write_bytes(content)
    return str(path)


_LOOKS: tuple[Case, ...] = (
    _look("style", style="Hyperlnk"),
    _look("color", color="#FF0000"),
    _look("highlight", highlight="#FFFF00", why=_CLEAR),
    _look("size", size=40),
    _look("subscript", subscript=True),
    _look("superscript", superscript=True),
    _look("bold italic strike", bold=True, italic=True, strike=True),
    _look("underline", underline=True),
    _look("underline double", underline="double"),
    _look("font", font="Arial"),
    _look("font östasiatiskt", font="eastAsia:Arial"),
    _look("rtl lang", rtl=True, bold=True, italic=True, lang="ar-SA", why=_RTL),
)

CLASSES: tuple[Case, ...] = (
    _made("RichText", p("{{r x }}"), lambda lib, tpl: lib.RichText("a & b <c>")),
    _made("RichText i delad tagg", p(*cut("a{{r x }}b", 1, 4, 7)), _rich),
    _made("RichText.add", p("a{{r x }}b"), _rich),
    _made("RichText av tal", p("{{r x }}"), lambda lib, tpl: lib.R(12, bold=True)),
    _made("RichText rader", p("{{r x }}"), lambda lib, tpl: lib.RichText("a\nb\tc\ad\fe")),
    _made("RichText url_id", p("{{r x }}"), _link),
    _made(
        "RichText i fet körning",
        p('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a {{r x }} b</w:t></w:r>'),
        _rich,
        _KEPT,
    ),
    *_LOOKS,
    _made("RichTextParagraph", p("{{p x }}"), _paragraphs),
    _made("RichTextParagraph i cell", table(("{{p x }}", "b")), _paragraphs),
    _made("Listing", p("{{ x }}"), lambda lib, tpl: lib.Listing("a\nb & <c>\ad\te\ff")),
    _made("Listing i stil", p("{{ x }}", style="Rubrik2"), lambda lib, tpl: lib.Listing("a\ab")),
    _made("InlineImage", p("{{ x }}"), _image()),
    _made("InlineImage width", p("{{ x }}"), _image(width=Mm(20))),
    _made("InlineImage height", p("{{ x }}"), _image(height=Mm(10))),
    _made("InlineImage båda måtten", p("{{ x }}"), _image(width=Mm(20), height=Mm(40))),
    _made("InlineImage anchor", p("{{ x }}"), _image(anchor="https://exempel.se/?a=1&b=2")),
    _made(
        "InlineImage i fet körning",
        p('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a {{ x }} b</w:t></w:r>'),
        _image(),
        _NAMED,
    ),
    _made("InlineImage i slinga", p("{% for b in x %}{{ b.bild }}{% endfor %}"), _images),
    Case(
        "InlineImage i sidhuvud",
        paper(p("a"), header=p("{{ x }}"), footer=p("{{ x }}")),
        lambda lib, tpl: {"x": _image()(lib, tpl)},
    ),
    _inserted("Subdoc", _subdoc),
    _inserted("Subdoc två gånger", _subdoc, times=2),
    _inserted("Subdoc ur fil", _subdoc_file),
    _inserted("Subdoc ur fil två gånger", _subdoc_file, times=2),
    Case("replace_pic", _pictured(), _replacing("replace_pic", "logga.png", OTHER_PNG)),
    Case("replace_media", _pictured(), _replacing("replace_media", PNG, OTHER_PNG)),
    Case("replace_embedded", _embedding(), _replacing("replace_embedded", SHEET, OTHER_SHEET)),
    Case("replace_zipname", _embedding(), _replacing("replace_zipname", SHEET_NAME, OTHER_SHEET)),
)
