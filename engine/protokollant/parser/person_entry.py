"""One entry of an attendance list → a participant: "Barbro Larsson (C), ordförande, Sala  ok"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from protokollant.model import Role, Status
from protokollant.parser.findings import Mark
from protokollant.swedish import (
    PARTIES,
    attendance_status,
    find_names,
    looks_like_name,
    party,
    read_roles,
)
from protokollant.swedish.name_words import GIVEN_NAMES, TITLE_ENDINGS


@dataclass(slots=True)
class Person:
    """A participant being put together."""

    name: str
    status: Status | None = None
    roles: list[Role] = field(default_factory=list)
    party: str = ""
    title: str = ""
    organisation: str = ""
    replaces: str = ""
    scope: str = ""
    group: str = ""
    note: str = ""
    before: str = ""
    is_called: bool = False
    marks: list[Mark] = field(default_factory=list)
    rule: str = "person_entry"

    def add_role(self, role: Role) -> None:
        """Give the person a role, once."""
        if role not in self.roles:
            self.roles.append(role)

    def add_note(self, text: str) -> None:
        """Keep what no other field takes."""
        text = text.strip(" ,;")
        if text and text not in self.note:
            self.note = f"{self.note}; {text}" if self.note else text


_SPLIT = re.compile(r"\s*\t\s*|\s{3,}|,\s+|;\s+|\s+[–—]\s+|\s+-\s+|(?<=\w),(?=\w)")
_BRACKETS = re.compile(r"\(([^()]{1,80})\)")
_REPLACES = re.compile(
    r"(?P<for>(?:tjänstgör(?:ande|ing)?|tjg\.?|tjänstg\.?)(?:\s+(?:ersättare|ers\.?))?\s+för"
    r"|(?:ersättare|ers\.?|suppleant|suppl\.?)\s+för|ersätter|istället för|i stället för)"
    r"\s+(?P<who>[^,;()\t]{2,60}(?:\([^()]{1,12}\))?)",
    re.IGNORECASE,
)
# Beside a party: "Pär Lind (V) för Eva Holm (V)".
_IN_PLACE_OF = re.compile(
    r"\s*(?:\([^()]{1,12}\))?\s*(?P<for>för\s+(?P<who>[^,;()\t]{2,60}(?:\([^()]{1,12}\))?))"
)
_SCOPE = re.compile(
    r"(?:(?:fr\.?o\.?m\.?|t\.?o\.?m\.?|från|till och med|till|deltog|deltar|närvarande|under|vid"
    r"|endast|kl\.?\s*[\d.:]+)\s+)*"
    r"(?:§{1,2}\s*\d[\d\s,–-]*(?:och\s+\d+)?|punkt(?:en|erna|er)?\s+\d[\d\s,–-]*|kl\.?\s*\d[\d.:–-]*)",
    re.IGNORECASE,
)
# A deputy who was there without serving, or was not: the words alone do not tell.
_NOT_SERVING = re.compile(
    r"[,\s]+(?P<told>(?:ej|icke|inte)\s+(?:tjänstgörande|tjg\.?|tjänstg\.?))\s*$", re.IGNORECASE
)
_LEFT_OUT = re.compile(
    r"(?:\bdelt(?:ar|og)\s+(?:ej|inte)\b|\bp\.?\s?g\.?\s?a\.?\s+jäv|\bjäv(?:ig)?\b|\butan\s+ersättare)",
    re.IGNORECASE,
)
_RANGE = r"§{1,2}\s*\d+(?:\s*(?:[,–-]|\boch\b)\s*\d+)*"
_FROM = r"(?:(?:(?:fr|t)\.?\s?o\.?\s?m\.?|(?:från|till)(?:\s+och\s+med)?)\s+)?"
_SECTIONS = re.compile(rf"(?:^|[\s,;])(?P<scope>{_FROM}{_RANGE})(?=\s*(?:$|[,;\t]))")
# A vice chair who was in the chair for a part of the meeting.
_IN_CHAIR = re.compile(rf"\bvice\b.*[\s,](?P<office>ordf(?:örande)?\.?\s+{_RANGE})", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|/|\boch\b|\bsamt\b|&)\s*", re.IGNORECASE)
# An office in another body: "ordf. ABC", "ordförande i Vårdgruppen".
_ELSEWHERE = re.compile(
    r"(?:(?:vice\s+)?ordf(?:örande)?\.?|sekr(?:eterare)?\.?|ledamot)\s+(?:i\s+|för\s+)?(?-i:[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_OFFICES = frozenset(
    {
        "kassör",
        "kassören",
        "kommunsekreterare",
        "mötessekreterare",
        "nämndsekreterare",
        "nämndssekreterare",
        "regionsekreterare",
        "utskottssekreterare",
    }
)
_LONGEST_SHORT = 6  # "Stud.", "Prof."
_TWO_WORDS = re.compile(r"(\S+\s\S+)\s+[A-ZÅÄÖ]")
_REMOTELY = re.compile(
    r"(?:(?:via|på|per)\s+(?:teams|zoom|skype|länk|distans|telefon|video)|digitalt|distans)", re.I
)
# In brackets after a name: "Sanna (protokoll)".
TAKES_NOTES = re.compile(
    r"(?:för\s+|vid\s+|skriver\s+)?(?:protokoll(?:et)?|anteckningar(?:na)?|pennan)|antecknar", re.I
)
_NUMBER_OF = re.compile(r"(?:ca|cirka|omkring|drygt|knappt|totalt)?\.?\s*\d", re.IGNORECASE)
_HAS_BEEN = re.compile(r"\s+(?:har\s+varit|var|är)$", re.IGNORECASE)
_SEAT = re.compile(r"\bplats\b|\bvakant\b|\bmandat\b", re.IGNORECASE)


def person_entry(text: str, *, in_list: bool = True) -> Person | None:
    """The person that the text is about; None when it names no person.

    In a list the first words may be a name by their shape alone.
    """
    text = text.strip().lstrip("-–•*+· ").strip()
    name, before, after = _name_in(text, in_list)
    if not name or is_crowd(name):
        return None
    person = Person(name)
    rest = read_brackets(person, _read_replaced(person, after))
    rest = _read_status(person, _read_sections(person, _read_absence(person, rest)))
    details = []
    for part in _SPLIT.split(rest):
        if kept := _read_part(person, _bare(part)):
            details.append(kept)
    _read_before(person, before)
    _read_details(person, details)
    return person


def is_crowd(text: str) -> bool:
    """Whether the text tells how many came, not who: "ca 40 boende"."""
    return _NUMBER_OF.match(text) is not None


def _bare(part: str) -> str:
    """The part without signs around it; a short abbreviation keeps its full stop ("Soc.")."""
    part = part.strip(" :*_|").lstrip(".")
    return part if len(part) <= 5 and part[:-1].isalpha() else part.rstrip(". ")


def _name_in(text: str, in_list: bool) -> tuple[str, str, str]:
    """The name, the text before it and the text after it."""
    head = re.split(r"[,(\t;:]|\s[-–—]\s|\s{2,}", text, maxsplit=1)[0].strip()
    found = find_names(text)
    if in_list and looks_like_name(head) and not read_roles(head):
        inside = [one for one in found if one.end <= len(head)]
        if not inside or inside[0].end == len(head):
            return head, "", text[len(head) :]
    if in_list and not found and (name := _name_before_place_of_work(text)):
        return name, "", text[len(name) :]
    if found and (found[0].start == 0 or _may_precede(text[: found[0].start], in_list)):
        one = found[0]
        return one.name, text[: one.start].strip(), text[one.end :]
    return "", "", ""


def _name_before_place_of_work(text: str) -> str:
    """The first two words, when they could be a name and a capitalised word follows them."""
    match = _TWO_WORDS.match(text)
    return match[1] if match and looks_like_name(match[1]) and not read_roles(match[1]) else ""


def _may_precede(before: str, in_list: bool) -> bool:
    """Whether words before a name can be whom the person represents, or the person's role."""
    words = before.strip(" :-–\t")
    if not words or read_roles(words):
        return True
    if in_list and len(words.split()) <= 2 and words.lower().endswith(TITLE_ENDINGS):
        return True
    is_shortened = words[-1] == "." and len(words) <= _LONGEST_SHORT and words.isascii()
    is_ended = words[-1] in ".!?" and not is_shortened
    return in_list and len(words.split()) <= 5 and words[0].isupper() and not is_ended


