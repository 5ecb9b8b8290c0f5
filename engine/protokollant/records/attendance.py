"""The ways to write who took part ⇄ participants.

    närvarande: [Eva Ek]          frånvarande:            deltagare:
    ordförande: Eva Ek              Ledamöter:              - Eva Ek, frånvarande
                                      - Ulf Ström

A list may stand under headings, which become the participants' group. The order of the keys in
the file is the order of the participants.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from protokollant.model import Meeting, Participant, Record, Role, Status
from protokollant.phrases import read_names
from protokollant.records.emit import Field, Fields, Items, Outline
from protokollant.records.nodes import AnyNode, Entry, List, Mapping, Text
from protokollant.vocabulary import names_of, plain_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from protokollant.records.construct import Construct

_STATUS: dict[str, Status] = {"present": "present", "absent": "absent"}
_ROLE: dict[str, Role] = {"chairs": "chair", "secretaries": "secretary"}
_LONGEST_HEADING = 100


def is_shortcut(kind: type[Record], name: str) -> bool:
    """Whether this derived field of a meeting may be written all the same."""
    return kind is Meeting and (name in _STATUS or name in _ROLE)


def takes(kind: type[Record], name: str) -> bool:
    """Whether `read` is the one to read the field."""
    return kind is Meeting and (name == "participants" or is_shortcut(kind, name))


def read(construct: Construct, fields: dict[str, Entry]) -> tuple[Participant, ...]:
    """Everybody named under any of the keys; () when none of them is there."""
    people: list[Participant] = []
    by_role: list[tuple[int, Role, Participant]] = []
    for name, entry in fields.items():
        if name in ("participants", *_STATUS):
            found = listed(construct, entry.value, entry.key.value)
            people.extend(_with_status(construct, p, name, entry) for p in found)
        elif role := _ROLE.get(name):
            persons = _persons(construct, entry.value, (entry.key.value,))
            by_role.extend((len(people), role, person) for person in persons)
    # From the end, so that the places noted stay true.
    for place, role, person in reversed(by_role):
        _give_role(people, place, role, person)
    return tuple(people)


def listed(construct: Construct, node: AnyNode, key: str) -> list[Participant]:
    """The participants of a list or of headings with lists, which may also stand in a list."""
    people: list[Participant] = []
    if isinstance(node, Mapping) and _has_headings(node):
        for entry in node.entries:
            found = _persons(construct, entry.value, (key, entry.key.value, "person"))
            people += [_under(entry.key.value, person) for person in found]
        return people
    if not isinstance(node, List):
        return list(_persons(construct, node, (key,)))
    for number, item in enumerate(node.items, 1):
        if isinstance(item, Mapping) and _is_headed_list(item):
            people += listed(construct, item, key)
        elif not (isinstance(item, Text) and item.missing):
            person = construct.record(Participant, item, (f"{key} {number}",))
            people += [person] if person else []
    return people


def _under(heading: str, person: Participant) -> Participant:
    return person.model_copy(update={"group": person.group or heading})


def _persons(
    construct: Construct, node: AnyNode, where: tuple[str, ...]
) -> tuple[Participant, ...]:
    """The participants of a list, or of one text that may be nothing but names."""
    names = read_names(node.value) if isinstance(node, Text) else ()
    if len(names) > 1:
        return tuple(Participant(name=name) for name in names)
    return construct.records(Participant, node, where)


def _has_headings(node: Mapping) -> bool:
    """Whether the keys are headings, not the fields of one participant."""
    names = names_of(Participant)
    return not any(
        isinstance(entry.value, Text) and plain_key(entry.key.value) in names
        for entry in node.entries
    )


def _is_headed_list(node: Mapping) -> bool:
    """Whether the entry of a list is a heading with a list of its own, not one participant."""
    return bool(node.entries) and all(isinstance(entry.value, List) for entry in node.entries)


def _with_status(construct: Construct, person: Participant, name: str, entry: Entry) -> Participant:
    status = _STATUS.get(name)
    if status is None or person.status == status:
        return person
    if person.status != "unknown":
        construct.fault(
            entry.key,
            (entry.key.value,),
            f"{person.name} står både som närvarande och frånvarande.",
            "Stryk det som är fel.",
        )
    return person.model_copy(update={"status": status})


def _give_role(people: list[Participant], place: int, role: Role, person: Participant) -> None:
    """Add the role to the person of that name; one not listed comes at `place`, as present."""
    for index, listed in enumerate(people):
        if listed.name == person.name:
            roles = tuple(dict.fromkeys((role, *listed.roles)))
            people[index] = listed.model_copy(update={"roles": roles})
            return
    roles = tuple(dict.fromkeys((role, *person.roles)))
    status = "present" if person.status == "unknown" else person.status
    people.insert(place, person.model_copy(update={"roles": roles, "status": status}))


def write(
    people: tuple[Participant, ...], outline: Callable[[Participant, str], Outline]
) -> list[Field]:
    """The participants under `närvarande`, `frånvarande` and `deltagare`, in their order.

    Where the statuses are mingled all stand under `deltagare`, each with its own.
    """
    places = [f"participants[{index}]" for index in range(len(people))]
    statuses = [person.status for person in people]
    runs = list(dict.fromkeys(statuses))
    if [s for s in runs for _ in range(statuses.count(s))] != statuses:
        mingled = grouped(list(zip(people, places, strict=True)), outline)
        return [Field("deltagare", mingled, "participants")]
    fields = []
    for status in runs:
        key = {"present": "närvarande", "absent": "frånvarande"}.get(status, "deltagare")
        members = [
            (person.model_copy(update={"status": "unknown"}), place)
            for person, place in zip(people, places, strict=True)
            if person.status == status
        ]
        fields.append(Field(key, grouped(members, outline), "participants"))
    return fields


def grouped(
    people: Iterable[tuple[Participant, str]], outline: Callable[[Participant, str], Outline]
) -> Outline:
    """Participants with their paths as a list; under its headings where it has such, or both."""
    entries: list[Field] = []
    for heading, run in groupby(people, key=lambda pair: _heading(pair[0])):
        members = tuple(
            Field("", outline(_ungrouped(p) if heading else p, place), place) for p, place in run
        )
        entries += [Field(heading, Items(members))] if heading else members
    headings = [entry.key for entry in entries]
    if all(headings) and len(set(headings)) == len(headings):
        return Fields(tuple(entries))
    return Items(tuple(Field("", Fields((e,))) if e.key else e for e in entries))


def _heading(person: Participant) -> str:
    return person.group if len(person.group) <= _LONGEST_HEADING else ""


def _ungrouped(person: Participant) -> Participant:
    return person.model_copy(update={"group": ""})
