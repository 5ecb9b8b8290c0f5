"""YAML ⇄ meeting: every fault with file and line, comments kept.

load      file → text → nodes (nodes, syntax) → records (construct, attendance, values)
dump      record → outline (shapes, values) → text (emit)
locate    a value's path → its line
update    changes → an existing text, everything else left as it stands
schema    vocabulary + shapes → JSON schema for an editor

The names below are loaded when first used: who reads a meeting needs nothing that writes one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from protokollant.records.dump import dump_annual, dump_body, dump_meeting, dump_reading
    from protokollant.records.load import (
        load_annual,
        load_annual_edits,
        load_annual_text,
        load_body,
        load_body_text,
        load_meeting,
        load_meeting_text,
        load_record,
        load_record_text,
    )
    from protokollant.records.locate import line_of
    from protokollant.records.prompts import with_prompts
    from protokollant.records.update import update_yaml

__all__ = [
    "dump_annual",
    "dump_body",
    "dump_meeting",
    "dump_reading",
    "line_of",
    "load_annual",
    "load_annual_edits",
    "load_annual_text",
    "load_body",
    "load_body_text",
    "load_meeting",
    "load_meeting_text",
    "load_record",
    "load_record_text",
    "update_yaml",
    "with_prompts",
]

_HOMES = {"dump": "dump", "load": "load", "line": "locate", "update": "update", "with": "prompts"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'protokollant.records' has no attribute {name!r}")
    home = _HOMES[name.partition("_")[0]]
    return getattr(import_module(f"protokollant.records.{home}"), name)
