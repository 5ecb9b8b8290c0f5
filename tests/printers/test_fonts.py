"""Fonts: all in the file, only the signs used; a missing one is told, an equal one taken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from protokollant.printers import print_pdf
from protokollant.resources import resource

HAVE_LIBREOFFICE = shutil.which("soffice") is not None
ENGINES = [
    "rdocx",
    pytest.param(
        "libreoffice",
        marks=pytest.mark.skipif(not HAVE_LIBREOFFICE, reason="LibreOffice is not installed"),
    ),
]
WHOLE = 150_000
"""Bytes of a font with all its signs, at least."""


FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def fonts(pdf: bytes) -> Iterator[tuple[str, Any]]:
    """The name and the descriptor of every font of the pages."""
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            own = font.get_object()
            inner = own.get("/DescendantFonts", [own])[0].get_object()
            yield str(inner["/BaseFont"]), inner["/FontDescriptor"].get_object()


def written_in(font: str) -> bytes:
    document = Document()
    document.styles["Normal"].font.name = font
    document.add_paragraph("Åtgärder enligt beslut")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("engine", ENGINES)
def test_every_font_is_embedded_with_the_signs_used(engine: str) -> None:
    found = list(
        fonts(print_pdf(resource("templates", "protokoll.docx").read_bytes(), engine=engine).pdf)
    )
    assert found
    for name, descriptor in found:
        files = [descriptor[key].get_object() for key in FILES if key in descriptor]
        assert len(files) == 1, name
        assert len(files[0].get_data()) < WHOLE, name


@pytest.mark.parametrize(
    ("font", "equal"),
    [
        ("Calibri", "Carlito"),
        ("Arial", "LiberationSans"),
        ("Cambria", "Caladea"),
        ("Times New Roman", "LiberationSerif"),
        ("Courier New", "LiberationMono"),
        ("Georgia", "Gelasio"),
    ],
)
def test_a_free_font_of_the_same_widths_stands_in(font: str, equal: str) -> None:
    names = [name for name, _ in fonts(print_pdf(written_in(font), engine="rdocx").pdf)]
    assert any(equal in name.replace("-", "").replace(" ", "") for name in names), names


@pytest.mark.parametrize("engine", ENGINES)
def test_a_font_that_is_missing_is_told_once(engine: str) -> None:
    remarks = print_pdf(written_in("Papyrus Nova"), engine=engine).remarks
    assert sum("Papyrus Nova" in remark for remark in remarks) == 1, remarks


@pytest.mark.parametrize("font", ["Calibri", "Arial", "Times New Roman"])
def test_a_font_with_an_equal_is_not_told(font: str) -> None:
    remarks = print_pdf(written_in(font), engine="rdocx").remarks
    assert not any("Typsnittet" in remark for remark in remarks), remarks


@pytest.mark.skipif(not HAVE_LIBREOFFICE, reason="LibreOffice is not installed")
def test_two_runs_of_libreoffice_at_once_do_not_lock_each_other_out(docx: bytes) -> None:
    with ThreadPoolExecutor(2) as both:
        runs = [both.submit(print_pdf, docx, engine="libreoffice") for _ in range(2)]
        first, second = (run.result().pdf for run in runs)
    assert first == second
