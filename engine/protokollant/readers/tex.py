"""LaTeX → lines: sections numbered as they are set, lists, tables; unknown words keep their text.

Nothing is typeset. The source is walked once; a document's own macros are put in where they stand,
and a macro that nobody has told about gives its arguments, side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from protokollant.readers.sheet import Sheet
from protokollant.readers.tex_tokens import (
    Token,
    accented,
    letter_of,
    plain,
    source_of,
    tokens_of,
)
from protokollant.readers.tex_words import (
    DEFINES,
    EMPHASIS,
    ENVIRONMENTS,
    FETCHES,
    FIELDS,
    LITERAL,
    PAGE_HEADS,
    SECTIONS,
    SILENT,
    TABLES,
    item_mark,
)
from protokollant.readers.text import text_of
from protokollant.source import Doubt, Line, Transcript

_MOST_MACROS = 20_000  # put in, before it is plain that they go round in circles
_LONG = 60  # an argument this long is a text of its own, not a word in a row
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


@dataclass(frozen=True, slots=True)
class _Macro:
    arguments: int
    body: tuple[Token, ...]
    default: tuple[Token, ...] | None = None


class _Reading:
    """One walk through a source: the tokens to come, the lines so far, what is open."""

    def __init__(self, text: str) -> None:
        self._stack = list(tokens_of(text))[::-1]
        self._sheet = Sheet()
        self._line = 1
        self._is_body = "\\begin{document}" not in text
        self._environments: list[_Environment] = []
        self._macros: dict[str, _Macro] = {}
        self._expanded = 0
        self._counts = [0] * len(SECTIONS)
        self._outermost = _outermost(text)
        self._doubts: list[Doubt] = []

    def transcript(self) -> Transcript:
        while self._stack:
            token = self._stack.pop()
            self._line = token.line
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
            self._expand(name)
        elif act := self._act(name):
            act()
        elif (letter := letter_of(token)) is not None:
            self._empty_group()
            self._write(letter)
        elif not self._accent(name):
            self._unknown(name)

    def _act(self, name: str) -> Callable[[], None] | None:
        """What a known control word does; None for the others."""
        bare = name.rstrip("*")
        acts: dict[str, Callable[[], None]] = {
            "begin": self._begin, "end": self._end, "item": self._item, "par": self._sheet.blank,
            "newline": self._break, "tabularnewline": self._break, "linebreak": self._break,
            "csname": self._csname, "href": self._href, "def": self._def,
            "multicolumn": self._multicolumn, "multirow": self._multirow,
            "footnote": self._footnote,
        }  # fmt: skip
        if bare in acts:
            return acts[bare]
        if bare in SECTIONS:
            return lambda: self._section(SECTIONS.index(bare), is_numbered=bare == name)
        if name in DEFINES:
            return self._define
        if bare in EMPHASIS:
            return lambda: self._wrapped(EMPHASIS[bare])
        if bare in FIELDS:
            return lambda: self._field(bare)
        if bare in FETCHES:
            return self._fetch
        if bare in PAGE_HEADS:
            return self._page_head
        return (lambda: self._silent(SILENT[bare])) if bare in SILENT else None

    # Text

    @property
    def _table(self) -> bool:
        return any(one.name in TABLES for one in self._environments)

    def _write(self, text: str) -> None:
        if self._is_body:
            self._sheet.write(text, self._line)

    def _break(self) -> None:
        self._optional()
        if self._table:
            self._sheet.row(tuple(self._sheet.take().split("\t")), self._line)
        else:
            self._sheet.end()

    def _accent(self, mark: str) -> bool:
        if accented(mark, "x") is None:
            return False
        letter = self._argument()
        first = next((t for t in letter if t.kind in ("text", "word")), None)
        if first is not None:
            shown = (letter_of(first) or "") if first.kind == "word" else first.text
            self._write(accented(mark, shown) or "")
        return True

    def _wrapped(self, mark: str) -> None:
        inner = self._argument()
        blank = not source_of(inner).strip()
        wrap = Token("text", "" if blank or self._table else mark, self._line)
        self._push([wrap, *inner, wrap])

    # Parts of the document

    def _section(self, index: int, *, is_numbered: bool) -> None:
        self._optional()
        title = self._argument()
        self._sheet.blank()
        level = max(index - self._outermost, 0)
        number = ""
        if is_numbered and level < _NUMBERED:
            self._counts[level] += 1
            self._counts[level + 1 :] = [0] * (len(SECTIONS) - level - 1)
            number = ".".join(map(str, self._counts[: level + 1]))
        self._push([*title, self._do(lambda: self._heading(level + 1, number))])

    def _heading(self, level: int, number: str) -> None:
        self._sheet.as_heading(level, number)
        self._sheet.end()

    def _field(self, name: str) -> None:
        value = self._argument()
        self._macros[f"@{name}"] = _Macro(0, tuple(value))
        was_body, self._is_body = self._is_body, True

        def told() -> None:
            if name in ("title", "subtitle"):
                self._sheet.as_style(name.capitalize())
            self._sheet.end()
            self._is_body = was_body

        self._push([*value, self._do(told)])

    def _begin(self) -> None:
        name = source_of(self._argument())
        if name == "document":
            self._is_body = True
            return
        self._sheet.end()
        self._environments.append(_Environment(name))
        self._optional()
        for _ in range(ENVIRONMENTS.get(name, 0)):
            self._argument()
        if name in LITERAL:
            self._literal(name)

    def _end(self) -> None:
        name = source_of(self._argument())
        if self._table and not self._sheet.is_empty:
            self._break()
        self._sheet.end()
        if name == "document":
            self._stack.clear()
        elif self._environments:
            self._environments.pop()

    def _literal(self, name: str) -> None:
        """Write what stands up to the environment's end as it is."""
        while self._stack and not self._is_end_of(name):
            token = self._stack.pop()
            self._line = token.line
            if token.kind in ("newline", "par"):
                self._sheet.end()
            else:
                self._write(token.text)

    def _is_end_of(self, name: str) -> bool:
        ahead = self._stack[-3:][::-1]
        return len(ahead) == 3 and ahead[0].text == "end" and ahead[2].text == name

    def _item(self) -> None:
        self._sheet.end()
        label = self._optional()
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

    def _csname(self) -> None:
        named: list[Token] = []
        while self._stack and self._stack[-1].text != "endcsname":
            named.append(self._stack.pop())
        if self._stack:
            self._stack.pop()
        self._push([Token("word", source_of(named), self._line)])

    def _href(self) -> None:
        target, text = source_of(self._argument()), self._argument()
        if source_of(text).strip() in (target, target.removeprefix("mailto:")):
            self._push(text)
        else:
            parts = [self._text("["), *text, self._text("]("), self._text(target), self._text(")")]
            self._push(parts)

    def _footnote(self) -> None:
        self._push([self._text(" ("), *self._argument(), self._text(")")])

    def _multicolumn(self) -> None:
        width, _, text = source_of(self._argument()), self._argument(), self._argument()
        more = int(width) - 1 if width.isdigit() else 0
        self._push([*text, self._text("\t" * min(more, 50))])

    def _multirow(self) -> None:
        self._argument()
        self._argument()
        self._push(self._argument())

    def _page_head(self) -> None:
        """A page's head or foot stands apart from the text."""
        self._optional()
        number = self._line
        parts = [tex_line(_written(self._argument()))]
        self._sheet.lines += [Line(number, p, zone="header") for p in parts if p.strip()]

    def _fetch(self) -> None:
        name = source_of(self._argument())
        if self._is_body:
            self._doubts.append(
                Doubt(self._line, f"Filen «{name}» hämtas in här men lästes inte: läs den för sig.")
            )

    def _silent(self, arguments: int) -> None:
        self._optional()
        for _ in range(arguments):
            self._optional()
            self._argument()

    def _unknown(self, name: str) -> None:
        """The arguments of a macro nobody has told about: words side by side, as in a row."""
        arguments = []
        while self._stack and self._is_argument():
            optional = self._optional()
            one = self._argument() if optional is None else _words_in(optional)
            if one:
                arguments.append(one)
        pushed: list[Token] = []
        for one in arguments:
            is_long = len(source_of(one)) > _LONG
            if pushed:
                pushed.append(Token("newline", "", self._line) if is_long else self._text("  "))
            pushed += one
        self._push(pushed)

    # Macros

    def _define(self) -> None:
        name = source_of(self._argument())
        count, default = self._optional(), self._optional()
        number = int(source_of(count)) if count and source_of(count).isdigit() else 0
        body = tuple(self._argument())
        self._macros[name] = _Macro(number, body, tuple(default) if default else None)

    def _def(self) -> None:
        name = self._stack.pop().text if self._stack else ""
        told: list[Token] = []
        while self._stack and self._stack[-1].kind != "open":
            told.append(self._stack.pop())
        body = tuple(self._argument())
        self._macros[name] = _Macro(source_of(told).count("#"), body)

    def _expand(self, name: str) -> None:
        macro = self._macros[name]
        self._expanded += 1
        if self._expanded > _MOST_MACROS:
            return
        given: list[Sequence[Token]] = []
        if macro.default is not None:
            optional = self._optional()
            given.append(macro.default if optional is None else optional)
        while len(given) < macro.arguments:
            given.append(self._argument())
        if not macro.arguments:
            self._empty_group()
        self._push(_filled(macro.body, given, self._line))

    # Tokens ahead

    def _push(self, tokens: Iterable[Token]) -> None:
        self._stack += list(tokens)[::-1]

    def _do(self, act: Callable[[], None]) -> Token:
        return Token("do", "", self._line, act)

    def _text(self, text: str) -> Token:
        return Token("text", text, self._line)

    def _is_argument(self) -> bool:
        return self._stack[-1].kind == "open" or self._stack[-1].text == "["

    def _empty_group(self) -> None:
        """Step over the {} that parts a word from the text after it."""
        if [token.kind for token in self._stack[-2:]] == ["close", "open"]:
            del self._stack[-2:]

    def _argument(self) -> list[Token]:
        """The tokens of the next argument: a group, else what stands next."""
        while self._stack and (
            self._stack[-1].kind == "newline"
            or not (self._stack[-1].text.strip() or self._stack[-1].act)
        ):
            self._stack.pop()
        if not self._stack or self._stack[-1].kind in ("par", "close", "do"):
            return []
        if self._stack[-1].kind != "open":
            return [self._single()]
        return self._balanced("open", "close")

    def _single(self) -> Token:
        token = self._stack.pop()
        if token.kind == "text" and len(token.text) > 1:
            self._stack.append(replace(token, text=token.text[1:]))
            return replace(token, text=token.text[0])
        return token

    def _optional(self) -> list[Token] | None:
        """The tokens between [ and ], when such stand next."""
        if not self._stack or self._stack[-1].text != "[" or self._stack[-1].kind != "special":
            return None
        self._stack.pop()
        found: list[Token] = []
        depth = 0
        while self._stack:
            token = self._stack.pop()
            if token.text == "]" and token.kind == "special" and depth == 0:
                return found
            depth += (token.kind == "open") - (token.kind == "close")
            found.append(token)
        self._push(found)  # never closed: it was text
        self._write("[")
        return None

    def _balanced(self, opens: str, closes: str) -> list[Token]:
        self._stack.pop()
        found: list[Token] = []
        depth = 0
        while self._stack:
            token = self._stack.pop()
            if token.kind == closes and depth == 0:
                break
            depth += (token.kind == opens) - (token.kind == closes)
            found.append(token)
        return found


