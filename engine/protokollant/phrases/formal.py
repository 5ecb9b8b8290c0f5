"""Formal content of an item ⇄ one line: who moves, votes, reserves, steps aside, comes and goes.

Eva Ek (S) och Bo Al (M): bifall till förslaget          motion, reservation, note
Eva Ek (S): sitter i bolagets styrelse, ersätts av Bo Al (S)
Eva Ek (S) går kl. 10.15, Bo Al (S) tjänstgör
"""

from __future__ import annotations

import re
from typing import TypeVar

from protokollant.model import (
    Adjournment,
    MinutesNote,
    Motion,
    Movement,
    Recusal,
    Reservation,
)
from protokollant.phrases.days import PhraseError
from protokollant.phrases.matters import read_names
from protokollant.swedish import format_time, format_time_span, join_list, read_time, read_time_span

Voiced = TypeVar("Voiced", Motion, MinutesNote)

_BY = re.compile(r"(?P<by>[^:\n]{2,200}?):\s+(?P<text>\S.*)", re.S)
_REPLACED = re.compile(r"(?:, | )(?:ersätts av|ersättare:?) (?P<who>[^,:]+)\Z", re.I)
_MOVES = re.compile(
    r" (?P<verb>går|lämnar(?: mötet)?|avviker|kommer|anländer|inträder)\b(?P<rest>.*)", re.I
)
_SERVES = re.compile(
    r"ersätts av (?P<after>.+)|(?P<before>.+) (?:tjänstgör|inträder|avgår|lämnar plats)", re.I
)
_CLOCK = re.compile(r",?\s*\(?(?P<time>kl(?:\.|ockan)?\s*\d{1,2}(?:[.:]\d\d)?)\)?\.?\Z", re.I)
_COMES = ("kommer", "anländer", "inträder")


# --- motions and notes --------------------------------------------------------------------------


def read_motion(text: str) -> Motion:
    """The motion and who makes it: "Eva Ek (S): bifall till förslaget"."""
    return _read_voiced(Motion, text)


def read_minutes_note(text: str) -> MinutesNote:
    """The note and whose it is: "Eva Ek (S): frågan bör tas upp igen"."""
    return _read_voiced(MinutesNote, text)


def write_voiced(record: Motion | MinutesNote) -> str:
    """The words after those whose they are."""
    return f"{join_list(record.by)}: {record.text}" if record.by else record.text


def _read_voiced(kind: type[Voiced], text: str) -> Voiced:
    if match := _BY.fullmatch(text.strip()):
        return kind(by=read_names(match["by"]), text=match["text"])
    return kind(text=text.strip())


# --- reservations -------------------------------------------------------------------------------


def read_reservation(text: str) -> Reservation:
    """Who, when and why: "Eva Ek (S), kl. 11.40: till förmån för eget yrkande"."""
    match = _BY.fullmatch(text.strip())
    who, reason = (match["by"], match["text"]) if match else (text.strip(), "")
    time = None
    if clock := _CLOCK.search(who):
        time, who = read_time(clock["time"]), who[: clock.start()]
    if not who.strip():
        raise PhraseError(f"«{text}» namnger ingen.", "Skriv till exempel «Eva Ek (S): skälen».")
    return Reservation(by=read_names(who.strip()), text=reason, time=time)


def write_reservation(one: Reservation) -> str:
    """Who, when and why."""
    clock = f", {_plain(format_time(one.time))}" if one.time else ""
    return f"{join_list(one.by)}{clock}" + (f": {one.text}" if one.text else "")


# --- conflicts of interest ----------------------------------------------------------------------


def read_recusal(text: str) -> Recusal:
    """Who, why and instead whom: "Eva Ek: sitter i styrelsen, ersätts av Bo Al"."""
    text = " ".join(text.split())
    deputy = ""
    if replaced := _REPLACED.search(text):
        deputy, text = replaced["who"].rstrip(" ."), text[: replaced.start()]
    match = _BY.fullmatch(text)
    name, reason = (match["by"], match["text"]) if match else (text, "")
    if not name.strip():
        raise PhraseError(f"«{text}» namnger ingen.", "Skriv till exempel «Eva Ek (S): skälet».")
    return Recusal(name=name.strip(), reason=reason.strip(), replaced_by=deputy)


def write_recusal(one: Recusal) -> str:
    """Who, why and instead whom."""
    reason = f": {one.reason}" if one.reason else ""
    return f"{one.name}{reason}" + (f", ersätts av {one.replaced_by}" if one.replaced_by else "")


# --- comings and goings -------------------------------------------------------------------------


def read_movement(text: str) -> Movement:
    """Who comes or goes: "Eva Ek går kl. 10.15, Bo Al tjänstgör"."""
    text = " ".join(text.split())
    match = _MOVES.search(text)
    if match is None or not match.start():
        raise PhraseError(
            f"«{text}» säger inte vem som kommer eller går.",
            "Skriv till exempel «Eva Ek går kl. 10.15, Bo Al tjänstgör».",
        )
    when, _, then = match["rest"].strip(" .").partition(",")
    time = read_time(when) if when.strip() else None
    if when.strip() and time is None:
        raise PhraseError(f"«{when.strip()}» är inget klockslag.", "Skriv till exempel kl. 10.15.")
    serves = _SERVES.fullmatch(then.strip(" .")) if then.strip() else None
    if then.strip() and serves is None:
        raise PhraseError(
            f"«{then.strip()}» säger inte vem som tjänstgör.",
            "Skriv till exempel «Bo Al tjänstgör».",
        )
    return Movement(
        name=text[: match.start()],
        direction="arrives" if match["verb"].lower() in _COMES else "leaves",
        time=time,
        deputy=(serves["after"] or serves["before"]).strip() if serves else "",
    )


def write_movement(one: Movement) -> str:
    """Who comes or goes, when, and who serves or stops serving for it."""
    is_coming = one.direction == "arrives"
    clock = f" {_plain(format_time(one.time))}" if one.time else ""
    deputy = f", {one.deputy} {'avgår' if is_coming else 'tjänstgör'}" if one.deputy else ""
    return f"{one.name} {'kommer' if is_coming else 'går'}{clock}{deputy}"


def read_adjournment(text: str) -> Adjournment:
    """The pause: "10.00–10.15"."""
    span = read_time_span(text)
    if span is None:
        raise PhraseError(f"«{text}» är inget klockslag.", "Skriv till exempel 10.00–10.15.")
    return Adjournment(start=span.start, end=span.end)


def write_adjournment(pause: Adjournment) -> str:
    """The pause as "kl. 10.00–10.15"."""
    return _plain(format_time_span(pause.start, pause.end))


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
