"""An explanation → rows of toned text, as wide as the reader's window, for screen and file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from protokollant.pipeline.explain import FATES, Explained, Explanation, Fate, Use
from protokollant.source import Line


class Span(NamedTuple):
    """A stretch of a row; its tone is a fate, "doubt", "page", "faint" or "" for plain text."""

    text: str
    tone: str = ""


Row = tuple[Span, ...]

NARROWEST, WIDEST = 60, 160
MARKS: dict[Fate, str] = {
    "sure": "✓",
    "likely": "~",
    "guessed": "?",
    "removed": "–",
    "unplaced": "✗",
    "blank": " ",
}
"""What stands before a line of each fate, for those who see no colours."""


def page(explanation: Explanation, width: int) -> Iterator[Row]:
    """The document with its margin, then what the marks mean and how many there are of each."""
    width = max(NARROWEST, min(width, WIDEST))
    columns = _columns(width)
    if explanation.file:
        yield (Span(explanation.file, "page"),)
        yield ()
    for message in explanation.doubts:
        yield from _doubt(message, width)
    shown: int | None = None
    for one in explanation.lines:
        if one.line.page is not None and one.line.page != shown:
            shown = one.line.page
            yield (Span(f"── sida {shown} ".ljust(width, "─"), "page"),)
        yield from _line(one, *columns)
        for message in one.doubts:
            yield from _doubt(message, width)
    yield ()
    yield from _legend()
    yield ()
    yield from ((Span(text),) for text in _wrapped(in_words(explanation), width))


def as_text(explanation: Explanation, width: int = 100) -> str:
    """The page as plain text."""
    rows = ("".join(span.text for span in row).rstrip() for row in page(explanation, width))
    return "\n".join(rows) + "\n"


def in_words(explanation: Explanation) -> str:
    """The counts, as a person reads them."""
    count = explanation.summary
    placed = count["sure"] + count["likely"] + count["guessed"]
    return (
        f"Rader: {count['lines']}. Placerade: {placed} (varav troligen rätt: {count['likely']},"
        f" osäkert: {count['guessed']}). Hör till sidan: {count['removed']}."
        f" Kunde inte placeras: {count['unplaced']}. Utan ord: {count['blank']}."
        f" Tveksamheter: {count['doubts']}."
    )


def why(use: Use) -> str:
    """A use as the margin tells it."""
    if use.fate == "removed":
        return f"utelämnat: {use.why}"
    if use.fate == "unplaced":
        return f"kunde inte placeras: {use.text}"
    return f"{use.place} · {use.why}, {round(100 * (use.confidence or 0))}\xa0%"


def shown_text(line: Line) -> str:
    """The line's text in a form that a window can show: cells apart, no control characters."""
    text = " | ".join(line.cells) if line.cells else line.text.replace("\t", "    ")
    marked = f"{line.numbering} {text}" if line.numbering and not line.cells else text
    return "".join(c if c.isprintable() else _SHOWN.get(c, "·") for c in marked).rstrip()


_SHOWN = {"\xa0": " ", "\u202f": " ", "\xad": "", "\u200b": "", "\ufeff": "", "\n": " ", "\v": " "}
_NUMBER = 5


def _columns(width: int) -> tuple[int, int]:
    """How wide the text and its margin are."""
    room = width - _NUMBER - len(" ✓ ") - len(" │ ")
    text = room * 54 // 100
    return text, room - text


def _line(one: Explained, text_width: int, margin_width: int) -> Iterator[Row]:
    fate = one.fate
    text = _wrapped(shown_text(one.line), text_width)
    margin = [Span(row, u.fate) for u in one.uses for row in _hanging(why(u), margin_width)]
    for at, (left, right) in enumerate(zip_longest(text, margin)):
        number, mark = (str(one.line.number), MARKS[fate]) if at == 0 else ("", " ")
        tone = fate if fate in ("removed", "unplaced") else ""
        yield (
            Span(number.rjust(_NUMBER), "faint"),
            Span(f" {mark} ", fate),
            Span((left or "").ljust(text_width), tone),
            Span(" │ ", "faint"),
            right or Span(""),
        )


def _doubt(message: str, width: int) -> Iterator[Row]:
    indent = " " * (_NUMBER + 1)
    for row in _hanging(f"! {message}", width - len(indent)):
        yield (Span(indent + row, "doubt"),)


def _legend() -> Iterator[Row]:
    for fate, words in FATES.items():
        if fate != "blank":
            yield (Span(f"  {MARKS[fate]} ", fate), Span(words))
    yield (Span("  ! ", "doubt"), Span("tveksamt: en människa bör se på det"))


def _hanging(text: str, width: int) -> Iterator[str]:
    """The text in rows, all but the first a step in; never broken at a no-break space."""
    shown = "".join(c if c.isprintable() or c == "\xa0" else _SHOWN.get(c, " ") for c in text)
    first, *rest = _wrapped(shown, width)
    yield first
    yield from (f"  {row}" for row in _wrapped(shown[len(first) :].strip(), width - 2) if rest)


def _wrapped(text: str, width: int) -> list[str]:
    """The text in rows, broken at blanks where there are any; in linear time for any text."""
    rows: list[str] = []
    at = 0
    while len(text) - at > width:
        cut = text.rfind(" ", at + 1, at + width + 1)
        whole = cut > at and not text[at:cut].isspace()
        rows.append(text[at : cut if whole else at + width])
        at = cut + 1 if whole else at + width
    return [*rows, text[at:]]
