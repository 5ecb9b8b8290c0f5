"""The formal content of an item: what the law wants minutes to tell (KL 5:65–69, 6:28–32)."""

from __future__ import annotations

from typing import Literal

from protokollant.model.record import ClockTime, Record

Direction = Literal["arrives", "leaves"]


class Recusal(Record):
    """Somebody who takes no part in an item because of a conflict of interest (jäv, KL 6:28)."""

    name: str
    """Who steps aside."""
    reason: str = ""
    """Why."""
    replaced_by: str = ""
    """The deputy who serves meanwhile."""


class Movement(Record):
    """Somebody who comes or leaves while an item is dealt with."""

    name: str
    """Who."""
    direction: Direction = "leaves"
    """Whether the person comes or leaves."""
    time: ClockTime | None = None
    """When."""
    deputy: str = ""
    """Who serves instead from then on; of one who comes, who stops serving."""


class Adjournment(Record):
    """A pause in the meeting (ajournering)."""

    start: ClockTime
    """When it begins."""
    end: ClockTime | None = None
    """When the meeting goes on."""


class Motion(Record):
    """What somebody wants the meeting to decide (yrkande, KL 5:67)."""

    text: str
    """The wording."""
    by: tuple[str, ...] = ()
    """Those who want it."""


class Vote(Record):
    """A vote with who voted how; of a secret vote only how many (KL 5:67)."""

    question: str = ""
    """What is voted on, and what yes and no mean."""
    yes: tuple[str, ...] = ()
    """Those who vote yes."""
    no: tuple[str, ...] = ()
    """Those who vote no."""
    abstained: tuple[str, ...] = ()
    """Those who abstain."""
    yes_count: int | None = None
    """How many vote yes, as counted at the meeting."""
    no_count: int | None = None
    """How many vote no, as counted at the meeting."""
    abstained_count: int | None = None
    """How many abstain, as counted at the meeting."""
    outcome: str = ""
    """What the vote leads to, as with the chair's casting vote."""

    @property
    def result(self) -> str:
        """The result in figures: "5 ja, 3 nej, 1 avstår"; figures told win over names counted."""
        told = (
            (self.yes_count, self.yes, "ja"),
            (self.no_count, self.no, "nej"),
            (self.abstained_count, self.abstained, "avstår"),
        )
        counted = [(len(names) if count is None else count, word) for count, names, word in told]
        return ", ".join(f"{count} {word}" for count, word in counted if count or word != "avstår")


class Reservation(Record):
    """Somebody's reservation against the decision (KL 4:27)."""

    by: tuple[str, ...]
    """Those who reserve themselves."""
    text: str = ""
    """The grounds, where they are given."""
    time: ClockTime | None = None
    """When it was made."""


class MinutesNote(Record):
    """A note that somebody has had taken into the minutes (protokollsanteckning)."""

    text: str
    """The wording."""
    by: tuple[str, ...] = ()
    """Those whose note it is."""
