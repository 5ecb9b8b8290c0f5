"""Minutes → a copy of some of their points (protokollsutdrag), or of what is public."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokollant.errors import ComposeError
from protokollant.model import AgendaItem, Meeting
from protokollant.swedish import join_list

TITLE = "Protokollsutdrag"
OF_NOTES = "Utdrag ur minnesanteckningar"

_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:\s?[a-zåäö]\b)?")


def excerpt(minutes: Meeting, wanted: Sequence[str]) -> Meeting:
    """The minutes with only the points of these numbers: "14", "§ 14", "12–14".

    Head, attendance, approval and signatures stay, so that the copy stands on its own. Raises
    ComposeError for numbers that the minutes don't have.
    """
    numbers = [number for text in wanted for number in _numbers(text)]
    known = {item.number: item for item in minutes.items if item.number}
    if unknown := [number for number in numbers if number not in known]:
        sign = "§ " if minutes.numbering == "section" else "punkt "
        raise ComposeError(
            f"protokollet har inte {join_list([sign + number for number in unknown])}.",
            remedy=f"Det har {sign}{_span(list(known))}."
            if known
            else "Det har inga numrerade punkter.",
        )
    chosen = tuple(known[number] for number in dict.fromkeys(numbers))
    sign = "§ " if minutes.numbering == "section" else ""
    return minutes.model_copy(
        update={
            "title": TITLE if _is_protocol(minutes) else OF_NOTES,
            "items": chosen,
            "scope": f"{sign}{join_list([item.number for item in chosen])}",
            "intro": "",
            "attachments": (),
            "next_meeting": None,
        }
    )


def _is_protocol(minutes: Meeting) -> bool:
    return minutes.numbering == "section" or "protokoll" in minutes.title.casefold()


def public_copy(minutes: Meeting) -> Meeting:
    """The minutes as the public may have them: of a secret point only number and heading stay.

    Its papers, actions and decisions are gone from the lists at the end as well (OSL 5:5).
    """
    items = tuple(_public(item) for item in minutes.items)
    return minutes.model_copy(update={"items": items})


def _public(item: AgendaItem) -> AgendaItem:
    if item.secrecy:
        return AgendaItem(number=item.number, title=item.title, secrecy=item.secrecy)
    return item.model_copy(update={"items": tuple(_public(part) for part in item.items)})


def _numbers(text: str) -> list[str]:
    bare = re.sub(r"[§]|punkt(?:erna)?|paragraf(?:erna)?", " ", text, flags=re.IGNORECASE)
    found = []
    for span in _RANGE.finditer(bare):
        found += [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
    return found + _NUMBER.findall(_RANGE.sub(" ", bare))


def _span(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
