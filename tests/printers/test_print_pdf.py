"""Word → PDF with Swedish language, title, bookmarks, and only claims that hold."""

from __future__ import annotations

import shutil
import sys
from importlib.machinery import ModuleSpec
from io import BytesIO
from pathlib import Path
from types import ModuleType

import page
import pytest
from pypdf import PdfReader

from protokollant.errors import EngineError, TemplateError
from protokollant.printers import ENGINES, page_pictures, print_pdf

HAVE_LIBREOFFICE = shutil.which("soffice") is not None
BOTH = [
    "rdocx",
    pytest.param(
        "libreoffice",
        marks=pytest.mark.skipif(not HAVE_LIBREOFFICE, reason="LibreOffice is not installed"),
    ),
]
TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("*.docx"))


@pytest.mark.parametrize("engine", BOTH)
def test_language_title_and_bookmarks(docx: bytes, engine: str) -> None:
    printed = print_pdf(docx, engine=engine)
    reader = PdfReader(BytesIO(printed.pdf))
    root = reader.trailer["/Root"]
    assert printed.engine == engine
    assert root["/Lang"] == "sv-SE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata is not None
    assert reader.metadata.title == "Protokoll 2026-03-02"
    assert reader.metadata.author == "Region Björkdala"
    assert reader.outline[0].title == "Närvaro"
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert xmp.dc_title == {"x-default": "Protokoll 2026-03-02"}
    assert {p["/Tabs"] for p in reader.pages} == {"/S"}


@pytest.mark.parametrize("engine", BOTH)
def test_the_pages_show_the_text(docx: bytes, engine: str) -> None:
    text = PdfReader(BytesIO(print_pdf(docx, engine=engine).pdf)).pages[0].extract_text()
    for words in ("Närvaro", "Åsa Öberg", "Enkät & svar", "kortare", "rapporten"):
        assert words in text


@pytest.mark.parametrize("engine", BOTH)
def test_links_say_where_they_lead(docx: bytes, engine: str) -> None:
    reader = PdfReader(BytesIO(print_pdf(docx, engine=engine).pdf))
    links = [a.get_object() for p in reader.pages for a in p.get("/Annots", [])]
    assert len(links) == 1
    assert links[0]["/Contents"]


@pytest.mark.parametrize("engine", BOTH)
def test_the_same_document_gives_the_same_bytes(docx: bytes, engine: str) -> None:
    assert print_pdf(docx, engine=engine).pdf == print_pdf(docx, engine=engine).pdf


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_our_templates_reach_archive_and_accessibility(template: Path, engine: str) -> None:
    printed = print_pdf(template.read_bytes(), engine=engine, archive="2a")
    assert printed.remarks == ()
    assert printed.claims == ("PDF/A-2a", "PDF/UA-1")
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(printed.pdf, profile=profile).failures == []


@pytest.mark.parametrize("level", ["2a", "2b", "3a", "3b"])
def test_the_level_asked_for_is_claimed_when_it_holds(level: str) -> None:
    printed = print_pdf(TEMPLATES[0].read_bytes(), archive=level)
    assert f"PDF/A-{level}" in printed.claims
    assert f"<pdfaid:part>{level[0]}</pdfaid:part>".encode() in printed.pdf


def test_a_claim_that_does_not_hold_is_not_written(
    docx: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failure:
        rule_id, message = "PDFA2A-ODD-RULE-001", "no good"

    class Report:
        failures = (Failure(),)

    monkeypatch.setattr(page, "validate_pdf_bytes", lambda *_, **__: Report())
    printed = print_pdf(docx, archive="2a")
    assert printed.claims == ()
    assert b"pdfaid" not in printed.pdf
    assert b"pdfuaid" not in printed.pdf
    assert "PDF/A-2a gick inte att nå" in printed.remarks[0]
    assert "no good [ODD-RULE]" in printed.remarks[0]


def test_a_title_can_be_given(docx: bytes) -> None:
    metadata = PdfReader(BytesIO(print_pdf(docx, title="Ny titel").pdf)).metadata
    assert metadata is not None
    assert metadata.title == "Ny titel"


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"PK\x03\x04"])
def test_what_is_no_word_document_is_refused(rubbish: bytes) -> None:
    with pytest.raises(TemplateError, match="inget helt Worddokument"):
        print_pdf(rubbish)


def test_word_without_its_library_says_how_to_get_it(docx: bytes) -> None:
    if ENGINES["word"].available():
        pytest.skip("docx2pdf is installed")
    with pytest.raises(EngineError, match=r"pip install protokollant\[word\]"):
        print_pdf(docx, engine="word")


def with_word(monkeypatch: pytest.MonkeyPatch, convert: object) -> None:
    """A stand-in for the library that steers Word."""
    library = ModuleType("docx2pdf")
    library.__spec__ = ModuleSpec("docx2pdf", None)
    library.convert = convert  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "docx2pdf", library)


def test_word_draws_through_its_library(docx: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(source: str, target: str) -> None:
        drawn = print_pdf(Path(source).read_bytes(), engine="rdocx").pdf
        Path(target).write_bytes(drawn)

    with_word(monkeypatch, convert)
    printed = print_pdf(docx, engine="word")
    assert printed.engine == "word"
    assert "PDF/A-2a" in printed.claims


@pytest.mark.parametrize("failure", [RuntimeError("Word svarar inte"), SystemExit(1), None])
def test_words_failures_are_told(
    docx: bytes, monkeypatch: pytest.MonkeyPatch, failure: BaseException | None
) -> None:
    def convert(source: str, target: str) -> None:
        if failure is not None:
            raise failure

    with_word(monkeypatch, convert)
    with pytest.raises(EngineError, match=r"Word misslyckades|Word gjorde ingen PDF") as caught:
        print_pdf(docx, engine="word")
    assert caught.value.remedy


def test_pages_become_pictures(docx: bytes) -> None:
    pictures = page_pictures(docx, dpi=40)
    assert len(pictures) == 1
    assert pictures[0].startswith(b"\x89PNG")


def test_no_pictures_of_what_is_no_word_document() -> None:
    with pytest.raises(TemplateError):
        page_pictures(b"rubbish")


def test_what_can_not_be_checked_is_not_claimed(
    docx: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise page.SafetyLimitError("too many objects")

    monkeypatch.setattr(page, "validate_pdf_bytes", refuse)
    printed = print_pdf(docx)
    assert printed.claims == ()
    assert printed.pdf.startswith(b"%PDF")
    assert all("för att kontrolleras" in remark for remark in printed.remarks)
