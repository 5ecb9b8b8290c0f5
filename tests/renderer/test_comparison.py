"""What docxtpl makes of each template and what we make of it: alike, or different on purpose."""

from __future__ import annotations

import importlib.util

import pytest

import protokollant.docxtpl

from .comparison import CASES, DOCUMENT, compared, documented, filled
from .language import Case
from .paper import errors_in


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.tag)
def test_the_documents_are_alike_unless_a_reason_is_given(case: Case) -> None:
    if case.needs and importlib.util.find_spec(case.needs) is None:
        pytest.skip(f"docxtpl behöver {case.needs}")
    theirs, ours = compared(case)
    assert (ours != theirs) == bool(case.why), (theirs, ours)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.tag)
def test_the_document_has_no_errors_that_the_template_has_not(case: Case) -> None:
    errors = errors_in(filled(case, protokollant.docxtpl))
    assert not errors or not set(errors) - set(errors_in(case.template)), errors


def test_the_differences_are_documented() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert documented(text) == text
