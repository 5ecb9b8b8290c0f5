"""Every word of a file is on some line, whatever the reader makes of its layout."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import rdocx

from protokollant.readers.docx import read_docx
from protokollant.readers.markdown import markdown_lines
from protokollant.readers.org import org_lines
from protokollant.readers.pdf import read_pdf
from protokollant.readers.tex import read_tex
from protokollant.source import Line

from .test_pdf_tables import AGENDA, ATTENDANCE, COVER, word

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
_MARKUP = re.compile(r"<!--|-->|<br>|```\w*|\\[^\W\d_]+|&nbsp;|\(mailto:[^)]*\)|\{\{.*?\}\}")


def words(text: str) -> Counter[str]:
    """The words without hyphens and markup, which a reader may change."""
    return Counter(re.findall(r"[^\W_]+", re.sub(r"[\u00ad\u0002\ufffe-]", "", text)))


def of_lines(lines: list[Line] | tuple[Line, ...]) -> Counter[str]:
    return sum((words(line.text) for line in lines), Counter())


def shown_on(data: bytes) -> Counter[str]:
    """The words that a page's text layer has, in whatever order."""
    document = pdfium.PdfDocument(data)
    pages = [document[i].get_textpage() for i in range(len(document))]
    return sum((words(page.get_text_range()) for page in pages), Counter())


@pytest.mark.parametrize("rows", [COVER, AGENDA, ATTENDANCE])
def test_of_a_word_file_and_its_print(rows: tuple[tuple[str, ...], ...]) -> None:
    document = word(rows)
    expected = sum((words(text.replace("/", " ")) for row in rows for text in row), Counter())
    expected += words("Protokoll fört vid mötet Mötet avslutades")
    printed = bytes(rdocx.Document.from_bytes(document).to_pdf())
    assert of_lines(read_docx(document).lines) == expected
    assert of_lines(read_pdf(printed).lines) == shown_on(printed)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.pdf")), ids=lambda path: path.name)
def test_of_a_pdf_in_the_corpus(path: Path) -> None:
    data = path.read_bytes()
    assert of_lines(read_pdf(data).lines) == shown_on(data)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: path.name)
def test_of_markdown_in_the_corpus(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    comments = words(" ".join(re.findall(r"<!--(?!\s*\.\.)(.*?)-->", text, re.DOTALL)))
    lost = words(_MARKUP.sub(" ", text)) - of_lines(markdown_lines(text)) - comments
    assert set(lost) <= {
        "title",
        "datum",
        "page",
        "summary",
        "mailto",
        "styrelsen",
        "luftdata",
        "se",
    }


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.org")), ids=lambda path: path.name)
def test_of_org_in_the_corpus(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = of_lines([*org_lines(text), *(Line(0, line.text.upper()) for line in org_lines(text))])
    assert set(words(_MARKUP.sub(" ", text)) - found) <= {"TITLE", "DATE", "10cm"}


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.tex")), ids=lambda path: path.name)
def test_of_the_text_between_latex_commands_in_the_corpus(path: Path) -> None:
    twin = path.with_suffix(".txt").read_text(encoding="utf-8")
    missing = words(twin) - of_lines(read_tex(path.read_bytes()).lines)
    assert not {one for one in missing if not one.isdigit()}
