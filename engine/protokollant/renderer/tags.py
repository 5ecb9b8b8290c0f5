"""Text of a paragraph → the tags in it, as a template author wrote them.

A tag is `{{ value }}`, `{% statement %}` or `{# remark #}`; a letter directly after the opening
sign lifts it to the run (r), paragraph (p), table cell (tc) or table row (tr) it stands in.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_LEVEL = re.compile(r"(tr|tc|p|r)\s+(?=\S)")
_WORD = re.compile(r"\w+")
_DOUBLE = '"“”„»«'
_SINGLE = "'‘’‚"
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\t\n\r\x0b"), " ")


@dataclass(frozen=True, slots=True)
class Signs:
    """What a tag of each kind begins and ends with."""

    value: tuple[str, str] = ("{{", "}}")
    block: tuple[str, str] = ("{%", "%}")
    remark: tuple[str, str] = ("{#", "#}")

    def first(self) -> frozenset[str]:
        """The characters that any tag begins with."""
        return frozenset(opening[0] for opening, _ in (self.value, self.block, self.remark))


SIGNS = Signs()


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: what it does, how high it reaches, its Jinja source, and how it was written."""

    kind: str
    level: str
    source: str
    raw: str
    trim_left: bool = False
    trim_right: bool = False

    @property
    def word(self) -> str:
        """The statement's first word: "for", "endif" …; "" for a value."""
        return statement_word(self.source) if self.kind == "block" else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A tag and where in the text it stands."""

    start: int
    end: int
    tag: Tag


def find_tags(text: str, signs: Signs = SIGNS) -> tuple[list[Found], list[int]]:
    """The tags of a text in order, and where tags begin that never end."""
    found: list[Found] = []
    unclosed: list[int] = []
    position = 0
    opening_of = _opening(signs)
    while opening := opening_of.search(text, position):
        start, kind = opening.start(), str(opening.lastgroup)
        end = _end_of(text, kind, signs, opening.end())
        if end is None:
            unclosed.append(start)
            position = opening.end()
            continue
        found.append(Found(start, end, _tag(text[start:end], kind, signs)))
        position = end
        if found[-1].tag.word == "raw":
            resume = re.compile(r"\{%-?\s*endraw\s*-?%\}").search(text, position)
            position = resume.start() if resume else position
    return found, unclosed


def statement_word(source: str) -> str:
    """The word that a statement begins with: "if" also of "if(x)"."""
    word = _WORD.match(source)
    return word[0] if word else source[:1]


def first_word(inner: str) -> str:
    """The first word of what follows an opening sign, the letter that lifts it apart."""
    inner = inner.lstrip("-").translate(_SPACES)
    if match := _LEVEL.match(inner):
        inner = inner[match.end() :]
    word = re.match(r"\s*(\w*)", inner)
    return word.group(1) if word else ""


@cache
def _opening(signs: Signs) -> re.Pattern[str]:
    """Finds what begins a tag, the longest sign first."""
    kinds = ("value", "block", "remark")
    longest = sorted(kinds, key=lambda kind: -len(getattr(signs, kind)[0]))
    return re.compile(
        "|".join(f"(?P<{kind}>{re.escape(getattr(signs, kind)[0])})" for kind in longest)
    )


def _end_of(text: str, kind: str, signs: Signs, position: int) -> int | None:
    """Where a tag ends, quotes respected; an apostrophe left open is no quote.

    One that another tag begins in never ends.
    """
    closer = getattr(signs, kind)[1]
    plain = text.find(closer, position)
    if plain < 0:
        return None
    if kind == "remark":
        return plain + len(closer)
    while position < len(text):
        if text.startswith(closer, position) and not text.startswith("}}}", position):
            return position + len(closer)
        if text.startswith((signs.value[0], signs.block[0]), position):
            return None
        quote_end = _quote_end(text, position)
        position = position + 1 if quote_end is None else quote_end
    return plain + len(closer)


def _quote_end(text: str, position: int) -> int | None:
    """Where the quotation that begins here ends; None when none begins or none ends it."""
    quote = text[position]
    kind = next((kind for kind in (_DOUBLE, _SINGLE) if quote in kind), None)
    if kind is None:
        return None
    if quote in "\"'":
        straight = text.find(quote, position + 1)
        if straight >= 0:
            return straight + 1
    ends = [i for sign in kind if (i := text.find(sign, position + 1)) >= 0]
    curly = [i for i in ends if text[i] not in "\"'"]
    return min(curly or ends) + 1 if ends else None


def _tag(raw: str, kind: str, signs: Signs) -> Tag:
    opening, closer = getattr(signs, kind)
    inner = raw[len(opening) : -len(closer)]
    trim_left, trim_right = inner.startswith("-"), inner.endswith("-") and len(inner) > 1
    inner = inner[trim_left : len(inner) - trim_right]
    level = ""
    inner = inner.lstrip("\n") if kind == "remark" else inner
    if match := _LEVEL.match(inner.translate(_SPACES)):
        level, inner = match.group(1), inner[match.end() :]
    source = "" if kind == "remark" else _plain_source(unicodedata.normalize("NFC", inner)).strip()
    return Tag(kind, level, source, raw, trim_left, trim_right)


def _plain_source(inner: str) -> str:
    """The source with Word's typographic quotes and spaces made into what Jinja reads.

    Inside a quotation everything is kept, so that "it’s" keeps its apostrophe.
    """
    parts: list[str] = []
    position = 0
    while position < len(inner):
        end = _quote_end(inner, position)
        if end is None:
            parts.append(inner[position].translate(_SPACES))
            position += 1
            continue
        parts.append(_literal(inner[position:end]))
        position = end
    return "".join(parts)


def _literal(quoted: str) -> str:
    if quoted[0] == quoted[-1] and quoted[0] in "\"'":
        return quoted
    sign = '"' if quoted[0] in _DOUBLE else "'"
    return sign + quoted[1:-1].replace(sign, "\\" + sign) + sign
