"""Why a file reaches no higher, said so that a secretary can mend her document."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from protokollant.printers import print_pdf
from protokollant.printers.remarks import shortfalls
from protokollant.printers.verify import Failure
from protokollant.printers.xmp import Claims
from tests.printers.conftest import tiny_png


def test_a_file_that_reaches_everything_needs_no_words() -> None:
    assert shortfalls("2a", Claims("2a", accessible=True), ()) == ()


def test_each_standard_has_its_sentence_and_each_cause_is_told_once() -> None:
    failures = [
        Failure("2a", "PDFA2A-NOTDEF-GLYPH-001", "font 1"),
        Failure("2b", "PDFA2B-NOTDEF-GLYPH-001", "font 1"),
        Failure("ua", "PDFUA1-TABLE-COLUMN-ROWSPAN-001", "column 1"),
        Failure("ua", "PDFUA1-TABLE-ROW-COLUMNSPAN-001", "row 1"),
    ]
    archive, accessible = shortfalls("2a", Claims(), failures)
    assert archive.startswith("PDF/A-2a gick inte att nå, det blev en vanlig PDF: ett tecken")
    assert archive.count("NOTDEF-GLYPH") == 1
    assert "sammanslagna celler" in accessible
    assert accessible.count("sammanslagna") == 1
    assert "[TABLE-COLUMN-ROWSPAN, TABLE-ROW-COLUMNSPAN]" in accessible


@pytest.mark.parametrize(
    ("rule", "remedy"),
    [
        ("PDFUA1-HEADING-NESTING-001", "Rubrik 1, 2 och 3"),
        ("PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "Visa alternativtext"),
        ("PDFUA1-TABLE-HEADERS-SCOPE-001", "Upprepa rubrikrader"),
        ("PDFUA1-METADATA-TITLE-001", "Egenskaper"),
        ("PDFUA1-UNHEARD-OF-001", "no good [UNHEARD-OF]"),
    ],
)
def test_a_known_rule_tells_what_to_do_in_word(rule: str, remedy: str) -> None:
    (remark,) = shortfalls("2a", Claims("2a"), [Failure("ua", rule, "no good")])
    assert remedy in remark


def test_a_lowered_level_is_named() -> None:
    (remark,) = shortfalls(
        "3a",
        Claims("3b", accessible=True),
        [Failure("3a", "PDFA3A-UNICODE-PUA-ACTUALTEXT-001", "font 1")],
    )
    assert remark.startswith("PDF/A-3a gick inte att nå, det blev PDF/A-3b: en punkt")


@pytest.mark.parametrize("description", ["En röd prick", ""])
def test_a_picture_without_a_description_forbids_the_claim_of_accessibility(
    description: str,
) -> None:
    document = Document()
    document.core_properties.title = "Bild"
    document.add_heading("Bild", 1)
    document.add_picture(BytesIO(tiny_png()))._inline.docPr.set("descr", description)
    buffer = BytesIO()
    document.save(buffer)
    printed = print_pdf(buffer.getvalue(), engine="rdocx")
    assert "PDF/A-2a" in printed.claims
    assert ("PDF/UA-1" in printed.claims) == bool(description)
    assert any("alternativtext" in remark for remark in printed.remarks) != bool(description)
