"""Who took part: participants with roles and three-valued attendance."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from protokollant.model.record import Record
from protokollant.swedish.roles import Role

Status = Literal["present", "absent", "unknown"]


class Participant(Record):
    """One person of the attendance list, as this meeting knows them."""

    name: str
    """The person's name as written."""
    status: Status = "unknown"
    """Present, absent, or unknown where the source leaves it blank."""
    roles: tuple[Role, ...] = ()
    """Every role held at this meeting."""
    party: str = ""
    """Party letters, as in "C"."""
    title: str = ""
    """Work title or line of work."""
    organisation: str = ""
    """Municipality, region, authority or other principal (huvudman)."""
    replaces: str = ""
    """Whom a deputy serves for."""
    scope: str = ""
    """The part of the meeting attended, as in "§§ 12–19", when not all of it."""
    group: str = ""
    """The heading the source lists the person under, as in "Ersättare"."""
    note: str = ""
    """Anything else the list says about the person."""
    email: str = ""
    """E-mail address, for the call; not printed in the minutes."""
    since: dt.date | None = None
    """First day in the organ, in its register."""
    until: dt.date | None = None
    """Last day in the organ, in its register."""


class AttendanceGroup(Record):
    """Participants that the source lists under one heading; "" for a list without headings."""

    name: str
    """The heading."""
    participants: tuple[Participant, ...]
    """The persons under it, in order."""
