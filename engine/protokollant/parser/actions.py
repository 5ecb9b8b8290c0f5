"""Sentences → what is to be done, by whom and when; tasks without anybody become doubts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from protokollant.model import Action
from protokollant.parser.action_words import does, everybody, is_asked, is_unowned, will_do
from protokollant.parser.blocks import Block
from protokollant.parser.findings import Finding, marks_of
from protokollant.parser.person_entry import all_roles
from protokollant.parser.sentences import Sentence, sentences
from protokollant.source import Doubt
from protokollant.swedish import find_dates, find_names, fold, resolve
from protokollant.swedish.name_words import GIVEN_NAMES

_DUE_NOTE = re.compile(
    r"\b(?:till|inför|innan|före|efter|direkt\s+efter)\s+(?:nästa|nästkommande|dagens|kommande)\s+"
    r"(?:möte|mötet|sammanträde|gång|träff|styrelsemöte)\b|\binnan\s+(?:jul|sommaren|semestern)\b|"
    r"\bsnarast(?:\s+möjligt)?\b|\bomgående\b",
    re.IGNORECASE,
)
_DUE_DATE = re.compile(
    r"\b(?:(?:senast|före|innan|till|den)\b|klart?:|deadline:)[^.]{0,12}$", re.IGNORECASE
)
_READY = re.compile(r"^(?:klart?|deadline):\s*", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\s+(?:men|därför|så)\s+|;\s+|^\[[ xX]?\]\s*|^(?:beslut|åtgärd|ap)\s*[:;]\s*"
    r"|\s*(?:=>|->|→)\s*|\s+[–-]\s+",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|\boch\b)\s*")
_SUBJECT_WORDS = 9
_TEAM = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]*(?:kontoret|gruppen|styrelsen|nämnden|kansliet|sekreteraren|ordföranden"
    r"|ordförande|enheten|kassören|sekreterare|rådet|beredningen|föreningen|utskottet|chef"
    r"|ordf)|Ordf|Vice\s+Ordf|Styrelsen|Kommunen|Regionen)"
)


_LABELLED = re.compile(
    r"(?:(?:åtgärd|uppdrag|att\s+göra|ap|todo|uppgift|aktivitet)\s*:\s*|ap\s+(?=[^:]{2,40}:)|@(?=\w))"
    r"(?:(?P<who>[^:.]{2,80}):\s*)?(?P<what>\S.*)",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"\[(?P<tick>[ xX]?)\]\s*(?P<who>[A-ZÅÄÖ][^:–—]{1,60}?)\s*(?::|\s[–—-])\s+(?P<what>\S.*)"
)
_RESPONSIBLE = re.compile(
    r"(?:^|(?<=[.!?)])\s*|\s[–-]\s|\s*\()(?:ansvarig(?:a)?|ansvar|utförare|utförs\s+av)\s*:\s*"
    r"(?P<who>[^.;():]{2,80}?)(?:[.,;]?\s+(?P<due>(?:senast|klart?|till|före|innan|deadline)\b:?"
    r"[^;()]{0,30}))?[.)]*$",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"^(?:\S+\s+){1,2}?(?:beslutar|beslutade|beslöt|beslutas)\s+att\s+", re.I)
_OF_MINUTES = re.compile(r"(?:\w+\s+){0,3}justera\b", re.IGNORECASE)  # no task: an election
# What somebody brought up at the meeting; with somebody else or later it is a task.
_RAISES = re.compile(r"tar\s+upp\b(?![^.]*\b(?:med|nästa|kommande|till|vid|\w*möte\w*)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Tasks:
    """Clear actions and doubtful ones; `told` are the blocks that hold nothing else."""

    findings: tuple[Finding, ...]
    doubts: tuple[Doubt, ...]
    told: tuple[Block, ...] = ()


def actions(blocks: Sequence[Block], names: Sequence[str], day: date | None) -> Tasks:
    """The actions of an item. `names` are the participants, who may be called by first name."""
    firsts = {name.split()[0] for name in names if name}
    found: list[Finding] = []
    doubts: list[Doubt] = []
    told: list[Block] = []
    above: Block | None = None
    for block in blocks:
        ticked = _ticked(block, firsts, day)
        labelled = ticked or _labelled(block, day) or _responsible(block, above, day)
        told += [block] if ticked else []
        above = block
        if labelled:
            found.append(labelled)
            continue
        for sentence in sentences(block.text):
            action = _action(sentence, firsts, day)
            if action:
                found.append(Finding("actions", action, sentence.marks(block), "action", 0.7))
            elif is_unowned(sentence.text):
                line = sentence.marks(block)[0].line if sentence.marks(block) else block.line
                doubts.append(Doubt(line, f"Möjlig åtgärd utan ansvarig: {sentence.text}"))
    return Tasks(_once(found), tuple(doubts), tuple(told))


def is_labelled(block: Block) -> bool:
    """Whether the block is an action under a label: "Åtgärd: Anna Ek: bokar lokal"."""
    return _LABELLED.fullmatch(block.text) is not None


def _labelled(block: Block, day: date | None) -> Finding | None:
    match = _LABELLED.fullmatch(block.text)
    if match is None:
        return None
    who = tuple(x for x in _AND.split(match["who"] or "") if x)
    what = match["what"]
    ending = _RESPONSIBLE.search(what)
    if ending and not who and ending.start():
        return _with_responsible(what[: ending.start()], ending, block, day)
    if not who:
        who, what = _leading_subject(what)
    due, note = _due(what, day)
    if note:
        what = re.sub(rf",?\s*{re.escape(note)}\.?$", "", what, flags=re.IGNORECASE) or what
    action = Action(what=what.rstrip("."), who=who, due=due, due_note="" if due else note)
    marks = marks_of((p.line, p.text) for p in block.pieces)
    return Finding("actions", action, marks, "action_label", 0.95)


def _with_responsible(what: str, ending: re.Match[str], block: Block, day: date | None) -> Finding:
    """ "Åtgärd: Belysningen byts. Ansvarig: Bo Ek. Klart: v. 12": who and when after the task."""
    told = (ending["due"] or "").strip(" .")
    due, _ = _due(told, day)
    who = tuple(x.strip() for x in _AND.split(ending["who"]) if x.strip())
    note = "" if due else _READY.sub("", told)
    action = Action(what=what.strip(" ."), who=who, due=due, due_note=note)
    marks = marks_of((p.line, p.text) for p in block.pieces)
    return Finding("actions", action, marks, "action_label", 0.95)


def _ticked(block: Block, firsts: set[str], day: date | None) -> Finding | None:
    """ "[x] Hanna – boka pub": a box to tick, who and what."""
    match = _BOX.fullmatch(block.text)
    who = _subject(match["who"], firsts) if match else ()
    if match is None or not who:
        return None
    due, note = _due(match["what"], day)
    action = Action(
        what=match["what"].rstrip("."),
        who=who,
        due=due,
        due_note="" if due else note,
        status="done" if match["tick"].strip() else "open",
    )
    marks = marks_of((p.line, p.text) for p in block.pieces)
    return Finding("actions", action, marks, "action_label", 0.9)


def _responsible(block: Block, above: Block | None, day: date | None) -> Finding | None:
    """ "Ansvarig: Johan, senast 30/9" after the task, in the same paragraph or in the one above."""
    match = _RESPONSIBLE.search(block.text)
    if match is None:
        return None
    source = block.text[: match.start()].strip() or (above.text if above else "")
    told = sentences(_CLAUSE.sub("", source, count=1) if _CLAUSE.match(source) else source)
    who = tuple(x.strip() for x in _AND.split(match["who"]) if x.strip())
    if not told or not who:
        return None
    due, note = _due(match["due"] or "", day)
    marks = marks_of((p.line, p.text) for p in block.pieces)
    what = _DECIDED.sub("", told[-1].text.rstrip("."))
    action = Action(what=what, who=who, due=due, due_note="" if due else note)
    return Finding("actions", action, marks, "action_label", 0.9)


def _leading_subject(text: str) -> tuple[tuple[str, ...], str]:
    """Those whom a labelled action begins with, and what they are to do."""
    who: list[str] = []
    rest = text
    while True:
        names = find_names(rest)
        first = rest.split()[0] if rest.split() else ""
        if names and names[0].start == 0:
            one = names[0].name
        elif first.lower() in ("alla", "samtliga"):
            one = first.lower()
        elif first and (_TEAM.fullmatch(first) or first.lower() in GIVEN_NAMES):
            one = first
        else:
            return tuple(who), rest if who else text
        who.append(one)
        rest = rest[len(one) :]
        joined = re.match(r"\s*(?:,|och\b|samt\b)\s*", rest)
        rest = rest[joined.end() :] if joined else rest.strip()
        if not joined:
            return tuple(who), rest or text


def _once(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings without an action that a sentence and a label both tell."""
    alike: dict[str, list[Finding]] = {}
    for one in found:
        alike.setdefault(fold(one.value.what).strip(" ."), []).append(one)
    return tuple(map(_joined, alike.values()))


