"""A year in figures → a few plain sentences, each with the meetings it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protokollant.model import (
    Meeting,
    Origin,
    Statement,
    YearAction,
    YearCarryOver,
    YearDecision,
    YearMeeting,
)
from protokollant.swedish import count, format_date, format_number

_NAMELESS = "Gruppen"


def meetings_sentences(body: str, year: int, held: Sequence[YearMeeting]) -> Iterator[Statement]:
    """How many meetings there were, and how many took part."""
    origins = tuple(Origin(date=meeting.date) for meeting in held)
    name = body or _NAMELESS
    if len(held) == 1:
        text = f"{name} höll ett möte under {year}, den {format_date(held[0].date)}."
    else:
        text = f"{name} höll {count(len(held), 'möte', 'möten', article='ett')} under {year}."
    yield Statement(text=text, origins=origins)
    yield from _attendance(held)


def _attendance(held: Sequence[YearMeeting]) -> Iterator[Statement]:
    told = [meeting for meeting in held if meeting.present]
    if not told:
        return
    origins = tuple(Origin(date=meeting.date) for meeting in told)
    people = sum(meeting.present for meeting in told)
    if len(held) == 1:
        text = f"{_capital(count(people, 'person', 'personer'))} deltog."
    elif len(told) < len(held):
        where = count(len(told), "möte", "möten", article="ett")
        took_part = (
            f"{'i genomsnitt ' if len(told) > 1 else ''}{_average(people, len(told))} deltog"
        )
        text = f"Närvaron är antecknad vid {where}, där {took_part}."
    else:
        text = f"I genomsnitt deltog {_average(people, len(told))} per möte."
    yield Statement(text=text, origins=origins)
    unknown = sum(meeting.unknown for meeting in held)
    if unknown:
        text = f"I {count(unknown, 'fall', 'fall', article='ett')} saknas uppgift om närvaro."
        if len(held) == 1:
            people_unknown = count(unknown, "person", "personer")
            text = f"För {people_unknown} saknas uppgift om närvaro."
        gaps = tuple(Origin(date=meeting.date) for meeting in held if meeting.unknown)
        yield Statement(text=text, origins=gaps)


def decisions_sentence(
    held: Sequence[YearMeeting], decisions: Sequence[YearDecision]
) -> Iterator[Statement]:
    """How many items were dealt with and how many decisions made."""
    items = sum(meeting.items for meeting in held)
    if not items:
        return
    origins = tuple(Origin(date=meeting.date) for meeting in held)
    dealt = f"behandlades {count(items, 'punkt', 'punkter')}"
    if decisions:
        made = count(len(decisions), "beslut", "beslut", article="ett")
        text = f"Sammanlagt {dealt} och fattades {made}."
    else:
        text = f"Sammanlagt {dealt}; inga beslut är antecknade."
    yield Statement(text=text, origins=origins)


def actions_sentence(done: Sequence[YearAction], left: Sequence[YearAction]) -> Iterator[Statement]:
    """How many actions were agreed, how many are done and how many remain."""
    total = len(done) + len(left)
    if not total:
        return
    origins = _meetings_of(action.origin for action in (*done, *left))
    if total == 1:
        text = f"En åtgärd är antecknad och den {'är klar' if done else 'återstår'}."
    elif not done or not left:
        every = "Båda antecknade åtgärderna" if total == 2 else _all_of(total)
        text = f"{every} {'återstår' if left else 'är klara'}."
    else:
        text = (
            f"Av {_how_many(total)} antecknade åtgärder är {_how_many(len(done))} "
            f"{'klar' if len(done) == 1 else 'klara'} och {_how_many(len(left))} återstår."
        )
    yield Statement(text=text, origins=origins)


def carried_sentence(carried: Sequence[YearCarryOver]) -> Iterator[Statement]:
    """How many points were postponed and how many of them still wait."""
    if not carried:
        return
    left = sum(1 for point in carried if point.handled is None)
    if len(carried) == 1:
        after = "väntar ännu" if left else "har behandlats sedan dess"
        text = f"En punkt sköts upp och {after}."
    else:
        points = _capital(count(len(carried), "punkt", "punkter"))
        every = "båda" if len(carried) == 2 else "alla"
        after = {
            0: f"{every} har behandlats sedan dess",
            len(carried): f"{every} väntar ännu",
        }.get(left, f"{_how_many(left)} av dem väntar ännu")
        text = f"{points} sköts upp; {after}."
    yield Statement(text=text, origins=_meetings_of(point.origin for point in carried))


def coming_sentence(last: Meeting) -> Iterator[Statement]:
    """When the next meeting is, where the year's last minutes tell."""
    coming = last.next_meeting
    if coming is None or coming.date is None or last.date is None or coming.date <= last.date:
        return
    text = f"Nästa möte är den {format_date(coming.date)}."
    yield Statement(text=text, origins=(Origin(date=last.date),))


def _meetings_of(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """The meetings, each once, by date; their lists tell the items."""
    days = sorted({origin.date for origin in origins if origin.date})
    return tuple(Origin(date=day) for day in days)


def _average(people: int, meetings: int) -> str:
    whole, rest = divmod(people, meetings)
    if not rest:
        return count(whole, "person", "personer")
    return f"{format_number(round(people / meetings, 1), 1)} personer"


def _all_of(number: int) -> str:
    return f"Alla {_how_many(number)} antecknade åtgärder"


def _how_many(number: int) -> str:
    """The number alone, standing for things of common gender: "en", "tre", "14"."""
    return count(number, "", "").strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
