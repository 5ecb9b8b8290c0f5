"""`read --explain` as it is typed: coloured for a person who watches, plain for a pipe."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from protokollant.cli import run

ESCAPE = "\x1b["


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "möte.txt"
    path.write_text("Plats: Salen\n\n1. Öppnande\nEva öppnar.\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal 80 columns wide that nobody has set any colours for."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    return monkeypatch


Captured = pytest.CaptureFixture[str]


def test_a_pipe_gets_plain_text(
    document: str, window: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert run(["read", document, "--explain"]) == 0
    printed = capsys.readouterr()
    assert ESCAPE not in printed.out
    assert "Plats: Salen" in printed.out
    assert "plats · ledord med värde, 100\xa0%" in printed.out
    assert "Placerade: 3 " in printed.out
    assert printed.err == ""


def test_a_terminal_gets_the_same_text_in_colour(
    document: str, window: pytest.MonkeyPatch, capsys: Captured
) -> None:
    run(["read", document, "--explain"])
    plain = capsys.readouterr().out
    window.setattr("sys.stdout.isatty", lambda: True)
    assert run(["read", document, "--explain"]) == 0
    coloured = capsys.readouterr().out
    assert f"{ESCAPE}32m" in coloured
    assert [row.rstrip() for row in _bare(coloured).splitlines()] == plain.splitlines()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_can_be_declined(
    document: str, window: pytest.MonkeyPatch, capsys: Captured, name: str, value: str
) -> None:
    window.setattr("sys.stdout.isatty", lambda: True)
    window.setenv(name, value)
    run(["read", document, "--explain"])
    assert ESCAPE not in capsys.readouterr().out


def test_scripts_get_one_object(document: str, capsys: Captured) -> None:
    assert run(["read", document, "--explain", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [line["line"] for line in found["lines"]][:4] == [1, 2, 3, 4]
    assert found["lines"][2]["sources"][0]["field"] == "items[0].title"


def test_several_files_need_a_folder(document: str, capsys: Captured) -> None:
    assert run(["read", document, document, "--explain"]) == 2
    assert "Flera filer behöver en mapp" in capsys.readouterr().err


def _bare(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)
