"""Writes the parts of the documents that the program itself knows: `make docs`.

The handbook's table of fields comes from the vocabulary; the commands in README are run and their
output is put below them. A test holds both fresh.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from protokollant.cli import run
from protokollant.pipeline.fields import fields

DOCS = Path(__file__).parent
ROOT = DOCS.parent
HANDBOOK = DOCS / "handbok.md"
README = ROOT / "README.md"
TEMPLATES = DOCS / "templates.md"

MISSPELT = """\
organ: Samverkansgruppen
datum: 31 februari 2026
punter:
  - rubrik: Mötets öppnande
"""

OLD_NOTES = """\
Trädgårdsgruppen
Minnesanteckningar
Lördagen den 18 februari 2022 i Rosenlund

Närvarande: Eva Ek (ordförande), Bo Alm

1. Kassan
Eva berättar om kassan. Bo köper plantor till den 3 maj.
Beslut: Avgiften blir 200 kr.

2. Vårens arbete
Frågan flyttas till mötet i april.
"""

SESSIONS = {
    "läsa": ("read forra.txt -o 2022-02-18.yaml", "2022-02-18.yaml", 12),
    "nästa": ("next 2022-02-18.yaml -o nasta", "nasta/*_dagordning.yaml", 22),
    "kontroll": ("check felstavat.yaml", "", 0),
    "året": ("annual barn-och-unga --year 2025 --pdf", "", 0),
    "mallfel": ("check felmall.docx", "", 0),
}
"""Mark in README: the command, the file to show after it, and how many of its lines."""


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
    """The handbook with fresh tables, and the real output of its example."""
    text = filled(HANDBOOK.read_text(encoding="utf-8"), "fält", field_tables())
    with _working_folder():
        return filled(text, "förklaring", _session("read gamla.txt --explain", "", 0))


def readme() -> str:
    """README with the real output of its commands."""
    text = README.read_text(encoding="utf-8")
    with _working_folder():
        for name, (command, shown, lines) in SESSIONS.items():
            text = filled(text, name, _session(command, shown, lines))
    return text


def templates() -> str:
    """The page of tags with what its examples and filters give."""
    sys.path.insert(0, str(DOCS))
    tags = importlib.import_module("tags")
    sys.path.remove(str(DOCS))
    text = tags.with_results(TEMPLATES.read_text(encoding="utf-8"))
    return filled(text, "filter", tags.filter_table())


@contextlib.contextmanager
def _working_folder() -> Iterator[None]:
    """A folder with what the README's commands work on."""
    back, columns = Path.cwd(), os.environ.get("COLUMNS")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["COLUMNS"] = "88"
        try:
            Path("gamla.txt").write_text(OLD_NOTES, encoding="utf-8")
            shutil.copy(next((ROOT / "seeds").glob("004*")), "forra.txt")
            shutil.copytree(ROOT / "samples" / "barn-och-unga", "barn-och-unga")
            Path("felstavat.yaml").write_text(MISSPELT, encoding="utf-8")
            _faulty_template(Path("felmall.docx"))
            yield
        finally:
            os.chdir(back)
            os.environ.pop("COLUMNS")
            os.environ |= {"COLUMNS": columns} if columns else {}


def _faulty_template(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Närvaro", 1)
    document.add_paragraph("Plats: {{ plast }}")
    document.add_paragraph("{%p for punkt in punkter %}")
    document.add_paragraph("{{ punkt.rubrik }}: {{ punkt.beslut.texten }}")
    document.save(str(path))


def _session(command: str, shown: str, lines: int) -> str:
    """The command, what it printed, and the beginning of a file it wrote."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        run(command.split())
    parts = ["```console", f"$ protokollant {command}", printed.getvalue().strip()]
    if shown:
        (path,) = Path().glob(shown)
        content = path.read_text(encoding="utf-8").split("\n")
        parts += [f"$ head -{lines} {path.as_posix()}", *content[:lines]]
    return "\n".join([*parts, "```", ""])


def main() -> None:
    """Write the handbook's and README's generated parts anew."""
    HANDBOOK.write_text(handbook(), encoding="utf-8")
    README.write_text(readme(), encoding="utf-8")
    TEMPLATES.write_text(templates(), encoding="utf-8")


if __name__ == "__main__":
    main()
