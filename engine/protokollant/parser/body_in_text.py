"""The body, where no head names it: told by whose chair is on the list and whose is another's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.parser.person_entry import Person
from protokollant.parser.rows import Row

_CHAIR_OF = re.compile(
    r"\b(?:ordf(?:örande)?\.?|ordföranden)\s+(?:i\s+|för\s+|av\s+)?"
    r"(?P<body>[A-ZÅÄÖ][A-ZÅÄÖ&-]{1,7}(?!\w)|[A-ZÅÄÖ]\w*(?:gruppen|rådet|nämnden|utskottet))"
)


_KIND = r"[A-ZÅÄÖ][\w-]*(?:förening(?:en)?|klubb(?:en)?|sällskap(?:et)?|förbund(?:et)?|kår(?:en)?)"
_LONGER = r"s?förening(?:en)?|s?klubb(?:en)?|s?förbund(?:et)?"


def full_name(body: str, rows: Sequence[Row]) -> str:
    """The body's name with the kind of association that the text says it is, where it does.

    "Stacken" is "Datorföreningen Stacken" where the text has that, "Björkens samfällighet" is
    "Björkens samfällighetsförening".
    """
    if len(body.split()) > 3 or len(body) < 4:
        return body
    name = re.escape(body)
    known = re.compile(rf"(?<!\w)(?:{_KIND}\s+{name}|{name}(?:{_LONGER}))(?=s?(?!\w))")
    for row in rows:
        if found := known.search(row.plain):
            return found[0]
    return body


def body_in_text(people: Sequence[Person], rows: Sequence[Row]) -> tuple[str, Person] | None:
    """The body that a participant chairs "(ordf. BGB)" and that the text speaks of as its own.

    A group whose own meeting is reported on ("AVB möte 21/1") is another one. None when no body,
    or more than one, is left.
    """
    chaired = [(match["body"], p) for p in people if (match := _CHAIR_OF.search(p.note))]
    if not chaired:
        return None
    text = "\n".join(row.text for row in rows)
    own = [
        (body, person)
        for body, person in chaired
        if not re.search(rf"(?<!\w){re.escape(body)}:?s?\s+(?:möte|sammanträde)", text)
        and len(re.findall(rf"(?<!\w){re.escape(body)}(?!\w)", text)) > 1
    ]
    return own[0] if len({body for body, _ in own}) == 1 else None


def board(rows: Sequence[Row]) -> Row | None:
    """The row that tells that a board meets; None when none does, or an assembly does."""
    if any(_ASSEMBLY.search(row.plain) for row in rows[:_TOP]):
        return None
    named = next((row for row in rows[:_TOP] if _BOARD_MEETS.search(row.plain)), None)
    return named or next((row for row in rows if _BOARD_ACTS.search(row.plain)), None)


_TOP = 8
_ASSEMBLY = re.compile(
    r"års(?:möte|stämma)|förenings(?:möte|stämma)|medlemsmöte|stormöte|extramöte", re.I
)
_BOARD_MEETS = re.compile(r"\bstyrelse(?:möte|sammanträde|protokoll)\w*", re.IGNORECASE)
_BOARD_ACTS = re.compile(
    r"\bstyrelsen\s+(?:är\s+besluts?|uppfyller|beslutar|beslutade|beslöt)|\bfrån\s+styrelsen\b",
    re.IGNORECASE,
)
