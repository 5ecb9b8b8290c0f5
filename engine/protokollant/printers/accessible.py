"""A Word document or template → what a screen reader or weak eyes will stumble on, with advice.

Seen in the document itself, before any PDF is made (WCAG 2.1; EN 301 549, chapter 10).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from lxml import etree

from protokollant.errors import Fault, Place
from protokollant.printers.contrast import pale
from protokollant.printers.facts import Facts, facts_of
from protokollant.printers.word_parts import W, parsed

_VAL = f"{W}val"
_LONGEST_QUOTE = 40

_MEANINGLESS = re.compile(
    r"(?:klicka\s+)?här|läs\s+mer(?:\s+här)?|mer|länk(?:en)?|se\s+länk|https?://\S*|www\.\S*",
    re.IGNORECASE,
)
"""A link text that says nothing about where it leads, when it is all there is (WCAG 2.4.4)."""

_SHOWS = tuple(
    f"{W}{name}" for name in ("drawing", "pict", "object", "br", "sectPr", "sym", "fldChar", "ptab")
)
"""What makes a paragraph without words more than empty."""


@dataclass(frozen=True, slots=True)
class _Document:
    """The parts that the rules look at."""

    facts: Facts
    body: Any
    styles: Any


def stumbling_blocks(docx: bytes) -> tuple[Fault, ...]:
    """Every fault of the document, in the order of RULES; `place.where` says where.

    Raises TemplateError when the bytes are no Word document.
    """
    facts = facts_of(docx)
    with zipfile.ZipFile(BytesIO(docx)) as package:
        names = package.namelist()
        styles = package.read("word/styles.xml") if "word/styles.xml" in names else b"<none/>"
        main = next((n for n in names if re.fullmatch(r"word/document\d*\.xml", n)), "")
        root = parsed(package.read(main)) if main else etree.Element("none")
    body = root.find(f"{W}body")
    if body is None:
        return ()
    document = _Document(facts, body, parsed(styles))
    return tuple(fault for rule in RULES for fault in rule(document))


def _language(document: _Document) -> Iterator[Fault]:
    """A screen reader reads with the voice of the language that stands here (WCAG 3.1.1)."""
    path = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"
    defaults = document.styles.find(path)
    own = [
        style.find(f"{W}rPr/{W}lang")
        for style in document.styles.iterfind(f"{W}style")
        if style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph"
    ]
    given = [lang.get(_VAL) for lang in (*own, defaults) if lang is not None and lang.get(_VAL)]
    if not given or not given[0].lower().startswith("sv"):
        named = f"är {given[0]}" if given else "är inte angivet"
        yield Fault(
            f"språket {named}, inte svenska.",
            Place(where="hela dokumentet"),
            "Markera allt i Word och välj Granska, Språk, Svenska som standardspråk.",
        )


def _title(document: _Document) -> Iterator[Fault]:
    if not document.facts.title.strip():
        yield Fault(
            "titel saknas.",
            Place(where="hela dokumentet"),
            "Skriv en under Arkiv, Info, Egenskaper, Titel.",
        )


def _heading_order(document: _Document) -> Iterator[Fault]:
    headings = document.facts.outline.headings
    if headings and headings[0].level != 1:
        yield Fault(
            f"den första rubriken har nivå {headings[0].level}.",
            Place(where=f"rubriken «{_short(headings[0].text)}»"),
            "Använd Rubrik 1 för den.",
        )
    for above, below in pairwise(headings):
        if below.level > above.level + 1:
            yield Fault(
                f"rubriknivån hoppar från {above.level} till {below.level}.",
                Place(where=f"rubriken «{_short(below.text)}»"),
                f"Använd Rubrik {above.level + 1}.",
            )


def _table_headers(document: _Document) -> Iterator[Fault]:
    for number, table in enumerate(document.body.iter(f"{W}tbl"), start=1):
        rows = table.findall(f"{W}tr")
        if len(rows) < 2 or _is_layout(rows):
            continue
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield Fault(
                "rubrikraden är inte märkt.",
                Place(where=f"tabell {number}"),
                "Ställ dig i första raden och välj Tabellayout, Upprepa rubrikrader.",
            )


def _is_layout(rows: list[Any]) -> bool:
    """Whether a table has one column only, and so no headers to tell apart."""
    return all(len(row.findall(f"{W}tc")) < 2 for row in rows)


def _pictures(document: _Document) -> Iterator[Fault]:
    count = document.facts.pictures_undescribed
    if count:
        yield Fault(
            "en bild saknar alternativtext."
            if count == 1
            else f"{count} bilder saknar alternativtext.",
            Place(where="hela dokumentet"),
            "Högerklicka på bilden, välj Visa alternativtext och skriv vad den visar, "
            "eller märk den som dekorativ.",
        )


def _links(document: _Document) -> Iterator[Fault]:
    for link in document.body.iter(f"{W}hyperlink"):
        text = _text(link).strip()
        if text and _MEANINGLESS.fullmatch(text.rstrip(".")):
            yield Fault(
                "länktexten säger inte vart länken leder.",
                Place(where=f"länken «{_short(text)}»"),
                "Skriv i stället vad som finns där.",
            )


def _contrast(document: _Document) -> Iterator[Fault]:
    for one in pale(document.body, document.styles):
        ratio = f"{one.ratio:.1f}".replace(".", ",")
        needed = f"{one.needed:.1f}".replace(".", ",")
        yield Fault(
            f"kontrasten mellan text (#{one.colour}) och bakgrund (#{one.ground}) är {ratio}:1, "
            f"men måste vara minst {needed}:1.",
            Place(where=f"texten «{_short(one.text)}»"),
            "Välj en mörkare färg på texten.",
        )


def _spacing(document: _Document) -> Iterator[Fault]:
    count = sum(
        _is_empty(block) and not _continues(block) and not _is_beside_table(block)
        for block in document.body.iterfind(f"{W}p")
    )
    if count:
        yield Fault(
            "tomma stycken används som avstånd "
            f"({'på ett ställe' if count == 1 else f'på {count} ställen'}).",
            Place(where="hela dokumentet"),
            "Ta bort dem och ställ in avstånd före och efter i styckets format.",
        )


RULES: tuple[Callable[[_Document], Iterator[Fault]], ...] = (
    _language,
    _title,
    _heading_order,
    _table_headers,
    _pictures,
    _links,
    _contrast,
    _spacing,
)


def _is_empty(block: Any) -> bool:
    if block is None or block.tag != f"{W}p" or _text(block).strip():
        return False
    return not any(True for _ in block.iter(*_SHOWS))


def _continues(block: Any) -> bool:
    """Whether the paragraph before is empty too, so that this one is no place of its own."""
    return _is_empty(block.getprevious())


def _is_beside_table(block: Any) -> bool:
    """Word wants a paragraph between tables, and after the last one."""
    beside = (block.getprevious(), block.getnext())
    return any(one is not None and one.tag == f"{W}tbl" for one in beside)


def _text(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST_QUOTE else f"{one_line[:_LONGEST_QUOTE]}…"
