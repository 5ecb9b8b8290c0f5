"""TeX's tokens in turn, with the arguments that stand next, and a document's own macros put in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from protokollant.readers.tex_tokens import Token, source_of, tokens_of

_MOST_GATHERED = 30  # how often a token may be gathered into an argument, taken over all
_MOST_MACROS = 20_000  # put in, before it is plain that they go round in circles
_NO_ARGUMENT = ("par", "close", "do")


class TokenStream:
    """The tokens to come; what is put in goes before them.

    A source that nests without end is gathered into arguments only so often; then its braces
    only group, and its text is still read.
    """

    def __init__(self, text: str) -> None:
        self._stack = list(tokens_of(text))[::-1]
        self.line = 1
        self._left = _MOST_GATHERED * len(self._stack) + 10_000

    def __bool__(self) -> bool:
        return bool(self._stack)

    def take(self) -> Token:
        """The next token."""
        token = self._stack.pop()
        self.line = token.line
        return token

    def put(self, tokens: Iterable[Token]) -> None:
        """Let the tokens come next."""
        self._stack += list(tokens)[::-1]

    def text(self, text: str) -> Token:
        """A token of text at the line at hand."""
        return Token("text", text, self.line)

    def clear(self) -> None:
        """Let nothing more come."""
        self._stack.clear()

    def ahead(self, number: int) -> list[Token]:
        """The next tokens, which stay."""
        return self._stack[-number:][::-1]

    def has_argument(self) -> bool:
        """Whether a group or an option stands next."""
        if not self._stack or self._left <= 0:
            return False
        return self._stack[-1].kind == "open" or self._is_special(self._stack[-1], "[")

    def skip_empty_group(self) -> None:
        """Step over the {} that parts a word from the text after it."""
        if [token.kind for token in self._stack[-2:]] == ["close", "open"]:
            del self._stack[-2:]

    def argument(self) -> list[Token]:
        """The tokens of the next argument: a group, else what stands next."""
        while self._stack and _is_space(self._stack[-1]):
            self._stack.pop()
        if not self._stack or self._left <= 0 or self._stack[-1].kind in _NO_ARGUMENT:
            return []
        if self._stack[-1].kind == "open":
            return self._group()
        token = self._stack.pop()
        if token.kind == "text" and len(token.text) > 1:
            self._stack.append(replace(token, text=token.text[1:]))
            return [replace(token, text=token.text[0])]
        return [token]

    def option(self) -> list[Token] | None:
        """The tokens between [ and ], when such stand next."""
        if not self._stack or self._left <= 0 or not self._is_special(self._stack[-1], "["):
            return None
        begun = self._stack.pop()
        found: list[Token] = []
        depth = 0
        while self._stack:
            token = self._stack.pop()
            if depth == 0 and self._is_special(token, "]"):
                self._left -= len(found)
                return found
            depth += (token.kind == "open") - (token.kind == "close")
            found.append(token)
        self._left -= len(found)
        self.put([replace(begun, kind="text"), *found])  # never closed: it was text
        return None

    def _group(self) -> list[Token]:
        self._stack.pop()
        found: list[Token] = []
        depth = 0
        while self._stack:
            token = self._stack.pop()
            if token.kind == "close" and depth == 0:
                break
            depth += (token.kind == "open") - (token.kind == "close")
            found.append(token)
        self._left -= len(found)
        return found

    @staticmethod
    def _is_special(token: Token, sign: str) -> bool:
        return token.kind == "special" and token.text == sign


@dataclass(frozen=True, slots=True)
class _Macro:
    """What a document's own word stands for; `default` is its first argument when none is given."""

    arguments: int
    body: tuple[Token, ...]
    default: tuple[Token, ...] | None = None


class Macros:
    """A document's own control words."""

    def __init__(self, stream: TokenStream) -> None:
        self._stream = stream
        self._known: dict[str, _Macro] = {}
        self._put_in = 0

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def name(self, name: str, value: Sequence[Token]) -> None:
        r"""Let a word stand for a value, as \@date for the document's date."""
        self._known[name] = _Macro(0, tuple(value))

    def newcommand(self) -> None:
        r"""Take in \newcommand{\name}[2][default]{body}, whose word has been read."""
        stream = self._stream
        name = source_of(stream.argument())
        count, default = stream.option(), stream.option()
        number = int(source_of(count)) if count and source_of(count).isdigit() else 0
        body = tuple(stream.argument())
        self._known[name] = _Macro(number, body, None if default is None else tuple(default))

    def plain_def(self) -> None:
        r"""Take in \def\name#1{body}, whose first word has been read."""
        name = self._stream.take().text if self._stream else ""
        told: list[Token] = []
        while self._stream and self._stream.ahead(1)[0].kind != "open":
            told.append(self._stream.take())
        self._known[name] = _Macro(source_of(told).count("#"), tuple(self._stream.argument()))

    def put_in(self, name: str) -> None:
        """Let what the word stands for come next."""
        macro, stream = self._known[name], self._stream
        self._put_in += 1
        if self._put_in > _MOST_MACROS:
            return
        given: list[Sequence[Token]] = []
        if macro.default is not None:
            option = stream.option()
            given.append(macro.default if option is None else option)
        while len(given) < macro.arguments:
            given.append(stream.argument())
        if not macro.arguments:
            stream.skip_empty_group()
        stream.put(_filled(macro.body, given, stream.line))


def _is_space(token: Token) -> bool:
    return token.kind == "newline" or (token.kind == "text" and not token.text.strip())


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
