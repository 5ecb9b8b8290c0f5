"""How long ten pages take to read, by format: `python tests/bench/reading.py`.

The same minutes of about ten pages (nineteen items, a table of people) are written in every format
that is read. Each is read once to load what is loaded once, then timed: the best of seven, in one
process, for the reader alone (file → lines) and for the whole (file → meeting).
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import rdocx
from docx import Document

from protokollant import read_document
from protokollant.readers import read_source

GOAL = 0.2
TIMES = 7
PEOPLE = [f"{name} {family}" for name in ("Eva", "Bo", "Åsa", "Per", "Ida")
          for family in ("Ek", "Åslund", "Öberg", "Lind", "Sköld")]  # fmt: skip
SENTENCE = (
    "Förvaltningen redogjorde för läget i ärendet, för de synpunkter som remissen gav och för de"
    " åtgärder som är vidtagna sedan förra mötet, och frågan diskuterades ingående."
)


def items() -> Iterator[tuple[str, list[str]]]:
    """Titles and paragraphs, as many as fill ten pages."""
    for number in range(1, 20):
        texts = [f"{SENTENCE} {SENTENCE} ({part})" for part in range(4)]
        yield (
            f"Ärende om verksamheten, del {number}",
            [*texts, f"Beslut: Förslag {number} godkänns."],
        )


def marked_up(heading: str, row: str, above: str = "", below: str = "") -> bytes:
    """The minutes as text, a heading and a row of the table written by the patterns."""
    lines = [
        above,
        "Protokoll styrelsen",
        "",
        "Datum: 2 mars 2026 kl. 13.00–15.00",
        "",
        "Närvarande",
    ]
    lines += [row.format(person, "Ledamot") for person in PEOPLE]
    for number, (title, paragraphs) in enumerate(items(), 1):
        lines += ["", heading.format(number=number, title=title), ""]
        for paragraph in paragraphs:
            lines += [paragraph, ""]
    return "\n".join([*lines, below]).encode()


def word() -> bytes:
    """The minutes as a Word document."""
    document = Document()
    document.add_paragraph("Protokoll styrelsen")
    document.add_paragraph("Datum: 2 mars 2026 kl. 13.00–15.00")
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for person in PEOPLE:
        name, role = table.add_row().cells
        name.text, role.text = person, "Ledamot"
    for title, paragraphs in items():
        document.add_heading(title, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def documents() -> dict[str, bytes]:
    """The minutes in every format."""
    html_row = "<tr><td>{}</td><td>{}</td></tr>"
    docx = word()
    return {
        ".txt": marked_up("{number}. {title}", "{}, {}"),
        ".md": marked_up("## {number}. {title}", "| {} | {} |"),
        ".org": marked_up("* {title}", "| {} | {} |"),
        ".tex": marked_up("\\section{{{title}}}", "\\medlem{{{}}}{{{}}}"),
        ".html": marked_up("<h2>{title}</h2>", html_row, "<html><body><p>", "</body></html>"),
        ".docx": docx,
        ".pdf": bytes(rdocx.Document.from_bytes(docx).to_pdf()),
    }


def best(act: Callable[[Path], object], path: Path) -> float:
    """The shortest of several times, after one that does not count."""
    act(path)
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act(path)
        times.append(time.perf_counter() - begun)
    return min(times)


def table(rows: Sequence[tuple[str, float, float]]) -> str:
    """The figures, with a mark where the goal is missed."""
    lines = [f"{'':8}{'läsare':>10}{'hela':>10}   mål {GOAL * 1000:.0f} ms för tio sidor"]
    for name, reader, whole in rows:
        missed = "  över målet" if whole > GOAL else ""
        lines.append(f"{name:8}{reader * 1000:7.0f} ms{whole * 1000:7.0f} ms{missed}")
    return "\n".join(lines)


def main() -> None:
    """Time every format and print the table."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for ending, data in documents().items():
            path = Path(folder) / f"protokoll{ending}"
            path.write_bytes(data)
            rows.append((ending, best(read_source, path), best(read_document, path)))
    print(table(rows))


if __name__ == "__main__":
    main()
