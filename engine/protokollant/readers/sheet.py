"""Text that comes piece by piece → lines, each numbered by the source line it begins on."""

from __future__ import annotations

from dataclasses import replace

from protokollant.readers.inline import without_set_off
from protokollant.source import Line


class Sheet:
    """Lines while they are written. A heading, list label or row is told before its line ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._number = 1
        self._next = Line(1, "")
        self.is_empty = True
        """Whether nothing is written on the line at hand."""

    @property
    def is_at_start(self) -> bool:
        """Whether a space here would begin the line or follow on another."""
        return not self._parts or self._parts[-1][-1].isspace()

    def write(self, text: str, number: int) -> None:
        """Go on with the line at hand; `number` counts when it begins here."""
        if self.is_empty:
            self._number = number
        if text:
            self._parts.append(text)
            self.is_empty = self.is_empty and not text.strip()

    def as_heading(self, level: int, numbering: str = "") -> None:
        """Make the line at hand a heading of the level."""
        self._next = replace(self._next, style=f"Heading {level}", numbering=numbering)

    def as_style(self, style: str) -> None:
        """Give the line at hand a style by name, as "Title"."""
        self._next = replace(self._next, style=style)

    def end(self) -> None:
        """End the line; one on which nothing stands is not kept."""
        if not self.is_empty:
            text, is_strong = without_set_off("".join(self._parts).rstrip())
            line = replace(self._next, number=self._number, text=text, bold=is_strong)
            self.lines.append(line)
        self.take()
        self._next = Line(1, "")

    def blank(self) -> None:
        """End the line, and leave one empty below unless there is one."""
        self.end()
        if self.lines and self.lines[-1].text:
            self.lines.append(Line(self.lines[-1].number, ""))

    def row(self, cells: tuple[str, ...], number: int) -> None:
        """A table row, when any of its cells says something."""
        self.take()
        shown = tuple(without_set_off(cell.strip())[0] for cell in cells)
        if any(shown):
            self.lines.append(Line(number, "\t".join(shown), cells=shown))

    def take(self) -> str:
        """The text of the line at hand, which is then empty: the inside of a table's row."""
        text = "".join(self._parts)
        self._parts, self.is_empty = [], True
        return text
