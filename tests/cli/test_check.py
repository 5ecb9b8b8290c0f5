"""`check` on templates: what a meeting has and the template leaves out, and the marked copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from protokollant.cli import run

MEETING = "organ: Gruppen\ndatum: 2026-03-02\nplats: Salen\npunkter:\n  - rubrik: Kassan\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "m.yaml").write_text(MEETING, encoding="utf-8")
    (tmp_path / "m.yaml").write_text(MEETING, encoding="utf-8")
    for name, text in (("bra", "{{ organ }} {{ datum }}"), ("fel", "{{ plaz }}")):
        document = Document()
        document.add_paragraph(text)
        document.save(str(tmp_path / f"{name}.docx"))
    return tmp_path


def test_with_a_meeting_each_field_left_out_is_a_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "bra.docx", "--with", "m.yaml"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bra.docx: inga fel.",
        "bra.docx: plats skrivs aldrig ut: var mötet hålls, till exempel «Salen».",
        "bra.docx: punkter skrivs aldrig ut: ärendena i ordning, till exempel «Kassan».",
    ]


def test_a_year_of_meetings_is_held_against_an_annual_report(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document()
    document.add_paragraph("{{ år }} {% for m in möten %}{{ m.datum }}{% endfor %}")
    document.save("arsberattelse.docx")
    assert run(["check", "arsberattelse.docx", "--with", "2026"]) == 0
    assert "arsberattelse.docx: organ skrivs aldrig ut" in capsys.readouterr().out


def test_a_marked_copy_is_never_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "fel.docx", "--mark", "ut.docx"]) == 1
    told = capsys.readouterr()
    assert "fältet «plaz» finns inte" in told.err
    assert "Skrev ut.docx" in told.out
    (comment,) = Document("ut.docx").comments
    assert comment.author == "protokollant"
    assert run(["check", "fel.docx", "--mark", "ut.docx"]) == 2
    assert "Skriv över den med --force." in capsys.readouterr().err
    assert run(["check", "fel.docx", "--mark", "ut.docx", "--force"]) == 1


def test_only_one_template_is_marked_at_a_time(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "fel.docx", "bra.docx", "--mark", "ut.docx"]) == 2
    assert "bara en Wordmall i taget" in capsys.readouterr().err
    assert not Path("ut.docx").exists()
