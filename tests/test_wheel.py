"""The wheel works when installed alone: templates, seeds and samples come along."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that can't see the checkout; its output when it succeeds."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs in an empty environment that holds nothing but the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT,
        cwd=folder,
    )  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return programs


def test_the_demo_runs_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    told = run(installed / "protokollant", "demo", "-o", "visa", cwd=tmp_path)
    assert "visa" in told
    made = sorted((tmp_path / "visa").rglob("*.*"))
    for suffix in (".yaml", ".docx", ".pdf"):
        assert len([path for path in made if path.suffix == suffix]) >= 6


def test_a_working_folder_is_made_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    run(installed / "protokollant", "new", "mapp", cwd=tmp_path)
    assert (tmp_path / "mapp" / "organ.yaml").is_file()
    assert (tmp_path / "mapp" / "mallar" / "protokoll.docx").is_file()
    meeting = next((tmp_path / "mapp").glob("2*/*.yaml"))
    run(installed / "protokollant", "check", meeting, cwd=tmp_path)
