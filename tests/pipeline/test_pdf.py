"""Many Word files → PDFs: one that fails stops no other, and none overwrites another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from shutil import which

import pytest

from protokollant.errors import EngineError, OutputError
from protokollant.pipeline.pdf import pdf
from protokollant.printers import identifier_in
from protokollant.printers.sheets import Row, sheet
from protokollant.resources import resource

TEMPLATE = resource("templates", "dagordning.docx")


def copies(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(TEMPLATE.read_bytes())
    return paths


@pytest.mark.parametrize(
    "engine",
    [
        "auto",
        pytest.param(
            "libreoffice",
            marks=pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is missing"),
        ),
    ],
)
def test_a_failure_stops_no_other(tmp_path: Path, engine: str) -> None:
    paths = copies(tmp_path, "a.docx", "b.docx", "c.docx")
    paths[1].write_bytes(b"rubbish")
    made = pdf(paths, tmp_path / "ut", engine=engine)
    assert [path.name for path in made.files] == ["a.pdf", "c.pdf"]
    assert [fault.place.file for fault in made.faults] == [str(paths[1])]
    assert made.exit_code == 1
    assert all(path.read_bytes().startswith(b"%PDF") for path in made.files)


def test_two_sources_never_share_a_target(tmp_path: Path) -> None:
    paths = copies(tmp_path, "a.docx", "mapp/a.docx")
    made = pdf(paths, tmp_path / "ut", force=True)
    assert len(made.files) == 1
    assert "samma namn" in made.faults[0].message
    assert made.exit_code == 2


def test_an_existing_pdf_is_kept(tmp_path: Path) -> None:
    paths = copies(tmp_path, "a.docx")
    (tmp_path / "a.pdf").write_bytes(b"mine")
    made = pdf(paths)
    assert made.exit_code == 2
    assert (tmp_path / "a.pdf").read_bytes() == b"mine"


def small(folder: Path, count: int) -> list[Path]:
    """Documents of one line each, which differ."""
    paths = [folder / f"{number:03}.docx" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(sheet([Row(f"Nummer {number}", heading=True)]))
    return paths


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_made_is_not_made_again(tmp_path: Path, workers: int) -> None:
    paths = small(tmp_path, 4)
    first = pdf(paths, tmp_path / "ut", workers=workers)
    assert len(first.files) == 4
    paths[2].write_bytes(sheet([Row("Ändrat")]))
    (tmp_path / "ut" / "003.pdf").unlink()
    again = pdf(paths, tmp_path / "ut", workers=workers)
    assert sorted(path.name for path in again.skipped) == ["000.pdf", "001.pdf"]
    assert [path.name for path in again.files] == ["003.pdf"]
    assert [fault.place.file for fault in again.faults] == [str(tmp_path / "ut" / "002.pdf")]
    assert len(pdf(paths, tmp_path / "ut", force=True).files) == 4


def test_a_pdf_made_in_another_way_is_not_taken_for_this(tmp_path: Path) -> None:
    paths = small(tmp_path, 1)
    pdf(paths, archive="2b")
    assert pdf(paths, archive="2b").skipped
    assert not pdf(paths, archive="2a").skipped


def test_half_a_pdf_is_made_anew(tmp_path: Path) -> None:
    paths = small(tmp_path, 1)
    (target,) = pdf(paths).files
    assert identifier_in(target) is not None
    target.write_bytes(target.read_bytes()[:-6])
    assert identifier_in(target) is None


def test_processes_share_the_work_with_the_same_result(tmp_path: Path) -> None:
    paths = copies(tmp_path, "a.docx", "b.docx", "c.docx")
    paths[1].write_bytes(b"rubbish")
    alone = pdf(paths, tmp_path / "en")
    shared = pdf(paths, tmp_path / "tre", workers=3)
    assert [fault.place.file for fault in shared.faults] == [str(paths[1])]
    for one, other in zip(alone.files, sorted(shared.files), strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_too_many_processes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="0 processer"):
        pdf(small(tmp_path, 1), workers=0)


def test_a_missing_engine_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROTOKOLLANT_SOFFICE", str(tmp_path / "nowhere"))
    with pytest.raises(EngineError, match="LibreOffice finns inte"):
        pdf(small(tmp_path, 30), tmp_path / "ut", engine="libreoffice")


@pytest.mark.skipif(os.name == "nt", reason="killed as on Unix")
def test_a_run_killed_half_way_is_taken_up_where_it_was(tmp_path: Path) -> None:
    paths, out = small(tmp_path, 100), tmp_path / "ut"
    command = [sys.executable, "-m", "protokollant", "pdf", *map(str, paths), "-o", str(out)]
    with subprocess.Popen([*command, "-j", "2"], start_new_session=True) as running:
        deadline = time.monotonic() + 40
        while len(list(out.glob("*.pdf"))) < 20:
            assert time.monotonic() < deadline
            assert running.poll() is None
            time.sleep(0.01)
        running.kill()
    done = sorted(out.glob("*.pdf"))
    assert 20 <= len(done) < 100
    _assert_group_ends(running.pid)
    kept = {path: path.stat().st_mtime_ns for path in done}
    assert all(identifier_in(path) is not None for path in done)
    made = pdf(paths, out, workers=2)
    assert sorted(made.skipped) == done
    assert len(made.files) == 100 - len(done)
    assert {path: path.stat().st_mtime_ns for path in done} == kept
    assert not made.faults


def _assert_group_ends(group: int) -> None:
    """Its worker processes end by themselves when the one that started them is gone."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("worker processes outlived their parent")
