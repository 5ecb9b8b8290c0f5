"""YAML file → meeting, body or annual report. Raises one RecordError with every fault."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from protokollant.errors import Fault, Place, RecordError
from protokollant.model import AnnualEdits, AnnualReport, Body, Meeting, Record
from protokollant.records.construct import Construct
from protokollant.records.nodes import AnyNode, Mapping
from protokollant.records.syntax import read_yaml
from protokollant.vocabulary import TERMS, names_of, plain_key

R = TypeVar("R", bound=Record)

_KINDS: dict[type[Record], str] = {Meeting: "ett möte", Body: "ett organ", AnnualReport: "ett år"}


def load_meeting(path: str | Path) -> Meeting:
    """The meeting that a YAML file describes."""
    return load_meeting_text(_text(path), str(path))


def load_body(path: str | Path) -> Body:
    """The organ that a YAML file describes."""
    return load_body_text(_text(path), str(path))


def load_annual(path: str | Path) -> AnnualReport:
    """The annual report that a YAML file describes."""
    return load_annual_text(_text(path), str(path))


def load_annual_edits(path: str | Path) -> AnnualEdits:
    """The secretary's own text to an annual report, or the plan, that a YAML file holds."""
    return _load(AnnualEdits, _text(path), str(path))


def load_record(path: str | Path) -> Meeting | Body | AnnualReport:
    """Whichever of the three a YAML file describes, told by its keys."""
    return load_record_text(_text(path), str(path))


def load_meeting_text(text: str, name: str = "") -> Meeting:
    """The meeting that a YAML text describes; `name` is the file named in faults."""
    return _load(Meeting, text, name)


def load_body_text(text: str, name: str = "") -> Body:
    """The organ that a YAML text describes."""
    return _load(Body, text, name)


def load_annual_text(text: str, name: str = "") -> AnnualReport:
    """The annual report that a YAML text describes."""
    return _load(AnnualReport, text, name)


def load_record_text(text: str, name: str = "") -> Meeting | Body | AnnualReport:
    """Whichever of the three a YAML text describes, told by its keys."""
    return _load(None, text, name)


def _load(kind: type[R] | None, text: str, name: str) -> R:
    node, faults = read_yaml(text, name)
    record = None
    construct = Construct(name)
    if node is None and not faults:
        faults = [Fault("filen är tom.", Place(name), "Skriv till exempel «datum: 2026-03-02».")]
    elif node is not None:
        found = None if kind is AnnualEdits else _kind_of(node)
        if kind and found and found is not kind and found is not Meeting:
            construct.fault(
                node,
                (),
                f"filen beskriver {_KINDS[found]}, inte {_KINDS[kind]}.",
                "Ange en annan fil.",
            )
        else:
            record = construct.build(kind or found or Meeting, node)
    faults += construct.faults
    if faults or record is None:
        raise RecordError(sorted(faults, key=lambda fault: fault.place.line or 0))
    return record  # type: ignore[return-value]  # of `kind`, or of the kind found


def _kind_of(node: AnyNode) -> type[Record] | None:
    """What the keys at the top speak for; None when they speak for nothing in particular."""
    if not isinstance(node, Mapping):
        return None
    keys = {plain_key(entry.key.value) for entry in node.entries}
    if keys & {"år", "year"}:
        return AnnualReport
    scores = {kind: len(keys & _spellings(kind)) for kind in (Meeting, Body)}
    if scores[Meeting] == scores[Body]:
        return Body if "namn" in keys else None
    return max(scores, key=lambda kind: scores[kind])


def _spellings(kind: type[Record]) -> set[str]:
    derived = {term.name for term in TERMS[kind] if term.derived}
    return {word for word, name in names_of(kind).items() if name not in derived}


def _text(path: str | Path) -> str:
    place = Place(str(path))
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError:
        raise RecordError("filen finns inte.", place=place, remedy="Kontrollera namnet.") from None
    except IsADirectoryError:
        raise RecordError("är en mapp, inte en fil.", place=place) from None
    except OSError as error:
        raise RecordError(f"filen kan inte läsas ({error.strerror}).", place=place) from error
    return _decoded(content, place)


def _decoded(content: bytes, place: Place) -> str:
    """The text of UTF-8, or of UTF-16 with its mark, as Windows' Notepad can save it."""
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(_undecodable(content, error, place)) from None
    if "\0" in text:
        raise RecordError(_binary(place))
    return text


def _undecodable(content: bytes, error: UnicodeDecodeError, place: Place) -> Fault:
    if any(byte < 9 or 13 < byte < 27 for byte in content[:4096]):
        return _binary(place)
    line = content.count(b"\n", 0, error.start) + 1
    return Fault(
        "filen är inte sparad i teckenkodningen UTF-8.",
        Place(place.file, line),
        "Öppna den i en textredigerare och spara den som UTF-8.",
    )


def _binary(place: Place) -> Fault:
    return Fault(
        "filen är ingen textfil.",
        place,
        "Ange en YAML-fil. Ett äldre Word- eller PDF-dokument läser du med «protokollant read».",
    )
