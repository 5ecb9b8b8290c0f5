"""Writes the parts of the documents that the program itself knows: `make docs`.

The handbook's table of fields comes from the vocabulary. A test holds it fresh.
"""

from __future__ import annotations

import re
from pathlib import Path

from protokollant.pipeline.fields import fields

HANDBOOK = Path(__file__).with_name("handbok.md")


def field_tables() -> str:
    """A heading and a table for each kind of record, in the vocabulary's order."""
    parts: list[str] = []
    entity = ""
    for row in fields():
        if row["entity"] != entity:
            entity = row["entity"]
            heading = entity[0].upper() + entity[1:]
            parts += ["", f"**{heading}**", "", "| fält | engelska | betyder | typ | exempel |"]
            parts.append("|---|---|---|---|---|")
        cells = (f"`{row['swedish']}`", f"`{row['english']}`", row["meaning"], row["type"])
        escaped = [cell.replace("|", "\\|") for cell in (*cells, row["example"])]
        parts.append(f"| {' | '.join(escaped)} |".replace("|  |", "| |"))
    return "\n".join(parts).strip() + "\n"


def filled(text: str, name: str, content: str) -> str:
    """The text with what stands between the marks of `name` replaced."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}{content}{found[2]}", text)


def handbook() -> str:
    """The handbook with fresh tables."""
    return filled(HANDBOOK.read_text(encoding="utf-8"), "fält", field_tables())


if __name__ == "__main__":
    HANDBOOK.write_text(handbook(), encoding="utf-8")
