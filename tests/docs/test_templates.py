"""docs/templates.md has a section for each tag that the engine knows, and its examples are true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from protokollant.renderer import Template
from protokollant.renderer.cells import CELL_WORDS
from protokollant.renderer.filters import FILTERS
from protokollant.renderer.kinds import swedish_name
from protokollant.renderer.meant import OPENERS
from tests.docs.test_handbook import ROOT, load

PAGE = ROOT / "docs" / "templates.md"
PICTURES = ROOT / "docs" / "bilder" / "taggar"
LARGEST = 60_000
NOT_FOR_AUTHORS = {"autoescape"}
SIGNS = (
    "{{ …",
    "{# … #}",
    "{%- … -%}",
    "{%p …",
    "{%tr …",
    "{%tc …",
    "{%r …",
    "{{r …",
    "{{p …",
    "include(",
)


@pytest.fixture(scope="module")
def text() -> str:
    return PAGE.read_text(encoding="utf-8")


def tags() -> Any:
    return load(ROOT / "docs" / "tags.py")


def test_the_page_is_fresh(text: str) -> None:
    assert load(ROOT / "docs" / "make.py").templates() == text, "kör make docs"


def test_each_tag_has_a_section(text: str) -> None:
    headings = "\n".join(re.findall(r"^### (.*)$", text, re.MULTILINE))
    known = {*OPENERS, *CELL_WORDS, "do"} - NOT_FOR_AUTHORS
    for word in sorted(known):
        assert re.search(rf"\{{% {word}\b", headings), word
    for sign in SIGNS:
        assert sign in headings, sign


def test_each_filter_of_ours_has_a_row(text: str) -> None:
    rows = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert rows == {swedish_name(name) for name in FILTERS}


def test_each_picture_is_there_and_small(text: str) -> None:
    wanted = {Path(file).name for file in re.findall(r"\(bilder/taggar/(\S+)\)", text)}
    found = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    assert wanted == found.keys()
    assert max(found.values()) < LARGEST


def test_the_examples_have_no_problems(text: str) -> None:
    module = tags()
    examples = module.examples(text)
    assert len(examples) > 20
    for example in examples:
        assert Template(module.template(example.blocks)).problems() == (), example
