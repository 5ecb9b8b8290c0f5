"""Many Word files → PDFs: one that fails stops no other, and none overwrites another."""

from __future__ import annotations

from pathlib import Path
from shutil import which

import pytest

from protokollant.pipeline.pdf import pdf
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
