"""Previews: a picture a page of any document or meeting."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from protokollant.cli import run
from protokollant.errors import OutputError, ProtokollantError
from protokollant.pipeline.preview import preview
from protokollant.printers import print_pdf
from protokollant.resources import resource

SAMPLE = resource("samples", "odlarforening") / "2025" / "2025-03-18.yaml"
TEMPLATE = resource("templates", "dagordning.docx")


@pytest.fixture
def sources(tmp_path: Path) -> dict[str, Path]:
    pdf = tmp_path / "mall.pdf"
    pdf.write_bytes(print_pdf(TEMPLATE.read_bytes()).pdf)
    return {".yaml": SAMPLE, ".docx": TEMPLATE, ".pdf": pdf}


@pytest.mark.parametrize("kind", [".yaml", ".docx", ".pdf"])
def test_every_page_becomes_a_picture(kind: str, sources: dict[str, Path], tmp_path: Path) -> None:
    source = sources[kind]
    made = preview(source, tmp_path / "ut", dpi=40)
    assert [path.name for path in made.files] == [
        f"{source.stem}-{number}.png" for number in range(1, len(made.files) + 1)
    ]
    for path in made.files:
        with Image.open(path) as page:
            assert (page.width, page.height) == pytest.approx((331, 468), abs=2)
            assert page.convert("L").getextrema()[0] < 128


def test_word_and_pdf_look_the_same(sources: dict[str, Path], tmp_path: Path) -> None:
    drawn = [preview(sources[kind], tmp_path / kind[1:], dpi=50) for kind in (".docx", ".pdf")]
    for word, pdf in zip(*(made.files for made in drawn), strict=True):
        one, two = (Image.open(BytesIO(p.read_bytes())).convert("L") for p in (word, pdf))
        pairs = zip(one.resize((80, 113)).tobytes(), two.resize((80, 113)).tobytes(), strict=True)
        assert max(abs(a - b) for a, b in pairs) < 70


def test_an_existing_picture_is_kept(tmp_path: Path) -> None:
    preview(TEMPLATE, tmp_path, dpi=30)
    with pytest.raises(OutputError, match="finns redan"):
        preview(TEMPLATE, tmp_path, dpi=30)
    preview(TEMPLATE, tmp_path, dpi=30, force=True)


@pytest.mark.parametrize(
    ("name", "content"), [("a.docx", b"x"), ("a.pdf", b"x"), ("a.yaml", b"a: ["), ("a.txt", b"")]
)
def test_what_can_not_be_shown_is_told_with_its_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ProtokollantError) as caught:
        preview(tmp_path / name, tmp_path)
    assert name in str(caught.value)


def test_the_command_names_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", str(TEMPLATE), "-o", str(tmp_path), "--dpi", "30"]) == 0
    assert "dagordning-1.png" in capsys.readouterr().out
    assert run(["preview", str(TEMPLATE), "--dpi", "5"]) == 2
