"""Files are written whole or not at all, and nobody's work is overwritten."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from protokollant.errors import OutputError
from protokollant.pipeline import output
from protokollant.pipeline.output import write_files


def word_file(application: str, text: str = "") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("docProps/app.xml", f"<Application>{application}</Application>{text}")
    return buffer.getvalue()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_folders_are_made_and_the_content_written(tmp_path: Path) -> None:
    assert write_files({tmp_path / "a" / "b.txt": b"x"}) == ()
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"x"
    assert names(tmp_path / "a") == ["b.txt"]


def test_an_existing_file_stops_the_whole_command(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"old")
    with pytest.raises(OutputError, match=r"finns redan.*--force") as caught:
        write_files({tmp_path / "a.txt": b"new", tmp_path / "b.txt": b"new"})
    assert caught.value.exit_code == 2
    assert names(tmp_path) == ["b.txt"]
    assert (tmp_path / "b.txt").read_bytes() == b"old"


def test_every_existing_file_is_told_at_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write_files({tmp_path / "a.txt": b"", tmp_path / "b.txt": b""})
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        (word_file("Microsoft Office Word"), b"new", True),
        (word_file("protokollant"), b"new", False),
        (b"no zip at all", b"new", True),
        (b"same", b"same", False),
    ],
)
def test_force_sets_a_hand_edited_file_aside(
    tmp_path: Path, old: bytes, new: bytes, kept: bool
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(old)
    aside = write_files({path: new}, force=True)
    assert path.read_bytes() == new
    assert aside == ((tmp_path / "a.tidigare.docx",) if kept else ())
    if kept:
        assert aside[0].read_bytes() == old


def test_a_file_set_aside_earlier_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for content in (b"1", b"2", b"3"):
        write_files({path: content}, force=True)
    assert names(tmp_path) == ["a.tidigare-2.yaml", "a.tidigare.yaml", "a.yaml"]


def test_a_folder_that_is_a_file_is_told_in_swedish(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError, match="är en fil, inte en mapp"):
        write_files({tmp_path / "a" / "b.txt": b"x"})


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> Path:
        if path.name == "b.txt":
            raise OSError(28, "No space left on device", str(path))
        return original(path, content)

    original = output._draft
    monkeypatch.setattr(output, "_draft", full)
    with pytest.raises(OutputError, match="disken har plats"):
        write_files({tmp_path / "a.txt": b"x", tmp_path / "b.txt": b"x"})
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="file modes are POSIX")
def test_a_new_file_has_the_usual_access_rights(tmp_path: Path) -> None:
    write_files({tmp_path / "a.txt": b"x"})
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    assert (tmp_path / "a.txt").stat().st_mode == plain.stat().st_mode
