"""Decisions, actions, attachments, approval and lists of names ⇄ one line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from protokollant.model import Action, Approval, Attachment, Decision
from protokollant.phrases.days import PhraseError, read_day
from protokollant.swedish import MONTHS, join_list, looks_like_name
from protokollant.vocabulary import VALUE_ALIASES, VALUES

_PARTY = re.compile(r"\s+\([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}\)\Z")
_BETWEEN_NAMES = re.compile(r"\s*,\s+och\s+|\s*,\s+|\s+(?:och|samt|&)\s+")


def read_names(text: str) -> tuple[str, ...]:
    """The names in "Eva Ek, Ulf Ström och Marie"; the whole text when it is no list of names."""
    names = tuple(_BETWEEN_NAMES.split(text))
    return names if all(map(_is_name, names)) else (text,)


def _is_name(text: str) -> bool:
    text = _PARTY.sub("", text)
    return looks_like_name(text) or bool(re.fullmatch(r"[A-ZÅÄÖÉ][a-zåäöéü]+", text))


# --- decisions ----------------------------------------------------------------------------------

_NUMBERED = re.compile(r"(\d+)\. (?=\S)")


def read_decision(text: str) -> Decision:
    """The decision, with its number when it begins with one: "1. Informationen noteras."."""
    match = _NUMBERED.match(text)
    return Decision(text=text[match.end() :], number=match[1]) if match else Decision(text=text)


def write_decision(decision: Decision) -> str:
    """The decision with its number, where it has one."""
    return f"{decision.number}. {decision.text}" if decision.number else decision.text


# --- actions ------------------------------------------------------------------------------------

_WHO_COLON = re.compile(r"(?P<who>[^:\d]{1,80}?)\s*:\s+(?P<what>\S.*)", re.S)
_WHO_VERB = re.compile(
    r"(?P<who>(?:[A-ZÅÄÖÉ][\w’'-]*(?:,\s+|\s+och\s+|\s+)){2,12}?)(?P<what>[a-zåäö].*)", re.S
)
_EVERYBODY = re.compile(r"(?P<who>[Aa]lla|[Ss]amtliga)\s+(?P<what>[a-zåäö].*)", re.S)
_TAIL = re.compile(r"(?:\s*\((?P<inside>[^()]*)\)|,\s+(?P<after>[^,()]*))\s*\.?\Z")
_BY = re.compile(r"senast\s+(?:den\s+)?(?P<day>.+)", re.I)
_BY_WORDS = re.compile(
    rf"""(?:senast|snarast|omgående|löpande)\b
    | (?:till|före|innan|inför|under|efter|vid|i)\s+
      (?:nästa|kommande|mötet|sammanträdet|den\s+\d|\d|vecka|v\.|kvartal|året|årsskiftet|jul
        |(?:vår|sommar|höst|vinter)(?:en)?\b|{"|".join(MONTHS)})""",
    re.IGNORECASE | re.VERBOSE,
)


def read_action(text: str, after: date | None = None) -> Action:
    """Who does what by when: "Eva Ek bokar lokal, senast 2026-04-01", "Eva Ek: boka (klar)"."""
    rest, found = _tails(text.strip(), after)
    for pattern in (_EVERYBODY, _WHO_VERB, _WHO_COLON):
        match = pattern.fullmatch(rest)
        who = read_names(match["who"].strip()) if match else ()
        if match and (pattern is not _WHO_VERB or all(map(looks_like_name, who))):
            return Action(what=match["what"], who=who, **found)
    return Action(what=rest, **found)


def _tails(text: str, after: date | None) -> tuple[str, dict[str, Any]]:
    """The text without what it ends in about time and status, and what that says."""
    found: dict[str, Any] = {}
    while match := _TAIL.search(text):
        tail = (match["inside"] if match["inside"] is not None else match["after"]).strip()
        status = _action_status(tail)
        by = _BY.fullmatch(tail)
        if status and "status" not in found:
            found["status"] = status
        elif by and re.search(r"\d", by["day"]) and not {"due", "due_note"} & found.keys():
            found["due"] = read_day(by["day"], after=after)
        elif _BY_WORDS.match(tail) and not {"due", "due_note"} & found.keys():
            found["due_note"] = tail
        else:
            break
        text = text[: match.start()].rstrip()
    return text, found


def _action_status(word: str) -> str | None:
    by_word = {swedish: status for status, swedish in VALUES["ActionStatus"].items()}
    return by_word.get(word.casefold()) or VALUE_ALIASES["ActionStatus"].get(word.casefold())


def _reads_as(text: str, action: Action) -> bool:
    """Whether the line is read as the action, whatever day it is read."""
    try:
        return read_action(text) == action
    except PhraseError:
        return False


def write_action(action: Action) -> str:
    """The action as "Eva Ek bokar lokal, senast 2026-04-01"; its origin has no place in it."""
    who = join_list(action.who)
    plain = f"{who} {action.what}" if who else action.what
    text = plain + _tail(action)
    if who and not _reads_as(text, action):
        return f"{who}: {action.what}{_tail(action)}"
    return text


def _tail(action: Action) -> str:
    due = f", senast {action.due.isoformat()}" if action.due else ""
    note = f", {action.due_note}" if action.due_note else ""
    return due + note + (", klar" if action.status == "done" else "")


# --- attachments --------------------------------------------------------------------------------

_TARGET = r"(?:https?://\S+|[^\s()](?:[^()\n]*[^\s()])?\.[A-Za-z]\w{1,4})"
_IS_TARGET = re.compile(_TARGET)
_WITH_TARGET = re.compile(rf"(?P<title>\S.*?)\s*\((?P<target>{_TARGET})\)", re.S)
_LINK = re.compile(r"\[(?P<title>[^\]\n]+)\]\((?P<target>[^()\s]+)\)")
_BY_NUMBER = re.compile(r"bilaga\s+(?P<number>\w+)\s*[,:.]?\s+(?P<rest>\S.*)", re.I | re.S)


def read_attachment(text: str) -> Attachment:
    """The attachment: "Presentation.pdf", "Bilaga 1, Presentation SIP (bilagor/sip.pdf)"."""
    match = _BY_NUMBER.fullmatch(text)
    number, rest = (match["number"], match["rest"]) if match else ("", text)
    if both := _LINK.fullmatch(rest) or _WITH_TARGET.fullmatch(rest):
        return Attachment(title=both["title"], target=both["target"], number=number)
    if _IS_TARGET.fullmatch(rest):
        return Attachment(title=_title_of(rest), target=rest, number=number)
    return Attachment(title=rest, number=number)


def write_attachment(attachment: Attachment) -> str:
    """The attachment as "Bilaga 1, Presentation SIP (bilagor/sip.pdf)"."""
    number = f"Bilaga {attachment.number}, " if attachment.number else ""
    if attachment.target and attachment.title == _title_of(attachment.target):
        return number + attachment.target
    target = f" ({attachment.target})" if attachment.target else ""
    return f"{number}{attachment.title}{target}"


def _title_of(target: str) -> str:
    """What to call a file that has no title: its name without folder and ending."""
    return target if "://" in target else PurePosixPath(target.replace("\\", "/")).stem


# --- approval -----------------------------------------------------------------------------------


def read_approval(text: str) -> Approval:
    """Those who approve, when the text is names ("Eva Ek och Ulf Ström"), else the deadline."""
    names = read_names(text)
    if all(map(looks_like_name, names)):
        return Approval(adjusters=names)
    return Approval(deadline=text)


def write_approval(approval: Approval) -> str:
    """The adjusters, or the deadline."""
    return join_list(approval.adjusters) or approval.deadline
