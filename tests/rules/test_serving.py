"""Who serves at each section: cases by hand, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollant.model import AgendaItem, Meeting, Movement, Participant, Recusal
from protokollant.rules.case import Case
from protokollant.rules.serving import serving

MEMBERS = ("Ann", "Bo", "Cia", "Dan", "Eva")
DEPUTIES = ("Fia", "Gun")


def meeting(*items: AgendaItem, scope: str = "") -> Meeting:
    people = [Participant(name=name, status="present", roles=("member",)) for name in MEMBERS]
    people[0] = people[0].model_copy(update={"scope": scope})
    people += [Participant(name=name, status="present", roles=("deputy",)) for name in DEPUTIES]
    people.append(Participant(name="Hugo", status="present", roles=("guest",)))
    return Meeting(participants=tuple(people), items=items)


def served(*items: AgendaItem, scope: str = "") -> list[str]:
    found = serving(Case(meeting(*items, scope=scope), "protocol"))
    return [",".join(sorted(name.capitalize() for name in at.names)) for at in found]


def item(number: int = 1, **content: object) -> AgendaItem:
    return AgendaItem.model_validate({"number": str(number), "title": "A", **content})


def leaves(name: str, deputy: str = "") -> Movement:
    return Movement(name=name, direction="leaves", deputy=deputy)


def arrives(name: str, deputy: str = "") -> Movement:
    return Movement(name=name, direction="arrives", deputy=deputy)


ALL = "Ann,Bo,Cia,Dan,Eva"
CASES = [
    ([item()], [ALL]),
    ([item(), item(movements=(leaves("Bo"),)), item()], [ALL, *["Ann,Cia,Dan,Eva"] * 2]),
    (
        [item(movements=(leaves("Bo", "Fia"),)), item(movements=(arrives("Bo"),))],
        ["Ann,Cia,Dan,Eva,Fia", ALL],
    ),
    ([item(movements=(leaves("Bo", "Fia"),))], ["Ann,Cia,Dan,Eva,Fia"]),
    ([item(), item(movements=(arrives("Bo"),))], ["Ann,Cia,Dan,Eva", ALL]),
    (
        [item(movements=(leaves("Bo", "Fia"),)), item(movements=(arrives("Bo", "Fia"),))],
        ["Ann,Cia,Dan,Eva,Fia", ALL],
    ),
    ([item(recusals=(Recusal(name="Dan"),)), item()], ["Ann,Bo,Cia,Eva", ALL]),
    ([item(recusals=(Recusal(name="Dan (S)", replaced_by="Gun (S)"),))], ["Ann,Bo,Cia,Eva,Gun"]),
    ([item(movements=(leaves("Hugo"),))], [ALL]),
    ([item(movements=(leaves("Bo", "Okänd"),))], ["Ann,Cia,Dan,Eva"]),
]  # fmt: skip


@pytest.mark.parametrize(("items", "names"), CASES)
def test_who_serves(items: list[AgendaItem], names: list[str]) -> None:
    assert served(*items) == names


SCOPES = [
    ("§§ 2–3", [2, 3]),
    ("§ 2", [2]),
    ("fr.o.m. § 3", [3, 4]),
    ("t.o.m. § 2", [1, 2]),
    ("§§ 1–2, 4", [1, 2, 4]),
    ("", [1, 2, 3, 4]),
]


@pytest.mark.parametrize(("scope", "numbers"), SCOPES)
def test_the_list_tells_which_sections_somebody_took_part_in(
    scope: str, numbers: list[int]
) -> None:
    found = served(*(item(number) for number in (1, 2, 3, 4)), scope=scope)
    assert [n for n, names in enumerate(found, 1) if "Ann" in names] == numbers


movements = st.builds(
    Movement,
    name=st.sampled_from(MEMBERS),
    direction=st.sampled_from(["arrives", "leaves"]),
    deputy=st.sampled_from(["", *DEPUTIES]),
)
recusals = st.builds(
    Recusal, name=st.sampled_from(MEMBERS), replaced_by=st.sampled_from(["", *DEPUTIES])
)


@given(
    st.lists(
        st.tuples(st.lists(movements, max_size=3), st.lists(recusals, max_size=2)),
        min_size=1,
        max_size=5,
    )
)
def test_only_who_is_in_the_room_and_may_serve_does(
    drawn: list[tuple[list[Movement], list[Recusal]]],
) -> None:
    items = [
        item(n, movements=tuple(moved), recusals=tuple(out)) for n, (moved, out) in enumerate(drawn)
    ]
    for at in serving(Case(meeting(*items), "protocol")):
        assert at.names <= at.present
        assert "hugo" not in at.names
        out = {one.name.lower() for one in at.item.recusals}
        instead = {one.replaced_by.lower() for one in at.item.recusals}
        assert not (at.names & out) - instead
        deputies = {name.lower() for name in DEPUTIES} & at.names
        assert len(at.names) <= len(MEMBERS)
        assert len(deputies) <= len(MEMBERS) - len(at.names - deputies)
