"""Wrong usage is told in Swedish, with exit code 2 and the nearest right word."""

from __future__ import annotations

import pytest

from protokollant.cli import run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nxt"], "Kommandot «nxt» finns inte. Menade du «next»?"),
        (["read"], "FIL saknas."),
        (["read", "a.txt", "--format", "xml"], "«xml». Välj yaml eller json."),
        (["excerpt"], "NUMMER saknas."),
        (["stage", "a.yaml", "klart"], "LÄGE har ett värde som inte går: «klart»."),
        (["annual", "mapp", "--year", "tjugo"], "Flaggan --year har ett värde som inte går"),
        (["pdf", "a.docx", "--frce"], "Flaggan --frce finns inte. Menade du «--force»?"),
        (["minutes", "a.yaml", "-o"], "Flaggan -o"),
        (["minutes", "a.yaml", "b.yaml"], "För många ord på raden: b.yaml"),
    ],
)
def test_wrong_usage(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert "--help för hjälp" in printed.err
    assert printed.out == ""


@pytest.mark.parametrize("verb", [[], ["read"], ["minutes"], ["next"], ["annual"], ["pdf"]])
def test_help_is_in_swedish(verb: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*verb, "--help"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Så här: protokollant")
    assert "Visar den här hjälpen." in printed
    for english in ("Usage", "Options", "Commands", "Show", "[required]"):
        assert english not in printed


def test_every_command_of_the_contract_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    printed = capsys.readouterr().out
    verbs = ("demo", "new", "read", "minutes", "agenda", "next", "annual", "pdf", "check", "fields")
    for verb in verbs:
        assert f"\n  {verb} " in printed


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("protokollant 0.")
