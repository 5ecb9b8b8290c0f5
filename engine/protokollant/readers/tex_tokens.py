"""TeX source → tokens, each with its line; accents and ligatures → the letters they make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "sign", "open", "close", "par", "newline", "special", "text", "do"]


@dataclass(frozen=True, slots=True)
class Token:
    """A control word (without its backslash), control sign, brace, blank line, or plain text.

    "do" is none of the source: `act` runs when its turn comes, after what stands before it.
    """

    kind: Kind
    text: str
    line: int
    act: Callable[[], None] | None = None


_TOKEN = re.compile(
    r"""
      (?P<comment>%[^\n]*(?:\n[ \t]*)?)
    | \\(?P<word>(?:[^\W\d_]|@)+\*?)[ \t]*
    | \\(?P<sign>[^\n]|\n)
    | (?P<open>\{)
    | (?P<close>\})
    | (?P<par>\n[ \t]*\n\s*)
    | (?P<newline>\n[ \t]*)
    | (?P<special>[\[\]&$])
    | (?P<text>[^\\{}%\n\[\]&$]+)
    """,
    re.VERBOSE,
)

_ACCENTS = {"'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303",
            "c": "\u0327", "v": "\u030c", "r": "\u030a", "u": "\u0306", "=": "\u0304"}  # fmt: skip
_LETTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "o": "ø", "O": "Ø", "ss": "ß", "l": "ł", "L": "Ł",
    "i": "i", "j": "j", "S": "§", "P": "¶", "euro": "€", "texteuro": "€", "pounds": "£",
    "copyright": "©", "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–",
    "textemdash": "—", "textbackslash": "\\", "textasciitilde": "~", "textbar": "|",
    "textdegree": "°", "degree": "°", "textquotedblright": "”", "textquotedblleft": "”",
    "textquoteright": "’", "textbullet": "•", "bullet": "•", "LaTeX": "LaTeX", "TeX": "TeX",
    "textsection": "§", "texttimes": "×", "times": "×", "cdot": "·", "quad": "  ", "qquad": "   ",
    "rightarrow": "→", "to": "→", "leq": "≤", "geq": "≥", "checkmark": "✓", "approx": "≈",
    "space": " ", "enspace": " ", "thinspace": " ", "nobreakspace": " ",
}  # fmt: skip
_SIGNS = {"&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ",
          ",": " ", ";": " ", ":": " ", "\n": " ", "/": "", "-": "", "!": "", "@": ""}  # fmt: skip
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "”"), ("''", "”"), (",,", "„"), ("~", "\u00a0"))


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a source text; comments are left out."""
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind and kind != "comment":
            yield Token(kind, match[kind], line)  # type: ignore[arg-type]
        line += match[0].count("\n")


def accented(mark: str, letter: str) -> str | None:
    """The letter with the accent of a control sequence; None when that is no accent."""
    if mark not in _ACCENTS:
        return None
    first, rest = letter[:1], letter[1:]
    return unicodedata.normalize("NFC", first + _ACCENTS[mark] + rest) if first else ""


def letter_of(token: Token) -> str | None:
    """The letters of a control word or sign that stands for some; None for all others."""
    return (_SIGNS if token.kind == "sign" else _LETTERS).get(token.text)


def plain(text: str) -> str:
    """Text with TeX's ligatures for dashes and quotation marks."""
    for written, shown in _LIGATURES:
        text = text.replace(written, shown)
    return text


def source_of(tokens: Sequence[Token]) -> str:
    """The tokens' text, where an argument is a name or a number and not to be read."""
    return "".join(token.text for token in tokens if token.kind != "do")


def as_written(tokens: Sequence[Token]) -> str:
    """The tokens as source text again."""
    signs = {"word": "\\{} ", "sign": "\\{}"}
    return "".join(signs.get(token.kind, "{}").format(token.text) for token in tokens)
