"""The examples of docs/templates.md → what they give, as text and as pictures.

An example stands in a fence called `mall`: lines are paragraphs, lines with | are rows of a
table. After it stands a picture, which `make pictures` draws (the template to the left, the
document to the right), or a fence called `blir`, which `make docs` fills.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps

from protokollant.model import (
    Action,
    AgendaItem,
    CarryOver,
    Decision,
    Meeting,
    NextMeeting,
    Origin,
    Participant,
)
from protokollant.printers import page_pictures
from protokollant.renderer import Template
from protokollant.renderer.archive import Member, write_zip
from protokollant.renderer.package import open_package

DOCS = Path(__file__).parent
PAGE = DOCS / "templates.md"
PICTURES = DOCS / "bilder" / "taggar"
LOOK = DOCS.parent / "templates" / "minnesanteckningar.docx"
EDGE, INK = "#b8c4cc", "#5b6b75"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

MEETING = Meeting(
    title="Minnesanteckningar",
    body="Samverkansgruppen",
    date=dt.date(2026, 3, 2),
    start=dt.time(14),
    end=dt.time(16),
    place="Digitalt",
    participants=(
        Participant(name="Eva Ek", roles=("chair",), organisation="Arboga", status="present"),
        Participant(name="Åke Strand", organisation="Köping", status="present"),
        Participant(name="Bo Lind", organisation="Sala", status="absent"),
    ),
    items=(
        AgendaItem(
            number="1",
            title="Läget",
            text="Två saker är **klara**:\n\n1. planen\n2. lokalen",
            presenters=("Eva Ek", "Bo Lind"),
            decisions=(Decision(text="Informationen noteras."), Decision(text="Planen antas.")),
            actions=(Action(what="bokar lokal", who=("Åke Strand",), due=dt.date(2026, 4, 17)),),
        ),
        AgendaItem(
            number="2",
            title="Budget",
            text="Frågan flyttas.",
            state="postponed",
            carried_to=CarryOver(when="2026-04"),
            origin=Origin(date=dt.date(2026, 1, 12), number="6"),
        ),
    ),
    next_meeting=NextMeeting(date=dt.date(2026, 4, 20), start=dt.time(9)),
)
"""What every example is filled with."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an example: rows of cells, of which the first may be a heading row."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = False


Block = str | Table


@dataclass(frozen=True, slots=True)
class Example:
    """An example on the page: its blocks, and the file of its picture, "" for a text result."""

    blocks: tuple[Block, ...]
    picture: str


_FENCE = re.compile(
    r"```mall\n(?P<source>(?:(?!```).)*)```\n\n(?:!\[[^]]*\]\((?P<file>[^)]*)\))?", re.DOTALL
)
_RESULT = re.compile(r"(```mall\n(?P<source>(?:(?!```).)*)```\n\n```blir\n).*?(```\n)", re.DOTALL)

FILTERS: tuple[tuple[str, str], ...] = (
    ("datum", "{{ datum|datum }}"),
    ("datum_lång", "{{ datum|datum_lång }}"),
    ("datum_iso", "{{ datum|datum_iso }}"),
    ("veckodag", "{{ datum|veckodag }}"),
    ("vecka", "{{ datum|vecka }}"),
    ("månad", "{{ datum|månad }}"),
    ("tid", "{{ start|tid }}"),
    ("tidsspann", "{{ start|tidsspann(slut) }}"),
    ("lista", "{{ deltagare|map(attribute='namn')|lista }}"),
    ("genitiv", "{{ organ|genitiv }}"),
    ("antal", '{{ punkter|antal("punkt", "punkter") }}'),
    ("belopp", "{{ 100000.5|belopp }}"),
    ("versal", "{{ 'möte'|versal }}"),
    ("källa", "{{ (punkter|last).kommer_från|källa }}"),
    ("markdown", "{{p inledning|markdown }}"),
)
"""Filters of our own, with an example that is run."""


def examples(text: str) -> list[Example]:
    """The examples of the page, in order."""
    return [
        Example(_blocks(found["source"]), (found["file"] or "").rpartition("/")[2])
        for found in _FENCE.finditer(text)
    ]


def with_results(text: str) -> str:
    """The page with what its examples give, where that is text."""
    return _RESULT.sub(_with_result, text)


def _with_result(found: re.Match[str]) -> str:
    lines = _filled_text(_blocks(found["source"]))
    return found[1] + "".join(f"{line}\n" for line in lines) + found[3]


