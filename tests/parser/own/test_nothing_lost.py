"""Whatever is done to an own document in Word, it is read, and no written word is lost."""

from __future__ import annotations

import random
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parser.own.trip import read_back
from tests.word_templates.filled import document

WORD = "Kvastfening"
DOCUMENTS = ("protokoll-rikt", "protokoll-underskrivet", "dagordning-rik", "arsberattelse-rik")


def opened(case: str) -> Any:
    """The document, as python-docx has it."""
    return docx.Document(BytesIO(document(case)))


def all_paragraphs(made: Any) -> list[Paragraph]:
    """Every paragraph of the body, also those in tables."""
    body = made.element.body
    return [Paragraph(p, made._body) for p in body.iter(body.tag.replace("body", "p"))]


def told(made: Any) -> str:
    """All that the reading of the document says, but for what it calls the template's own."""
    saved = BytesIO()
    made.save(saved)
    reading = read_back(saved.getvalue())
    return reading.meeting.model_dump_json() + " ".join(kept.text for kept in reading.unplaced)


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_word_added_to_any_paragraph_is_read(case: str) -> None:
    lost = []
    for at in range(len(all_paragraphs(opened(case)))):
        made = opened(case)
        paragraph = all_paragraphs(made)[at]
        paragraph.add_run(f" {WORD}")
        if WORD not in told(made):
            lost.append(paragraph.text)
    assert lost == []


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_word_typed_into_any_value_is_read(case: str) -> None:
    lost = []
    for at in range(len(all_paragraphs(opened(case)))):
        made = opened(case)
        paragraph = all_paragraphs(made)[at]
        if paragraph.runs:
            paragraph.runs[-1].text += f" {WORD}"
            if WORD not in told(made):
                lost.append(paragraph.text)
    assert lost == []


@pytest.mark.parametrize("case", DOCUMENTS)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_document_thrown_about_is_read(case: str, seed: int) -> None:
    chance = random.Random(seed)
    made = opened(case)
    styles = [style.name for style in made.styles if style.type == 1]
    for _ in range(chance.randint(1, 12)):
        blocks = list(made.element.body)[:-1]
        block, other = chance.choice(blocks), chance.choice(blocks)
        match chance.randint(0, 3):
            case 0:
                other.addnext(deepcopy(block))
            case 1 if block is not other:
                other.addnext(block)
            case 2 if len(blocks) > 5:
                made.element.body.remove(block)
            case _:
                paragraph = chance.choice(all_paragraphs(made))
                paragraph.style = chance.choice(styles)
    all_paragraphs(made)[0].insert_paragraph_before(WORD)
    assert WORD in told(made)
