"""Three bodies' years, each from `new` to the annual report, every document made into pages."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from protokollant import load_meeting
from protokollant.cli import run
from protokollant.resources import resource


@dataclass(frozen=True, slots=True)
class Year:
    """A sample's year and what its documents must say; `secret` must stand in no public one."""

    sample: str
    year: int
    coming: Sequence[str]
    minutes: Sequence[str]
    report: Sequence[str]
    secret: Sequence[str] = ()


YEARS = [
    Year(
        "barn-och-unga",
        2025,
        ("Uppföljning av åtgärder", "Årsplan 2026", "Fatima Haddad"),
        ("Egenvård", "Yasmin Karimi"),
        ("Årsberättelse 2025", "Möten och närvaro", "Samordnad individuell plan, SIP"),
    ),
    Year(
        "bildningsnamnden",
        2026,
        ("§ 19", "Lokalplan 2027–2030", "redovisar effekten", "Greta Lund"),
        ("Jäv: Åke Dahl (S)", "Ja, 4: Karin Sjö (S)", "Reservation: Olof Brandt (M)", "Anslaget"),
        ("Nya regler för skolskjuts", "Ny organisation för elevhälsan", "Lokalplan 2027–2030"),
        ("ansökan om skolskjuts av särskilda skäl", "Ansökan beviljas"),
    ),
    Year(
        "odlarforening-arsmote",
        2026,
        ("Fastställande av röstlängd", "Ansvarsfrihet", "hönsgård"),
        ("Motionen avslås med ordförandens utslagsröst", "Reservation: Pontus Wiik"),
        ("Motion om höns på lotterna", "en gemensam hönsgård"),
    ),
]


@pytest.mark.parametrize("body", YEARS, ids=lambda body: body.sample)
def test_a_year_from_new_to_the_annual_report(
    body: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "organ"
    assert run(["new", str(folder)]) == 0
    sample = resource("samples", body.sample)
    for name in ("organ.yaml", "2026"):
        made = folder / name
        shutil.rmtree(made) if made.is_dir() else made.unlink()
    shutil.copytree(sample, folder, dirs_exist_ok=True)
    monkeypatch.chdir(folder)
    assert run(["check"]) == 0

    held = sorted(path for path in folder.glob(f"{body.year}/*.yaml") if is_minutes(path))
    told = [text_of(made_pdf(["minutes", str(path)], folder)) for path in held]
    assert_says(" ".join(told), body.minutes)

    public = [text_of(made_pdf(["public", str(path)], folder)) for path in held]
    assert_silent(" ".join(public), body.secret)
    short = made_pdf(["short", str(held[-1])], folder)
    assert len(PdfReader(BytesIO(short)).pages) == 1

    assert_says(text_of(made_pdf(["next"], folder)), body.coming)
    assert run(["invite"]) == 0
    assert run(["start"]) == 0
    assert run(["actions"]) == 0
    report = text_of(made_pdf(["annual", "--year", str(body.year)], folder))
    assert_says(report, body.report)
    assert_silent(report, body.secret)


def is_minutes(path: Path) -> bool:
    return load_meeting(path).kind == "minutes"


def made_pdf(arguments: Sequence[str], folder: Path) -> bytes:
    """The PDF that the command makes in the working folder."""
    before = set(folder.glob("ut/*.pdf"))
    assert run([*arguments, "--pdf"]) == 0
    (made,) = set(folder.glob("ut/*.pdf")) - before
    return made.read_bytes()


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def assert_says(text: str, wanted: Sequence[str]) -> None:
    assert [words for words in wanted if words not in text.replace("\u00a0", " ")] == []


def assert_silent(text: str, unwanted: Sequence[str]) -> None:
    assert [words for words in unwanted if words in text] == []
