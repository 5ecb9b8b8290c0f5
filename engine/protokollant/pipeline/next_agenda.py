"""The last minutes → the next meeting's agenda, as YAML to edit and as Word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from protokollant.composers import compose_next
from protokollant.model import Meeting
from protokollant.pipeline.documents import contents_of, file_name, find_template
from protokollant.pipeline.load import open_meeting
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.records import dump_meeting


def next_agenda(
    paths: Sequence[Path],
    output: Path | None = None,
    *,
    pdf: bool = False,
    force: bool = False,
    engine: str = "auto",
) -> Made:
    """Compose the next meeting and write `DATE_body_dagordning.yaml` and `.docx`."""
    opened = [open_meeting(path) for path in paths]
    last = max(opened, key=lambda one: str(one.meeting.date or ""))
    composed = compose_next([one.meeting for one in opened], body=last.body)
    folder = output or (last.folder / "ut" if last.folder else Path())
    target = folder / f"{file_name(composed.meeting, 'dagordning')}.docx"
    own = last.body.templates.agenda if last.body else ""
    contents, remarks = contents_of(
        composed.meeting,
        find_template(own or "dagordning", last.folder),
        target,
        body=last.body,
        folder=last.folder,
        pdf=pdf,
        engine=engine,
    )
    contents[_agenda_yaml(composed.meeting, target, last.folder, output)] = dump_meeting(
        composed.meeting
    ).encode()
    aside = write_files(contents, force=force)
    read_remarks = tuple(remark for one in opened for remark in one.remarks)
    return Made(tuple(contents), aside, read_remarks + composed.remarks + remarks)


def _agenda_yaml(meeting: Meeting, target: Path, folder: Path | None, output: Path | None) -> Path:
    """In a working folder the YAML is a source, so it lies in the year's folder."""
    if output is not None or folder is None or meeting.date is None:
        return target.with_suffix(".yaml")
    return folder / str(meeting.date.year) / f"{target.stem}.yaml"
