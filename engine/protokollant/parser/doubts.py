"""What a person should look at: spellings, chairs, weekdays, numbers, absent people with tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from protokollant.parser.action_words import is_unowned
from protokollant.parser.blocks import Block
from protokollant.parser.draft import ItemDraft
from protokollant.parser.name_index import NameIndex
from protokollant.parser.person_entry import Person
from protokollant.parser.sentences import sentences
from protokollant.source import Doubt
from protokollant.swedish import find_names, fold, join_list

_OFFERED = re.compile(
    r"\b(?:erbjudit\s+sig|erbjöd\s+sig|behjälplig|kan\s+vara\s+med|är\s+med\s+i\s+arbetsgruppen"
    r"|ansvarar|åtagit\s+sig|tillfrågas)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:vi|man|att|och|eller|som|kan|ska|skall|för\s+att|vara|ett|en|de|den)$", re.I
)
_MOST_NAMES = 5000


def spellings(
    people: Sequence[Person], blocks: Iterable[Block], signed: Iterable[tuple[str, int]]
) -> list[Doubt]:
    """Names that differ by a letter from a participant's: Håkanson and Håkansson."""
    index = NameIndex(people)
    found: dict[tuple[str, str], int] = {}
    for name, line in _names_in(blocks, signed):
        for person in index.near(name):
            if _initials(person.name) == _initials(name):
                found.setdefault((person.name, name), line)
    return [
        Doubt(line, f"Namnet skrivs på två sätt: {listed} och {written}.")
        for (listed, written), line in found.items()
    ]


def several_chairs(people: Sequence[Person]) -> list[Doubt]:
    """More than one chair at a meeting."""
    chairs = [person for person in people if "chair" in person.roles]
    if len(chairs) < 2:
        return []
    line = chairs[1].marks[0].line if chairs[1].marks else None
    names = join_list(person.name for person in chairs)
    return [Doubt(line, f"Flera står som ordförande: {names}.")]


def absent_with_tasks(people: Sequence[Person], drafts: Iterable[ItemDraft]) -> list[Doubt]:
    """An absent person who is given a task, or counted on: somebody has to tell them."""
    absent = [person for person in people if person.status == "absent"]
    found: dict[str, Doubt] = {}
    if not absent:
        return []
    index = NameIndex(absent)
    for draft in drafts:
        for block in draft.blocks:
            for sentence in sentences(block.text):
                is_task = _OFFERED.search(sentence.text) or is_unowned(sentence.text)
                for person in index.named_in(sentence.text) if is_task else ():
                    line = sentence.marks(block)[0].line
                    message = f"{person.name} är frånvarande men får en uppgift: {sentence.text}"
                    found.setdefault(person.name, Doubt(line, message))
        for action in draft.values("actions"):
            for name in action.who:
                who = index.find(name)
                if who:
                    heading = draft.title_marks[0].line if draft.title_marks else None
                    message = f"{who.name} är frånvarande men får en uppgift: {action.what}"
                    found.setdefault(who.name, Doubt(heading, message))
    return list(found.values())


def jumping_numbers(drafts: Sequence[ItemDraft]) -> list[Doubt]:
    """Numbers of items that do not follow on each other."""
    found = []
    before: int | None = None
    for draft in drafts:
        if not draft.number.isdigit():
            continue
        number = int(draft.number)
        if before is not None and number != before + 1:
            line = draft.title_marks[0].line if draft.title_marks else None
            found.append(Doubt(line, f"Numreringen hoppar från {before} till {number}."))
        before = number
    return found


def unfinished(drafts: Iterable[ItemDraft]) -> list[Doubt]:
    """Sentences that stop in the middle: "VITS, hur kan vi"."""
    found = []
    for draft in drafts:
        for i, block in enumerate(draft.text):
            below = draft.text[i + 1] if i + 1 < len(draft.text) else None
            leads_on = below is not None and below.kind != "paragraph" and block.kind == "paragraph"
            if not leads_on and _UNFINISHED.search(block.text):
                found.append(Doubt(block.line, f"Meningen verkar oavslutad: {block.text}"))
    return found


def _names_in(
    blocks: Iterable[Block], signed: Iterable[tuple[str, int]]
) -> Iterable[tuple[str, int]]:
    seen: set[str] = set()
    for name, line in signed:
        seen.add(name)
        yield name, line
    for block in blocks:
        for one in find_names(block.text):
            if one.name not in seen and len(seen) < _MOST_NAMES:
                seen.add(one.name)
                pieces = block.within(one.start, one.end)
                yield one.name, pieces[0][0] if pieces else block.line


def _initials(name: str) -> str:
    """The first letters as they sound, so that Carlsson and Karlsson meet."""
    first = "".join(word[0] for word in fold(name).replace("-", " ").split())
    return first.translate(str.maketrans("cqwz", "kkvs"))
