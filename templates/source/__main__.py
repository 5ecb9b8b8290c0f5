"""Writes the templates, by default into `templates/`."""

from __future__ import annotations

import sys
from pathlib import Path

from templates.source.annual import annual_report
from templates.source.meetings import agenda, notes, protocol
from templates.source.short import short_version

TEMPLATES = {
    "dagordning.docx": agenda,
    "minnesanteckningar.docx": notes,
    "protokoll.docx": protocol,
    "kortversion.docx": short_version,
    "arsberattelse.docx": annual_report,
}


def write(folder: Path) -> None:
    """Write every template into the folder."""
    for name, make in TEMPLATES.items():
        (folder / name).write_bytes(make().docx())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1])
