"""Rules on who is there: chair, secretary, deputies and their order, the register."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from protokollant.model import Participant
from protokollant.rules.case import Case, Remark, has_seat, plain, same, shown
from protokollant.rules.serving import is_known


def no_chair(case: Case) -> Iterator[Remark]:
    """Nobody is named as chair."""
    if case.meeting.participants and not any(_chairs(p) for p in case.meeting.participants):
        yield Remark(
            "ingen ordförande är angiven.",
            "Skriv «ordförande» efter namnet på den som ledde mötet.",
            "participants",
        )


def absent_chair(case: Case) -> Iterator[Remark]:
    """The chair was away, and nobody who was there could chair instead."""
    people = case.meeting.participants
    away = [p for p in people if "chair" in p.roles and p.status == "absent"]
    if away and is_known(case) and not any(_chairs(p) and p.status == "present" for p in people):
        yield Remark(
            f"ordföranden {away[0].name} var frånvarande, och ingen som var där står som "
            "ordförande eller vice ordförande.",
            "Skriv vem som ledde mötet.",
            _path(case, away[0]),
        )


def several_chairs(case: Case) -> Iterator[Remark]:
    """Two who were there are named as chair, of the whole meeting."""
    chairs = [
        p
        for p in case.meeting.participants
        if "chair" in p.roles and p.status == "present" and not p.scope
    ]
    if len(chairs) > 1:
        yield Remark(
            f"två står som ordförande: {chairs[0].name} och {chairs[1].name}.",
            "Låt en vara ordförande, eller skriv vilka paragrafer var och en ledde.",
            _path(case, chairs[1]),
        )


def no_secretary(case: Case) -> Iterator[Remark]:
    """Nobody is named as secretary."""
    if case.meeting.participants and not case.meeting.secretaries:
        yield Remark(
            "ingen sekreterare är angiven.",
            "Skriv «sekreterare» efter namnet på den som förde protokollet.",
            "participants",
        )


def listed_twice(case: Case) -> Iterator[Remark]:
    """The same person stands twice in the list."""
    seen: dict[str, str] = {}
    for person in case.meeting.participants:
        name = plain(person.name)
        if name in seen and seen[name] == person.scope:
            yield Remark(
                f"{person.name} står två gånger i närvarolistan.",
                "Ta bort den ena raden, eller skriv vilka paragrafer var och en gäller.",
                _path(case, person),
            )
        seen[name] = person.scope


def deputy_for_present(case: Case) -> Iterator[Remark]:
    """A deputy serves for somebody who is there the whole time."""
    for deputy in _deputies(case):
        member = case.person(deputy.replaces)
        if member is None or member.status != "present" or member.scope or deputy.scope:
            continue
        if not _moves(case, member.name):
            yield Remark(
                f"{deputy.name} tjänstgör för {member.name}, som är närvarande.",
                "Rätta närvaron, eller skriv vilka paragrafer ersättaren tjänstgjorde.",
                _path(case, deputy),
            )


def deputy_for_stranger(case: Case) -> Iterator[Remark]:
    """A deputy serves for somebody who has no seat."""
    for deputy in _deputies(case):
        member = case.person(deputy.replaces)
        registered = case.body is not None and any(
            same(one.name, deputy.replaces) for one in case.body.members if has_seat(one)
        )
        known = bool(case.body and case.body.members) or member is not None
        if known and not registered and (member is None or not has_seat(member)):
            yield Remark(
                f"{deputy.name} tjänstgör för {deputy.replaces}, som inte är ledamot.",
                "Rätta namnet, eller lägg till ledamoten bland de frånvarande.",
                _path(case, deputy),
            )


def two_deputies(case: Case) -> Iterator[Remark]:
    """Two deputies serve for the same member at the same time."""
    for one, other in combinations(_deputies(case), 2):
        if same(one.replaces, other.replaces) and not (one.scope and other.scope):
            yield Remark(
                f"{one.name} och {other.name} tjänstgör båda för {one.replaces}.",
                "Låt en av dem tjänstgöra, eller skriv vilka paragrafer var och en tjänstgjorde.",
                _path(case, other),
            )


def out_of_turn(case: Case) -> Iterator[Remark]:
    """A deputy serves though one who stands before in the register was there and did not.

    Within a party where the register gives parties: deputies are called party by party.
    """
    order = [p for p in case.body.members if "deputy" in p.roles] if case.body else []
    for deputy in _deputies(case):
        place = next((i for i, p in enumerate(order) if same(p.name, deputy.name)), None)
        for before in order[: place or 0]:
            listed = case.person(before.name)
            party = before.party == (order[place or 0].party if place is not None else "")
            if (
                party
                and listed
                and listed.status == "present"
                and not listed.replaces
                and not _moves(case, listed.name)
            ):
                yield Remark(
                    f"{deputy.name} tjänstgör före {listed.name}, som står före i "
                    "inkallelseordningen och var där.",
                    f"Låt {listed.name} tjänstgöra, eller rätta ordningen i organ.yaml.",
                    _path(case, deputy),
                )
                break


def outside_mandate(case: Case) -> Iterator[Remark]:
    """Somebody takes part as member or deputy before or after their time in the organ."""
    day = case.meeting.date
    for one in case.body.members if case.body and day else ():
        listed = case.person(one.name)
        if day is None or listed is None or listed.status != "present":
            continue
        if one.until and day > one.until:
            yield Remark(
                f"{listed.name} deltog, men uppdraget gick ut {shown(one.until)}.",
                "Rätta närvaron, eller dagen i organ.yaml.",
                _path(case, listed),
            )
        if one.since and day < one.since:
            yield Remark(
                f"{listed.name} deltog, men uppdraget börjar först {shown(one.since)}.",
                "Rätta närvaron, eller dagen i organ.yaml.",
                _path(case, listed),
            )


def member_not_told_of(case: Case) -> Iterator[Remark]:
    """A member of the register is neither present nor absent."""
    day = case.meeting.date
    if case.body is None or not is_known(case) or case.meeting.kind != "minutes":
        return
    for one in case.body.members:
        in_time = day is None or ((one.since or day) <= day <= (one.until or day))
        if in_time and has_seat(one) and case.person(one.name) is None:
            yield Remark(
                f"ledamoten {one.name} finns inte i närvarolistan.",
                "Lägg till namnet som närvarande eller frånvarande.",
                "participants",
            )


def _chairs(person: Participant) -> bool:
    return bool({"chair", "vice_chair"} & set(person.roles))


def _deputies(case: Case) -> list[Participant]:
    return [p for p in case.meeting.participants if p.replaces and p.status != "absent"]


def _moves(case: Case, name: str) -> bool:
    """Whether the person comes, leaves or steps aside during the meeting."""
    for _, item in case.items():
        moved = [one.name for one in item.movements] + [one.deputy for one in item.movements]
        moved += [one.name for one in item.recusals] + [one.replaced_by for one in item.recusals]
        if any(same(one, name) for one in moved):
            return True
    return False


def _path(case: Case, person: Participant) -> str:
    index = next(i for i, p in enumerate(case.meeting.participants) if p is person)
    return f"participants[{index}]"