def _read_replaced(person: Person, text: str) -> str:
    match = _REPLACES.search(text)
    if match is None and (named := _IN_PLACE_OF.match(text)) and _is_name(named["who"]):
        match = named
    if match:
        person.replaces = match["who"].strip(" .")
        person.add_role("deputy")
        return text[: match.start("for")] + text[match.end() :]
    return text


def _is_name(text: str) -> bool:
    found = find_names(text)
    return bool(found) and found[0].start == 0


def read_brackets(person: Person, text: str) -> str:
    """Give the person what stands in brackets; the text with a tab in place of them."""
    for match in _BRACKETS.finditer(text):
        if letters := party(match[0]):
            person.party = letters
            continue
        inside = match[1].strip()
        parts = [inside] if _SCOPE.fullmatch(inside) else re.split(r",\s+", inside)
        is_told = any(map(all_roles, parts)) or any(map(_REMOTELY.fullmatch, parts))
        for part in parts if is_told else [inside]:
            _read_inside(person, part)
    return _BRACKETS.sub("\t", text)


def _read_inside(person: Person, inside: str) -> None:
    """What one pair of brackets, or one part of it, tells of the person."""
    if _SCOPE.fullmatch(inside):
        person.scope = inside
    elif status := attendance_status(inside):
        person.status = status
        if " " in inside:
            person.add_note(inside)
    elif roles := all_roles(inside) or _writes(inside):
        for role in roles:
            person.add_role(role)
    elif _REMOTELY.fullmatch(inside):
        person.add_note(inside)
    elif inside[:1].isupper() and not person.organisation and not looks_like_name(inside):
        person.organisation = inside
    else:
        person.add_note(inside)


