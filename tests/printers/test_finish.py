"""The finishing pass: what every PDF says of itself, whichever engine drew it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from protokollant.printers import print_pdf


def test_the_file_is_of_the_version_that_its_standards_build_on(docx: bytes) -> None:
    assert print_pdf(docx, engine="rdocx").pdf.startswith(b"%PDF-1.7\n")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Protokoll & <bilagor>", "Protokoll & <bilagor>"),
        ("  två\nrader ", "två rader"),
        ("styr\x00tecken\x1f\ufffe", "styrtecken"),
        ("halvt \ud800tecken", "halvt tecken"),
        ("Åsa 🎉", "Åsa 🎉"),
    ],
)
def test_any_title_is_written_alike_in_both_places(docx: bytes, given: str, written: str) -> None:
    printed = print_pdf(docx, engine="rdocx", title=given)
    reader = PdfReader(BytesIO(printed.pdf))
    assert printed.claims == ("PDF/A-2a", "PDF/UA-1")
    assert reader.metadata is not None
    assert reader.xmp_metadata is not None
    assert reader.metadata.title == written
    assert reader.xmp_metadata.dc_title == {"x-default": written}
