"""LibreOffice's ways of failing, played by stand-in programs."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from protokollant.errors import EngineError, TemplateError
from protokollant.printers import Printed, print_many, print_pdf
from protokollant.printers.artifacts import marked

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PROTOKOLLANT_SOFFICE", str(program))


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 0", "gjorde ingen PDF"),
        ("echo 'Error: source file could not be loaded'; exit 0", "could not be loaded"),
        ("echo kaputt; exit 77", "misslyckades \\(kaputt\\)"),
        ("echo 'Warning: failed to launch javaldx'; exit 1", "misslyckades\\."),
        ('printf "%%PDF-1.7 x %%%%EOF" > "${8}/dokument0.pdf"', "inte går att läsa"),
        ('printf "%%PDF-1.7 half" > "${8}/dokument0.pdf"', "gjorde ingen PDF"),
    ],
)
def test_failures_are_told(
    docx: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    stand_in(tmp_path, script, monkeypatch)
    with pytest.raises(EngineError, match=told) as caught:
        print_pdf(docx, engine="libreoffice")
    assert caught.value.exit_code == 3
    assert caught.value.remedy


def test_a_program_that_hangs_is_ended_with_its_children(
    docx: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = tmp_path / "children"
    stand_in(tmp_path, f"sleep 60 & echo $! > {children}; echo $$ >> {children}; wait", monkeypatch)
    started = time.monotonic()
    with pytest.raises(EngineError, match="avbröts"):
        print_pdf(docx, engine="libreoffice", timeout=1)
    assert time.monotonic() - started < 20
    for pid in map(int, children.read_text().split()):
        assert not _runs(pid)


def _runs(pid: int) -> bool:
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return False
        if state == "Z":
            return False
        time.sleep(0.1)
    return True


def test_each_document_of_a_call_has_its_own_outcome(
    docx: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stand-in that makes the embedded engine's PDF of each file, and dies at a marked one."""
    ready = tmp_path / "ready.pdf"
    ready.write_bytes(print_pdf(docx, engine="rdocx").pdf)
    calls = tmp_path / "calls"
    script = f"""
        shift 8; echo $# >> {calls}
        for file; do
            case $(tail -c 8 "$file") in *SPOILT*) echo spoilt; exit 9;; esac
            cp {ready} "${{file%.docx}}.pdf"
        done"""
    stand_in(tmp_path, script, monkeypatch)
    good, spoilt, rubbish, also_good = print_many(
        [docx, docx + b"SPOILT", b"rubbish", docx], engine="libreoffice"
    )
    assert isinstance(good, Printed)
    assert isinstance(spoilt, EngineError)
    assert "spoilt" in str(spoilt)
    assert isinstance(rubbish, TemplateError)
    assert isinstance(also_good, Printed)
    assert calls.read_text().split() == ["3", "1", "1"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_many_documents_in_one_call_are_the_same_as_one_by_one(docx: bytes) -> None:
    first, second = print_many([docx, docx], engine="libreoffice")
    assert first == second == print_pdf(docx, engine="libreoffice")


def test_no_room_for_temporary_files_is_told(
    docx: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "exit 0", monkeypatch)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(EngineError, match="tillfälliga filer"):
        print_pdf(docx, engine="libreoffice")


def test_nothing_is_left_behind(
    docx: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    stand_in(tmp_path, "exit 1", monkeypatch)
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    with pytest.raises(EngineError):
        print_pdf(docx, engine="libreoffice")
    assert list(room.iterdir()) == []


def test_a_missing_program_is_told(docx: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROTOKOLLANT_SOFFICE", "/nowhere/soffice")
    with pytest.raises(EngineError, match="finns inte på den här datorn"):
        print_pdf(docx, engine="libreoffice")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("re f", "BMC re f EMC"),
        ("m l S", "BMC m l S EMC"),
        ("BDC re f EMC", "BDC re f EMC"),
        ("q re W n Q", "q re W n Q"),
        ("BDC Tj EMC m l l h f*", "BDC Tj EMC BMC m l l h f* EMC"),
    ],
)
def test_painted_paths_outside_the_tags_become_artifacts(before: str, after: str) -> None:
    operations = [([], operator.encode()) for operator in before.split()]
    assert " ".join(operator.decode() for _, operator in marked(operations)) == after


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_comments_stay_with_those_who_wrote_them() -> None:
    document = Document()
    document.core_properties.title = "Kommentar"
    document.add_comment(document.add_paragraph("text").runs, text="hemligt", author="A")
    buffer = BytesIO()
    document.save(buffer)
    reader = PdfReader(BytesIO(print_pdf(buffer.getvalue(), engine="libreoffice").pdf))
    assert [page.get("/Annots") for page in reader.pages] == [None]
