"""The verbs of a meeting year, as one types them in a working folder."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from protokollant import load_meeting, read_document
from protokollant.cli import run
from protokollant.pipeline import during
from protokollant.pipeline.documents import Wanted
from protokollant.pipeline.made import Made
from protokollant.resources import resource


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(resource("samples", "barn-och-unga"), tmp_path / "bu")
    monkeypatch.chdir(tmp_path / "bu")
    return tmp_path / "bu"


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_the_cycle_without_arguments(folder: Path) -> None:
    assert run(["check"]) == 0
    assert run(["next"]) == 0
    agenda = only(folder, "2026/*dagordning.yaml")
    assert run(["agenda", "--force"]) == 0
    assert run(["invite"]) == 0
    assert run(["start"]) == 0
    begun = load_meeting(folder / "2026" / "2026-02-13.yaml")
    assert (begun.kind, begun.stage) == ("minutes", "draft")
    assert [i.title for i in begun.items] == [i.title for i in load_meeting(agenda).items]
    assert run(["minutes"]) == 0
    made = read_document(only(folder, "ut/2026-02-13*minnesanteckningar.docx"))
    assert made.meeting.stage == "draft"
    assert run(["annual", "--year", "2025"]) == 0
    assert only(folder, "ut/2025_*arsberattelse.docx").stat().st_size > 5000


def test_documents_made_again_are_not_taken_for_edited(folder: Path) -> None:
    assert run(["minutes", "--force"]) == 0
    assert run(["minutes", "--force"]) == 0
    assert not list(folder.glob("ut/*tidigare*"))


def test_an_agenda_keeps_what_was_edited(folder: Path) -> None:
    assert run(["next"]) == 0
    agenda = only(folder, "2026/*dagordning.yaml")
    text = agenda.read_text(encoding="utf-8")
    start, end = text.index("  - nummer: 3\n"), text.index("  - nummer: 4\n")
    edited = (text[:start] + text[end:]).replace("plats: Reg", "# egen sal\nplats: Stora Reg")
    agenda.write_text(edited, encoding="utf-8")
    (folder / "förslag.yaml").write_text("punkter:\n  - rubrik: Ny fråga\n", encoding="utf-8")
    assert run(["next"]) == 2
    assert run(["next", "--force"]) == 0
    again = load_meeting(agenda)
    titles = [item.title for item in again.items]
    assert "Föregående minnesanteckningar" not in titles
    assert "Ny fråga" in titles
    assert again.place.startswith("Stora")
    assert "# egen sal" in agenda.read_text(encoding="utf-8")
    before = agenda.read_bytes()
    assert run(["next", "--force"]) == 0
    assert agenda.read_bytes() == before


STAGES = [
    ("utskickad", "sent", lambda m: m.sent),
    ("justerad", "approved", lambda m: m.approval.date),
    ("anslagen", "posted", lambda m: m.notice.posted),
]


@pytest.mark.parametrize(("word", "stage", "day"), STAGES)
def test_a_stage_is_written_into_the_file(folder: Path, word: str, stage: str, day: object) -> None:
    path = folder / "2025" / "2025-06-13.yaml"
    path.write_text(f"# min anteckning\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert run(["stage", str(path), word, "--date", "2025-06-20"]) == 0
    meeting = load_meeting(path)
    assert meeting.stage == stage
    assert day(meeting) == dt.date(2025, 6, 20)  # type: ignore[operator]
    assert path.read_text(encoding="utf-8").startswith("# min anteckning\n")
    assert not list(folder.glob("2025/*tidigare*"))


def test_those_who_get_notes_have_a_week_for_comments(folder: Path) -> None:
    path = folder / "2025" / "2025-06-13.yaml"
    assert run(["stage", str(path), "utskickad", "--date", "2025-06-20"]) == 0
    approval = load_meeting(path).approval
    assert approval is not None
    assert approval.deadline == "2025-06-27"
    assert "Synpunkter" in approval.note
    assert run(["stage", str(path), "utskickad", "--date", "2025-06-22"]) == 0
    assert load_meeting(path).approval == approval


def test_what_is_asked_for_on_the_screen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["actions"]) == 0
    told = capsys.readouterr().out
    assert "Fatima Haddad" in told
    assert "FÖRSENAD 2026-02-06" in told
    assert run(["actions", "--format", "json"]) == 0
    assert {row["person"] for row in json.loads(capsys.readouterr().out)} == {
        "Alla",
        "Fatima Haddad",
    }
    assert run(["case", "SIP"]) == 0
    assert capsys.readouterr().out.count("Samverkansgruppen barn och unga 2025-") >= 4
    assert run(["case", "rymdfart"]) == 1
    assert "inget möte har tagit upp «rymdfart»" in capsys.readouterr().err
    assert run(["next", "--year", "2026"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5


@pytest.mark.parametrize(
    ("arguments", "pattern"),
    [
        (["short", "2025/2025-06-13.yaml"], "ut/*kortversion.docx"),
        (["excerpt", "5-6", "2025/2025-06-13.yaml"], "ut/*utdrag-5-6.docx"),
        (["public", "2025/2025-06-13.yaml"], "ut/*offentlig.docx"),
    ],
)
def test_copies_of_minutes(folder: Path, arguments: list[str], pattern: str) -> None:
    assert run(arguments) == 0
    assert only(folder, pattern).stat().st_size > 3000


def test_outside_a_folder_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["start"]) == 1
    assert "här finns ingen arbetsmapp" in capsys.readouterr().err


def test_watch_rebuilds_on_every_save_and_tells_faults(folder: Path) -> None:
    path = folder / "2025" / "2025-06-13.yaml"
    good = path.read_text(encoding="utf-8")
    told: list[Made] = []
    steps = iter(["datum: i vår\n", good + "kontakt: Nytt nummer\n"])

    def tell(made: Made) -> None:
        told.append(made)
        text = next(steps, None)
        if text is None:
            raise KeyboardInterrupt
        path.write_text(text, encoding="utf-8")

    (folder / "ut").mkdir(exist_ok=True)
    gone = folder / "ut" / "2025-06-13_samverkansgruppen-barn-och-unga_minnesanteckningar-9.png"
    gone.write_bytes(b"")
    with pytest.raises(KeyboardInterrupt):
        during.watch(path, Wanted(force=True), tell, pictures=True, pause=0.01)
    assert not gone.exists()
    assert len(list(folder.glob("ut/*minnesanteckningar-*.png"))) >= 2
    assert [bool(made.faults) for made in told] == [False, True, False]
    made = read_document(told[2].files[0])
    assert "Nytt nummer" in made.meeting.contact