def _joined(alike: Sequence[Finding]) -> Finding:
    return replace(alike[0], marks=tuple(mark for one in alike for mark in one.marks))


def _action(sentence: Sentence, firsts: set[str], day: date | None) -> Action | None:
    text = sentence.text.strip()
    if text.endswith("?") or text.startswith("|"):
        return None
    who, what = (
        _for_everybody(text) or _of_the_asked(text) or _by_somebody(text, firsts) or ((), "")
    )
    if not what or _OF_MINUTES.match(what) or _RAISES.match(what):
        return None
    due, note = _due(text, day)
    return Action(what=what.strip().rstrip("."), who=who, due=due, due_note="" if due else note)


def _for_everybody(text: str) -> tuple[tuple[str, ...], str] | None:
    match = everybody().search(text)
    if match is None:
        return None
    who = (match["who1"] or match["who2"] or match["who3"]).lower()
    if match["what2"]:
        after = text[match.end("who2") :].strip()
        return (who,), f"{match['what2'].lower()} {after}"
    return (who,), text[match.start("what1" if match["what1"] else "what3") :]


def _of_the_asked(text: str) -> tuple[tuple[str, ...], str] | None:
    match = is_asked().search(text)
    if match is None:
        return None
    who = (match["who1"] or match["who2"]).strip()
    return (who,), text[match.start("what1" if match["what1"] else "what2") :]


