"""Documents → drawn PDFs, by the engine that the user names or the first that can draw each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from protokollant.errors import EngineError
from protokollant.printers.engine import Drawn, Engine

AUTO = "auto"
_FIRST, _SECOND = "rdocx", "libreoffice"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn document and the engine that drew it."""

    engine: str
    drawn: Drawn


def draw(
    engines: Mapping[str, Engine], name: str, documents: Sequence[bytes], *, timeout: float
) -> list[Drawing | EngineError]:
    """Each document drawn by the engine called `name`, or why it was not.

    "auto" is the embedded engine, and LibreOffice for the documents that it can't draw whole.
    Raises EngineError when the engine asked for is not there.
    """
    if name != AUTO:
        if name not in engines:
            raise EngineError(
                f"PDF-motorn «{name}» finns inte.",
                remedy=f"Välj {AUTO}, {', '.join(engines)}.",
            )
        return _by(engines[name], documents, timeout)
    drawings = _by(engines[_FIRST], documents, timeout)
    unfit = [place for place, drawing in enumerate(drawings) if not _is_whole(drawing)]
    if unfit and engines[_SECOND].available():
        second = _by(engines[_SECOND], [documents[place] for place in unfit], timeout)
        for place, drawing in zip(unfit, second, strict=True):
            drawings[place] = _told_why(drawing, drawings[place])
    else:
        for place in unfit:
            drawings[place] = _refused(drawings[place])
    return drawings


def _by(engine: Engine, documents: Sequence[bytes], timeout: float) -> list[Drawing | EngineError]:
    outcomes = engine.draw(documents, timeout=timeout)
    return [
        outcome if isinstance(outcome, EngineError) else Drawing(engine.name, outcome)
        for outcome in outcomes
    ]


def _is_whole(drawing: Drawing | EngineError) -> bool:
    return isinstance(drawing, Drawing) and not drawing.drawn.missing


def _told_why(second: Drawing | EngineError, first: Drawing | EngineError) -> Drawing | EngineError:
    """The second engine's drawing, with the reason why it was not left to the first."""
    if isinstance(second, EngineError) or isinstance(first, EngineError):
        return second
    why = (
        f"LibreOffice gjorde PDF:en, eftersom dokumentet innehåller {_listed(first.drawn.missing)} "
        "som den inbyggda PDF-motorn inte ritar."
    )
    return Drawing(second.engine, replace(second.drawn, notes=(why, *second.drawn.notes)))


def _refused(first: Drawing | EngineError) -> EngineError:
    if isinstance(first, EngineError):
        return first
    return EngineError(
        f"Dokumentet innehåller {_listed(first.drawn.missing)} "
        "som den inbyggda PDF-motorn inte ritar.",
        remedy="Installera LibreOffice, spara om bilder som PNG eller JPEG, "
        "eller välj --engine rdocx och få en PDF utan det.",
    )


def _listed(things: Sequence[str]) -> str:
    *most, last = things
    return f"{', '.join(most)} och {last}" if most else last
