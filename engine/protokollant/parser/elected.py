"""Sentences that make somebody chair, secretary or adjuster of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.model import Role
from protokollant.parser.name_index import NameIndex
from protokollant.parser.person_entry import Person
from protokollant.parser.sentences import sentences
from protokollant.swedish import RoleWord, read_roles

_ELECTS = re.compile(
    r"\b(?:väljs|valdes|valde|väljer|välja|vald|valda|utsedd|utsedda|utses|utsågs|utser|utse|är|agerar|för|förde|blev)\b",
    re.IGNORECASE,
)
_ADJUSTED_BY = re.compile(
    r"\b(?:protokollet|anteckningarna)\s+justeras\s+(?:\w+\s+){0,2}av\s", re.IGNORECASE
)
# Who steps in when the one elected cannot: "Eva Ek med Bo Lind som ersättare".
_IN_RESERVE = re.compile(r"[,\s]+med\s+[^.,;]{3,60}\s+som\s+(?:ersättare|reserv|suppleant)\b", re.I)
_OF_BOARD = re.compile(r"styrelse|revisor|valberedning", re.IGNORECASE)
_FOR_A_TERM = re.compile(r"\b(?:omval|nyval|\d\s+år|ett\s+år|två\s+år|mandatperiod)", re.IGNORECASE)
_ONLY_NAMES = 8  # words in an item that can be a bare list of names
_ELECTION = re.compile(r"val\s+av\b", re.IGNORECASE)
_AT_MEETING: frozenset[Role] = frozenset({"chair", "secretary", "adjuster"})


def elected(
    text: str, title: str, people: NameIndex, *, is_early: bool = False
) -> list[tuple[Person, Role]]:
    """Who was given which role at the meeting: "Ylva väljs till justerare".

    First names and surnames count when only one participant has them. A chair counts when it is
    the meeting's; an assembly elects its own in its first items (`is_early`), the board later.
    """
    found: list[tuple[Person, Role]] = []
    if _OF_BOARD.search(title):
        return []
    is_bare = len(text.split()) <= _ONLY_NAMES
    for line in text.splitlines():
        for sentence in sentences(line):
            found += _in_sentence(sentence.text, title, people, is_bare=is_bare, is_early=is_early)
    return found


def offices_in(text: str) -> list[Role]:
    """The offices of a meeting that the text names."""
    return [one.role for one in read_roles(text) if one.role in _AT_MEETING]


def elects_of_meeting(text: str, title: str, *, is_early: bool) -> bool:
    """Whether the text names an office of the meeting itself, not of the board."""
    roles = [one for one in read_roles(text) if one.role in _AT_MEETING]
    if _OF_BOARD.search(title) or _FOR_A_TERM.search(text):
        return False
    return any(one.role != "chair" or _is_of_meeting(one.text, title, is_early) for one in roles)


def _in_sentence(
    text: str, title: str, people: NameIndex, *, is_bare: bool, is_early: bool
) -> list[tuple[Person, Role]]:
    if by := _ADJUSTED_BY.search(text):
        named = people.named_in(text[by.end() :])
        return [(person, "adjuster") for person in named if "chair" not in person.roles]
    roles = [one for one in read_roles(text) if one.role in _AT_MEETING]
    if not roles and is_bare and _ELECTION.match(title):
        roles = [one for one in read_roles(title) if one.role in _AT_MEETING]
    elif not roles or not (_ELECTS.search(text) or ":" in text):
        return []
    if (
        _FOR_A_TERM.search(text)
        or "föreslås" in text
        or "förslag" in text.lower()
        or len(text) > 160
    ):
        return []
    text = _IN_RESERVE.sub("", text)
    named = people.named_in(text) or people.first_named_in(text) or people.last_named_in(text)
    kept = [
        one.role
        for one in roles
        if one.role != "chair" or _is_of_meeting(one.text, title, is_early)
    ]
    if len(named) > 1 and len(set(kept)) > 1:
        return _each_its_own(text, named, [one for one in roles if one.role in kept])
    return [(person, role) for role in dict.fromkeys(kept) for person in named]


def _each_its_own(
    text: str, named: Sequence[Person], roles: Sequence[RoleWord]
) -> list[tuple[Person, Role]]:
    """Several people and several offices in a sentence: each has the one that stands beside.

    "Till ordförande valdes A, till sekreterare B", "A valdes till ordförande och B till …",
    "A och B väljs till ordförande respektive sekreterare".
    """
    places = sorted((_place_of(person, text), i) for i, person in enumerate(named))
    in_order = [(place, named[i]) for place, i in places]
    if "respektive" in text and len(in_order) == len(roles):
        return [(p, one.role) for (_, p), one in zip(in_order, roles, strict=True)]
    is_office_first = roles[0].start < in_order[0][0]
    found: list[tuple[Person, Role]] = []
    for place, person in in_order:
        before = [one.role for one in roles if one.start < place]
        after = [one.role for one in roles if one.start > place]
        beside = before[-1:] if is_office_first else after[:1]
        found += [(person, role) for role in beside]
    return found


def _place_of(person: Person, text: str) -> int:
    at = text.find(person.name)
    return at if at >= 0 else max(text.find(person.name.split()[0]), 0)


def _is_of_meeting(word: str, title: str, is_early: bool) -> bool:
    if is_early and _ELECTION.match(title) and offices_in(title):
        return True
    return word.lower().startswith(("mötes", "stämmo", "årsmötes")) or bool(
        re.search(r"ordförande (?:för|vid) (?:mötet|stämman|årsmötet)|mötesfunktionär"
                  r"|mötesordförande", title, re.I)
    )  # fmt: skip
