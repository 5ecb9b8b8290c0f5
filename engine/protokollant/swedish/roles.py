"""Role words ↔ our roles, and the words of an attendance list ↔ present or absent."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from protokollant.swedish.comparing import fold
from protokollant.swedish.word_patterns import any_of

Role = Literal[
    "chair", "vice_chair", "secretary", "adjuster", "member", "deputy", "coopted", "guest"
]
Presence = Literal["present", "absent"]


class RoleWord(NamedTuple):
    """A role word in a text: the role it names and its place."""

    role: Role
    start: int
    end: int
    text: str


# As printed: one holder, several holders.
ROLE_NAMES: dict[Role, tuple[str, str]] = {
    "chair": ("ordförande", "ordförande"),
    "vice_chair": ("vice ordförande", "vice ordförande"),
    "secretary": ("sekreterare", "sekreterare"),
    "adjuster": ("justerare", "justerare"),
    "member": ("ledamot", "ledamöter"),
    "deputy": ("ersättare", "ersättare"),
    "coopted": ("adjungerad", "adjungerade"),
    "guest": ("inbjuden", "inbjudna"),
}

# As read: every word in the forms that lists and running text use. A full stop may follow an
# abbreviation, "en" or "na" is written out where the definite form is in use.
ROLE_WORDS: dict[Role, tuple[str, ...]] = {
    "chair": (
        "ordförande ordföranden ordf ordf. mötesordförande mötesordföranden mötesordf",
        "mötesordf. stämmoordförande årsmötesordförande sammanträdesordförande",
        "styrelseordförande nämndordförande nämndsordförande",
    ),
    "vice_chair": ("viceordförande viceordföranden",),
    "secretary": (
        "antecknare ant. sekreterare sekreteraren sekr sekr. mötessekreterare mötessekreteraren",
        "mötessekr",
        "mötessekr. protokollförare protokollföraren protokollsförare nämndsekreterare",
        "nämndssekreterare kommunsekreterare regionsekreterare utskottssekreterare",
        "förbundssekreterare styrelsesekreterare protokollssekreterare stämmosekreterare",
        "årsmötessekreterare antecknare",
    ),
    "adjuster": (
        "justerare justeraren justerarna justeringsperson justeringspersoner justeringspersonen",
        "justeringspersonerna justeringsman justeringsmän justeringsmannen justeringsmännen",
        "protokollsjusterare protokolljusterare protokolljusterarna protokollsjusterarna",
        "justeringsledamot justeringsledamöter justerande",
    ),
    "member": (
        "ledamot ledamoten ledamöter ledamöterna styrelseledamot styrelseledamöter led.",
        "nämndledamot nämndledamöter styrelsemedlem styrelsemedlemmar kassör kassören",
    ),
    "deputy": (
        "ersättare ersättaren ersättarna ers ers. suppleant suppleanten suppleanter",
        "suppleanterna suppl suppl. styrelsesuppleant styrelsesuppleanter",
    ),
    "coopted": ("adjungerad adjungerade adjungerat adj adj.",),
    "guest": (
        "inbjuden inbjudna gäst gäster gästen gästerna föredragande föredraganden",
        "observatör observatörer sakkunnig sakkunniga",
    ),
}

_VICE = ("1:e", "2:e", "3:e", "1:a", "2:a", "förste", "första", "andre", "andra", "tredje")

# As read: words that stand together.
ROLE_PHRASES: dict[Role, tuple[str, ...]] = {
    "chair": ("tf ordförande", "t.f. ordförande", "tjänstgörande ordförande"),
    "vice_chair": (
        *(
            f"{vice} {chair}"
            for vice in ("vice", "v", "v.")
            for chair in ("ordförande", "ordföranden", "ordf", "ordf.")
        ),
        *(
            f"{number} {vice}{chair}"
            for number in _VICE
            for vice in ("vice", "v", "v.")
            for chair in (" ordförande", " ordföranden", " ordf", " ordf.")
        ),
        *(f"{number} vice" for number in _VICE),
    ),
    "secretary": ("vid protokollet", "vid anteckningarna", "vid pennan", "vice sekreterare"),
    "adjuster": (
        "utsedd att justera", "utsedda att justera", "utses att justera", "utsågs att justera",
        "att justera", "ska justera", "att jämte ordföranden justera",
        "att tillsammans med ordföranden justera", "att jämte ordförande justera",
    ),
    "member": ("ordinarie ledamot", "ordinarie ledamöter", "ord. ledamot", "ord. ledamöter"),
    "deputy": (
        *(
            f"{serving} {deputy}"
            for serving in ("tjänstgörande", "tjg", "tjg.", "tjänstg.", "ej tjänstgörande",
                            "icke tjänstgörande", "inte tjänstgörande", "närvarande")
            for deputy in ("ersättare", "ers", "ers.", "suppleant", "suppleanter", "suppl.")
        ),
    ),
    "coopted": ("adjungerad ledamot", "adjungerade ledamöter", "adj. ledamot"),
    "guest": (
        "övriga deltagare", "övriga närvarande", "särskilt inbjudna", "särskilt inbjuden",
        "inbjudna gäster",
    ),
}  # fmt: skip

PRESENT_WORDS = frozenset(
    (
        "närvarande",
        "närvarade",
        "närv",
        "närvaro",
        "ok",
        "ja",
        "x",
        "deltog",
        "deltar",
        "deltagare",
        "på plats",
        "tjänstgörande",
        "tjg",
        "beslutande",
        "✓",
        "✔",
        "☑",
        "☒",
    )
)

ABSENT_WORDS = frozenset(
    (
        "frånvarande",
        "frånvaro",
        "frånv",
        "nej",
        "ej",
        "förhindrad",
        "förhindrade",
        "förhinder",
        "anmält förhinder",
        "anmälda förhinder",
        "anmäld förhindrad",
        "meddelat förhinder",
        "anmäld frånvaro",
        "anmäld frånvarande",
        "anmält frånvaro",
        "ej närvarande",
        "icke närvarande",
        "inte närvarande",
        "ej på plats",
        "deltog ej",
        "deltog inte",
        "deltar ej",
        "deltar inte",
        "återbud",
        "lämnat återbud",
        "anmält återbud",
        "sjuk",
        "sjukanmäld",
        "ledig",
        "tjänstledig",
    )
)


def read_roles(text: str) -> list[RoleWord]:
    """Every role word in the text, in order; of overlapping ones the longest."""
    found = []
    for match in _pattern().finditer(text):
        role = _roles_by_word().get(fold(match[0]))
        if role or match["others"]:
            found.append(RoleWord(role or "guest", *match.span(), match[0]))
    return found


def role_name(role: Role, number: int = 1) -> str:
    """The role as printed, for one holder or for several."""
    one, several = ROLE_NAMES[role]
    return one if number == 1 else several


def attendance_status(word: str) -> Presence | None:
    """What a word beside a name says: "ok" is present, "anmält förhinder" absent, else None."""
    said = fold(word).strip(" .:;,()[]-–")
    if said in PRESENT_WORDS:
        return "present"
    return "absent" if said in ABSENT_WORDS else None


@cache
def _roles_by_word() -> dict[str, Role]:
    by_word: dict[str, Role] = {}
    for role, rows in ROLE_WORDS.items():
        by_word |= {word: role for row in rows for word in row.split()}
    for role, phrases in ROLE_PHRASES.items():
        by_word |= dict.fromkeys(phrases, role)
    return by_word


@cache
def _pattern() -> re.Pattern[str]:
    either = any_of(_roles_by_word(), space=r"[^\S\n\r\t]{1,3}")
    # "Övriga" names people when it stands alone or before a name, not in "övriga frågor".
    others = r"övriga(?=[^\S\n]{0,3}(?:[:\t]|$|(?-i:[A-ZÅÄÖÉ][a-zåäöéü])(?!rågor|rende)))"
    return re.compile(
        rf"(?<![\w-])(?:{either}|(?P<others>{others}))(?!\w|-[^\W\d_])",
        re.IGNORECASE | re.MULTILINE,
    )
