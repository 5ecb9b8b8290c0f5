"""Paragraphs of an item's formal content → jäv, comings and goings, motions, votes, reservations.

The label says what a paragraph holds; text written by hand is read as a secretary types it in a
meeting file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from protokollant.model import (
    Adjournment,
    MinutesNote,
    Motion,
    Movement,
    Record,
    Recusal,
    Reservation,
    Vote,
)
from protokollant.parser.own.fields import has, kind_of, loose, value, values
from protokollant.phrases.days import PhraseError
from protokollant.phrases.lines import read_line
from protokollant.phrases.matters import read_names
from protokollant.source import Paragraph, Span
from protokollant.swedish import fold, read_time
from protokollant.vocabulary import VALUES

AT_ONCE = "paragrafen justeras omedelbart"
_DIRECTIONS = {word: value for value, word in VALUES["Direction"].items()}


@dataclass(slots=True)
class Formal:
    """The formal content found so far, by the item's field; votes are put together at the end."""

    values: dict[str, Any] = field(default_factory=dict)
    votes: list[dict[str, Any]] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """The fields of the item."""
        votes = tuple(Vote(**vote) for vote in self.votes)
        return self.values | ({"votes": votes} if votes else {})


def read_formal(found: Formal, paragraph: Paragraph) -> str:
    """Put what the paragraph says in its place; the field, or "" when it has none."""
    if fold(paragraph.text).strip(" .") == AT_ONCE:
        found.values["at_once"] = True
        return "at_once"
    label, spans = _labelled(paragraph.spans)
    name, _, count = label.partition(",")
    reader = _READ.get(fold(name).strip(" :"))
    if reader is None:
        return ""
    try:
        return reader(found, spans, count.strip())
    except PhraseError:
        return ""


def _labelled(spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The label and what stands after it: the bold text, or the words before the first colon."""
    bold = [span for span in spans if span.style == "Strong"]
    if bold:
        return bold[0].text, tuple(span for span in spans if span is not bold[0])
    whole = "".join(span.text for span in spans)
    label, _, rest = whole.partition(":")
    return label, (Span(rest.strip()),)


def _line(kind: type[Record], spans: Sequence[Span]) -> Any:
    return read_line(kind, "".join(span.text for span in spans).strip())


def _add(found: Formal, name: str, record: Record) -> str:
    found.values[name] = (*found.values.get(name, ()), record)
    return name


def _recusal(found: Formal, spans: Sequence[Span], _: str) -> str:
    if not has(spans, "namn") or loose(spans, "ersätts av"):
        return _add(found, "recusals", _line(Recusal, spans))
    one = Recusal(
        name=value(spans, "namn"), reason=value(spans, "vad"), replaced_by=value(spans, "ersätter")
    )
    return _add(found, "recusals", one)


def _movement(found: Formal, spans: Sequence[Span], _: str) -> str:
    direction = _DIRECTIONS.get(fold(value(spans, "läge")))
    if not has(spans, "namn") or direction is None or loose(spans, "avgår", "tjänstgör"):
        return _add(found, "movements", _line(Movement, spans))
    one = Movement(
        name=value(spans, "namn"),
        direction=direction,
        time=read_time(value(spans, "tid")) if has(spans, "tid") else None,
        deputy=value(spans, "ersätter"),
    )
    return _add(found, "movements", one)


def _adjournment(found: Formal, spans: Sequence[Span], _: str) -> str:
    return _add(found, "adjournments", _line(Adjournment, spans))


def _motion(found: Formal, spans: Sequence[Span], _: str) -> str:
    return _add(found, "motions", _voiced(Motion, spans))


def _note(found: Formal, spans: Sequence[Span], _: str) -> str:
    return _add(found, "minutes_notes", _voiced(MinutesNote, spans))


def _voiced(kind: type[Motion] | type[MinutesNote], spans: Sequence[Span]) -> Record:
    if not has(spans, "vad") or loose(spans, "och"):
        return _line(kind, spans)  # type: ignore[no-any-return]
    return kind(by=values(spans, "namn"), text=value(spans, "vad"))


def _reservation(found: Formal, spans: Sequence[Span], _: str) -> str:
    if not has(spans, "namn") or loose(spans, "och"):
        return _add(found, "reservations", _line(Reservation, spans))
    time = read_time(value(spans, "tid")) if has(spans, "tid") else None
    one = Reservation(by=values(spans, "namn"), text=value(spans, "vad"), time=time)
    return _add(found, "reservations", one)


def _text(name: str) -> Callable[[Formal, Sequence[Span], str], str]:
    def read(found: Formal, spans: Sequence[Span], _: str) -> str:
        text = "".join(span.text for span in spans).strip()
        found.values[name] = "\n".join(filter(None, (found.values.get(name), text)))
        return name

    return read


def _recipients(found: Formal, spans: Sequence[Span], _: str) -> str:
    names = values(spans, "namn")
    if not names or loose(spans, "och"):
        names = read_names("".join(span.text for span in spans).strip())
    found.values["recipients"] = (*found.values.get("recipients", ()), *names)
    return "recipients"


# --- votes --------------------------------------------------------------------------------------


def _vote(found: Formal, spans: Sequence[Span], _: str) -> str:
    found.votes.append({"question": "".join(span.text for span in spans).strip()})
    return f"votes[{len(found.votes) - 1}]"


def _side(name: str) -> Callable[[Formal, Sequence[Span], str], str]:
    """Those of one side; a number is what was counted at the meeting, unless the template did."""

    def read(found: Formal, spans: Sequence[Span], count: str) -> str:
        vote = _latest(found)
        names = values(spans, "namn")
        rest = loose([span for span in spans if kind_of(span) != "nummer"], "och")
        if rest and not names:
            names = read_names(rest)
        told = value(spans, "nummer") or count
        if told.isdecimal():
            vote[f"{name}_count"] = int(told)
        vote[name] = names
        return f"votes[{len(found.votes) - 1}]"

    return read


def _outcome(found: Formal, spans: Sequence[Span], _: str) -> str:
    _latest(found)["outcome"] = "".join(span.text for span in spans).strip()
    return f"votes[{len(found.votes) - 1}]"


def _latest(found: Formal) -> dict[str, Any]:
    if not found.votes:
        found.votes.append({})
    return found.votes[-1]


_READ: Mapping[str, Callable[[Formal, Sequence[Span], str], str]] = MappingProxyType(
    {
        "jäv": _recusal,
        "närvaro": _movement,
        "ajournering": _adjournment,
        "yrkande": _motion,
        "propositionsordning": _text("proposition"),
        "omröstning": _vote,
        "ja": _side("yes"),
        "nej": _side("no"),
        "avstår": _side("abstained"),
        "utfall": _outcome,
        "reservation": _reservation,
        "protokollsanteckning": _note,
        "skickas till": _recipients,
        "sekretess": _text("secrecy"),
    }
)
"""The labels, and what reads each."""
