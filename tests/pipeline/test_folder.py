"""The working folder is found from wherever in it one stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollant.errors import ReadError
from protokollant.pipeline.folder import working_folder


@pytest.mark.parametrize("inside", ["", "2026", "bilagor/2026/maj/bilder"])
def test_from_any_depth(inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "organ.yaml").write_text("namn: Rådet\n", encoding="utf-8")
    here = tmp_path / inside
    here.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here)
    assert working_folder().resolve() == tmp_path.resolve()


def test_outside_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError, match="här finns ingen arbetsmapp"):
        working_folder()
