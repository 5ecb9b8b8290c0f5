"""A document or a meeting → pictures of its pages, one PNG each."""

from __future__ import annotations

from pathlib import Path

from protokollant.errors import OutputError, Place, ProtokollantError
from protokollant.pipeline.documents import contents_of, find_template, minutes_template
from protokollant.pipeline.load import existing, open_meeting
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.printers import page_pictures, pdf_pictures

DPI = 110
_DPIS = range(30, 601)


def preview(path: Path, output: Path | None = None, *, dpi: int = DPI, force: bool = False) -> Made:
    """Write `NAME-1.png`, `NAME-2.png` … into the folder `output`, else here.

    A .docx or .pdf is shown as it is, a meeting as its minutes or its agenda.
    """
    if dpi not in _DPIS:
        raise OutputError(
            f"{dpi} punkter per tum går inte.",
            place=Place("--dpi"),
            remedy=f"Välj mellan {_DPIS[0]} och {_DPIS[-1]}.",
        )
    try:
        pages, remarks = _pages(existing(path), dpi)
    except ProtokollantError as error:
        raise error.located(str(path)) from error
    folder = output or Path()
    contents = {
        folder / f"{path.stem}-{number}.png": page for number, page in enumerate(pages, start=1)
    }
    return Made(tuple(contents), write_files(contents, force=force), remarks)


def _pages(path: Path, dpi: int) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
    kind = path.suffix.lower()
    if kind == ".pdf":
        return pdf_pictures(path.read_bytes(), dpi), ()
    if kind == ".docx":
        return page_pictures(path.read_bytes(), dpi), ()
    opened = open_meeting(path)
    meeting, body = opened.meeting, opened.body
    own = body.templates if body else None
    name = "dagordning" if meeting.kind == "agenda" else minutes_template(meeting, body)
    chosen = (own.agenda if meeting.kind == "agenda" else own.minutes) if own else ""
    template = find_template(chosen or name, opened.folder)
    target = Path(f"{path.stem}.docx")
    contents, _ = contents_of(meeting, template, target, body=body, folder=opened.folder)
    return page_pictures(contents[target], dpi), opened.remarks
