"""LaTeX → lines: sections numbered as they are set, lists, tables; unknown words keep their text.

Nothing is typeset. The source is walked once; a document's own macros are put in where they stand,
and a macro that nobody has told about gives its arguments, side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protokollant.readers.sheet import Sheet
from protokollant.readers.tex_arguments import MOVES, pass_over, put_side_by_side
from protokollant.readers.tex_stream import Macros, TokenStream
from protokollant.readers.tex_tokens import (
    Token,
    accented,
    as_written,
    letter_of,
    plain,
    source_of,
)
from protokollant.readers.tex_words import (
    DEFINES,
    EMPHASIS,
    ENVIRONMENTS,
    FETCHES,
    FIELDS,
    LABELS,
    LITERAL,
    PAGE_HEADS,
    SECTIONS,
    SILENT,
    TABLES,
    item_mark,
)
from protokollant.readers.text import text_of
from protokollant.source import Doubt, Line, Transcript

_NUMBERED = 4  # how many section levels from the outermost have numbers


def read_tex(data: bytes) -> Transcript:
    """The lines of a LaTeX file. Raises ReadError when it is empty or no text."""
    return _Reading(text_of(data)).transcript()


def tex_line(text: str) -> str:
    """A line of text in which there is some TeX, as it is shown."""
    return " ".join(line.text for line in _Reading(text).transcript().lines)


@dataclass(slots=True)
class _Environment:
    name: str
    items: int = 0


class _Reading:
    """One walk through a source: the tokens to come, the lines so far, what is open."""

    def __init__(self, text: str) -> None:
        self._stream = TokenStream(text)
        self._macros = Macros(self._stream)
        self._sheet = Sheet()
        self._is_body = "\\begin{document}" not in text
        self._environments: list[_Environment] = []
        self._counts = [0] * len(SECTIONS)
        self._outermost = _outermost(text)
        self._doubts: list[Doubt] = []

    def transcript(self) -> Transcript:
        while self._stream:
            token = self._stream.take()
            getattr(self, f"_on_{token.kind}")(token)
        self._sheet.end()
        return Transcript(tuple(self._sheet.lines), tuple(self._doubts))

    def _on_do(self, token: Token) -> None:
        if token.act:
            token.act()

    def _on_open(self, token: Token) -> None:
        """A brace alone groups and shows nothing."""

    _on_close = _on_open

    def _on_text(self, token: Token) -> None:
        text = plain(token.text)
        self._write(text.lstrip(" \t") if self._sheet.is_at_start else text)

    def _on_newline(self, token: Token) -> None:
        if self._table:
            self._write(" ")
        else:
            self._sheet.end()

    def _on_par(self, token: Token) -> None:
        if self._table:
            self._write(" ")
        else:
            self._sheet.blank()

    def _on_special(self, token: Token) -> None:
        if token.text == "&" and self._table:
            self._write("\t")
        elif token.text != "$":
            self._write(token.text)

    def _on_sign(self, token: Token) -> None:
        if token.text == "\\":
            self._break()
        elif (letter := letter_of(token)) is not None:
            self._write(letter)
        else:
            self._accent(token.text)

    def _on_word(self, token: Token) -> None:
        name = token.text
        if name in self._macros:
            self._macros.put_in(name)
        elif act := self._act(name):
            act()
        elif (letter := letter_of(token)) is not None:
            self._stream.skip_empty_group()
            self._write(letter)
        elif label := LABELS.get(name.casefold()):
            self._label(label)
            put_side_by_side(self._stream)
        elif not self._accent(name):
            put_side_by_side(self._stream)

    def _act(self, name: str) -> Callable[[], None] | None:
        """What a known control word does; None for the others."""
        bare = name.rstrip("*")
        acts: dict[str, Callable[[], None]] = {
            "begin": self._begin, "end": self._end, "item": self._item, "par": self._sheet.blank,
            "newline": self._break, "tabularnewline": self._break, "linebreak": self._break,
            "def": self._macros.plain_def,
        }  # fmt: skip
        if bare in acts:
            return acts[bare]
        if bare in MOVES:
            return lambda: MOVES[bare](self._stream)
        if bare in SECTIONS:
            return lambda: self._section(SECTIONS.index(bare), is_numbered=bare == name)
        if name in DEFINES:
            return self._macros.newcommand
        if bare in EMPHASIS:
            return lambda: self._wrapped(EMPHASIS[bare])
        if bare in FIELDS:
            return lambda: self._field(bare)
        if bare in FETCHES:
            return self._fetch
        if bare in PAGE_HEADS:
            return self._page_head
        return (lambda: pass_over(self._stream, SILENT[bare])) if bare in SILENT else None

    # Text

    def _then(self, act: Callable[[], None]) -> Token:
        """What is to be done when the tokens put before it have been read."""
        return Token("do", "", self._stream.line, act)

    @property
    def _table(self) -> bool:
        return any(one.name in TABLES for one in self._environments)

    def _write(self, text: str) -> None:
        if self._is_body:
            self._sheet.write(text, self._stream.line)

    def _break(self) -> None:
        self._stream.option()
        if self._table:
            self._sheet.row(tuple(self._sheet.take().split("\t")), self._stream.line)
        else:
            self._sheet.end()

    def _accent(self, mark: str) -> bool:
        if accented(mark, "x") is None:
            return False
        letter = self._stream.argument()
        first = next((t for t in letter if t.kind in ("text", "word")), None)
        if first is not None:
            shown = (letter_of(first) or "") if first.kind == "word" else first.text
            self._write(accented(mark, shown) or "")
        return True

    def _wrapped(self, mark: str) -> None:
        inner = self._stream.argument()
        blank = not source_of(inner).strip()
        wrap = Token("text", "" if blank or self._table else mark, self._stream.line)
        self._stream.put([wrap, *inner, wrap])

    # Parts of the document

    def _section(self, index: int, *, is_numbered: bool) -> None:
        self._stream.option()
        title = self._stream.argument()
        self._sheet.blank()
        level = max(index - self._outermost, 0)
        number = ""
        if is_numbered and level < _NUMBERED:
            self._counts[level] += 1
            self._counts[level + 1 :] = [0] * (len(SECTIONS) - level - 1)
            number = ".".join(map(str, self._counts[: level + 1]))
        self._stream.put([*title, self._then(lambda: self._heading(level + 1, number))])

    def _heading(self, level: int, number: str) -> None:
        self._sheet.as_heading(level, number)
        self._sheet.end()

    def _field(self, name: str) -> None:
        value = self._stream.argument()
        self._macros.name(f"@{name}", value)
        was_body, self._is_body = self._is_body, True

        def told() -> None:
            if name in ("title", "subtitle"):
                self._sheet.as_style(name.capitalize())
            self._sheet.end()
            self._is_body = was_body

        self._stream.put([*value, self._then(told)])

    def _begin(self) -> None:
        name = source_of(self._stream.argument())
        if name == "document":
            self._is_body = True
            return
        self._sheet.end()
        self._environments.append(_Environment(name))
        self._stream.option()
        for _ in range(ENVIRONMENTS.get(name, 0)):
            self._stream.argument()
        if label := LABELS.get(name.casefold()):
            self._label(label)
            self._sheet.end()
        if name in LITERAL:
            self._literal(name)

    def _label(self, label: str) -> None:
        """A label for what comes, on a line of its own unless something stands before it."""
        self._write(label if self._sheet.is_at_start else f" {label}")
        self._write(": ")

    def _end(self) -> None:
        name = source_of(self._stream.argument())
        if self._table and not self._sheet.is_empty:
            self._break()
        self._sheet.end()
        if name == "document":
            self._stream.clear()
        elif self._environments:
            self._environments.pop()

    def _literal(self, name: str) -> None:
        """Write what stands up to the environment's end as it is."""
        while self._stream and not self._is_end_of(name):
            token = self._stream.take()
            if token.kind in ("newline", "par"):
                self._sheet.end()
            else:
                self._write(token.text)

    def _is_end_of(self, name: str) -> bool:
        ahead = self._stream.ahead(3)
        return len(ahead) == 3 and ahead[0].text == "end" and ahead[2].text == name

    def _item(self) -> None:
        self._sheet.end()
        label = self._stream.option()
        if not self._environments:
            self._environments.append(_Environment("itemize"))
        inner = self._environments[-1]
        inner.items += 1
        if label is not None:
            mark = f"{source_of(label)}{':' if inner.name == 'description' else ''} "
        else:
            mark = f"{inner.items}. " if inner.name == "enumerate" else item_mark(inner.name)
        depth = sum(one.items > 0 for one in self._environments) - 1
        self._write("  " * depth + mark)

    # Words with arguments

    def _page_head(self) -> None:
        """A page's head or foot stands apart from the text."""
        self._stream.option()
        number = self._stream.line
        parts = [tex_line(as_written(self._stream.argument()))]
        self._sheet.lines += [Line(number, p, zone="header") for p in parts if p.strip()]

    def _fetch(self) -> None:
        name = source_of(self._stream.argument())
        if self._is_body:
            self._doubts.append(
                Doubt(
                    self._stream.line,
                    f"Filen «{name}» hämtas in här men lästes inte: läs den för sig.",
                )
            )


def _outermost(text: str) -> int:
    """The outermost level of sections that the source uses."""
    used = (i for i, name in enumerate(SECTIONS) if f"\\{name}{{" in text or f"\\{name}*" in text)
    return next(used, 0)
