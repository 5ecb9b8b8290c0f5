"""A value → what is written for it where its tag stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

from jinja2 import Undefined
from markupsafe import Markup

from protokollant import phrases
from protokollant.model import Record
from protokollant.renderer.filling import current
from protokollant.renderer.wordml import DELICATE, ILLEGAL, escape_attribute, escape_text
from protokollant.swedish import format_clock, format_date

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_PRINTED: Mapping[type, Callable[[Any], str]] = {
    int: str,
    float: str,
    dt.date: format_date,
    dt.time: format_clock,
}
"""How the commonest values print; all of them clean text."""
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class UnfitValueError(Exception):
    """The data does not fit the place of its tag; the message is Swedish, the remedy too."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


class Made(Markup):
    """XML that the renderer itself wrote, whole and escaped."""

    __slots__ = ()


@runtime_checkable
class Blocks(Protocol):
    """A value that makes whole paragraphs."""

    def block_xml(self, paragraph: str, run: str) -> str:
        """The paragraphs, with the properties of the tag's own paragraph and run."""


@runtime_checkable
class Inline(Protocol):
    """A value that makes something within a run, such as a picture."""

    def run_xml(self) -> str:
        """What stands in the run."""


def finalise(value: Any) -> Any:
    """What a tag in running text prints: escaped text, with breaks and tabs as Word has them."""
    kind = type(value)
    if kind is str:
        if not value.isprintable():
            return _delicate(value)
        if "&" in value or "<" in value or ">" in value:
            return escape_text(value)
        return value
    if value is None:
        return ""
    if kind is Made:
        return value
    if kind in _PRINTED:
        return _PRINTED[kind](value)
    if kind is Markup:
        current().raw = True
        return value
    if isinstance(value, Inline):
        return Made(f'</w:t>{value.run_xml()}<w:t xml:space="preserve">')
    if isinstance(value, Blocks):
        raise UnfitValueError(
            "blir hela stycken och kan inte stå inne i en text.",
            "Skriv {{p … }} med p, ensamt i ett eget stycke.",
        )
    if hasattr(value, "__html__") and not isinstance(value, Undefined):
        current().raw = True
        return Made(value.__html__())
    return finalise(plain(value))


def plain(value: Any) -> str:
    """A value as text."""
    if isinstance(value, str):
        return str(value)
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, dt.time):
        return format_clock(value)
    if isinstance(value, Record):
        return line(value)
    if isinstance(value, Undefined):
        return str(value)
    if isinstance(value, (Mapping, Iterable)):
        raise UnfitValueError(
            "är en lista.", "Skriv |lista efter fältet, eller gå igenom den med for."
        )
    return str(value)


def line(record: Record) -> str:
    """A record as its one-line Swedish form."""
    try:
        return phrases.line(record)
    except (TypeError, KeyError, ValueError):
        raise UnfitValueError(
            "har flera fält och kan inte skrivas som en text.",
            "Skriv vilket fält som menas, till exempel «.rubrik».",
        ) from None


def _delicate(value: str) -> Any:
    text = escape_text(value)
    if DELICATE.search(value) is None:
        return text
    refuse_control(value)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Made(text.replace("\n", _BREAK).replace("\t", _TAB))


def refuse_control(value: str) -> None:
    """Refuse characters that no Word file can hold; leaving them out would falsify the text."""
    if bad := ILLEGAL.search(value):
        start = max(bad.start() - 20, 0)
        around = "".join(
            "�" if ILLEGAL.match(sign) else sign for sign in value[start : bad.end() + 20]
        )
        raise UnfitValueError(
            f"innehåller styrtecknet U+{ord(bad.group()):04X} i «{around}».",
            "Ta bort tecknet ur uppgiften.",
        )


def as_plain(value: Any) -> Made:
    """What a tag in an attribute, a field instruction or a document property prints."""
    text = plain(value)
    refuse_control(text)
    return Made(escape_attribute(text))


def as_block(value: Any, number: int) -> Made:
    """What `{{p … }}` prints: whole paragraphs."""
    host = current().hosts[number]
    if isinstance(value, Blocks):
        return Made(value.block_xml(host.paragraph, host.run))
    if isinstance(value, Inline):
        return Made(f"<w:p>{host.paragraph}<w:r>{host.run}{value.run_xml()}</w:r></w:p>")
    if (raw := _raw(value)) is not None:
        return raw
    text = finalise(value)
    return Made(f"<w:p>{host.paragraph}{_run(text, host.run)}</w:p>") if text else Made()


def as_run(value: Any, number: int) -> Made:
    """What `{{r … }}` prints: whole runs."""
    host = current().hosts[number]
    if isinstance(value, Inline):
        return Made(f"<w:r>{host.run}{value.run_xml()}</w:r>")
    if (raw := _raw(value)) is not None:
        return raw
    text = finalise(value)
    return Made(_run(text, host.run)) if text else Made()


def as_xml(value: Any) -> Made:
    """What `{{tr … }}` and `{{tc … }}` print: ready-made rows or cells."""
    raw = _raw(value)
    if raw is None and value not in (None, ""):
        raise UnfitValueError("är ingen tabellrad eller cell.", "Skriv taggen utan tr eller tc.")
    return raw or Made()


def _raw(value: Any) -> Made | None:
    if not hasattr(value, "__html__") or isinstance(value, Undefined):
        return None
    current().raw = True
    return Made(value.__html__())


def _run(text: Any, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
