"""Which value of the model a stretch of text is: one character style each, without any look.

What the styles say is how a document that was edited in Word is read back; the reading knows
them by their names.
"""

from __future__ import annotations

from dataclasses import dataclass

from protokollant.swedish import ascii_slug


@dataclass(frozen=True, slots=True)
class Field:
    """A character style: its id and its name in Word."""

    id: str
    name: str


_KINDS = (
    *("rubrik", "nummer", "diarienummer", "organ", "datum", "tid", "plats", "punkt"),
    *(
        "namn",
        "parti",
        "roll",
        "titel",
        "rolltitel",
        "organisation",
        "ersätter",
        "deltog",
        "anmärkning",
    ),
    *("grupp", "grupproll", "grupporganisation", "vad", "senast", "när", "läge"),
    *("fil", "ensamt", "förvalt"),
)
FIELDS = {kind: Field(f"Falt{ascii_slug(kind)}", f"Fält {kind}") for kind in _KINDS}
"""By what they mean. Some that tell more than their name:

- grupproll, grupporganisation: the group's heading gives everyone in it that role, organisation
- rolltitel: a title that tells the role too, "nämndsekreterare"
- ensamt: the only decision, which has number 1
- förvalt: words of the template itself
"""
