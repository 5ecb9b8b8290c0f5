"""Compiled templates are kept only where nobody else can write, and never go stale."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from protokollant.errors import TemplateError
from protokollant.model import AnnualReport, Meeting
from protokollant.renderer import Template, fill_file, kept, template
from protokollant.resources import resource
from tests.renderer.paper import outline, p, paper

MEETING = Meeting(title="Möte & mer", body="Gruppen")
pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="keeps nothing here")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(kept.OFF)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "protokollant" / "mallar"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mall.docx"
    path.write_bytes(paper(p("{{ rubrik }}"), p("{{p plats|markdown }}"), header=p("{{ organ }}")))
    return path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that have been compiled so far."""
    seen: list[str] = []
    compile_part = template.compile_part

    def counted(draft: template.Draft, *arguments: object) -> object:
        seen.append(draft.part)
        return compile_part(draft, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(template, "compile_part", counted)
    return seen


def test_a_template_is_compiled_once_and_fills_the_same(
    folder: Path, path: Path, compiled: list[str]
) -> None:
    first = fill_file(path, MEETING)
    assert compiled == ["word/document.xml", "word/header.xml"]
    assert fill_file(path, MEETING) == first == Template(path).render(MEETING)
    assert len(compiled) == 4, "only the direct rendering compiles again"
    (one,) = folder.iterdir()
    assert one.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_a_kept_template_fills_also_says_that_this_program_wrote_it(folder: Path) -> None:
    path = resource("templates", "arsberattelse.docx")
    for turn in ("compiled", "kept"):
        made = fill_file(path, AnnualReport(body="Nämnden", year=2022))
        with zipfile.ZipFile(BytesIO(made)) as package:
            said = package.read("docProps/app.xml")
        assert b"<Application>protokollant<" in said, turn


def test_a_changed_template_or_another_kind_of_document_is_compiled(
    folder: Path, path: Path, compiled: list[str]
) -> None:
    fill_file(path, MEETING)
    path.write_bytes(paper(p("{{ organ }}")))
    assert outline(fill_file(path, MEETING)) == ["Gruppen"]
    assert outline(fill_file(path, AnnualReport(body="Nämnden", year=2022))) == ["Nämnden"]
    assert len(compiled) == 4
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize("when", ["first", "later"])
def test_faults_are_told_as_ever(folder: Path, path: Path, when: str) -> None:
    if when == "later":
        fill_file(path, MEETING)
        with pytest.raises(TemplateError, match=r"mall\.docx, .*styrtecknet"):
            fill_file(path, Meeting(title="a\x07"))
        return
    path.write_bytes(paper(p("{{ rubrikk }}")))
    for _ in range(2):
        with pytest.raises(TemplateError, match="Menade du «rubrik»"):
            fill_file(path, MEETING)
    assert not folder.exists()


def _open_to_others(folder: Path) -> None:
    folder.chmod(0o777)


def _readable_file(folder: Path) -> None:
    next(folder.iterdir()).chmod(0o644)


def _link(folder: Path) -> None:
    one = next(folder.iterdir())
    one.rename(folder.parent / "elsewhere")
    one.symlink_to(folder.parent / "elsewhere")


def _linked_folder(folder: Path) -> None:
    folder.rename(folder.parent / "elsewhere")
    folder.symlink_to(folder.parent / "elsewhere")


def _damaged(folder: Path) -> None:
    one = next(folder.iterdir())
    one.write_bytes(one.read_bytes()[:-1] + b"!")


def _empty(folder: Path) -> None:
    next(folder.iterdir()).write_bytes(b"")


@pytest.mark.parametrize(
    "spoil", [_open_to_others, _readable_file, _link, _linked_folder, _damaged, _empty]
)
def test_what_others_may_have_written_is_never_read(
    folder: Path,
    path: Path,
    compiled: list[str],
    spoil: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = fill_file(path, MEETING)
    spoil(folder)
    monkeypatch.setattr(kept.marshal, "loads", lambda _: pytest.fail("read"))
    assert fill_file(path, MEETING) == first
    assert len(compiled) == 4


def test_what_belongs_to_somebody_else_is_never_read(
    folder: Path, path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = fill_file(path, MEETING)
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert fill_file(path, MEETING) == first
    assert len(compiled) == 4


def test_nothing_is_kept_when_it_is_turned_off(
    folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(kept.OFF, "1")
    fill_file(path, MEETING)
    assert not folder.exists()


def test_the_oldest_are_removed(folder: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MAX_KEPT", 2)
    for number in range(4):
        path.write_bytes(paper(p(f"{number} {{{{ rubrik }}}}")))
        fill_file(path, MEETING)
    assert len(list(folder.iterdir())) == 2


def test_a_missing_template_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="kan inte läsas"):
        fill_file(tmp_path / "saknas.docx", MEETING)
