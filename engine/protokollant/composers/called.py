"""Past attendance lists, or the body's register → who is called to the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from protokollant.composers.likeness import same_person
from protokollant.model import Body, Meeting, Participant
from protokollant.swedish import attendance_status, fold

# Headings of attendance lists over those who came for a matter of the day.
_VISITORS = (
    "övriga",
    "övriga deltagare",
    "övriga närvarande",
    "gäster",
    "inbjudna",
    "inbjudna gäster",
    "särskilt inbjudna",
    "föredragande",
)
_DEPUTIES = "ersättare"


def called(
    meetings: Sequence[Meeting], body: Body | None = None, day: date | None = None
) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    """Those to call, with attendance unknown, and the names of the guests left out.

    From the register where it has members, as of the day, deputies last in their order; else from
    the last list that names anybody: a member whom a deputy served for is called too, and a guest
    only who was at two meetings or more.
    """
    if body is not None and body.members:
        serving = [member for member in body.members if _is_in_office(member, day)]
        in_order = sorted(serving, key=lambda member: "deputy" in member.roles)
        return tuple(_as_called(member) for member in in_order), ()
    last = next((m for m in reversed(meetings) if m.participants), None)
    if last is None:
        return (), ()
    invited: list[Participant] = []
    left_out: list[str] = []
    for person in last.participants:
        if _is_visitor(person) and _times_listed(person, meetings) < 2:
            left_out.append(person.name)
        else:
            invited.extend(_back_in_their_seats(person, last.participants))
    return _deputies_under_their_heading(invited), tuple(left_out)


def _is_in_office(person: Participant, day: date | None) -> bool:
    if day is None:
        return person.until is None
    return (person.since or day) <= day <= (person.until or day)


def _is_visitor(person: Participant) -> bool:
    """Whether the list shows no more of the person than that they came for something."""
    roles = set(person.roles) - {"adjuster"}
    if roles:
        return roles == {"guest"}
    return fold(person.group).rstrip(":") in _VISITORS


def _times_listed(person: Participant, meetings: Sequence[Meeting]) -> int:
    return sum(any(same_person(p.name, person.name) for p in m.participants) for m in meetings)


def _as_called(person: Participant) -> Participant:
    """The person as the next meeting knows them; what held for one meeting is left out.

    So is a heading that only tells attendance: "Frånvarande".
    """
    roles = tuple(role for role in person.roles if role != "adjuster")
    lasting = tuple(role for role in roles if role != "guest")
    tells_status = attendance_status(person.group) is not None
    return person.model_copy(
        update={
            "status": "unknown",
            "roles": lasting or roles,
            "replaces": "",
            "scope": "",
            "email": "",
            "since": None,
            "until": None,
            "group": "" if tells_status else person.group,
        }
    )


def _back_in_their_seats(
    person: Participant, listed: Sequence[Participant]
) -> tuple[Participant, ...]:
    """The person, and before a deputy the member served for, unless the list has them."""
    if not person.replaces:
        return (_as_called(person),)
    roles = tuple(role for role in person.roles if role not in ("member", "deputy"))
    deputy = _as_called(person.model_copy(update={"roles": (*roles, "deputy")}))
    if any(same_person(p.name, person.replaces) for p in listed):
        return (deputy,)
    member = Participant(
        name=person.replaces,
        roles=("member",),
        organisation=person.organisation,
        group=person.group,
    )
    return member, deputy


def _deputies_under_their_heading(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """The list with every deputy under the heading for deputies, where it has one."""
    heading = next((p.group for p in people if fold(p.group).rstrip(":") == _DEPUTIES), "")
    if not heading:
        return tuple(people)
    moved = [
        p.model_copy(update={"group": heading}) if "deputy" in p.roles and p.group else p
        for p in people
    ]
    groups = list(dict.fromkeys(p.group for p in moved))
    return tuple(sorted(moved, key=lambda p: groups.index(p.group)))