def _writes(text: str) -> list[Role]:
    """That somebody takes the minutes, as is said in brackets: "Sanna (protokoll)"."""
    return ["secretary"] if TAKES_NOTES.fullmatch(text) else []


def _read_absence(person: Person, text: str) -> str:
    """Why somebody left out a part of the meeting: "deltar ej p.g.a. jäv"."""
    match = _LEFT_OUT.search(text)
    if match and not person.replaces:
        person.add_note(text[match.start() :])
        return text[: match.start()].rstrip(" ,")
    return text


def _read_sections(person: Person, text: str) -> str:
    """The sections that somebody took part in, "§§ 12–19, 22", or was in the chair for."""
    if _SCOPE.fullmatch(text.strip(" ,;")):
        return text
    if match := _IN_CHAIR.search(text):
        person.add_note(match["office"])
        text = text[: match.start("office")] + "\t" + text[match.end() :]
    scopes = [match["scope"].strip() for match in _SECTIONS.finditer(text)]
    person.scope = ", ".join(x for x in (person.scope, *scopes) if x)
    return _SECTIONS.sub("\t", text)


def _read_status(person: Person, text: str) -> str:
    """A word of presence at the end: "ok", "nej", "anmält förhinder"."""
    if match := _NOT_SERVING.search(text):
        person.add_note(match["told"])
        return text[: match.start()]
    words = text.split()
    for length in (2, 1):
        last = " ".join(words[-length:])
        if len(words) >= length and (status := attendance_status(last)):
            person.status = status
            at = text.rfind(words[-length])
            return text[:at]
    return text


def _read_part(person: Person, part: str) -> str:
    """What is left of a part when roles, scope and seats are taken; "" when nothing."""
    if not part or not re.search(r"\w", part):
        return ""
    if roles := all_roles(part):
        for role in roles:
            person.add_role(role)
        return part if _is_also_title(part) else ""
    if _ELSEWHERE.match(part):
        person.add_note(part)
    elif status := attendance_status(part):
        person.status = status
    elif _SCOPE.fullmatch(part):
        person.scope = f"{person.scope}, {part}" if person.scope else part
    elif _SEAT.search(part) or _REMOTELY.fullmatch(part):
        person.add_note(part)
    else:
        return _read_scope_at_end(person, part)
    return ""


def _read_scope_at_end(person: Person, part: str) -> str:
    match = re.search(r"\s(§{1,2}\s*\d[\d\s,–-]*)$", part)
    if match:
        person.scope = match[1].strip(" ,")
        part = part[: match.start()].rstrip()
    for role in read_roles(part):
        if role.end - role.start > 3 and role.role != "guest":
            person.add_role(role.role)
    return part


def _is_also_title(part: str) -> bool:
    """Whether the role word is an office that says more: "nämndsekreterare", "kassör"."""
    return part.lower() in _OFFICES


def all_roles(text: str) -> list[Role]:
    """The roles that the whole text consists of: "Ordförande och sekreterare"; [] when not."""
    roles = read_roles(text)
    rest = text
    for one in reversed(roles):
        rest = rest[: one.start] + rest[one.end :]
    if not roles or _AND.sub("", rest).strip(" .:"):
        return []
    return [one.role for one in roles]


def _read_before(person: Person, before: str) -> None:
    before = _HAS_BEEN.sub("", before.strip(" :-–\t|"))
    if not before:
        return
    person.before = before
    if roles := all_roles(before):
        for role in roles:
            person.add_role(role)
    elif is_title(before) or before.endswith("."):
        person.title = before
    else:
        person.organisation = before


def _read_details(person: Person, details: list[str]) -> None:
    """Title and organisation: the last of several is the organisation, unless it is a title."""
    letters = next((part for part in details if part in PARTIES), "")
    if letters and not person.party:
        person.party = letters
        details.remove(letters)
    if details and not person.organisation and _is_organisation(details[-1]):
        person.organisation = details.pop()
    titles = [person.title, *details] if person.title else details
    person.title = ", ".join(titles)


def _is_organisation(part: str) -> bool:
    return part[:1].isupper() and not is_title(part)


def is_title(text: str) -> bool:
    """Whether the text begins with the word of an office or a profession."""
    first = text.split()[0].lower().strip(",.") if text.split() else ""
    return first == "vd" or first.endswith(TITLE_ENDINGS) or first.endswith(
        ("företrädare", "representant", "koordinator", "strateg", "praktikant", "elev")
    ) or (text[:1].islower() and first not in GIVEN_NAMES)  # fmt: skip
