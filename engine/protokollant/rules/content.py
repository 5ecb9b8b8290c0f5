"""Rules on what an item must say: postponed to when, why not public, decisions with words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollant.rules.case import Case, Remark
from protokollant.swedish import fold

_GROUND = re.compile(r"\b(?:OSL|offentlighets|kap\.?|kapitlet|§|GDPR)", re.I)


def postponed_nowhere(case: Case) -> Iterator[Remark]:
    """A point is postponed, but not to when."""
    for index, item in case.items():
        if item.state == "postponed" and item.carried_to is None:
            yield Remark(
                "punkten skjuts upp, men det står inte till när.",
                "Skriv «flyttas till: nästa möte», en månad eller ett datum.",
                f"items[{index}].state",
            )


def withdrawn_but_decided(case: Case) -> Iterator[Remark]:
    """A point is withdrawn, yet something is decided in it."""
    for index, item in case.items():
        if item.state == "withdrawn" and item.decisions:
            yield Remark(
                "punkten utgår, men har ett beslut.",
                "Ta bort beslutet eller «läge: utgår».",
                f"items[{index}].state",
            )


def secrecy_without_ground(case: Case) -> Iterator[Remark]:
    """A point is secret, but no section of law says why."""
    for index, item in case.items():
        if item.secrecy and not _GROUND.search(item.secrecy):
            yield Remark(
                f"sekretessen «{item.secrecy}» anger inget lagrum.",
                "Skriv till exempel «OSL 26 kap. 1 §».",
                f"items[{index}].secrecy",
            )


def awaited_when_approved(case: Case) -> Iterator[Remark]:
    """An attachment is still waited for, though the minutes are verified."""
    is_done = case.meeting.stage in ("approved", "posted") or (
        case.meeting.approval is not None and case.meeting.approval.date is not None
    )
    for path, attachment in case.attachments() if is_done else ():
        if attachment.state == "awaited":
            yield Remark(
                f"bilagan «{attachment.title}» inväntas, men protokollet är justerat.",
                "Lägg till filen, eller ta bort bilagan.",
                path,
            )


def no_title(case: Case) -> Iterator[Remark]:
    """An item has no heading."""
    for index, item in case.items():
        if not item.title.strip():
            yield Remark("punkten saknar rubrik.", "Skriv «rubrik: …».", f"items[{index}]")


def no_date(case: Case) -> Iterator[Remark]:
    """The meeting has no day."""
    if case.meeting.date is None:
        yield Remark("mötets datum saknas.", "Skriv «datum: 2026-03-02».", "")


def annual_meeting(case: Case) -> Iterator[Remark]:
    """The annual meeting of an association lacks a point it must take up."""
    if not re.search(r"\b(?:årsmöte|(?:förenings|års)stämma)", fold(case.meeting.title)):
        return
    titles = [fold(item.title) for _, item in case.items()]
    titles += [fold(part.title) for _, item in case.items() for part in item.items]
    if not titles:
        return
    for what, pattern in _ANNUAL_POINTS:
        if not any(re.search(pattern, title) for title in titles):
            yield Remark(
                f"årsmötet saknar punkten {what}.",
                "Lägg till den, eller skriv under en annan punkt att den togs upp.",
                "items",
            )


_ANNUAL_POINTS = (
    ("fastställande av röstlängd", r"röstlängd|närvaro"),
    ("om kallelsen är rätt utlyst", r"utlys|kalla|behörig"),
    (
        "styrelsens berättelse och räkenskaper",
        r"verksamhetsber|årsber|förvaltningsber|styrelsens ber|årsredov|bokslut|räkenskap",
    ),
    ("revisorns berättelse", r"revision|revisor\w* (?:ber|rapport|granskning)"),
    ("ansvarsfrihet", r"ansvarsfrihet"),
    ("val av styrelse", r"val\b.*(?:styrelse|ledam|ordförande|kassör)|styrelseval"),
    ("val av revisor", r"val\b.*revisor|revisorsval|revisorer"),
)
"""What the usual statutes ask of an annual meeting."""
