"""Rules on who takes part in an item: quorum, votes, jäv, reservations, motions, movements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from protokollant.model import Vote
from protokollant.rules.case import Case, Remark, plain, same
from protokollant.rules.serving import Serving, at_start, serving


def quorum(case: Case) -> Iterator[Remark]:
    """Fewer serve than it takes to decide."""
    need = _needed(case)
    for at in serving(case) if need else ():
        if len(at.names) < need and at.item.decisions:
            yield Remark(
                f"bara {len(at.names)} tjänstgör, men det krävs {need} för att besluta.",
                "Rätta närvaron, eller bordlägg ärendet.",
                f"items[{at.index}]",
            )


def nobody_serves(case: Case) -> Iterator[Remark]:
    """There is a decision, but no member serves."""
    for at in serving(case) if not _needed(case) else ():
        if at.item.decisions and not at.names:
            yield Remark(
                "beslut finns, men ingen ledamot tjänstgör.",
                "Skriv «ledamot» efter namnen på dem som beslutade.",
                f"items[{at.index}]",
            )


def unserving_voter(case: Case) -> Iterator[Remark]:
    """Somebody votes who does not serve at the item."""
    for at in serving(case):
        out = {plain(one.name) for one in at.item.recusals}
        for path, vote in _votes(at):
            for name in _voters(vote):
                if plain(name) not in at.names and plain(name) not in out:
                    yield Remark(
                        f"{name} röstar men tjänstgör inte: {_why(case, at, name)}.",
                        "Rätta omröstningen eller närvaron.",
                        path,
                    )


def voter_with_conflict(case: Case) -> Iterator[Remark]:
    """Somebody who is disqualified votes, moves or reserves."""
    for index, item in case.items():
        out = {plain(one.name): one.name for one in item.recusals}
        acts = [(name, "röstar") for vote in item.votes for name in _voters(vote)]
        acts += [(name, "yrkar") for one in item.motions for name in one.by]
        acts += [(name, "reserverar sig") for one in item.reservations for name in one.by]
        for name, does in acts:
            if plain(name) in out:
                yield Remark(
                    f"{name} är jävig men {does}.",
                    "Ta bort namnet där, eller jävet.",
                    f"items[{index}].recusals",
                )


def votes_twice(case: Case) -> Iterator[Remark]:
    """Somebody votes twice in one vote."""
    for path, vote in _all_votes(case):
        for name, times in Counter(map(plain, _voters(vote))).items():
            if times > 1:
                written = next(one for one in _voters(vote) if plain(one) == name)
                yield Remark(f"{written} röstar {times} gånger.", "Ta bort den ena rösten.", path)


def miscounted(case: Case) -> Iterator[Remark]:
    """The figures told are not those of the names."""
    for path, vote in _all_votes(case):
        sides = (("ja", vote.yes, vote.yes_count), ("nej", vote.no, vote.no_count),
                 ("avstår", vote.abstained, vote.abstained_count))  # fmt: skip
        for word, names, count in sides:
            if names and count is not None and count != len(names):
                yield Remark(
                    f"«antal {word}» är {count}, men {len(names)} namn står under «{word}».",
                    "Rätta antalet eller namnen.",
                    path,
                )


def more_votes_than_members(case: Case) -> Iterator[Remark]:
    """More votes are counted than there are who serve."""
    for at in serving(case):
        for path, vote in _votes(at):
            total = sum(_counts(vote))
            if total > len(at.names):
                yield Remark(
                    f"{total} röster är räknade, men bara {len(at.names)} tjänstgör.",
                    "Rätta rösterna eller närvaron.",
                    path,
                )


def missing_votes(case: Case) -> Iterator[Remark]:
    """Somebody who serves is not told of in an open vote."""
    for at in serving(case):
        for path, vote in _votes(at):
            told = {plain(name) for name in _voters(vote)}
            if not vote.yes or not vote.no:
                continue
            for name in sorted(at.names - told):
                person = case.person(name)
                yield Remark(
                    f"{person.name if person else name} tjänstgör men finns inte i omröstningen.",
                    "Lägg till namnet under «ja», «nej» eller «avstår».",
                    path,
                )


def tie_without_outcome(case: Case) -> Iterator[Remark]:
    """A tied vote does not say how it fell; the chair has the casting vote."""
    for path, vote in _all_votes(case):
        yes, no, _ = _counts(vote)
        if yes and yes == no and not vote.outcome:
            yield Remark(
                f"rösterna är lika, {yes} mot {no}, men utfallet saknas.",
                "Skriv under «utfall» vad ordförandens utslagsröst gav.",
                path,
            )


def reservation_of_outsider(case: Case) -> Iterator[Remark]:
    """Somebody reserves who did not take part in the decision."""
    for at in serving(case):
        out = {plain(one.name) for one in at.item.recusals}
        for i, one in enumerate(at.item.reservations):
            for name in one.by:
                if plain(name) not in at.names | out and case.person(name) is not None:
                    yield Remark(
                        f"{name} reserverar sig men deltog inte i beslutet: "
                        f"{_why(case, at, name)}.",
                        "Ta bort reservationen, eller gör den till en protokollsanteckning.",
                        f"items[{at.index}].reservations[{i}]",
                    )


def reservation_without_decision(case: Case) -> Iterator[Remark]:
    """A reservation where nothing was decided."""
    for index, item in case.items():
        if item.reservations and not item.decisions:
            yield Remark(
                "en reservation finns, men inget beslut.",
                "Lägg till beslutet, eller ta bort reservationen.",
                f"items[{index}].reservations",
            )


def late_reservation(case: Case) -> Iterator[Remark]:
    """A reservation was made after the meeting had closed."""
    end = case.meeting.end
    for index, item in case.items():
        for i, one in enumerate(item.reservations):
            if end and one.time and one.time > end:
                yield Remark(
                    f"reservationen anmäldes kl. {one.time:%H.%M}, efter mötets slut "
                    f"kl. {end:%H.%M}.",
                    "En reservation ska anmälas innan mötet avslutas. Rätta klockslaget, eller "
                    "gör den till en protokollsanteckning.",
                    f"items[{index}].reservations[{i}]",
                )


def motion_of_outsider(case: Case) -> Iterator[Remark]:
    """Somebody moves who has no right to: neither serving nor present."""
    for at in serving(case):
        for i, one in enumerate(at.item.motions):
            for name in one.by:
                person = case.person(name)
                if person is not None and plain(name) not in at.names and not _is_out(at, name):
                    yield Remark(
                        f"{name} yrkar men tjänstgör inte: {_why(case, at, name)}.",
                        "Rätta yrkandet eller närvaron.",
                        f"items[{at.index}].motions[{i}]",
                    )


def motions_without_decision(case: Case) -> Iterator[Remark]:
    """Something was moved, but nothing decided."""
    for index, item in case.items():
        if (item.motions or item.votes) and not item.decisions and item.state == "handled":
            yield Remark(
                "yrkanden eller omröstning finns, men inget beslut.",
                "Skriv vad som beslutades, eller att ärendet sköts upp.",
                f"items[{index}]",
            )


def recusal_of_absent(case: Case) -> Iterator[Remark]:
    """Somebody steps aside who is not there, or is replaced by somebody who is not."""
    for at in serving(case):
        for i, one in enumerate(at.item.recusals):
            path = f"items[{at.index}].recusals[{i}]"
            if plain(one.name) not in at.present:
                yield Remark(
                    f"{one.name} är jävig men är inte där.", "Rätta namnet eller närvaron.", path
                )
            if one.replaced_by and plain(one.replaced_by) not in at.present:
                yield Remark(
                    f"{one.replaced_by} ersätter {one.name} men är inte där.",
                    "Rätta namnet eller närvaron.",
                    path,
                )


def recusal_without_reason(case: Case) -> Iterator[Remark]:
    """It is not told why somebody steps aside."""
    for index, item in case.items():
        for i, one in enumerate(item.recusals):
            if not one.reason:
                yield Remark(
                    f"skälet till att {one.name} är jävig saknas.",
                    "Skriv det efter namnet: «Eva Ek (S): sitter i bolagets styrelse».",
                    f"items[{index}].recusals[{i}]",
                )


def impossible_movement(case: Case) -> Iterator[Remark]:
    """Somebody leaves who is not there, or comes who is; or a stranger moves."""
    here: set[str] | None = None
    for at in serving(case):
        for i, one in enumerate(at.item.movements):
            path = f"items[{at.index}].movements[{i}]"
            if case.person(one.name) is None:
                yield Remark(f"{one.name} finns inte i närvarolistan.", "Rätta namnet.", path)
                continue
            before = here if here is not None else at_start(case)
            name = plain(one.name)
            if one.direction == "leaves" and name not in before:
                yield Remark(
                    f"{one.name} går men är inte där.", "Rätta namnet eller närvaron.", path
                )
            if one.direction == "arrives" and name in before:
                yield Remark(
                    f"{one.name} kommer men är redan där.", "Rätta namnet eller närvaron.", path
                )
        here = set(at.present)


def _needed(case: Case) -> int:
    if case.body is None:
        return 0
    return case.body.quorum or (case.body.seats // 2 + 1 if case.body.seats else 0)


def _voters(vote: Vote) -> tuple[str, ...]:
    return (*vote.yes, *vote.no, *vote.abstained)


def _counts(vote: Vote) -> tuple[int, int, int]:
    sides = ((vote.yes_count, vote.yes), (vote.no_count, vote.no),
             (vote.abstained_count, vote.abstained))  # fmt: skip
    yes, no, abstained = (len(names) if count is None else count for count, names in sides)
    return yes, no, abstained


def _votes(at: Serving) -> Iterator[tuple[str, Vote]]:
    for i, vote in enumerate(at.item.votes):
        yield f"items[{at.index}].votes[{i}]", vote


def _all_votes(case: Case) -> Iterator[tuple[str, Vote]]:
    for index, item in case.items():
        for i, vote in enumerate(item.votes):
            yield f"items[{index}].votes[{i}]", vote


def _is_out(at: Serving, name: str) -> bool:
    return any(same(one.name, name) for one in at.item.recusals)


def _why(case: Case, at: Serving, name: str) -> str:
    """Why somebody does not serve at the item."""
    person = case.person(name)
    if person is None:
        return "namnet finns inte i närvarolistan"
    if person.status == "absent":
        return "frånvarande"
    if plain(name) not in at.present:
        return "inte där då"
    if "deputy" in person.roles:
        return "ersättare som inte tjänstgör"
    return "inte ledamot" if not _served_before(case, at, name) else "inte med vid paragrafen"


def _served_before(case: Case, at: Serving, name: str) -> bool:
    return any(plain(name) in other.names for other in serving(case) if other.index != at.index)
