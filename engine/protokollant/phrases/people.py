"""One line of an attendance list ⇄ a participant.

    Sigurd Synnergård (L), ledamot, rektor, ersätter Kjell Ivemyr, Hallstahammar, frånvarande

Each part between commas shows by its words what it is. What shows nothing is a title when it is
written small or ends like one ("Enhetschef"), else the organisation.
"""

from __future__ import annotations

import re
from typing import Any, cast

from protokollant.model import Participant, Role, Status
from protokollant.phrases.days import PhraseError, read_day
from protokollant.swedish import attendance_status, fold, party, read_roles
from protokollant.swedish.name_words import TITLE_ENDINGS
from protokollant.vocabulary import VALUE_ALIASES, VALUES

_REPLACES = re.compile(
    r"(?:ersätter|ersättare\s+för|i\s+stället\s+för)\s+(?P<rest>.+)", re.I | re.S
)
_SCOPE = re.compile(
    r"(?:(?:deltog|deltar|närvarande)\s+(?P<rest>.+)"
    r"|(?P<bare>(?:§{1,2}\s*\d|punkt(?:en|erna)?\s+\d|t\.?\s?o\.?\s?m\.?\s|till\s+och\s+med\s).*))",
    re.I | re.S,
)
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}", re.I)
_MANDATE = re.compile(
    r"(?P<side>från|fr\.?o\.?m\.?|till|t\.?o\.?m\.?)\s+(?P<day>\d{4}-\d\d-\d\d)", re.I
)
_CONTACT = re.compile(r"\S+@\S+|(?:tfn\.?\s*|tel\.?\s*)?\+?\d[\d\s-]{5,}", re.I)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_COMMA = re.compile(r",(?![^()]*\))")


def read_participant(text: str) -> Participant:
    """The person that the line describes; raises PhraseError when it names nobody."""
    first, *parts = (part.strip() for part in _COMMA.split(text))
    inside = [match.strip() for match in _BRACKETS.findall(first)]
    name = _BRACKETS.sub("", first).strip()
    if not name:
        raise PhraseError(f"«{text}» namnger ingen.", "Börja med namnet: Eva Ek, sekreterare.")
    found: dict[str, Any] = {"name": name, "roles": ()}
    loose: list[str] = []
    for bracket in inside:
        if "party" not in found and party(f"({bracket})") == bracket:
            found["party"] = bracket
        else:
            parts = [bracket, *parts]
    for part in parts:
        if part and not _understood(part, found):
            loose.append(part)
    return Participant(**found, **_by_shape(loose, "title" in found, found))


def write_participant(person: Participant) -> str:
    """The participant as one line; a group has no place in it."""
    name = f"{person.name} ({person.party})" if person.party else person.name
    status = VALUES["Status"][person.status] if person.status != "unknown" else ""
    parts = (
        name,
        *(VALUES["Role"][role] for role in person.roles),
        person.title,
        f"ersätter {person.replaces}" if person.replaces else "",
        person.organisation,
        f"deltog {person.scope}" if person.scope else "",
        person.note,
        status,
        person.email,
        f"från {person.since.isoformat()}" if person.since else "",
        f"till {person.until.isoformat()}" if person.until else "",
    )
    return ", ".join(part for part in parts if part)


def _understood(part: str, found: dict[str, Any]) -> bool:
    """Whether the part says by its own words what it is; then it is in `found`."""
    if status := _status(part):
        return _put(found, "status", status)
    if match := _REPLACES.fullmatch(part):
        return _put(found, "replaces", match["rest"])
    if match := _SCOPE.fullmatch(part):
        return _put(found, "scope", match["rest"] or match["bare"])
    if _EMAIL.fullmatch(part):
        return _put(found, "email", part)
    if match := _MANDATE.fullmatch(part):
        is_first = match["side"].lower().startswith("f")
        return _put(found, "since" if is_first else "until", read_day(match["day"]))
    if part.endswith(" plats") or _CONTACT.fullmatch(part):
        return _put(found, "note", part)
    roles = _roles(part)
    found["roles"] = tuple(dict.fromkeys((*found["roles"], *roles)))
    if roles and not _is_plain_role(part, roles):
        return _put(found, "title", part)
    return bool(roles)


def _put(found: dict[str, Any], name: str, value: Any) -> bool:
    if name in found:
        return False
    found[name] = value
    return True


def _status(part: str) -> Status | None:
    by_word = {swedish: status for status, swedish in VALUES["Status"].items()}
    word = fold(part)
    found = by_word.get(word) or VALUE_ALIASES["Status"].get(word) or attendance_status(part)
    return cast(Status | None, found)


def _roles(part: str) -> tuple[Role, ...]:
    """The roles, when the part names roles and nothing else."""
    words = read_roles(part)
    beside = part
    for word in reversed(words):
        beside = beside[: word.start] + beside[word.end :]
    if words and not beside.replace("och", "").strip(" ,/&.-"):
        return tuple(word.role for word in words)
    by_word = {swedish: role for role, swedish in VALUES["Role"].items()}
    role = by_word.get(fold(part)) or VALUE_ALIASES["Role"].get(fold(part))
    return (cast(Role, role),) if role else ()


def _is_plain_role(part: str, roles: tuple[Role, ...]) -> bool:
    """Whether the role says it all: "ordf.", but not "1:e vice ordförande" or "kassör"."""
    if len(roles) > 1:
        return True
    word, usual = fold(part).rstrip("."), VALUES["Role"][roles[0]]
    return word in VALUE_ALIASES["Role"] or word.startswith(usual) or usual.startswith(word)


def _by_shape(loose: list[str], has_title: bool, found: dict[str, Any]) -> dict[str, str]:
    """Title, organisation and note from the parts that nothing else marks."""
    kinds: dict[str, str] = {}
    for part in loose:
        if _is_title(part) and not has_title and "title" not in kinds:
            kinds["title"] = part
        elif "organisation" not in kinds:
            kinds["organisation"] = part
        elif not has_title and "title" not in kinds:
            kinds["title"], kinds["organisation"] = kinds["organisation"], part
        elif "note" not in found:
            kinds["note"] = ", ".join(x for x in (kinds.get("note"), part) if x)
        else:
            raise PhraseError(
                f"«{part}» går inte att placera.",
                "Skriv personen med nycklar: namn, roller, titel, organisation, anmärkning.",
            )
    return kinds


def _is_title(part: str) -> bool:
    return part[0].islower() or part.split()[0].lower().endswith(TITLE_ENDINGS)
