"""An agenda and its organ's register → those called, each with an e-mail address."""

from __future__ import annotations

from collections.abc import Iterator

from protokollant.model import Body, Meeting, Participant


def with_addresses(agenda: Meeting, body: Body | None) -> Iterator[tuple[Participant, str]]:
    """Everybody called with the agenda's address, else the register's; "" without any."""
    members = body.members if body else ()
    known = {member.name: member.email for member in members if member.email}
    for person in agenda.participants:
        yield person, person.email or known.get(person.name, "")
