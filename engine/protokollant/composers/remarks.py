"""What an agenda leaves open → the remarks a secretary should read before sending it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from protokollant.composers.actions import TracedAction
from protokollant.composers.carried import Carried
from protokollant.composers.outstanding import Outstanding
from protokollant.composers.wording import in_words, origin_in_words
from protokollant.model import Meeting, NextMeeting
from protokollant.swedish import count, format_date, join_list


def remarks(
    last: Meeting,
    when: NextMeeting,
    left: Outstanding,
    not_called: Sequence[str],
    today: date | None,
) -> tuple[str, ...]:
    """The remarks in Swedish, the most pressing first; `when` may hold a proposed day."""
    return (
        *_of_date(last, when, today),
        *_of_note(when),
        *(_of_waiting(chain, last) for chain in left.waiting),
        *(_of_overlooked(chain, last) for chain in left.due if _is_overlooked(chain, last)),
        *(_of_report(one, last) for one in left.actions if one.closed and one.said),
        *_of_late(left.actions, today),
        *_of_guests(not_called),
    )


def _of_date(last: Meeting, when: NextMeeting, today: date | None) -> list[str]:
    if when.date is None:
        return ["Datum saknas: anteckningarna säger inte när nästa möte är. Skriv in det."]
    day = format_date(when.date)
    found = []
    if last.next_meeting is None or last.next_meeting.date is None:
        found.append(f"Datumet {day} är ett förslag efter hur mötena brukar ligga.")
    if last.date is not None and when.date <= last.date:
        found.append(f"Datumet {day} ligger inte efter det senaste mötet. Kontrollera det.")
    elif today is not None and when.date < today:
        found.append(f"Datumet {day} har redan passerat.")
    return found


def _of_note(when: NextMeeting) -> list[str]:
    note = when.note.strip().rstrip(".")
    return [f"Om nästa möte sägs också: {note}."] if note else []


def _of_waiting(chain: Carried, last: Meeting) -> str:
    origin = origin_in_words(chain.origin, last.numbering)
    return f"«{chain.item.title}» väntar till {in_words(chain.carried_to)} ({origin})."


def _is_overlooked(chain: Carried, last: Meeting) -> bool:
    """Whether an earlier meeting sent the point to the last one, which did not take it up."""
    return chain.origin.date != last.date and chain.carried_to.when == "next"


def _of_overlooked(chain: Carried, last: Meeting) -> str:
    origin = origin_in_words(chain.origin, last.numbering)
    return (
        f"«{chain.item.title}» sköts upp tidigare ({origin}) och har inte behandlats sedan dess. "
        "Stryk punkten om den är färdig."
    )


def _of_report(traced: TracedAction, last: Meeting) -> str:
    where = origin_in_words(traced.closed, last.numbering) if traced.closed else ""
    return f"Åtgärden «{traced.action.what}» kan vara klar: «{traced.said}» ({where})."


def _of_late(actions: Sequence[TracedAction], today: date | None) -> list[str]:
    late = sum(1 for one in actions if today and one.action.due and one.action.due < today)
    told = count(late, "åtgärd", "åtgärder").capitalize()
    return [f"{told} har passerat sin dag."] if late else []


def _of_guests(not_called: Sequence[str]) -> list[str]:
    if not not_called:
        return []
    return [f"Gäster vid förra mötet är inte kallade: {join_list(not_called)}."]
