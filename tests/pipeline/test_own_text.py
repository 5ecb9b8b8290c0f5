"""The secretary's own text to the annual report lives in a file that is never overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from protokollant.errors import RecordError
from protokollant.model import AnnualEdits, Goal
from protokollant.pipeline.annual import annual, meeting_files
from protokollant.pipeline.documents import Wanted
from protokollant.pipeline.own_text import begin_own_text, own_text
from protokollant.readers import read_lines
from protokollant.records import load_annual_edits
from protokollant.resources import resource

NAME = "arsberattelse-2025.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(resource("samples", "barn-och-unga"), tmp_path / "bu")
    return tmp_path / "bu"


def text(made: Path) -> str:
    return "\n".join(line.text for line in read_lines(made))


def test_the_file_is_begun_the_first_time_and_is_then_the_secretarys(folder: Path) -> None:
    first = annual([folder], 2025)
    assert first.files[-1] == folder / NAME
    assert load_annual_edits(folder / NAME) == AnnualEdits(stage="draft")
    own = "läge: godkänd\ninledning: Ett eget ord.\n# min anmärkning\n"
    (folder / NAME).write_text(own, encoding="utf-8")
    again = annual([folder], 2025, Wanted(force=True))
    assert folder / NAME not in again.files
    assert (folder / NAME).read_text(encoding="utf-8") == own
    assert "Ett eget ord." in text(again.files[0])


def test_every_example_in_the_file_can_be_used_as_it_stands(tmp_path: Path) -> None:
    begin_own_text(tmp_path / NAME)
    lines = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    start = lines.index("# inledning: |")
    keys = ("inledning", "avsnitt", "ekonomi", "rättelser", "mål", "godkännande")
    used: list[str] = []
    within = False
    for line in lines[start:]:
        within = line.removeprefix("# ").startswith(tuple(f"{k}:" for k in keys)) or (
            within and line.startswith("#   ")
        )
        used.append(line.removeprefix("# ") if within else "")
    (tmp_path / NAME).write_text("\n".join(used), encoding="utf-8")
    edits = load_annual_edits(tmp_path / NAME)
    assert all([edits.intro, edits.sections, edits.economy, edits.corrections, edits.goals])
    assert [step.what for step in edits.steps] == [
        "utsänd för godkännande",
        "godkänd",
        "för information",
    ]


def test_the_plan_has_a_file_of_its_own_and_is_no_meeting(folder: Path) -> None:
    (folder / "plan-2025.yaml").write_text("mål:\n  - mål: Fler\n    aktivitet: SIP\n", "utf-8")
    edits, begun = own_text(folder, 2025)
    assert edits.goals == (Goal(goal="Fler", activity="SIP"),)
    assert begun == folder / NAME
    begin_own_text(begun)
    assert not {"plan-2025.yaml", NAME} & {file.name for file in meeting_files([folder])}


def test_a_fault_in_the_file_is_told_with_its_line(folder: Path) -> None:
    (folder / NAME).write_text("läge: utkast\ninledninng: Hej\n", encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        annual([folder], 2025)
    (fault,) = caught.value.faults
    assert (fault.place.line, "inledning" in fault.remedy) == (2, True)


def test_sources_are_left_out_on_request(folder: Path) -> None:
    plain = annual([folder], 2025)
    assert "Källa:" in text(plain.files[0])
    bare = annual([folder], 2025, Wanted(force=True), sources=False)
    assert "Källa:" not in text(bare.files[0])


def test_the_years_of_several_bodies_are_one_report_each_with_its_own_text(folder: Path) -> None:
    other = folder.parent / "odling"
    shutil.copytree(resource("samples", "odlarforening"), other)
    (other / NAME).write_text("inledning: Odlingens eget ord.\n", encoding="utf-8")
    made = annual([folder, other], 2025, Wanted(output=folder.parent / "bada.docx"))
    assert made.files == (folder.parent / "bada.docx", folder / NAME)
    told = text(made.files[0]).splitlines()
    first, second = "Samverkansgruppen barn och unga", "Styrelsen för Norrbackens odlarförening"
    assert told.index(first) < told.index(second) < told.index("Odlingens eget ord.")


def test_a_body_that_did_not_meet_that_year_has_no_part(folder: Path) -> None:
    other = folder.parent / "namnd"
    shutil.copytree(resource("samples", "bildningsnamnden"), other)
    made = annual([other, folder], 2025, Wanted(output=folder.parent / "en.docx"))
    assert made.files[-1] == folder / NAME
    assert "Bildningsnämnden" not in text(made.files[0])