def _by_somebody(text: str, firsts: set[str]) -> tuple[tuple[str, ...], str] | None:
    """The subject before a verb of doing, when it is people, and the rest of the sentence."""
    for pattern in (will_do(), does()):
        match = pattern.search(text)
        if match is None:
            continue
        before = text[: match.start()].strip()
        who = _subject(before, firsts)
        if who:
            at = match.start("what") if pattern is will_do() else match.start()
            return who, text[at:]
    return None


def _subject(before: str, firsts: set[str]) -> tuple[str, ...]:
    """Those whom the words before a verb consist of; () when they are anything else."""
    words = _CLAUSE.split(before.strip(" -–•"))[-1]
    if not words or len(words.split()) > _SUBJECT_WORDS:
        return ()
    who: list[str] = []
    for part in re.split(r"\s*(?:,|\boch\b|\bsamt\b|&)\s*", words):
        if not part:
            continue
        names = find_names(part)
        if names and names[0].start == 0 and names[0].end >= len(part.rstrip(" ,")):
            who.append(names[0].name)
        elif (
            part in firsts
            or (part.lower() in GIVEN_NAMES and part[0].isupper())
            or _TEAM.fullmatch(part)
            or (all_roles(part) and part[0].isupper())
        ):
            who.append(part)
        else:
            return ()
    return tuple(who)


def _due(text: str, day: date | None) -> tuple[date | None, str]:
    for found in find_dates(text):
        if _DUE_DATE.search(text[: found.start]) and (due := resolve(found, after=day)):
            return due, ""
    match = _DUE_NOTE.search(text)
    return None, match[0].lower() if match else ""
