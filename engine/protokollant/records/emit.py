"""Outline → YAML text that a secretary likes to read, with comments where they belong.

Written without a YAML library: only block style, and three ways to write a text (plain, quoted,
and `|` for several lines), each chosen so that `nodes.parse` gives back exactly that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One entry: its key ("" in a list), its value, and the value's path in the model."""

    key: str
    value: Outline
    path: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping to be written."""

    entries: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list to be written."""

    entries: tuple[Field, ...]


Outline = str | Fields | Items
Comments = Mapping[str, Sequence[str]]
"""Lines of comment by the path of the value they stand above."""
Notes = Mapping[str, str]
"""A short comment by the path of the value it stands beside, on the same line."""


def emit(
    outline: Outline,
    *,
    comments: Comments | None = None,
    notes: Notes | None = None,
    indent: int = 0,
) -> str:
    """The outline as block YAML, every line indented, ending in a line break.

    Comments whose path isn't written stand above the nearest value that is; "" is the head. A
    note that finds no room beside its value stands above it; one without a value isn't written.
    """
    paths = set(_paths(outline))
    above = _place(comments or {}, paths)
    beside = _place({path: (note,) for path, note in (notes or {}).items()}, paths)
    placed = _Placed(above, beside)
    head = [*_comment(above.get("", ()), indent), ""] if above.get("") else []
    if isinstance(outline, str):
        body = [" " * indent + scalar(outline, indent)]
    elif not outline.entries:
        body = [" " * indent + ("[]" if isinstance(outline, Items) else "{}")]
    else:
        body = list(_block(outline, indent, placed))
    return "\n".join([*head, *body]) + "\n"


def scalar(text: str, indent: int, *, is_entry: bool = False) -> str:
    """A text as a value, of an entry or in a list; `indent` is the column of its key or dash."""
    is_long = len(text) > _LONG  # in a block, a colon added by hand does no harm
    if _is_plain(text) and not (is_long and is_entry):
        return text
    if ("\n" in text or is_long) and _fits_block(text):
        inner = " " * (indent + 2)
        return "|\n" + "\n".join(inner + line if line else "" for line in text.split("\n"))
    return quoted(text)


def quoted(text: str) -> str:
    """A text within double quotes, on one line."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def comment_lines(text: str) -> list[str]:
    """A text as lines that can stand after "# "."""
    return [_UNPRINTABLE.sub(_escape, line).rstrip() for line in text.splitlines()] or [""]


_LONG = 80
_WIDEST = 100
_WORDS = frozenset({"~", "null", "---", "...", "=", "<<"})
_PLAIN = re.compile(
    r"""(?![\s\-?:,\[\]{}#&*!|>'"%@`])  # begins with no indicator
        (?: [^\s:#] | :(?=[^\s]) | (?<=[^\s])\# | [ \u00a0\u202f](?![\s#]|\Z) )+""",
    re.VERBOSE,
)
_UNPRINTABLE = re.compile(
    "[^\t\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd"
    "\\U00010000-\\U0010ffff]"
)
_ESCAPED = re.compile(rf'{_UNPRINTABLE.pattern}|["\\\n\t]')
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\r": "\\r"}


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and text not in _WORDS and _is_clean(text)


def _is_clean(text: str) -> bool:
    return not _UNPRINTABLE.search(text)


def _fits_block(text: str) -> bool:
    """Whether `|` keeps every character: it is read without its last line break."""
    lines = text.split("\n")
    return (
        _is_clean(text)
        and bool(lines[-1])
        and not lines[0].startswith((" ", "\t"))
        and bool(lines[0])
        and all(not line or line.strip(" \t") for line in lines)
    )


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    wide = f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"
    return _SHORT_ESCAPES.get(char) or (wide if code <= 0xFFFF else f"\\U{code:08x}")


@dataclass(frozen=True, slots=True)
class _Placed:
    """Comments and notes by the path of a value that is written."""

    above: Comments
    beside: Comments


def _block(outline: Fields | Items, indent: int, placed: _Placed) -> Iterator[str]:
    write = _entry if isinstance(outline, Fields) else _item
    airy = isinstance(outline, Items) or indent == 0
    above: Field | None = None
    for entry in outline.entries:
        if above and airy and (_is_tall(above.value) or _is_tall(entry.value)):
            yield ""
        lines = list(write(entry, indent, placed))
        if entry.path:
            yield from _comment(placed.above.get(entry.path, ()), indent)
            lines = _noted(lines, placed.beside.get(entry.path, ()), indent)
        yield from lines
        above = entry


def _noted(lines: list[str], notes: Sequence[str], indent: int) -> list[str]:
    """The lines of a value with its notes: at the end of its only line, or above it."""
    if not notes:
        return lines
    note = " ".join(" ".join(comment_lines(text)) for text in notes)
    if len(lines) == 1 and len(lines[0]) + len(note) + len("  # ") <= _WIDEST:
        return [f"{lines[0]}  # {note}"]
    return [*_comment((note,), indent), *lines]


def _entry(entry: Field, indent: int, placed: _Placed) -> Iterator[str]:
    key = " " * indent + (entry.key if _is_plain(entry.key) else quoted(entry.key))
    if isinstance(entry.value, str):
        yield from f"{key}: {scalar(entry.value, indent, is_entry=True)}".split("\n")
    elif not entry.value.entries:
        yield f"{key}: " + ("[]" if isinstance(entry.value, Items) else "{}")
    else:
        yield f"{key}:"
        yield from _block(entry.value, indent + 2, placed)


def _item(entry: Field, indent: int, placed: _Placed) -> Iterator[str]:
    dash = " " * indent + "- "
    if isinstance(entry.value, str):
        yield from f"{dash}{scalar(entry.value, indent)}".split("\n")
    elif not entry.value.entries:
        yield dash + ("[]" if isinstance(entry.value, Items) else "{}")
    else:
        lines = list(_block(entry.value, indent + 2, placed))
        # Comments of the first entry can't stand after the dash.
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("# "))
        yield from (line[2:] for line in lines[:first])
        yield dash + lines[first][indent + 2 :]
        yield from lines[first + 1 :]


def _is_tall(value: Outline) -> bool:
    """Whether a value takes so many lines that it wants air around it."""
    if isinstance(value, str):
        return False
    lists = any(not isinstance(entry.value, str) for entry in value.entries)
    return lists or len(value.entries) > 1 or (bool(value.entries) and isinstance(value, Items))


def _comment(lines: Sequence[str], indent: int) -> list[str]:
    return [f"{' ' * indent}# {line}".rstrip() for text in lines for line in comment_lines(text)]


def _paths(outline: Outline) -> Iterator[str]:
    if not isinstance(outline, str):
        for entry in outline.entries:
            yield entry.path
            yield from _paths(entry.value)


def _place(comments: Comments, written: set[str]) -> dict[str, list[str]]:
    placed: dict[str, list[str]] = {}
    for path, lines in comments.items():
        while path and path not in written:
            path = re.sub(r"(\.?\w+|\[\d+\])\Z", "", path)
        placed.setdefault(path, []).extend(lines)
    return placed
