"""The persons of head, text and signatures → participants, each once, with every role."""

from __future__ import annotations

from collections.abc import Sequence

from protokollant.model import MeetingKind, Role, Status
from protokollant.parser.attendance import Attendance
from protokollant.parser.findings import Finding
from protokollant.parser.name_index import NameIndex
from protokollant.parser.person_entry import Person
from protokollant.parser.signature import Signed
from protokollant.swedish import fold, party

_ROLE_ORDER: tuple[Role, ...] = (
    "chair", "vice_chair", "secretary", "adjuster", "coopted", "member", "deputy", "guest",
)  # fmt: skip


def merged(attendance: Attendance, findings: Sequence[Finding], kind: MeetingKind) -> list[Person]:
    """The people of the attendance list and of labels such as "Sekreterare: Eva Ek", once each."""
    people: list[Person] = []
    by_name: dict[str, Person] = {}
    was_listed = any(p.status == "present" for p in attendance.people)
    has_marks = attendance.has_marks
    for person in attendance.people:
        known = by_name.get(fold(person.name))
        if known:
            _merge(known, person)
            continue
        by_name[fold(person.name)] = person
        people.append(person)
    for person in people:
        if person.status is None:
            person.status = "unknown" if has_marks or kind != "minutes" else "present"
        elif person.is_called and was_listed and kind == "minutes":
            person.status = "absent"
    index = NameIndex(people)
    for finding in findings:
        if finding.field.startswith("person:"):
            people += _from_label(finding, index, kind)
    for person in people:
        person.roles.sort(key=_ROLE_ORDER.index)
    return people


def _merge(known: Person, again: Person) -> None:
    """Two entries of one person: present wins, what the second adds is added."""
    for role in again.roles:
        known.add_role(role)
    known.is_called = known.is_called and again.is_called
    if again.status == "present" or known.status in (None, "unknown"):
        known.status = again.status or known.status
        known.group = again.group or known.group
    known.party = known.party or again.party
    known.title = known.title or again.title
    known.organisation = known.organisation or again.organisation
    known.replaces = known.replaces or again.replaces
    known.scope = known.scope or again.scope
    known.add_note(again.note)
    known.marks += again.marks


def _from_label(finding: Finding, known: NameIndex, kind: MeetingKind) -> list[Person]:
    """Those of the label who are on no list; the others are given the role it names."""
    added: list[Person] = []
    role: Role = finding.field.removeprefix("person:")  # type: ignore[assignment]
    for name in finding.value:
        person = known.find(name)
        if person is None:
            status: Status = "present" if kind == "minutes" else "unknown"
            person = Person(name, status, marks=list(finding.marks), rule=finding.rule)
            known.add(person)
            added.append(person)
        else:
            person.marks += finding.marks
        person.add_role(role)
        person.party = person.party or _party_after(name, finding)
    return added


def _party_after(name: str, finding: Finding) -> str:
    """The party in brackets after the name, as the label's row has it."""
    for mark in finding.marks:
        rest = mark.text.partition(name)[2].lstrip()
        if rest.startswith("("):
            return party(rest[: rest.find(")") + 1]) or ""
    return ""


def signers_not_listed(signed: Signed, people: NameIndex) -> list[Person]:
    """Those who signed the minutes in an office of the meeting and stand on no list of it."""
    found = []
    for name, role, marks in signed.names:
        if role and " " in name and people.find(name) is None and not people.resembles(name):
            person = Person(name, "present", marks=list(marks), rule="signature")
            people.add(person)
            found.append(person)
    return found


def give_signing_roles(signed: Signed, people: NameIndex) -> None:
    """Those who signed have the role that the place of their name tells."""
    for name, role, _ in signed.names:
        person = people.find(name)
        if person and role and not (role == "adjuster" and "chair" in person.roles):
            person.add_role(role)
            person.roles.sort(key=_ROLE_ORDER.index)
