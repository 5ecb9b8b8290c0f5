"""Protokollant takes the year's paperwork off a Swedish meeting secretary's desk.

    readers → parser ─┐
                      ├→ model → composers → renderer → printers
    records (YAML) ───┘
    old documents        Meeting   agendas,    .docx      .pdf
    and typed meetings             reports

Beside them `rules` tells what in a meeting breaks the rules, `senders` makes what is sent to those
called, and `docxtpl` is the renderer under that package's names.
`pipeline` introduces the stages to each other, one function a command; `cli` is its thin skin.
The ground that every stage stands on: `model`, `source`, `vocabulary`, `phrases`, `swedish`,
`errors`. The names below are loaded when first used, so that importing the package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from protokollant.composers import annual_report, next_meeting
    from protokollant.errors import ProtokollantError
    from protokollant.model import Meeting, Provenance
    from protokollant.pipeline.pdf import to_pdf
    from protokollant.pipeline.read import read_document
    from protokollant.records import load_meeting
    from protokollant.renderer import Template
    from protokollant.source import Reading

__version__ = "0.1.0"

_HOMES = {
    "Meeting": "model",
    "ProtokollantError": "errors",
    "Provenance": "model",
    "Reading": "source",
    "Template": "renderer",
    "annual_report": "composers",
    "load_meeting": "records",
    "next_meeting": "composers",
    "read_document": "pipeline.read",
    "to_pdf": "pipeline.pdf",
}

__all__ = [
    "Meeting",
    "ProtokollantError",
    "Provenance",
    "Reading",
    "Template",
    "__version__",
    "annual_report",
    "load_meeting",
    "next_meeting",
    "read_document",
    "to_pdf",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'protokollant' has no attribute {name!r}")
    return getattr(import_module(f"protokollant.{_HOMES[name]}"), name)
