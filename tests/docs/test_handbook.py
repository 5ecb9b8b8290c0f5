"""What the documents say is what the program knows."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from protokollant.cli import run

ROOT = Path(__file__).parents[2]


def load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their own module up there
    spec.loader.exec_module(module)
    return module


def test_the_table_of_fields_is_fresh() -> None:
    make = load(ROOT / "docs" / "make.py")
    assert make.HANDBOOK.read_text(encoding="utf-8") == make.handbook(), "kör make docs"


def test_the_output_in_readme_is_what_the_commands_print() -> None:
    make = load(ROOT / "docs" / "make.py")
    assert make.README.read_text(encoding="utf-8") == make.readme(), "kör make docs"


@pytest.mark.parametrize(
    "document", ["docs/handbok.md", "docs/templates.md", "README.md", "samples/README.md"]
)
def test_every_command_and_option_in_the_documents_exists(
    document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    commands = re.findall(r"^[`$ ]*protokollant (\w+)([^#\n]*)", text, re.MULTILINE)
    assert commands
    for verb, rest in commands:
        assert run([verb, "--help"]) == 0, verb
        told = capsys.readouterr().out
        for option in re.findall(r"(?<!\w)--?[a-z]+", rest):
            assert re.search(rf"{option}\b", told), (verb, option)


@pytest.mark.parametrize(
    "document", ["docs/handbok.md", "docs/templates.md", "README.md", "docs/architecture.md"]
)
def test_links_within_the_project_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