def _outermost(text: str) -> int:
    """The outermost level of sections that the source uses."""
    used = (i for i, name in enumerate(SECTIONS) if f"\\{name}{{" in text or f"\\{name}*" in text)
    return next(used, 0)


def _filled(body: Sequence[Token], given: Sequence[Sequence[Token]], line: int) -> list[Token]:
    """A macro's body with the arguments in their places."""
    filled: list[Token] = []
    for token in body:
        if token.kind != "text" or "#" not in token.text:
            filled.append(replace(token, line=line))
            continue
        first, *parts = token.text.split("#")
        filled.append(Token("text", first, line))
        for part in parts:
            at = int(part[0]) - 1 if part[:1].isdigit() else -1
            if 0 <= at < len(given):
                filled += [*given[at], Token("text", part[1:], line)]
            else:
                filled.append(Token("text", f"#{part}", line))
    return filled


def _words_in(option: list[Token]) -> list[Token]:
    """An option that is words to read, not a setting: "7 kap. 5 §", not "scale=0.5"."""
    text = source_of(option)
    is_words = " " in text.strip() and "=" not in text
    return option if is_words else []


def _written(tokens: Sequence[Token]) -> str:
    """The tokens as source text again."""
    signs = {"word": "\\{} ", "sign": "\\{}"}
    return "".join(signs.get(token.kind, "{}").format(token.text) for token in tokens)
