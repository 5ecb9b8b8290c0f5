"""What every record of the model has in common: frozen, closed, compared by value."""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

ClockTime = Annotated[
    time,
    PlainSerializer(lambda t: t.strftime("%H:%M"), return_type=str, when_used="json"),
]
"""A time of day; "HH:MM" in JSON."""


class Record(BaseModel):
    """Frozen value. Unknown fields are refused, so that a misspelled name can't vanish.

    Text fields are "" and lists are () when the source says nothing; dates and times are None.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
    )
