"""The demonstration on the three seeds: every document opens, is valid, and prints alike."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from protokollant.pipeline.demo import Shown, demo
from protokollant.printers import print_pdf

NO_LIBREOFFICE = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Shown]:
    return demo(tmp_path_factory.mktemp("demo"))


def files(made: list[Shown], suffix: str) -> list[Path]:
    return [path for row in made for path in row.made.files if path.suffix == suffix]


def letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text))


def shown(pdf: bytes, docx: Path) -> str:
    """The letters and figures of a PDF in reading order, without page and repeated table heads.

    Lines, pages and tables may break at other places in another engine.
    """
    document = Document(str(docx))
    section = document.sections[0]
    heads = {
        letters(paragraph.text.split("\t")[0])
        for head in (section.first_page_header, section.header)
        for paragraph in head.paragraphs
    }
    pattern = rf"^({'|'.join(map(re.escape, heads))})?(UTKAST)?Sida\d+"
    pages = [letters(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]
    bare = [re.sub(pattern, "", page) for page in pages]
    assert all(page != one for page, one in zip(pages, bare, strict=True))
    rows = {letters("".join(cell.text for cell in t.rows[0].cells)) for t in document.tables}
    repeated = re.compile("|".join(map(re.escape, sorted(rows, key=len, reverse=True))) or "^$")
    return "".join(
        bare[:1]
        + [repeated.sub("", page, count=1) if repeated.match(page) else page for page in bare[1:]]
    )


def test_every_seed_gives_minutes_a_next_agenda_and_an_annual_report(made: list[Shown]) -> None:
    assert len(made) == 3
    for row in made:
        stems = sorted({path.stem.rsplit("_", 1)[1] for path in row.made.files})
        assert stems[0] == "arsberattelse"
        assert stems[1] == "dagordning"
        assert len(stems) == 3
        assert {path.suffix for path in row.made.files} == {".yaml", ".docx", ".pdf"}


def test_every_word_file_opens_and_is_valid(made: list[Shown]) -> None:
    validator = OpenXmlValidator()
    for path in files(made, ".docx"):
        document = Document(str(path))
        assert document.core_properties.title
        result = validator.validate(str(path))
        assert result.is_valid, (path.name, [str(e) for e in result.errors][:5])


def test_no_document_shows_traces_of_the_template(made: list[Shown]) -> None:
    for path in files(made, ".docx"):
        document = Document(str(path))
        texts = [paragraph.text for paragraph in document.paragraphs]
        texts += [cell.text for t in document.tables for row in t.rows for cell in row.cells]
        whole = "\n".join(texts)
        for trace in ("{{", "}}", "{%", "%}", "None", "Undefined"):
            assert trace not in whole, (path.name, trace)
        for paragraph in document.paragraphs:
            assert paragraph.text.strip() or paragraph._p.xpath(".//w:drawing"), path.name


def test_every_pdf_speaks_swedish_and_has_a_title_and_bookmarks(made: list[Shown]) -> None:
    for path in files(made, ".pdf"):
        reader = PdfReader(path)
        root = reader.trailer["/Root"]
        assert root["/Lang"] == "sv-SE"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
        assert reader.metadata is not None
        assert reader.metadata.title
        assert reader.outline


@NO_LIBREOFFICE
def test_both_engines_print_the_same_text(made: list[Shown]) -> None:
    for path in files(made, ".docx"):
        other = print_pdf(path.read_bytes(), engine="libreoffice").pdf
        assert shown(other, path) == shown(path.with_suffix(".pdf").read_bytes(), path), path.name


def test_nothing_is_left_running(made: list[Shown]) -> None:
    assert made
    if shutil.which("pgrep") is None:
        pytest.skip("pgrep is not installed")
    found = subprocess.run(["pgrep", "-f", "soffice.*protokollant"], capture_output=True)
    assert found.stdout == b""
