"""How long a document takes to read, and each of its pages: `python -m tests.bench.reading`.

The longest text of the corpus where it is at hand, and minutes of ten pages made here, in every
format that is read. The processor's time, median of the runs after one that is not counted; the
start of the program is not part of it.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

import rdocx
from docx import Document

from protokollant.pipeline.read import read_document

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
LINES_A_PAGE = 45
PAGES = 10
RUNS = 9


def main(runs: int = RUNS) -> None:
    """Print a row for each document: pages, milliseconds for all of it and for a page."""
    print(f"{'dokument':28}{'sidor':>6}{'ms':>9}{'ms/sida':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for path in (*_made(Path(folder)), *_longest_of_corpus()):
            took = _median(path, runs)
            pages = _pages(path)
            print(f"{path.name:28}{pages:6.1f}{took:9.1f}{took / pages:9.2f}")


def _median(path: Path, runs: int) -> float:
    """Milliseconds for a reading."""
    read_document(path)
    times = []
    for _ in range(runs):
        begun = time.process_time()
        read_document(path)
        times.append(time.process_time() - begun)
    return statistics.median(times) * 1000


def _pages(path: Path) -> float:
    """The pages of a PDF as they are; of other documents by their lines."""
    lines = read_document(path).lines
    return float(lines[-1].page or 0) or max(len(lines) / LINES_A_PAGE, 1)


def _made(folder: Path) -> list[Path]:
    """Minutes of ten pages: a seed's head, and its items over and over with new numbers."""
    lines = _ten_pages()
    text, word, pdf = (folder / f"tio-sidor{suffix}" for suffix in (".txt", ".docx", ".pdf"))
    text.write_text("\n".join(lines), encoding="utf-8")
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    word.write_bytes(buffer.getvalue())
    pdf.write_bytes(bytes(rdocx.Document.from_bytes(buffer.getvalue()).to_pdf()))
    return [text, word, pdf, *_marked_up(lines, folder)]


def _marked_up(lines: list[str], folder: Path) -> list[Path]:
    """The same lines in the formats that mark a heading and a paragraph in text."""
    found = []
    for suffix, heading, paragraph in (
        (".md", "## {}\n", "{}\n"), (".org", "* {}\n", "{}\n"),
        (".tex", "\\section*{{{}}}\n", "{}\n"), (".html", "<h2>{}</h2>", "<p>{}</p>"),
    ):  # fmt: skip
        marked = [(heading if one.startswith("§") else paragraph).format(one) for one in lines]
        path = folder / f"tio-sidor{suffix}"
        path.write_text("\n".join(marked), encoding="utf-8")
        found.append(path)
    return found


def _ten_pages() -> list[str]:
    seed = min((ROOT / "seeds").glob("*.txt"), key=lambda path: path.name)
    said = [x.strip() for x in seed.read_text(encoding="utf-8").split("\n") if x.strip()]
    lines = ["Protokoll från styrelsemöte 2024-03-04 kl. 18.00–20.00", "Plats: Sala",
             "Närvarande: Anna Ek (ordförande), Bo Berg, Cecilia Lind"]  # fmt: skip
    number = 0
    while len(lines) < LINES_A_PAGE * PAGES:
        number += 1
        lines += ["", f"§ {number} Ärende nummer {number}", *said[number % 7 + 12 :][:9]]
        lines += ["Styrelsen beslutar att bifalla förslaget."]
    return lines


def _longest_of_corpus() -> list[Path]:
    """The longest document of each kind in the corpus; none where it is not at hand."""
    if not CORPUS.is_dir():
        return []
    found = []
    for suffix in (".txt", ".docx", ".pdf"):
        of_kind = sorted(CORPUS.glob(f"*{suffix}"), key=lambda path: path.stat().st_size)
        found += of_kind[-1:]
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
