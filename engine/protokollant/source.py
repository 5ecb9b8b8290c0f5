"""Text with an address: what a reader hands to the parser, and what the parser says about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from protokollant.model import Meeting, Provenance, Source
from protokollant.model.provenance import provenance

__all__ = [
    "LIKELY",
    "SURE",
    "Doubt",
    "Kept",
    "Line",
    "Provenance",
    "Reading",
    "Source",
    "Transcript",
]


SURE, LIKELY = 0.85, 0.65
"""How confident (0–1) a rule is when its finding needs no look, and when but a quick one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source document, as it stood.

    `number` counts from 1 in the source (for .docx: paragraphs and table rows in order).
    `style` is Word's style name, `numbering` the list label as Word shows it ("1.", "•").
    `cells` holds the cell texts of a table row; `text` then joins them with tabs.
    `left`, `top` and `size` are points on the page where the format tells them.
    `zone` is "body", "header" or "footer".
    """

    number: int
    text: str
    page: int | None = None
    style: str = ""
    numbering: str = ""
    bold: bool = False
    size: float | None = None
    left: float | None = None
    top: float | None = None
    cells: tuple[str, ...] = ()
    zone: str = "body"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at; `line` is where in the source it arose.

    `field` is the path of the value it concerns, where that is not simply what the line says.
    """

    line: int | None
    message: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that looks alike. `style` is its character style, `target` its link's."""

    text: str
    style: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A Word paragraph with its paragraph style's name, and its text in spans.

    `number` is that of its first `Line`. `label` is the list label as Word shows it, `depth` how
    deep in lists it stands (0: in none), `indent` its own indent in twentieths of a point.
    """

    number: int
    style: str
    spans: tuple[Span, ...]
    label: str = ""
    depth: int = 0
    indent: int = 0
    ruled: bool = False

    @property
    def text(self) -> str:
        """The text of all spans."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a Word table: the paragraphs of each cell. `first` begins a table."""

    number: int
    cells: tuple[tuple[Paragraph, ...], ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Styled:
    """A Word document that carries this program's styles, with what its properties say."""

    blocks: tuple[Paragraph | TableRow, ...]
    heads: tuple[Paragraph, ...] = ()
    category: str = ""
    subject: str = ""
    author: str = ""


DATA_NAME = "protokollant.yaml"
"""What the file is called that holds a meeting's values inside its own PDF."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A source document's lines in reading order, and what its reader had to leave out.

    `styled` is there when the document was made with one of this program's templates, `data` when
    the meeting's values lie in the file (DATA_NAME).
    """

    lines: tuple[Line, ...]
    doubts: tuple[Doubt, ...] = ()
    styled: Styled | None = None
    data: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Source text that stands outside the meeting: unplaced, or removed for the reason given."""

    line: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: the meeting, the doubts, and the account of every other word.

    A word of the source is in the meeting, in a `sources` text (values that were normalised,
    such as dates, and the labels that named them), in `removed` (repeated page heads, contents
    pages) or in `unplaced`.
    """

    meeting: Meeting
    warnings: tuple[Doubt, ...] = ()
    unplaced: tuple[Kept, ...] = ()
    removed: tuple[Kept, ...] = ()
    sources: tuple[Source, ...] = ()
    lines: tuple[Line, ...] = field(default=(), repr=False)

    def source_of(self, path: str) -> Provenance | None:
        """Where a value was read, by its dotted path: "date", "items[2].decisions[0]"."""
        return provenance(self.sources, path)

    def sources_on(self, line: int) -> tuple[Source, ...]:
        """Every value that the line gave words to."""
        return tuple(source for source in self.sources if source.line == line)
