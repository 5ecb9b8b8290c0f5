"""The sound documents that are damaged: seeds, samples, printed ones, and the corpus in place."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import NamedTuple

import rdocx
from docx import Document

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
_READ = (".txt", ".md", ".docx", ".pdf")


class Sound(NamedTuple):
    """A sound document: its name and its bytes."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The ending of its name."""
        return Path(self.name).suffix


@cache
def our_own() -> tuple[Sound, ...]:
    """Those that lie in the project, and a Word document and a PDF printed from a seed."""
    seeds = [p for p in sorted((ROOT / "seeds").iterdir()) if p.suffix in _READ]
    samples = sorted((ROOT / "samples").rglob("*.yaml"))
    templates = sorted((ROOT / "templates").glob("*.docx"))
    found = [Sound(path.name, path.read_bytes()) for path in (*seeds, *samples, *templates)]
    text = next(sound for sound in found if sound.suffix == ".txt").data.decode()
    word = _as_word(text)
    pdf = bytes(rdocx.Document.from_bytes(word).to_pdf())
    return (*found, Sound("skrivet.docx", word), Sound("skrivet.pdf", pdf))


def of_corpus(folder: Path = CORPUS) -> tuple[Sound, ...]:
    """The documents of the corpus; none where it is not at hand."""
    if not folder.is_dir():
        return ()
    paths = [p for p in sorted(folder.iterdir()) if p.suffix in _READ and p.name != "README.md"]
    return tuple(Sound(path.name, path.read_bytes()) for path in paths)


def _as_word(text: str) -> bytes:
    """The text as a Word document with headings, a list, a table, a page head and a link."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Minnesanteckningar"
    for line in text.split("\n"):
        if line.strip():
            style = "Heading 1" if line[:1].isdigit() else None
            document.add_paragraph(line.strip(), style)
    document.add_paragraph("en punkt", "List Number")
    document.add_paragraph("en till", "List Bullet")
    table = document.add_table(0, 3)
    for row in (("Namn", "Roll", "Närvaro"), ("Anna Ek", "ordförande", "ja")):
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
