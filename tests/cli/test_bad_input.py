"""Bad input: one clear Swedish message with its place, the right exit code, nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from protokollant.cli import run

FIVE_FAULTS = """\
organ: Testgruppen
datum: 31 februari 2026
punter:
  - rubrik: Ett
plats: [a, b]
deltagare:
  - namn: Eva Ek
    närvaro: kanske
tid: halv fem
"""

GOOD = """\
organ: Testgruppen
datum: 2026-03-02
punkter:
  - nummer: 1
    rubrik: Öppnande
"""


def faulty_template(path: Path) -> None:
    document = Document()
    document.add_paragraph("{{ plaz }}")
    document.add_paragraph("{%p for punkt in punkter %}")
    document.add_paragraph("{{ punkt.rubrik }}")
    document.save(str(path))


def written(name: str, content: bytes | str) -> Callable[[Path], None]:
    data = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(data) and None


def nothing(folder: Path) -> None:
    return None


def template_and_meeting(folder: Path) -> None:
    faulty_template(folder / "mall.docx")
    (folder / "m.yaml").write_text(GOOD, encoding="utf-8")


def meeting_and_output(folder: Path) -> None:
    (folder / "m.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "ut.docx").write_bytes(b"mitt")


def meeting_and_file_for_folder(folder: Path) -> None:
    (folder / "m.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "mapp").write_bytes(b"en fil")


@pytest.mark.parametrize(
    ("prepare", "arguments", "code", "told"),
    [
        (nothing, ["read", "saknas.txt"], 1, ["saknas.txt", "filen finns inte"]),
        (written("t.txt", b""), ["read", "t.txt"], 1, ["t.txt"]),
        (written("t.txt", bytes(range(256)) * 40), ["read", "t.txt"], 1, ["t.txt"]),
        (written("t.pdf", b"rubbish"), ["read", "t.pdf"], 1, ["t.pdf", "PDF"]),
        (written("t.docx", b"rubbish"), ["read", "t.docx"], 1, ["t.docx", "Word"]),
        (written("t.xyz", b"rubbish"), ["read", "t.xyz"], 1, ["t.xyz", ".docx"]),
        (
            written("m.yaml", FIVE_FAULTS),
            ["check", "m.yaml"],
            1,
            ["rad 2", "rad 3", "punkter", "rad 5", "rad 8", "rad 9"],
        ),
        (written("m.yaml", FIVE_FAULTS), ["minutes", "m.yaml", "-o", "ut.docx"], 1, ["rad 3"]),
        (
            template_and_meeting,
            ["minutes", "m.yaml", "--template", "mall.docx", "-o", "ut.docx"],
            1,
            ["mall.docx", "plaz", "plats", "for"],
        ),
        (template_and_meeting, ["check", "mall.docx"], 1, ["plaz", "plats", "for"]),
        (
            template_and_meeting,
            ["minutes", "m.yaml", "--template", "prutokoll"],
            1,
            ["prutokoll", "protokoll"],
        ),
        (
            meeting_and_output,
            ["minutes", "m.yaml", "-o", "ut.docx"],
            2,
            ["ut.docx", "finns redan", "--force"],
        ),
        (
            meeting_and_file_for_folder,
            ["minutes", "m.yaml", "-o", "mapp/ut.docx"],
            2,
            ["är en fil, inte en mapp"],
        ),
        (nothing, ["read", "a.txt", "b.txt"], 2, ["-o"]),
        (written("m.yaml", GOOD), ["annual", "m.yaml", "--year", "2031"], 1, ["2031", "2026"]),
        (nothing, ["pdf", "saknas.docx"], 1, ["saknas.docx"]),
        (written("t.docx", b"rubbish"), ["pdf", "t.docx"], 1, ["t.docx"]),
    ],
)
def test_bad_input(
    prepare: Callable[[Path], None],
    arguments: list[str],
    code: int,
    told: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    prepare(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*")}
    assert run(arguments) == code
    printed = capsys.readouterr()
    for words in told:
        assert words in printed.err
    assert "Traceback" not in printed.err
    assert "fel i protokollant självt" not in printed.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*")} == before


def test_a_folder_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "mapp/.ut.docx")

    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr("tempfile.mkstemp", refused)
    assert run(["minutes", "m.yaml", "-o", "mapp/ut.docx"]) == 2
    assert "får inte skrivas" in capsys.readouterr().err
