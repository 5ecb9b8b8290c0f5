"""Headings of attendance lists: what each says about the people under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from protokollant.model import Role, Status


@dataclass(frozen=True, slots=True)
class AttendanceLabel:
    """A heading of an attendance list: the status and role it gives, and its place in the text.

    `status` is None where the heading says nothing of who came.
    """

    text: str
    status: Status | None
    role: Role | None
    end: int
    has_colon: bool


# Words → status, role. One example each stands in tests/parser/cases/attendance_heading.md.
_TABLE: tuple[tuple[str, Status | None, Role | None], ...] = (
    (r"närvarande(?: (?:på|vid) mötet)?", "present", None),
    (r"närvarolista|närvaro|deltog|medverkande|på plats", "present", None),
    (r"närvarande (?:på plats|digitalt|på distans|(?:för|från) \w+)", "present", None),
    (r"(?:för )?(?:arbetsgivaren?|arbetsgivarrepresentant(?:er)?|arbetsgivarpart(?:en)?)",
     "present", None),
    (r"(?:för )?(?:arbetstagarna|arbetstagare|arbetstagarrepresentant(?:er)?|arbetstagarpart(?:en)?"
     r"|fackliga(?: (?:företrädare|representanter|organisationer))?|de fackliga organisationerna"
     r"|skyddsombud|huvudskyddsombud)", "present", None),
    (r"(?:elev|lärar|förälder|föräldra|personal|brukar|klass)representant(?:er)?", "present", None),
    (r"närvarande (?:ledamöter|ledamot|styrelsemedlemmar)", "present", "member"),
    (r"närvarande (?:ersättare|suppleant(?:er)?)", "present", "deputy"),
    (r"(?:deltagare|deltagande|mötesdeltagare|med(?=\s*:))", "present", None),
    (r"(?:beslutande(?: ledamöter)?|tjänstgörande ledamöter|tjänstgörande)", "present", "member"),
    (r"ledamöter|ordinarie ledamöter|styrelsemedlemmar|styrelseledamöter", None, "member"),
    (r"(?:tjänstgörande|tjg\.?) (?:ersättare|suppleant(?:er)?)", "present", "deputy"),
    (r"(?:(?:närvarande )?(?:ej|icke|inte) (?:tjänstgörande|tjg\.?) (?:ersättare|suppleanter)"
     r"|närvarande,? (?:ej|icke|inte) tjänstgörande ersättare)",
     "present", "deputy"),
    (r"styrelse|[\w-]+s sammansättning|styrelsens ledamöter", None, None),
    (r"ersättare|suppleanter|suppleant", None, "deputy"),
    (r"(?:sen ankomst|anlände senare|kom senare|ankom senare)(?=\s*:)", "present", None),
    (r"övriga (?:närvarande|deltagare|deltagande|medlemmar)|övrigt närvarande",
     "present", "guest"),
    (r"övriga", None, "guest"),
    (r"(?:tjänsteperson(?:er)?|tjänstemän|tjänstgörande tjänstemän|personalföreträdare"
     r"|närvarande tjänstemän|förvaltningen|från förvaltningen)", None, "guest"),
    (r"(?:inbjud(?:en|na)|gäst(?:er)?|särskilt inbjud(?:en|na)|föredragande|inbjudna gäster|åhörare"
     r"|övriga inbjudna|inbjudna tjänstepersoner)", None, "guest"),
    (r"adjungerade?", None, "coopted"),
    (r"fr[aå]nvarande (?:med|utan|efter) (?:anmälan|anmält förhinder)|fr[aå]nvarande ledamöter"
     r"|fr[aå]nvarande|frånvaro|(?:(?:med )?anmält |anmälda? |meddelat )?förhinder|förhindrade"
     r"|anmält frånvaro|saknades|saknas", "absent", None),
    (r"ej närvarande|inte närvarande|anmäld frånvaro|återbud|ej på plats|ej med(?=\s*:)"
     r"|(?:ej|inte|icke) deltag(?:ande|are)|deltog (?:ej|inte)", "absent", None),
    (r"(?:med (?:var|är)|vi som var med|följande (?:personer )?(?:var|deltog|är)(?: närvarande)?"
     r"|närvarande (?:var|är)|deltagare var|närvarade)(?=\s*:)", "present", None),
    (r"(?:sjuka?|sjukanmälda?|borta|förhindrad|frånvarande (?:var|är)|fick förhinder"
     r"|kunde inte (?:komma|delta|vara med)"
     r"|(?:har )?(?:lämnat|anmält) (?:återbud|förhinder|frånvaro))(?=\s*:)", "absent", None),
    (r"kallade(?: (?:ledamöter|ersättare|till mötet))?", "unknown", None),
    (r"representanter|medlemmar|sammansättning", None, None),
    (r"(?:[\w-]+en|[\w-]+et|[\w-]*råd(?:et)?|[\w-]*grupp(?:en)?)(?: har| hade)?"
     r"(?: under [\w/–-]{2,30}(?: [\w/–-]{2,12})?)?(?: har| hade)? (?:bestått|består|bestod) av"
     r"(?: följande(?: personer| ledamöter| medlemmar)?)?(?=\s*(?::|$))", None, None),
)  # fmt: skip


def attendance_label(text: str) -> AttendanceLabel | None:
    """The attendance heading that is the whole text, or its beginning before a colon."""
    found = leading_attendance_label(text)
    return found if found and (found.has_colon or found.end >= len(text.rstrip())) else None


def leading_attendance_label(text: str) -> AttendanceLabel | None:
    """The attendance heading that the text begins with: "Ledamöter Barbro Larsson (C), …"."""
    best: AttendanceLabel | None = None
    if not _any().match(text):  # one look instead of one for each heading, for most lines
        return None
    for pattern, status, role in _patterns():
        match = pattern.match(text)
        if match and (best is None or len(match["words"]) > len(best.text)):
            has_colon = bool(match["colon"])
            best = AttendanceLabel(match["words"], status, role, match.end(), has_colon)
    return best


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"[*_]*+(?:{'|'.join(words for words, _, _ in _TABLE)})", re.I)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Status | None, Role | None], ...]:
    return tuple(
        (re.compile(rf"[*_]*+(?P<words>{words})(?![\w/-])[*_]*\s*(?P<colon>[:;])?[*_]*\s*", re.I),
         status, role)
        for words, status, role in _TABLE
    )  # fmt: skip
