"""The template with every field: complete, clean, and fit to be filled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from protokollant.cli import run
from protokollant.model import AnnualReport, Body, Meeting, Record
from protokollant.renderer import Template, blank_template
from protokollant.renderer.names import field_types
from protokollant.renderer.schema import root_types
from protokollant.vocabulary import TERMS
from tests.renderer.paper import member, valid
from tests.word_templates import samples
from tests.word_templates.filled import TEMPLATES

KINDS: list[tuple[type[Record], str, list[Record]]] = [
    (
        Meeting,
        "minnesanteckningar",
        [samples.RICH_NOTES, samples.RICH_PROTOCOL, samples.EMPTY_MEETING],
    ),
    (AnnualReport, "arsberattelse", [samples.RICH_REPORT, samples.EMPTY_REPORT]),
]


def blank(kind: type[Record], name: str) -> bytes:
    return blank_template((TEMPLATES / f"{name}.docx").read_bytes(), kind)


@pytest.mark.parametrize(("kind", "name"), [k[:2] for k in KINDS])
def test_it_is_valid_and_has_no_problems(kind: type[Record], name: str) -> None:
    assert Template(valid(blank(kind, name))).problems(kind) == ()


@pytest.mark.parametrize(("kind", "name"), [k[:2] for k in KINDS])
def test_it_has_every_field(kind: type[Record], name: str) -> None:
    xml = member(blank(kind, name), "word/document.xml")
    written = set(re.findall(r"[^\W\d]\w*", " ".join(re.findall(r"\{[{%].*?[}%]\}", xml))))
    wanted: set[str] = set()
    waiting: list[type[Record]] = [kind, Body]
    seen: set[type[Record]] = set()
    while waiting:
        record = waiting.pop()
        seen.add(record)
        wanted |= {term.field for term in TERMS[record]}
        inner = {field.record for field in field_types(record).values() if field.record}
        waiting += [one for one in inner if one not in seen]
    assert wanted <= written, wanted - written
    extra = {"logotyp"} | ({"närvarodiagram"} if kind is AnnualReport else set())
    assert extra <= written & root_types(kind).keys()


@pytest.mark.parametrize(
    ("kind", "name", "data"), [(kind, name, one) for kind, name, many in KINDS for one in many]
)
def test_it_can_be_filled(kind: type[Record], name: str, data: Record) -> None:
    body = Body(name="Gruppen", members=samples.NOTES_PEOPLE)
    valid(Template(blank(kind, name)).render(data, body=body))


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "alla.docx"
    assert run(["fields", "--docx", str(path)]) == 0
    assert run(["check", str(path)]) == 0
    assert run(["fields", "--docx", str(path)]) == 2
    assert run(["fields", "--docx", str(tmp_path), "--kind", "report"]) == 0
    assert (tmp_path / "alla-falt-arsberattelse.docx").exists()


def test_the_table_is_grouped_and_gives_names_type_and_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["fields"]) == 0
    told = capsys.readouterr().out
    assert "\nPUNKT – fås av punkter, " in told
    assert re.search(r"\n  datum +date +datum +Mötesdagen, t\.ex\. 2026-03-02\n", told)
