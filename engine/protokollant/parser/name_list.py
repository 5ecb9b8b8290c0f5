"""A list of names parted by commas → people, over as many rows as it takes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from protokollant.parser.attendance_words import leading_attendance_label
from protokollant.parser.document_words import is_table_heading
from protokollant.parser.findings import Mark
from protokollant.parser.labels import find_label
from protokollant.parser.person_entry import Person, is_crowd, person_entry, read_brackets
from protokollant.parser.rows import Row
from protokollant.swedish import find_names, fold, looks_like_name, read_roles
from protokollant.swedish.name_words import TITLE_ENDINGS

_SPLIT = re.compile(r"\s*[,;](?![^()]{0,80}\))\s*|\s+(?:och|samt|&)\s+|(?<=\w)\.\s*$")
# "Kerstin W", "samt Jan-Olov", "rektor Eva Ek": with at most a word or two before the name.
_GIVEN = re.compile(
    r"(?:[a-zåäö]+\s+){0,2}(?:[A-ZÅÄÖ]\w+chef\s+)?[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]*\.?){0,2}"
)
_BEFORE = re.compile(r"(?:[a-zåäö]+\s+){1,2}(?=[A-ZÅÄÖ])")
FOR_WHOM = re.compile(r"(?:för|från)\s+(?P<whom>[^:,;]{2,40}):(?=\s)", re.IGNORECASE)
"""How a row begins that tells whom people are there for: "för Vision:"."""
_ME = re.compile(r"(?:jag|undertecknad)\s*\((?P<name>[A-ZÅÄÖ][\w -]{1,30})\)", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;(?![^()]{0,80}\))\s*")
_SCOPE_AT_END = re.compile(r"\s§{1,2}\s?\d[\d –-]*$")
_MOST_ROWS = 40
_LONGEST_TITLE = 3  # words before a name


def listed_people(text: str, row: Row) -> list[Person]:
    """The people of a list of names parted by commas; [] when the text is no such list."""
    if not _is_name_list(text, goes_on=False) and not _is_nick_list(text):
        return []
    return [person for part, marks in _parts([(row, text)]) for person in _people_in(part, marks)]


def names_over_rows(
    rows: Sequence[Row], at: int, text: str, *, one_row: bool, fewest_given: int = 0
) -> tuple[list[Person], int] | None:
    """The people of a list that begins with the text, and the rows used; None when it is none.

    With `fewest_given` so many given names alone are people too, as after a label on the same row.
    """
    goes_on = at + 1 < len(rows) and rows[at + 1].gap == 0
    is_given = fewest_given > 0 and _is_given_list(text, fewest_given)
    if not is_given and not _is_name_list(text, goes_on):
        return None
    lines = [(rows[at], text)]
    for row in rows[at + 1 : at + _MOST_ROWS]:
        if row.gap or row.level or is_table_heading(row.text) or FOR_WHOM.match(row.text):
            break
        if leading_attendance_label(row.text) or find_label(row.text):
            break
        is_broken = lines[-1][1].endswith(",")
        if not is_broken and (one_row or _begins_with_role(row.text)):
            break
        lines.append((row, row.text))
    people = [person for part, marks in _entries(lines) for person in _people_in(part, marks)]
    return (people, len(lines)) if people else None


def _begins_with_role(text: str) -> bool:
    roles = read_roles(text)
    return bool(roles) and roles[0].start == 0


def people_by_semicolon(rows: Sequence[Row], at: int, text: str) -> tuple[list[Person], int] | None:
    """The people of a list parted by semicolons, each with details after commas, and the rows.

    "Ulla Ström (ordf), Region Nord; Mats Berg, Vike kommun"; None when the text is no such list.
    """
    lines = [(rows[at], text)]
    for row in rows[at + 1 : at + _MOST_ROWS]:
        goes_on = lines[-1][1].rstrip().endswith((";", ",")) or row.text[:1].islower()
        if row.gap or not goes_on or leading_attendance_label(row.text) or find_label(row.text):
            break
        lines.append((row, row.text))
    parts = _parts(lines, _SEMICOLON)
    if len(parts) < 2 or not all(looks_like_name(_head(part)) for part, _ in parts):
        return None
    people = []
    for part, marks in parts:
        if person := person_entry(part.rstrip(" .")):
            person.marks += marks
            people.append(person)
    return people, len(lines)


def _head(part: str) -> str:
    return re.split(r"[,(]", part, maxsplit=1)[0].strip()


def is_nobody(text: str) -> bool:
    """Whether the text says that there is nobody: "-", "ingen"."""
    return fold(text).strip(" .-–") in ("", "ingen", "inga", "ej aktuellt")


def _is_nick_list(text: str) -> bool:
    """Whether the text is a list of single words, as those who go by nicknames are listed."""
    parts = [part for part in _SPLIT.split(text.strip(" .")) if part]
    return len(parts) > 2 and all(len(part.split()) <= 3 and len(part) < 30 for part in parts)


def _is_given_list(text: str, fewest: int) -> bool:
    """Whether the text is a list of given names, some with an initial or a word before them."""
    named = _ME.sub(r"\g<name>", text)
    parts = [part for part in _SPLIT.split(_without_brackets(named).strip(" .")) if part.strip()]
    names = [part for part in parts if _GIVEN.fullmatch(part.strip())]
    is_short = any(len(part.split()) == 1 for part in parts)
    return len(parts) >= fewest and len(names) == len(parts) and is_short


def _is_name_list(text: str, goes_on: bool) -> bool:
    parts = [part for part in _SPLIT.split(_without_brackets(text)) if part and not is_crowd(part)]
    parts = [_without_role(part) for part in parts]
    names = [part for part in parts if looks_like_name(part)]
    if len(parts) < 2:
        return False
    if len(names) > 1 and looks_like_name(parts[0]) and _are_details(parts):
        return True
    if all(map(_ends_in_name, parts)):
        return True
    last_is_broken = goes_on and len(names) == len(parts) - 1 and len(names) > 1
    return last_is_broken or len(names) * 4 >= len(parts) * 3


def _ends_in_name(part: str) -> bool:
    """Whether a part is one name, with a short title before it: "protokollförare Ida Mo"."""
    found = find_names(part)
    if len(found) != 1 or found[0].end < len(part.rstrip(" .")):
        return False
    words = part[: found[0].start].lower().split()
    if not words:
        return True
    is_title = words[0] == "vd" or words[0].endswith(TITLE_ENDINGS) or read_roles(words[0])
    return bool(is_title) and len(words) <= _LONGEST_TITLE


def _without_role(part: str) -> str:
    """The part without a role at its end, or a title before: "Leif Orre ordf.", "rektor Eva Ek"."""
    part = _SCOPE_AT_END.sub("", part)
    before = _BEFORE.match(part)
    if before and before[0].split()[0].endswith(TITLE_ENDINGS):
        part = part[before.end() :]
    roles = read_roles(part)
    if roles and roles[-1].start > 0 and not part[roles[-1].end :].strip(" ."):
        return part[: roles[-1].start].strip(" .")
    return part


def _are_details(parts: Sequence[str]) -> bool:
    """Whether what is no name tells of the name before: "Eva Ek, rektor, Bo Ek, lärare"."""
    pairs = itertools.pairwise(parts)
    return all(looks_like_name(b) or (looks_like_name(a) and len(b.split()) < 6) for a, b in pairs)


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text)


def _parts(
    lines: list[tuple[Row, str]], between: re.Pattern[str] = _SPLIT
) -> list[tuple[str, list[Mark]]]:
    """The parts between signs, each with the rows it stands on: a name may be broken.

    A word that joins two of them ("samt") belongs to the second.
    """
    text = " ".join(line for _, line in lines)
    starts = list(itertools.accumulate((len(line) + 1 for _, line in lines), initial=0))
    parts: list[tuple[str, list[Mark]]] = []
    at = first = 0
    for part in between.split(text):
        if not part.strip():
            continue
        before, at = at, text.index(part, at)
        while starts[first + 1] <= at:
            first += 1
        number = lines[first][0].number
        marks = [Mark(number, word) for word in re.findall(r"\w+", text[before:at])]
        for i in range(first, len(lines)):
            if starts[i] >= at + len(part):
                break
            piece = text[max(at, starts[i]) : min(at + len(part), starts[i + 1])]
            marks.append(Mark(lines[i][0].number, piece.strip()))
        parts.append((part.strip(), marks))
        at += len(part)
    return parts


def _entries(lines: list[tuple[Row, str]]) -> list[tuple[str, list[Mark]]]:
    """The parts, each name with the office or the organisation that stands after it."""
    parts = _parts(lines)
    texts = [_without_role(_without_brackets(text).strip(" .")) for text, _ in parts]
    if not texts or all(map(looks_like_name, texts)) or not _are_details(texts):
        return parts
    found: list[tuple[str, list[Mark]]] = []
    for (part, marks), text in zip(parts, texts, strict=True):
        if looks_like_name(text) or _ends_in_name(text) or not found:
            found.append((part, marks))
        else:
            found[-1] = (f"{found[-1][0]}, {part}", [*found[-1][1], *marks])
    return found


def _people_in(part: str, marks: list[Mark]) -> list[Person]:
    """The people of one part: one, or several whose comma was forgotten."""
    if me := _ME.fullmatch(part.rstrip(" .")):
        return [Person(me["name"], marks=list(marks))]
    names = find_names(part)
    if len(names) > 1 and names[0].start == 0:
        return [Person(one.name, marks=list(marks)) for one in names]
    person = person_entry(part)
    is_short = len(part.split()) <= 3 and not (is_nobody(part) or is_crowd(part))
    if person is None and is_short:
        bare = _without_brackets(part).strip(" .")
        before = _BEFORE.match(bare)
        person = Person(bare[before.end() :] if before else bare)
        if before and before[0].strip() not in ("samt", "och", "även"):
            person.title = before[0].strip()
        read_brackets(person, part)
    if person is None or not person.name:
        return []
    person.marks += marks
    return [person]
