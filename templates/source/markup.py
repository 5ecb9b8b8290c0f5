"""Words and tags → WordprocessingML text: runs, paragraphs, tables, fields.

Content is given as pieces: a plain string is text (escaped here), a `Raw` is XML already made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from templates.source.design import TEXT_WIDTH
from templates.source.fields import FIELDS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NBSP = "\u00a0"


class Raw(str):
    """XML that goes in as it is."""

    __slots__ = ()


Piece = str | Raw

TAB = Raw("<w:r><w:tab/></w:r>")


def run(text: str, properties: str = "") -> Raw:
    """A run of text, with run properties as XML."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return Raw(f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def strong(text: str) -> Raw:
    """A run in the character style for labels."""
    return run(text, '<w:rStyle w:val="Strong"/>')


def value(kind: str, *pieces: str) -> Raw:
    """Runs in the character style that says which value of the model the text is."""
    return Raw("".join(run(piece, f'<w:rStyle w:val="{FIELDS[kind].id}"/>') for piece in pieces))


def supplied(text: str) -> Raw:
    """A run of words that are the template's own and no value of the meeting."""
    return value("förvalt", text)


def parts(*pieces: tuple[str, Piece], between: str = ", ") -> Raw:
    """Pieces that each stand only under their condition, with a sign between those that do."""
    written = run(f'{{% set tecken = joiner("{between}") %}}')
    for condition, piece in pieces:
        shown = piece if isinstance(piece, Raw) else run(piece)
        written = Raw(
            written + run(f"{{% if {condition} %}}{{{{ tecken() }}}}") + shown + run("{% endif %}")
        )
    return written


def listed(variable: str, values: str, *pieces: Piece) -> Raw:
    """Pieces repeated within a sentence: "a, b och c"."""
    sign = "{% if loop.last and not loop.first %} och {% elif not loop.first %}, {% endif %}"
    content = "".join(piece if isinstance(piece, Raw) else run(piece) for piece in pieces)
    return Raw(run(f"{{% for {variable} in {values} %}}{sign}") + content + run("{% endfor %}"))


def field(instruction: str, shown: str = "1") -> Raw:
    """A field that Word computes, with what stands there until it does."""
    return Raw(
        f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
    )


def paragraph(style: str, *pieces: Piece, properties: str = "") -> Raw:
    """A paragraph in a style (by its id), with further paragraph properties as XML."""
    content = "".join(piece if isinstance(piece, Raw) else run(piece) for piece in pieces)
    return Raw(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>')


def step(statement: str) -> Raw:
    """A paragraph that only holds a tag, such as `for punkt in punkter`; gone when filled."""
    return paragraph("Mallrad", f"{{%p {statement} %}}")


def when(condition: str, *blocks: Raw) -> Raw:
    """Blocks that are there only when the condition holds."""
    return Raw(step(f"if {condition}") + "".join(blocks) + step("endif"))


def either(condition: str, block: Raw, otherwise: Raw) -> Raw:
    """One block when the condition holds, the other one when it does not."""
    return Raw(step(f"if {condition}") + block + step("else") + otherwise + step("endif"))


def each(variable: str, values: str, *blocks: Raw) -> Raw:
    """Blocks repeated for each of the values."""
    return Raw(step(f"for {variable} in {values}") + "".join(blocks) + step("endfor"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: heading, cell content, width as a share, and alignment."""

    heading: str
    cell: Piece
    share: float
    right: bool = False


def table(description: str, loop: str, columns: Sequence[Column], caption: str = "") -> Raw:
    """A table with a marked header row and one row for each turn of the loop.

    No merged cells; rows don't break across pages.
    """
    widths = _widths([column.share for column in columns])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    headings = [
        _cell("Tabellrubrik", column.heading, width, column.right)
        for column, width in zip(columns, widths, strict=True)
    ]
    cells = [
        _cell("Tabelltext", column.cell, width, column.right)
        for column, width in zip(columns, widths, strict=True)
    ]
    return Raw(
        f"<w:tbl>{_table_properties(caption or description, description)}"
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{_row(headings, header=True)}"
        f"{_tag_row(f'for {loop}', widths)}{_row(cells)}{_tag_row('endfor', widths)}</w:tbl>"
    )


def _widths(shares: Sequence[float]) -> list[int]:
    widths = [round(TEXT_WIDTH * share / sum(shares)) for share in shares]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def _table_properties(caption: str, description: str) -> str:
    quoted = {'"': "&quot;"}
    return (
        '<w:tblPr><w:tblStyle w:val="ProtokollantTabell"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption, quoted)}"/>'
        f'<w:tblDescription w:val="{escape(description, quoted)}"/></w:tblPr>'
    )


def _row(cells: Sequence[str], header: bool = False) -> str:
    marked = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{marked}</w:trPr>{''.join(cells)}</w:tr>"


def _tag_row(statement: str, widths: Sequence[int]) -> str:
    first, *rest = widths
    cells = [_cell("Mallrad", f"{{%tr {statement} %}}", first)]
    return _row(cells + [_cell("Mallrad", "", width) for width in rest])


def _cell(style: str, content: Piece, width: int, right: bool = False) -> str:
    aligned = '<w:jc w:val="right"/>' if right else ""
    pieces = (content,) if content else ()
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(style, *pieces, properties=aligned)}</w:tc>"
    )
