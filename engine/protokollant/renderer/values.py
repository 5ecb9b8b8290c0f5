"""A value → what is written for it where its tag stands."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any, Protocol, TypeGuard

from jinja2 import Undefined
from markupsafe import Markup

from protokollant import phrases
from protokollant.model import Record
from protokollant.renderer.breaks import PAGE_BREAK, PARAGRAPH_BREAK
from protokollant.renderer.filling import current
from protokollant.renderer.wordml import DELICATE, ILLEGAL, escape_attribute, escape_text
from protokollant.swedish import format_clock, format_date

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_MARKUP = re.compile(r"</?(?:w|w1\d|m|r|mc|wp|a|pic|v|o):[A-Za-z]")
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_WORDS = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")
_PICTURE_ID = re.compile(r"(<wp:docPr\b[^>]*? id=\")\d+")
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class UnfitValueError(Exception):
    """The data does not fit the place of its tag; the message is Swedish, the remedy too."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


class Made(Markup):
    """XML that the renderer itself wrote, whole and escaped."""

    __slots__ = ()


class Blocks(Protocol):
    """A value that makes whole paragraphs."""

    def block_xml(self, paragraph: str, run: str) -> str:
        """The paragraphs, with the properties of the tag's own paragraph and run."""


class Inline(Protocol):
    """A value that makes something within a run, such as a picture."""

    def run_xml(self) -> str:
        """What stands in the run."""


def _is_inline(value: Any) -> TypeGuard[Inline]:
    """Whether its class says so: an object that answers to any name at all is not asked."""
    return hasattr(type(value), "run_xml")


def _is_blocks(value: Any) -> TypeGuard[Blocks]:
    return hasattr(type(value), "block_xml")


def _has_markup(value: Any) -> bool:
    return hasattr(type(value), "__html__") and not isinstance(value, Undefined)


def finalise(value: Any) -> Any:
    """What a tag in running text prints: escaped text, with breaks and tabs as Word has them."""
    kind = type(value)
    if kind is str:
        if not value.isprintable():
            return _delicate(value)
        if "&" in value or "<" in value or ">" in value:
            return _escaped(value)
        return value
    if value is None:
        return plain(value)
    if kind is Made:
        return value
    if kind is int or kind is float:
        return str(value)
    if isinstance(value, Undefined):
        return escape_text(str(value))
    if _is_inline(value):
        return Made(f'</w:t>{value.run_xml()}<w:t xml:space="preserve">')
    if _is_blocks(value):
        raise UnfitValueError(
            "blir hela stycken och kan inte stå inne i en text.",
            "Skriv {{p … }} med p, ensamt i ett eget stycke.",
        )
    raw = _raw(value)
    return finalise(plain(value)) if raw is None else raw


def plain(value: Any) -> str:
    """A value as text."""
    if isinstance(value, str):
        return str(value)
    if (printed := current().dialect.text) is not None:
        return printed(value)
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
    if callable(value):
        raise UnfitValueError("är en funktion.", "Skriv det fält som ska stå där.")
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
    text = _escaped(value)
    if type(text) is Made or DELICATE.search(text) is None:
        return text
    return Made(_with_breaks(checked(text)))


def _escaped(value: str) -> Any:
    """The text as element content; where the dialect reads markup, markup is what it is."""
    if not current().dialect.markup:
        return escape_text(value)
    if _MARKUP.search(value):
        return _raw(Markup(checked(value)))
    return escape_text(_REFERENCE.sub(lambda found: unescape(found[0]), value))


def _with_breaks(text: str) -> str:
    """Escaped text with what Word has for line ends, tabs and, in docxtpl's way, breaks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\a" in text or "\f" in text:
        current().breaks = True
        for sign, mark in (("\a", PARAGRAPH_BREAK), ("\f", PAGE_BREAK)):
            text = text.replace(sign, f'</w:t>{mark}<w:t xml:space="preserve">')
    return text.replace("\n", _BREAK).replace("\t", _TAB)


def checked(value: str, breaks: str = "\a\f") -> str:
    """The text without characters that no Word file holds: refused, or dropped with a warning."""
    if not current().dialect.lenient:
        refuse_control(value)
        return value
    sound = ILLEGAL.sub(lambda found: found[0] if found[0] in breaks else "", value)
    if sound != value:
        warnings.warn("styrtecken som Word inte kan läsa togs bort ur en text", stacklevel=2)
    return sound


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
    return Made(escape_attribute(checked(plain(value), breaks="")))


def as_block(value: Any, number: int) -> Made:
    """What `{{p … }}` prints: whole paragraphs."""
    host, value = current().hosts[number], _known(value)
    if _is_blocks(value):
        return Made(value.block_xml(host.paragraph, host.run))
    if _is_inline(value):
        return Made(f"<w:p>{host.paragraph}<w:r>{host.run}{value.run_xml()}</w:r></w:p>")
    if (raw := _raw(value)) is not None:
        return raw
    text = finalise(value)
    return Made(f"<w:p>{host.paragraph}{_run(text, host.run)}</w:p>") if text else Made()


def as_run(value: Any, number: int) -> Made:
    """What `{{r … }}` prints: whole runs."""
    host, value = current().hosts[number], _known(value)
    if _is_inline(value):
        return Made(f"<w:r>{host.run}{value.run_xml()}</w:r>")
    if (raw := _raw(value)) is not None:
        return raw
    text = finalise(value)
    return Made(_run(text, host.run)) if text else Made()


def as_xml(value: Any) -> Made:
    """What `{{tr … }}` and `{{tc … }}` print: ready-made rows or cells."""
    value = _known(value)
    raw = _raw(value)
    if raw is None and value not in (None, ""):
        raise UnfitValueError("är ingen tabellrad eller cell.", "Skriv taggen utan tr eller tc.")
    return raw or Made()


def _known(value: Any) -> Any:
    """The value; what is undefined is empty where the dialect has it so, else a fault.

    It must not be asked for attributes: until Python 3.12 that is how protocols are told.
    """
    return str(value) if isinstance(value, Undefined) else value


def as_text(value: Any) -> Any:
    """What the filter `e` gives: the value escaped, once."""
    return value if _has_markup(value) else Markup(escape_text(checked(plain(value))))


def as_it_is(value: Any) -> Markup:
    """What the filter `safe` gives: XML that the template's author answers for."""
    return value if isinstance(value, Markup) else Markup(checked(plain(value)))


def _raw(value: Any) -> Made | None:
    if type(value) is str and "<" in value and current().dialect.markup:
        found = _escaped(value)
        return found if type(found) is Made else None
    if not _has_markup(value):
        return None
    filling = current()
    filling.raw = True
    text = str(value.__html__())
    if not isinstance(value, Markup):
        text = checked(text)
    if "<" not in text:
        return Made(_with_breaks(text))
    if any(sign in text for sign in "\n\t\a\f"):
        text = _WORDS.sub(lambda found: found[1] + _with_breaks(found[2]), text)
    if "<wp:docPr" in text:
        text = _PICTURE_ID.sub(lambda found: f"{found[1]}{filling.picture_id()}", text)
    return Made(text)


def _run(text: Any, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
