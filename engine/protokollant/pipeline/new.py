"""An empty place → a working folder: register, templates to edit, a sample meeting."""

from __future__ import annotations

from pathlib import Path

from protokollant.pipeline.documents import BUILT_IN
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.resources import resource


def new(folder: Path, *, force: bool = False) -> Made:
    """Make a working folder; existing files are kept unless `force`."""
    skeleton = resource("samples", "arbetsmapp")
    contents = {
        folder / file.relative_to(skeleton): file.read_bytes()
        for file in sorted(skeleton.rglob("*"))
        if file.is_file()
    }
    for name in BUILT_IN:
        template = resource("templates", f"{name}.docx")
        contents[folder / "mallar" / template.name] = template.read_bytes()
    aside = write_files(contents, force=force)
    for empty in ("bilagor", "ut"):
        (folder / empty).mkdir(exist_ok=True)
    return Made(tuple(contents), aside)
