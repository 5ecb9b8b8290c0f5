"""Draws the pictures in README and handbook from documents made on the seeds: `make pictures`."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from protokollant.pipeline.demo import demo
from protokollant.printers import page_pictures

PICTURES = Path(__file__).with_name("bilder")
EDGE = "#b8c4cc"
SEED = "004"


def first_page(docx: Path) -> Image.Image:
    """The first page of a Word document with a thin edge, as on a desk."""
    page = Image.open(BytesIO(page_pictures(docx.read_bytes(), dpi=80)[0])).convert("RGB")
    return ImageOps.expand(page, border=1, fill=EDGE)


def side_by_side(pages: list[Image.Image], gap: int = 18) -> Image.Image:
    """Pages in a row on white."""
    width = sum(page.width for page in pages) + gap * (len(pages) - 1)
    row = Image.new("RGB", (width, max(page.height for page in pages)), "white")
    left = 0
    for page in pages:
        row.paste(page, (left, 0))
        left += page.width + gap
    return row


def draw() -> None:
    """Write the pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for row in demo(Path(folder)):
            if not row.seed.startswith(SEED):
                continue
            documents = [path for path in row.made.files if path.suffix == ".docx"]
            pages = [first_page(path) for path in documents]
            side_by_side(pages).quantize(64).save(PICTURES / "aret.png", optimize=True)
            for path, page in zip(documents, pages, strict=True):
                name = path.stem.rsplit("_", 1)[1]
                page.quantize(64).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    draw()
