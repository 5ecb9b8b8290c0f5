"""The finishing pass: what every PDF says of itself, whichever engine drew it."""

from __future__ import annotations

from protokollant.printers import print_pdf


def test_the_file_is_of_the_version_that_its_standards_build_on(docx: bytes) -> None:
    assert print_pdf(docx, engine="rdocx").pdf.startswith(b"%PDF-1.7\n")
