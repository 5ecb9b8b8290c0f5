"""Words about days ⇄ dates, carry-over, origins and next meetings."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from protokollant.model import CarryOver, NextMeeting, Origin
from protokollant.swedish import (
    FoundDate,
    find_dates,
    find_months,
    find_times,
    format_date_long,
    format_month,
    format_time_span,
    names_place,
    next_month,
    resolve,
    weekday,
    weekday_disagrees,
)


class PhraseError(ValueError):
    """Text that can't be understood: a Swedish sentence on why, and one on what to write."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".rstrip())
        self.message = message
        self.remedy = remedy


_WRITE_DATE = "Skriv till exempel 2026-03-02 eller 2 mars 2026."


def read_day(text: str, *, after: date | None = None, before: date | None = None) -> date:
    """The day that the whole text names; raises PhraseError.

    A day without a year is the next one from `after`, or the last one until `before`.
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip()):
        with suppress(ValueError):  # then `find_dates` finds a day that doesn't exist
            return date.fromisoformat(text.strip())
    found = find_dates(text)
    if len(found) != 1 or found[0].until:
        raise PhraseError(f"«{text}» är inget datum.", _WRITE_DATE)
    beside = f"{text[: found[0].start]} {text[found[0].end :]}".strip(" .,\u00a0")
    if beside:
        raise PhraseError(f"bredvid datumet står «{beside}».", "Låt bara datumet stå här.")
    return _day(found[0], after, before)


def _day(found: FoundDate, after: date | None, before: date | None) -> date:
    day = resolve(found, after=after, before=before)
    words = found.text.strip()
    if day is None and found.year is None and after is None and before is None:
        raise PhraseError(f"«{words}» saknar år.", "Skriv ut året, som i 2 mars 2026.")
    if day is None:
        raise PhraseError(f"«{words}» finns inte i kalendern.", "Rätta datumet.")
    if weekday_disagrees(found, day):
        raise PhraseError(
            f"{day.isoformat()} är en {weekday(day)}, men här står «{words}».",
            "Rätta datumet eller veckodagen.",
        )
    return day


# --- carry-over ---------------------------------------------------------------------------------

_NEXT = re.compile(
    r"(?:till\s+)?(?:next\b|(?:nästa|nästkommande|kommande)\s+(?:möte|sammanträde|gång)\w*)", re.I
)
_BEFORE_WHEN = re.compile(r"(?:(?:till|mötet|sammanträdet|i|under|på)\s+)*", re.I)
_CONDITION = re.compile(r"(?:när|då|om|efter|sedan|så\s+snart|i\s+samband)\b", re.I)
_ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\d-])")


def read_when(text: str, meeting_date: date | None = None) -> str:
    """ "next", "YYYY-MM" or "YYYY-MM-DD" for "nästa möte", "april", "17 april 2026"."""
    when, rest = _split_when(text, meeting_date)
    if rest:
        raise PhraseError(f"«{rest}» är ingen del av en tidpunkt.", "Skriv det under «villkor».")
    return when


def read_carry_over(text: str, meeting_date: date | None = None) -> CarryOver:
    """Where a postponed item goes: "april 2026", "nästa möte, när även skolchef är närvarande"."""
    if _CONDITION.match(text.strip()):
        return CarryOver(condition=text.strip())
    when, condition = _split_when(text, meeting_date)
    return CarryOver(when=when, condition=condition)


def _split_when(text: str, meeting_date: date | None) -> tuple[str, str]:
    text = text.strip()
    if match := _NEXT.match(text):
        return "next", _rest(text, match.end())
    start = _BEFORE_WHEN.match(text).end()  # type: ignore[union-attr]  # matches always
    if match := _ISO_MONTH.match(text, start):
        return f"{match[1]}-{match[2]}", _rest(text, match.end())
    for found in [*find_dates(text), *find_months(text)]:
        if found.start <= start and not found.until:
            when = _month(found, meeting_date) if found.day is None else ""
            return when or _day(found, meeting_date, None).isoformat(), _rest(text, found.end)
    raise PhraseError(
        f"«{text}» säger inte när.", "Skriv «nästa möte», en månad («april 2026») eller ett datum."
    )


def _month(found: FoundDate, meeting_date: date | None) -> str:
    if found.year is not None:
        return f"{found.year:04d}-{found.month:02d}"
    if meeting_date is None:
        raise PhraseError(f"«{found.text}» saknar år.", "Skriv ut året, som i april 2026.")
    return next_month(found.month, meeting_date)


def _rest(text: str, end: int) -> str:
    return text[end:].strip().removeprefix(",").strip()


def write_carry_over(carried: CarryOver) -> str:
    """The carry-over as "april 2026, när underlaget är klart"."""
    when = carried.when
    if when == "next":
        words = "nästa möte"
    elif _ISO_MONTH.fullmatch(when):
        words = format_month(when)
    else:
        words = when
    return f"{words}, {carried.condition}" if carried.condition else words


# --- origin -------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"[\s,]*(?:punkt|paragraf|§{1,2}|p\.)\s*(\d+(?:\.\d+)*(?:\s?[a-zåäö]\b)?)\s*", re.I
)


def read_origin(text: str, before: date | None = None) -> Origin:
    """The meeting and item named: "2026-03-02, punkt 6", "Styrgruppen 2026-03-02, § 6, SIP"."""
    found = find_dates(text)[:1]
    if not found and not _NUMBER.match(text):
        raise PhraseError(
            f"«{text}» namnger inget möte.", "Skriv till exempel 2026-03-02, punkt 6."
        )
    day = _day(found[0], None, before) if found else None
    body = text[: found[0].start].strip(" ,\u00a0") if found else ""
    rest = text[found[0].end :] if found else text
    number = _NUMBER.match(rest)
    title = rest[number.end() :] if number else rest
    title = title.strip().lstrip(",:").strip()
    return Origin(date=day, number=number[1] if number else "", title=title, body=body)


def write_origin(origin: Origin) -> str:
    """The origin as "2026-03-02, punkt 6, Barns behov i skolan"."""
    day = origin.date.isoformat() if origin.date else ""
    number = f"punkt {origin.number}" if origin.number else ""
    return ", ".join(x for x in (f"{origin.body} {day}".strip(), number, origin.title) if x)


# --- next meeting -------------------------------------------------------------------------------

_PREPOSITION = re.compile(r"\A(?:i|på)\s+(?=[A-ZÅÄÖ])")


def read_next_meeting(text: str, after: date | None = None) -> NextMeeting:
    """When and where: "fredagen den 20 maj 2022 kl. 09.00, Stadshuset"; "meddelas senare"."""
    found = find_dates(text)
    if not found and not re.search(r"\d", text):
        return NextMeeting(note=text.strip())
    if len(found) != 1 or found[0].until:
        raise PhraseError(f"«{text}» namnger inte en dag.", _WRITE_DATE)
    later = after + timedelta(days=1) if after else None
    day = _day(found[0], later, None)
    rest = text[found[0].end :]
    times = find_times(rest)
    if len(times) > 1:
        raise PhraseError(f"«{text}» har flera klockslag.", "Skriv ett, som kl. 9.00–11.00.")
    span = times[0].span if times else None
    if times:
        rest = rest[: times[0].start] + rest[times[0].end :]
    before = text[: found[0].start].strip(" ,\u00a0")
    place, note = _place_and_note(", ".join(x for x in (before, rest.strip(" ,.")) if x))
    return NextMeeting(
        date=day,
        start=span.start if span else None,
        end=span.end if span else None,
        place=_PREPOSITION.sub("", place),
        note=note,
    )


def _place_and_note(text: str) -> tuple[str, str]:
    """What is said beside day and time: the place, with its room, and the rest."""
    place, *parts = text.split(",")
    while parts and names_place(parts[0].strip()):
        place = f"{place},{parts.pop(0)}"
    return place.strip(), ",".join(parts).strip()


def write_next_meeting(meeting: NextMeeting) -> str:
    """The meeting as "fredagen den 20 maj 2022 kl. 9.00–11.00, Stadshuset"."""
    day = format_date_long(meeting.date) if meeting.date else ""
    time = format_time_span(meeting.start, meeting.end) if meeting.start else ""
    when = f"{day} {time}".strip().replace("\u00a0", " ")
    return ", ".join(x for x in (when, meeting.place, meeting.note) if x)
