"""Control words that only move text → their arguments, put back to be read in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from protokollant.readers.tex_stream import TokenStream
from protokollant.readers.tex_tokens import Token, source_of

_LONG = 60  # an argument this long is a text of its own, not a word in a row
_MOST_COLUMNS = 50


def _csname(stream: TokenStream) -> None:
    """The word that stands spelled out up to \\endcsname."""
    named: list[Token] = []
    while stream and (token := stream.take()).text != "endcsname":
        named.append(token)
    stream.put([Token("word", source_of(named), stream.line)])


def _href(stream: TokenStream) -> None:
    """A link in Markdown's form; its text alone when that is the address."""
    target, text = source_of(stream.argument()), stream.argument()
    if source_of(text).strip() in (target, target.removeprefix("mailto:")):
        stream.put(text)
    else:
        stream.put([stream.text("["), *text, *map(stream.text, ("](", target, ")"))])


def _footnote(stream: TokenStream) -> None:
    """The note between brackets, where its sign would stand."""
    stream.put([stream.text(" ("), *stream.argument(), stream.text(")")])


def _multicolumn(stream: TokenStream) -> None:
    """The text of a cell that is several columns wide, and the empty ones after it."""
    width = source_of(stream.argument())
    stream.argument()
    text = stream.argument()
    more = int(width) - 1 if width.isdigit() else 0
    stream.put([*text, stream.text("\t" * min(more, _MOST_COLUMNS))])


def _multirow(stream: TokenStream) -> None:
    """The text of a cell that is several rows high."""
    stream.argument()
    stream.argument()
    stream.put(stream.argument())


MOVES: Mapping[str, Callable[[TokenStream], None]] = MappingProxyType(
    {
        "csname": _csname,
        "href": _href,
        "footnote": _footnote,
        "multicolumn": _multicolumn,
        "multirow": _multirow,
    }
)
"""The control words, and what puts their arguments back."""


def pass_over(stream: TokenStream, arguments: int) -> None:
    """Drop that many arguments, with the options before them."""
    stream.option()
    for _ in range(arguments):
        stream.option()
        stream.argument()


def put_side_by_side(stream: TokenStream) -> None:
    """The arguments of a macro nobody has told about: words side by side, as in a row."""
    arguments = []
    while stream.has_argument():
        option = stream.option()
        one = stream.argument() if option is None else _words_in(option)
        if one:
            arguments.append(one)
    pushed: list[Token] = []
    for one in arguments:
        is_long = len(source_of(one)) > _LONG
        if pushed:
            pushed.append(Token("newline", "", stream.line) if is_long else stream.text("  "))
        pushed += one
    stream.put(pushed)


def _words_in(option: list[Token]) -> list[Token]:
    """An option that is words to read, not a setting: "7 kap. 5 §", not "scale=0.5"."""
    text = source_of(option)
    is_words = " " in text.strip() and "=" not in text
    return option if is_words else []
