"""What every PDF engine offers: a name, whether it can be used here, and drawing a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF as the engine made it, and what the engine says it could not draw."""

    pdf: bytes
    shortcomings: tuple[str, ...] = ()


class Engine(Protocol):
    """One way of turning Word into PDF."""

    name: str

    def available(self) -> bool:
        """Whether the engine can be used on this machine."""

    def draw(self, docx: bytes, *, timeout: float) -> Drawn:
        """The PDF of a Word document; raises EngineError when the engine fails."""
