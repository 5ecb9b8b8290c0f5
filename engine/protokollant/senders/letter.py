"""An agenda → the text of the e-mail that calls to the meeting, or calls it off."""

from __future__ import annotations

from collections.abc import Sequence

from protokollant.model import Body, Meeting
from protokollant.senders.addresses import with_addresses
from protokollant.swedish import format_date_long, format_time_span, join_list


def letter(
    agenda: Meeting, *, body: Body | None = None, files: Sequence[str] = (), cancelled: bool = False
) -> str:
    """Recipients, subject and text, plainly, to copy into an e-mail; `files` are attached."""
    parts = [
        f"Till: {_recipients(agenda, body)}",
        f"Ämne: {_subject(agenda, cancelled)}",
        "",
        "Hej!",
        "",
        _opening(agenda, cancelled),
    ]
    if not cancelled:
        parts += ["", *_points(agenda), *_actions(agenda), *_enclosed(agenda, files)]
        parts += ["", "Svara gärna om du inte kan komma."]
    parts += ["", "Vänliga hälsningar", *([agenda.contact] if agenda.contact else [])]
    return "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _recipients(agenda: Meeting, body: Body | None) -> str:
    """Addresses where the register has them, else names; then those on the distribution list."""
    people = [address or person.name for person, address in with_addresses(agenda, body)]
    return "; ".join(dict.fromkeys([*people, *(body.distribution if body else ())]))


def _subject(agenda: Meeting, cancelled: bool) -> str:
    day = format_date_long(agenda.date) if agenda.date else ""
    word = "Inställt" if cancelled else "Kallelse"
    return " ".join(part for part in (f"{word}:", agenda.body or "möte", day) if part)


def _opening(agenda: Meeting, cancelled: bool) -> str:
    day = f" {format_date_long(agenda.date)}" if agenda.date else ""
    if cancelled:
        return f"Mötet{day} är inställt."
    time = f" {format_time_span(agenda.start, agenda.end)}" if agenda.start else ""
    place = f", {agenda.place}" if agenda.place else ""
    return f"Välkommen till möte{day}{time}{place}."


def _points(agenda: Meeting) -> list[str]:
    if not agenda.items:
        return []
    lines = ["Dagordning:"]
    sign = "§ " if agenda.numbering == "section" else ""
    for item in agenda.items:
        number = f"{sign}{item.number}{'' if sign else '.'} " if item.number else ""
        clock = f" (kl. {item.clock.hour}.{item.clock:%M})" if item.clock else ""
        lines.append(f"  {number}{item.title}{clock}")
    return lines


def _actions(agenda: Meeting) -> list[str]:
    """What those called have promised to have done."""
    open_ones = [p.action for p in agenda.all_actions if p.action.status == "open"]
    if not open_ones:
        return []
    lines = ["", "Åtgärder att rapportera:"]
    for action in open_ones:
        who = f"{join_list(action.who)}: " if action.who else ""
        due = f", senast {action.due.isoformat()}" if action.due else ""
        lines.append(f"  - {who}{action.what}{due}")
    return lines


def _enclosed(agenda: Meeting, files: Sequence[str]) -> list[str]:
    titles = [*files, *(one.title for one in agenda.all_attachments)]
    return ["", "Bifogat:", *(f"  - {title}" for title in dict.fromkeys(titles))] if titles else []
