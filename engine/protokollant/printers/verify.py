"""What a finished PDF may truthfully say of itself: checked by page-validation, offline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import page

from protokollant.printers.finish import Finished
from protokollant.printers.xmp import Claims

_PROFILES = {
    "2a": page.ValidationProfile.PDF_A_2A,
    "2b": page.ValidationProfile.PDF_A_2B,
    "3a": page.ValidationProfile.PDF_A_3A,
    "3b": page.ValidationProfile.PDF_A_3B,
}
_WITHOUT_TAGS = {"2a": "2b", "3a": "3b"}


def claim(finished: Finished, archive: str) -> tuple[bytes, Claims, tuple[str, ...]]:
    """The file with the highest claims that hold, those claims, and what stood in the way.

    `archive` is the PDF/A level to try first. The reasons name a rule and its message each.
    """
    reasons: list[str] = []
    for claims in _attempts(archive):
        pdf = finished.claiming(claims)
        failures = _failures(pdf, claims)
        if not failures:
            return pdf, claims, tuple(reasons)
        reasons += [failure for failure in failures if failure not in reasons]
    plain = Claims()
    return finished.claiming(plain), plain, tuple(reasons)


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


def _failures(pdf: bytes, claims: Claims) -> list[str]:
    profiles = [_PROFILES[claims.archive]] if claims.archive else []
    if claims.accessible:
        profiles.append(page.ValidationProfile.PDF_UA_1)
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in profiles
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]
