"""What every PDF engine offers: a name, whether it can be used here, and drawing documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from protokollant.errors import EngineError


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF as the engine made it; what of the document it left out, and what differs in it.

    `missing` holds nouns ("SmartArt"), `notes` sentences, `silent` nouns in the plural for what
    is drawn but not tagged ("fotnoter"); all are Swedish.
    """

    pdf: bytes
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


class Engine(Protocol):
    """One way of turning Word into PDF."""

    name: str

    def available(self) -> bool:
        """Whether the engine can be used on this machine."""

    def draw(
        self, documents: Sequence[bytes], *, timeout: float
    ) -> tuple[Drawn | EngineError, ...]:
        """Each document's PDF, or why it was not made; `timeout` is seconds for one document.

        Raises EngineError when the engine is not there at all.
        """


def one_by_one(
    draw: Callable[[bytes], Drawn], documents: Sequence[bytes]
) -> tuple[Drawn | EngineError, ...]:
    """Draw each document on its own; one that fails stops no other."""
    outcomes: list[Drawn | EngineError] = []
    for document in documents:
        try:
            outcomes.append(draw(document))
        except EngineError as error:
            outcomes.append(error)
    return tuple(outcomes)