def _blocks(source: str) -> tuple[Block, ...]:
    """Lines as paragraphs; lines that begin with | as the rows of a table.

    A row that is followed by one of dashes is a heading row.
    """
    blocks: list[Block] = []
    for line in source.strip().split("\n"):
        if not line.startswith("|"):
            blocks.append(line)
            continue
        table = blocks.pop() if blocks and isinstance(blocks[-1], Table) else Table(())
        assert isinstance(table, Table)
        if set(line) <= set("|- "):
            blocks.append(Table(table.rows, header=True))
        else:
            cells = re.split(r"(?<= )\|(?= |$)|^\|", line)[1:-1]
            row = tuple(cell.strip() for cell in cells)
            blocks.append(Table((*table.rows, row), table.header))
    return tuple(blocks)


def filter_table() -> str:
    """The table of filters, each with what its example gives."""
    rows = ["| filter | på engelska | exempel | blir |", "|---|---|---|---|"]
    for name, example in FILTERS:
        result = "stycken" if name == "markdown" else " ".join(_filled_text((example,)))
        code = example.replace("|", "\\|")
        rows.append(f"| `{name}` | `{_english(name)}` | `{code}` | {result} |")
    return "\n".join(rows) + "\n"


def _english(name: str) -> str:
    from protokollant.renderer.filters import FILTERS as KNOWN

    return next((o for o in KNOWN if o != name and KNOWN[o] is KNOWN[name]), name)


def _filled_text(blocks: Sequence[Block]) -> list[str]:
    from docx import Document

    filled = Document(io.BytesIO(Template(template(blocks)).render(MEETING)))
    return [paragraph.text.strip().replace("\u00a0", " ") for paragraph in filled.paragraphs]


def template(blocks: Sequence[Block]) -> bytes:
    """A small template with the house's styles and nothing in its head and foot."""
    package = open_package(LOOK, LOOK.name)
    root = package.xml(package.document)
    body = root.find(f"{{{W}}}body")
    assert body is not None
    for child in list(body):
        body.remove(child)
    written = "".join(map(_block, blocks))
    section = (
        '<w:sectPr><w:pgSz w:w="6600" w:h="9000"/><w:pgMar w:top="300" w:right="300" '
        'w:bottom="300" w:left="300" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )
    body.extend(list(etree.fromstring(f'<x xmlns:w="{W}">{written}{section}</x>')))
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    new = {package.document: Member.of(package.document, content)}
    return write_zip({**package.members, **new}.values())


def _block(block: Block) -> str:
    if isinstance(block, str):
        return _paragraph(block, "BodyText")
    rows = []
    for number, row in enumerate(block.rows):
        header = block.header and number == 0
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
        style = "Tabellrubrik" if header else "Tabelltext"
        rows.append(f"<w:tr>{mark}{''.join(_cell(cell, style) for cell in row)}</w:tr>")
    columns = max(len(row) for row in block.rows)
    grid = f'<w:gridCol w:w="{6000 // columns}"/>' * columns
    look = '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cell(text: str, style: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{_paragraph(text, style)}</w:tc>'


def _paragraph(text: str, style: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def draw() -> None:
    """Draw the pictures anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for example in examples(PAGE.read_text(encoding="utf-8")):
        if example.picture:
            source = template(example.blocks)
            sides = [_snippet(source), _snippet(Template(source).render(MEETING))]
            _beside(sides).quantize(24).save(PICTURES / example.picture, optimize=True)


def _snippet(docx: bytes) -> Image.Image:
    """The upper part of the first page, as far down as anything is written."""
    page = Image.open(io.BytesIO(page_pictures(docx, dpi=96)[0])).convert("RGB")
    white = Image.new("RGB", page.size, "white")
    box = ImageChops.difference(page, white).getbbox()
    return page.crop((0, 0, page.width, min((box[3] if box else 20) + 12, page.height)))


def _beside(sides: list[Image.Image], gap: int = 14, head: int = 18) -> Image.Image:
    """Template and result, each in a frame with its name above."""
    height = max(side.height for side in sides) + 2
    whole = Image.new("RGB", (sum(s.width + 2 for s in sides) + gap, height + head), "white")
    font = ImageFont.load_default(size=12)
    left = 0
    for name, side in zip(("Mall", "Dokument"), sides, strict=True):
        ImageDraw.Draw(whole).text((left + 2, 1), name, fill=INK, font=font)
        framed = Image.new("RGB", (side.width, height - 2), "white")
        framed.paste(side, (0, 0))
        whole.paste(ImageOps.expand(framed, border=1, fill=EDGE), (left, head))
        left += side.width + 2 + gap
    return whole


if __name__ == "__main__":
    draw()
