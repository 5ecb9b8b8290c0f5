"""Election sentences → officers of the meeting who stand on no list of attendance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protokollant.parser.blocks import Block, blocks_of
from protokollant.parser.elected import elects_of_meeting, offices_in
from protokollant.parser.findings import Mark, marks_of
from protokollant.parser.name_index import NameIndex
from protokollant.parser.outline import Section
from protokollant.parser.person_entry import Person
from protokollant.parser.sentences import sentences
from protokollant.swedish import find_names

_FIRST_ITEMS = 9  # an assembly elects its officers in its first items
_ELECTED = re.compile(
    r"^(?P<who>.{2,60}?)\s(?:väljs|valdes|vald(?:es|a)?|utses|utsågs|utsedd(?:es|a)?|är|var"
    r"|åtog\s+sig|tar\s+på\s+sig)\b"
    r"|\b(?:väljer|valde|utser|utsåg|utse|välja)\s(?P<whom>.{2,60}?)\s(?:till|som|att)\b"
    r"|\b(?:väljs|valdes|vald(?:es|a)?|utses|utsågs)\s(?P<last>[^.]{2,60})",
    re.IGNORECASE,
)
# "A valdes till ordförande och B till sekreterare"
_FURTHER = re.compile(r"(?:,|\boch\b|\bsamt\b)\s+(?P<who>[^,.]{2,60}?)\s+(?:till|som)\s+(?=\S)")
_AND = re.compile(r"\s*(?:,|\+|&|\boch\b|\bsamt\b)\s*")
_SHORT = re.compile(r"\w[\w.-]{1,20}")
_BARE = 8  # words in an item that can be a bare list of those elected


def officers(sections: Sequence[Section], known: Sequence[Person]) -> list[Person]:
    """Who was elected chair, secretary or adjuster of the meeting, and is not known yet.

    Given names and nicknames count where the list of attendance has them too, or is missing.
    """
    by_nick = all(" " not in person.name for person in known)
    is_nick_list = by_nick and bool(known)
    index = NameIndex(known)
    found: list[Person] = []
    for at, section in enumerate(sections[:_FIRST_ITEMS]):
        title = section.heading.title
        told = [replace(section.row, text=title, gap=1)] if title.endswith(".") else []
        for block in blocks_of([*told, *section.rows]):
            for name, marks in _named(block, title, is_early=at < _FIRST_ITEMS, by_nick=by_nick):
                if is_nick_list and " " in name:
                    continue  # who is listed by a nickname is named in full here
                if index.find(name) is None:
                    found.append(Person(name, "present", marks=list(marks), rule="officers"))
                    index.add(found[-1])
    return found


def _named(
    block: Block, title: str, *, is_early: bool, by_nick: bool
) -> list[tuple[str, tuple[Mark, ...]]]:
    found = []
    is_bare = len(block.text.split()) <= _BARE and bool(offices_in(title))
    for sentence in sentences(block.text):
        match = _ELECTED.search(sentence.text)
        is_told = match and elects_of_meeting(sentence.text, title, is_early=is_early)
        if not (is_told or (is_bare and elects_of_meeting(title, title, is_early=is_early))):
            continue
        who = sentence.text
        if match and is_told:
            who = match["who"] or match["whom"] or match["last"]
            if offices_in(who) and not find_names(who):
                who = sentence.text[match.end("who") :] if match["who"] else sentence.text
        further = _FURTHER.finditer(sentence.text, match.end()) if match and is_told else ()
        for text in (who, *(one["who"] for one in further)):
            for name in _names(text, by_nick=by_nick):
                found.append((name, sentence.marks(block)))
    return [(name, marks_of((m.line, m.text) for m in marks)) for name, marks in found]


def _names(text: str, *, by_nick: bool) -> list[str]:
    if full := [one.name for one in find_names(text)]:
        return full
    parts = [part.strip(" .:") for part in _AND.split(text)]
    if not by_nick or not all(_SHORT.fullmatch(part) for part in parts):
        return []
    return [part for part in parts if part.lower() not in _NO_NAMES]


_NO_NAMES = frozenset(
    {
        "mötet", "det", "han", "hon", "hen", "de", "styrelsen", "ordförande", "sekreterare",
        "justerare", "ordföranden", "sekreteraren", "ingen", "inga", "samma", "ovan", "alla",
        "föreningen", "stämman", "godkändes", "godkänns", "ja", "nej", "rösträknare", "två",
        "ok", "bifalles", "valdes", "utgår", "enligt", "föregående",
    }
)  # fmt: skip
