"""The command line: a template and a JSON file to a document."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from protokollant.docxtpl.__main__ import main
from tests.renderer.paper import outline, p, paper


def given(monkeypatch: pytest.MonkeyPatch, folder: Path, json: str | bytes, *options: str) -> int:
    (folder / "mall.docx").write_bytes(paper(p("{{ x }}")))
    (folder / "data.json").write_bytes(json if isinstance(json, bytes) else json.encode())
    monkeypatch.chdir(folder)
    arguments = ["protokollant.docxtpl", "mall.docx", "data.json", "ut.docx", *options]
    monkeypatch.setattr(sys, "argv", arguments)
    return main()


def test_the_document_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert given(monkeypatch, tmp_path, '{"x": "å"}') == 0
    assert outline((tmp_path / "ut.docx").read_bytes()) == ["å"]
    assert capsys.readouterr().out == "Skrev ut.docx.\n"


def test_a_document_is_replaced_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ut.docx").write_bytes(b"kvar")
    assert given(monkeypatch, tmp_path, '{"x": "a"}') == 1
    assert "finns redan" in capsys.readouterr().err
    assert given(monkeypatch, tmp_path, '{"x": "a"}', "-o", "-q") == 0
    assert capsys.readouterr().out == ""
    assert outline((tmp_path / "ut.docx").read_bytes()) == ["a"]


@pytest.mark.parametrize(
    ("json", "told"),
    [
        ("{", "data.json, rad 1, kolumn 2: filen är inte giltig JSON."),
        ('{"x": {}', "rad 1"),
        ('{"x": "å"}'.encode("latin-1"), "data.json: filen är inte UTF-8."),
    ],
)
def test_what_is_wrong_is_told(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    json: str | bytes,
    told: str,
) -> None:
    assert given(monkeypatch, tmp_path, json) == 1
    assert told in capsys.readouterr().err
