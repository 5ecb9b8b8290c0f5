"""A finished file → the same file with the claims that it can bear, each checked first.

Checked by page-validation, offline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import page

from protokollant.printers.finish import Finished
from protokollant.printers.xmp import Claims

_PROFILES = {
    "2a": page.ValidationProfile.PDF_A_2A,
    "2b": page.ValidationProfile.PDF_A_2B,
    "3a": page.ValidationProfile.PDF_A_3A,
    "3b": page.ValidationProfile.PDF_A_3B,
    "ua": page.ValidationProfile.PDF_UA_1,
}
LEVELS = tuple(level for level in _PROFILES if level != "ua")
_WITHOUT_TAGS = {"2a": "2b", "3a": "3b"}


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that the file breaks: of which standard ("2a", "ua"), its name, what is wrong."""

    standard: str
    rule: str
    message: str


_UNDESCRIBED = Failure("ua", "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "a picture has no description")


def claim(
    finished: Finished, archive: str, *, silent: Sequence[str] = ()
) -> tuple[bytes, Claims, tuple[Failure, ...]]:
    """The file with the highest claims that hold, those claims, and what stood in the way.

    `archive` is the PDF/A level to try first, `silent` what the engine drew without tags.
    """
    unread = list(_unread(finished, silent))
    found = {(failure.standard, failure.rule): failure for failure in unread}
    for claims in _attempts(archive):
        if claims.accessible and unread:
            continue
        pdf = finished.claiming(claims)
        failures = _failures(pdf, claims)
        if not failures:
            return pdf, claims, tuple(found.values())
        for failure in failures:
            found.setdefault((failure.standard, failure.rule), failure)
    plain = Claims()
    return finished.claiming(plain), plain, tuple(found.values())


def _unread(finished: Finished, silent: Sequence[str]) -> Iterator[Failure]:
    """What no validator sees: that something with a meaning was drawn as decoration."""
    if finished.facts.pictures_undescribed:
        yield _UNDESCRIBED
    if silent:
        message = (
            f"skärmläsare hittar inte de {' och '.join(silent)} som den inbyggda PDF-motorn ritar; "
            "välj --engine libreoffice"
        )
        yield Failure("ua", "PDFUA1-CONTENT-SILENT-001", message)


def _attempts(archive: str) -> Iterator[Claims]:
    """Claims from the highest to the lowest."""
    full = Claims(archive=archive, accessible=True)
    lower = _WITHOUT_TAGS.get(archive)
    yield full
    yield replace(full, accessible=False)
    if lower:
        yield replace(full, archive=lower)
        yield Claims(archive=lower)
    yield Claims(accessible=True)


def _failures(pdf: bytes, claims: Claims) -> list[Failure]:
    standards = [claims.archive] if claims.archive else []
    if claims.accessible:
        standards.append("ua")
    return [failure for standard in standards for failure in broken(pdf, standard)]


def broken(pdf: bytes, standard: str) -> list[Failure]:
    """The rules of one standard ("2a", "ua") that a file breaks; one of our own when unchecked."""
    try:
        report = page.validate_pdf_bytes(pdf, profile=_PROFILES[standard])
    except page.PageError as error:
        return [Failure(standard, f"{standard}-UNCHECKED-001", str(error))]
    return [Failure(standard, failure.rule_id, failure.message) for failure in report.failures]
