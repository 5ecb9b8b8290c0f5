"""Paragraphs of an item → its decisions, actions, state and origin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from protokollant.model import Action, CarryOver, Decision, Origin
from protokollant.parser.own.fields import day_in, has, kind_of, loose, unnumbered, value, values
from protokollant.phrases.days import PhraseError, read_carry_over, read_origin
from protokollant.phrases.lines import read_line
from protokollant.phrases.matters import read_names
from protokollant.source import Paragraph, Span, TableRow
from protokollant.swedish import fold
from protokollant.vocabulary import VALUE_ALIASES, VALUES

# --- decisions ----------------------------------------------------------------------------------


def read_decisions(paragraphs: Sequence[Sequence[Span]]) -> tuple[Decision, ...]:
    """The decisions of an item; a number that the template counted is none of theirs."""
    return tuple(_decision(spans, at, len(paragraphs)) for at, spans in enumerate(paragraphs, 1))


def _decision(spans: Sequence[Span], at: int, count: int) -> Decision:
    text = unnumbered([span for span in spans if kind_of(span) != "förvalt"])
    if has(spans, "nummer"):
        return Decision(text=text, number=value(spans, "nummer"))
    if has(spans, "ensamt"):
        return Decision(text=text, number=str(at))
    if has(spans, "förvalt") or (has(spans, "vad") and count == 1):
        return Decision(text=text)
    return read_line(Decision, text)


# --- actions ------------------------------------------------------------------------------------

_ACTION_WORDS = ("Åtgärd", "senast", "från", "punkt", "och")
_LABEL = re.compile(r"\s*åtgärd\s*:\s*", re.IGNORECASE)


def read_action(spans: Sequence[Span], day: date | None) -> Action:
    """The action of a paragraph; text between its values is read as a sentence."""
    if not has(spans, "vad") or loose(spans, *_ACTION_WORDS):
        whole = "".join(span.text for span in spans)
        return _by_words(_LABEL.sub("", whole, count=1).strip(), day)
    origin = _origin(_after(spans, "från"))
    return Action(
        what=value(spans, "vad"),
        who=values(spans, "namn"),
        origin=origin,
        **_when(spans, day),
    )


def _by_words(text: str, day: date | None) -> Action:
    try:
        return read_line(Action, text, day)
    except PhraseError:
        return Action(what=text)


def read_action_row(row: TableRow, day: date | None) -> Action:
    """The action of a table row: who, what, when, from which meeting."""
    cells = [[span for paragraph in cell for span in paragraph.spans] for cell in row.cells]
    who, what, when, source = (cells + [[]] * 4)[:4]
    text = "".join(span.text for span in what).strip()
    names = values(who, "namn")
    written = "".join(span.text for span in who).strip()
    if loose(who, "och") or not names:
        names = read_names(written) if written else ()
    due = _when(when, day)
    return Action(what=text, who=names, origin=_origin(source), **due)


def _after(spans: Sequence[Span], word: str) -> Sequence[Span]:
    for at, span in enumerate(spans):
        if not kind_of(span) and re.search(rf"(?<!\w){word}(?!\w)", span.text):
            return spans[at + 1 :]
    return ()


def _when(spans: Sequence[Span], day: date | None) -> dict[str, Any]:
    """Last day, words about when, and status; what is written by hand is words about when."""
    found: dict[str, Any] = {}
    note = [value(spans, "när")]
    if text := value(spans, "senast"):
        due, _ = day_in(text, after=day)
        found["due"] = due
        note += [] if due else [text]
    if word := value(spans, "läge"):
        status = _status(word)
        found["status"] = status or "open"
        note += [] if status else [word]
    by_hand = loose(spans, *_ACTION_WORDS)
    if by_hand and not has(spans, "vad"):
        status = _status(by_hand)
        due, _ = day_in(by_hand, after=day)
        if status:
            found["status"] = status
        elif due and "due" not in found:
            found["due"] = due
        else:
            note.append(by_hand)
    return found | {"due_note": ", ".join(filter(None, note))}


def _status(word: str) -> str | None:
    by_word = {swedish: status for status, swedish in VALUES["ActionStatus"].items()}
    return by_word.get(fold(word)) or VALUE_ALIASES["ActionStatus"].get(fold(word))


# --- where it comes from ------------------------------------------------------------------------


def came_from(paragraph: Paragraph) -> Callable[[str], Origin] | None:
    """Where an item comes from, given the item's title; None when the text names no meeting."""
    origin = _origin(paragraph.spans)
    if origin is None:
        return None
    if fold(paragraph.text).startswith("återkommer"):
        return lambda title: origin.model_copy(update={"title": title})
    return lambda title: origin


def _origin(spans: Sequence[Span]) -> Origin | None:
    if has(spans, "organ", "datum", "punkt", "rubrik"):
        day, _ = day_in(value(spans, "datum"))
        return Origin(
            body=value(spans, "organ"),
            date=day,
            number=value(spans, "punkt"),
            title=value(spans, "rubrik"),
        )
    text = re.sub(r"^\s*(?:åter(?:kommer)?\s+)?från\s+", "", loose(spans), flags=re.IGNORECASE)
    try:
        return read_origin(text) if text else None
    except PhraseError:
        return Origin(title=text)


# --- what became of it --------------------------------------------------------------------------

_STATES: Mapping[str, str] = {
    "punkten flyttas till": "postponed",
    "punkten utgår och flyttas till": "withdrawn",
    "punkten återkommer": "handled",
    "punkten skjuts upp": "postponed",
    "punkten bordläggs": "postponed",
    "punkten utgår": "withdrawn",
}


def read_state(paragraph: Paragraph, day: date | None) -> dict[str, Any]:
    """State and carry-over of an item; {} when the paragraph doesn't say."""
    label, _, rest = paragraph.text.partition(":")
    state = _STATES.get(fold(label).rstrip(" ."))
    if state is None:
        return {}
    found: dict[str, Any] = {"state": state}
    if rest.strip():
        try:
            found["carried_to"] = read_carry_over(rest.strip(), day)
        except PhraseError:
            found["carried_to"] = CarryOver(condition=rest.strip())
    return found
