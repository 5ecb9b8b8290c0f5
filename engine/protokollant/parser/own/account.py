"""What becomes of every paragraph of an own document: its field, or why it has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from protokollant.source import Doubt, Kept, Paragraph, Source, TableRow


@dataclass(slots=True)
class Account:
    """The sources, doubts and leftovers of a reading, as they come up."""

    sources: list[Source] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    unplaced: list[Kept] = field(default_factory=list)
    removed: list[Kept] = field(default_factory=list)

    def took(self, place: str, *blocks: Paragraph | TableRow) -> None:
        """The blocks' text is in the field, or names it."""
        self.sources += [
            Source(place, block.number, text, rule="own_style")
            for block in blocks
            if (text := words_of(block))
        ]

    def counted(self, block: Paragraph, number: str) -> None:
        """The number in front of the block is one that the template counted."""
        if number:
            self.removed.append(Kept(block.number, number, "mallens räkning"))

    def doubt(self, block: Paragraph | TableRow, message: str) -> None:
        """Something in the block that a person should look at."""
        self.doubts.append(Doubt(block.number, message))

    def left(self, block: Paragraph | TableRow, text: str = "") -> None:
        """The block's text, or this part of it, has no field to go to."""
        if told := (text or words_of(block)).strip():
            self.unplaced.append(Kept(block.number, told, "okänt"))

    def dropped(self, block: Paragraph | TableRow, reason: str) -> None:
        """The block's text is the template's own."""
        if told := words_of(block):
            self.removed.append(Kept(block.number, told, reason))


def words_of(block: Paragraph | TableRow) -> str:
    """The text of a paragraph, or of a row's cells, with the targets of links."""
    if isinstance(block, Paragraph):
        targets = [target for target, _ in groupby(block.spans, key=lambda span: span.target)]
        return " ".join((block.text.strip(), *filter(None, targets))).strip()
    return "\t".join(words_of(paragraph) for cell in block.cells for paragraph in cell).strip()


def cell_text(cell: tuple[Paragraph, ...]) -> str:
    """The text of a table cell."""
    return "\n".join(paragraph.text for paragraph in cell).strip()
