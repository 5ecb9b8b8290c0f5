"""An error while filling → a fault that says where, which tag, what, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from lxml.etree import XMLSyntaxError

from protokollant.errors import Fault
from protokollant.model import Record
from protokollant.renderer.compiled import CompiledPart
from protokollant.renderer.draft import Spot
from protokollant.renderer.environment import MissingError
from protokollant.renderer.filling import LimitError
from protokollant.renderer.names import getters
from protokollant.renderer.values import UnfitValueError
from protokollant.swedish import did_you_mean

FILLING_ERRORS = (
    JinjaError,
    UnfitValueError,
    LimitError,
    XMLSyntaxError,
    TypeError,
    ValueError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    MemoryError,
)
"""What a template, or data that does not fit it, can set off."""


def explain(part: CompiledPart, error: BaseException, context: Mapping[str, Any]) -> Fault:
    """The error in a secretary's words."""
    placed = part.tag_at(error.__traceback__)
    tag = f"«{placed.tag.raw}»" if placed else "mallen"
    message, remedy = _words(error, tag, placed.tag.source if placed else "", context)
    return Fault(message, part.draft.place(placed.where if placed else Spot()), remedy)


def _words(
    error: BaseException, tag: str, source: str, context: Mapping[str, Any]
) -> tuple[str, str]:
    if isinstance(error, MissingError):
        return missing_field(error, source, context)
    if isinstance(error, UnfitValueError):
        return f"{tag} {error.message}", error.remedy
    if isinstance(error, LimitError):
        return f"{tag}: {error}", "Gör mallen enklare."
    if isinstance(error, SecurityError):
        return f"{tag} får inte användas i en mall.", "Använd bara fält och filter."
    if isinstance(error, RecursionError):
        return f"{tag} anropar sig själv utan slut.", "Rätta makrot eller slingan."
    if isinstance(error, XMLSyntaxError):
        return (
            "ett värde med färdig XML gör dokumentet ogiltigt.",
            "Ta bort filtret safe, eller rätta värdet.",
        )
    return f"{tag} kan inte fyllas.", f"Kontrollera fältet och filtren (Python säger: {error})."


def missing_field(error: MissingError, source: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Which field does not exist, and which one was probably meant."""
    known = context if error.whole else names_in(error.owner)
    dotted = _dotted(source, error.name)
    if error.owner is None:
        owner = dotted.rpartition(".")[0] or dotted
        return (
            f"«{owner}» saknas, så «{dotted}» kan inte skrivas.",
            f"Skriv «{{% if {owner} %}}» före och «{{% endif %}}» efter.",
        )
    meant = did_you_mean(error.name, known)
    remedy = ""
    if meant:
        remedy = f"Menade du «{dotted[: len(dotted) - len(error.name)]}{meant}»?"
    elif not error.whole:
        some = ", ".join(sorted(known)[:8])
        remedy = f"Där finns: {some}." if some else ""
    return f"fältet «{dotted}» finns inte.", remedy


def _dotted(source: str, name: str) -> str:
    """The name with what stands before its point in the tag."""
    found = re.search(rf"(?:[^\W\d]\w*\.)*{re.escape(name)}\b", source)
    return found.group() if found else name


def names_in(owner: Any) -> Iterable[str]:
    """The names that a value has."""
    if isinstance(owner, Record):
        return list(getters(type(owner)))
    if isinstance(owner, Mapping):
        return [str(name) for name in owner]
    return []
