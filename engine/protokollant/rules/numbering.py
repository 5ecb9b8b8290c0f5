"""Rules on numbers: of items within the meeting, through the year, of meetings, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokollant.model import Meeting
from protokollant.rules.case import Case, Remark, shown

_COUNT = re.compile(r"\d+")


def gap_or_repeat(case: Case) -> Iterator[Remark]:
    """An item's number repeats one before it, or leaves numbers out."""
    before: int | None = None
    for index, item in case.items():
        found = _COUNT.fullmatch(item.number)
        if found is None:
            continue
        number = int(item.number)
        path = f"items[{index}].number"
        sign = "§ " if case.meeting.numbering == "section" else ""
        if before is not None and number == before:
            yield Remark(f"numret {sign}{number} står två gånger.", "Numrera om.", path)
        elif before is not None and number < before:
            yield Remark(f"numret {sign}{number} kommer efter {sign}{before}.", "Numrera om.", path)
        elif before is not None and number > before + 1:
            yield Remark(
                f"numren hoppar från {sign}{before} till {sign}{number}.", "Numrera om.", path
            )
        before = number


def unnumbered(case: Case) -> Iterator[Remark]:
    """An item lacks its number where the others have theirs."""
    numbers = [item.number for _, item in case.items()]
    if not any(numbers):
        return
    for index, item in case.items():
        if not item.number:
            yield Remark(
                f"«{item.title}» saknar nummer.", "Numrera den som de andra.", f"items[{index}]"
            )


def scope_disagrees(case: Case) -> Iterator[Remark]:
    """The scope told is not that of the items."""
    told = [int(number) for number in _COUNT.findall(case.meeting.scope)]
    own = _numbers(case.meeting)
    if len(told) in (1, 2) and own and (told[0], told[-1]) != (own[0], own[-1]):
        yield Remark(
            f"omfattningen är «{case.meeting.scope}», men ärendena har nummer {own[0]}–{own[-1]}.",
            "Rätta omfattningen eller numren.",
            "scope",
        )


def gap_in_year(case: Case) -> Iterator[Remark]:
    """Sections run through the year, but not from the meeting before to this one."""
    before = _before(case)
    if before is None or not _runs_through_year(case, before):
        return
    last, first = _numbers(before)[-1], _numbers(case.meeting)[0]
    if first != last + 1 and before.date:
        yield Remark(
            f"första paragrafen är § {first}, men mötet {shown(before.date)} slutade på § {last}.",
            f"Börja på § {last + 1}.",
            "items[0].number",
        )


def meeting_number(case: Case) -> Iterator[Remark]:
    """The meeting's number does not follow that of the meeting before in the year."""
    before = _before(case)
    here = _COUNT.fullmatch(case.meeting.number.strip())
    there = _COUNT.fullmatch(before.number.strip()) if before else None
    if before and here and there and before.date and int(here[0]) != int(there[0]) + 1:
        yield Remark(
            f"mötet har nummer {here[0]}, men mötet {shown(before.date)} hade {there[0]}.",
            f"Numret ska vara {int(there[0]) + 1}.",
            "number",
        )


def attachment_numbers(case: Case) -> Iterator[Remark]:
    """Two attachments have the same number."""
    seen: dict[str, str] = {}
    for path, attachment in case.attachments():
        number = attachment.number.strip()
        if number and number in seen and seen[number] != attachment.title:
            yield Remark(
                f"«{seen[number]}» och «{attachment.title}» är båda bilaga {number}.",
                "Numrera om bilagorna.",
                path,
            )
        seen.setdefault(number, attachment.title)


def _numbers(meeting: Meeting) -> list[int]:
    return [int(item.number) for item in meeting.items if _COUNT.fullmatch(item.number)]


def _before(case: Case) -> Meeting | None:
    """The meeting before this one in the same year, of the same kind."""
    day = case.meeting.date
    earlier = [
        m
        for m in case.others
        if m.kind == case.meeting.kind == "minutes"
        and m.date and day and m.date.year == day.year and m.date < day
    ]  # fmt: skip
    return earlier[-1] if earlier else None


def _runs_through_year(case: Case, before: Meeting) -> bool:
    both = _numbers(before) and _numbers(case.meeting)
    if not both or case.meeting.numbering != "section" or before.numbering != "section":
        return False
    told = case.body.sections if case.body else ""
    if told:
        return told == "year"
    return _numbers(case.meeting)[0] > 1
