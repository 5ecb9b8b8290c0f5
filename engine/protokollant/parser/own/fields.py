"""Spans → values: the character styles of the templates say which value a text is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from protokollant.source import Span
from protokollant.swedish import find_dates, resolve, weekday_disagrees

_PREFIX = "Fält "
_AROUND_NUMBER = re.compile(r"[§.)\s]*")
_SIGNS = re.compile(r"[\s,;:.·()\-–]*")


def kind_of(span: Span) -> str:
    """Which value the span is: "namn", "datum" …; "" for text that is none by its style."""
    return span.style.removeprefix(_PREFIX) if span.style.startswith(_PREFIX) else ""


def values(spans: Iterable[Span], kind: str) -> tuple[str, ...]:
    """The texts of that kind, in order."""
    told = (span.text.strip() for span in spans if kind_of(span) == kind)
    return tuple(text for text in told if text)


def value(spans: Iterable[Span], kind: str) -> str:
    """The text of that kind; one that was split by other text is put together."""
    return " ".join(values(spans, kind))


def has(spans: Iterable[Span], *kinds: str) -> bool:
    """Whether there is text of any of the kinds."""
    return any(kind_of(span) in kinds and span.text.strip() for span in spans)


def unnumbered(spans: Sequence[Span]) -> str:
    """The text without its number and the signs that the template sets around that."""
    own = [span for span in spans if kind_of(span) != "nummer"]
    if len(own) < len(spans):
        own = [span for span in own if kind_of(span) or not _AROUND_NUMBER.fullmatch(span.text)]
    return "".join(span.text for span in own).strip()


def loose(spans: Sequence[Span], *words: str) -> str:
    """Text that no style places, beside signs and the template's own words.

    It is what somebody wrote between the values; "" as long as nobody did.
    """
    found = []
    for span in spans:
        text = span.text if not kind_of(span) and span.style != "Strong" else ""
        for word in words:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text)
        if not _SIGNS.fullmatch(text):
            found.append(text.strip(" ,;·\u00a0"))
    return ", ".join(found)


def day_in(text: str, after: date | None = None) -> tuple[date | None, str]:
    """The day that the text names, and a doubt about it; (None, "") when it names none."""
    found = find_dates(text)
    if len(found) != 1 or found[0].until:
        return None, ""
    day = resolve(found[0], after=after)
    if day and weekday_disagrees(found[0], day):
        return day, f"Veckodagen stämmer inte med datumet: {found[0].text}."
    return day, ""


def is_only_date(text: str) -> bool:
    """Whether nothing stands beside the date."""
    found = find_dates(text)
    return len(found) == 1 and not (text[: found[0].start] + text[found[0].end :]).strip(" .,")
