"""The last minutes → the next meeting's agenda, as YAML to edit and as Word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from protokollant.composers import compose_next, recompose
from protokollant.model import AgendaItem, Meeting
from protokollant.pipeline.documents import contents_of, file_name, find_template
from protokollant.pipeline.load import INBOX, open_meeting
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.records import dump_meeting, load_meeting, update_yaml


def next_agenda(
    paths: Sequence[Path],
    output: Path | None = None,
    *,
    pdf: bool = False,
    force: bool = False,
    engine: str = "auto",
) -> Made:
    """Compose the next meeting and write `DATE_body_dagordning.yaml` and `.docx`.

    Composed again with `force`, an agenda keeps what was edited by hand and gets what is new.
    Points proposed in the folder's inbox come up.
    """
    opened = [open_meeting(path) for path in paths]
    last = max(opened, key=lambda one: str(one.meeting.date or ""))
    composed = compose_next(
        [one.meeting for one in opened], body=last.body, proposals=_inbox(last.folder)
    )
    folder = output or (last.folder / "ut" if last.folder else Path())
    target = folder / f"{file_name(composed.meeting, 'dagordning')}.docx"
    own = last.body.templates.agenda if last.body else ""
    source = _agenda_yaml(composed.meeting, target, last.folder, output)
    text, agenda = _with_edits(source, composed.meeting) if force else _fresh(composed.meeting)
    contents, remarks = contents_of(
        agenda,
        find_template(own or "dagordning", last.folder),
        target,
        body=last.body,
        folder=last.folder,
        pdf=pdf,
        engine=engine,
    )
    aside = write_files(contents, force=force)
    write_files({source: text.encode()}, force=force, keep=False)
    contents[source] = text.encode()
    read_remarks = tuple(remark for one in opened for remark in one.remarks)
    return Made(tuple(contents), aside, read_remarks + composed.remarks + remarks)


def _inbox(folder: Path | None) -> tuple[AgendaItem, ...]:
    """The points that are proposed in the working folder."""
    path = folder / INBOX if folder else None
    return load_meeting(path).items if path and path.exists() else ()


# --- composed again -----------------------------------------------------------------------------

_OFFERED = "Föreslaget av programmet; det du stryker ovan kommer inte tillbaka:"
_LINE = re.compile(r"^#   (punkt|kallad): (.+)$", re.MULTILINE)


def _fresh(composed: Meeting) -> tuple[str, Meeting]:
    return f"{dump_meeting(composed)}\n{_offers(composed)}", composed


def _with_edits(path: Path, composed: Meeting) -> tuple[str, Meeting]:
    """The agenda's text and what it says, when it is composed again over what stands there."""
    if not path.exists():
        return _fresh(composed)
    text = path.read_text(encoding="utf-8-sig")
    edited = load_meeting(path)
    told = _LINE.findall(text)
    offered = {kind: [name for k, name in told if k == kind] for kind in ("punkt", "kallad")}
    merged = recompose(edited, composed, offered["punkt"], offered["kallad"])
    changes = {
        name: getattr(merged, name)
        for name in ("items", "participants")
        if getattr(merged, name) != getattr(edited, name)
    }
    kept = update_yaml(_without_offers(text), changes, name=str(path))
    return f"{kept.rstrip()}\n\n{_offers(composed, told)}", merged


def _offers(composed: Meeting, before: Sequence[tuple[str, str]] = ()) -> str:
    """What was proposed, as comments: so that a point struck by hand stays out."""
    now = [("punkt", item.title) for item in composed.items]
    now += [("kallad", person.name) for person in composed.participants]
    lines = [f"#   {kind}: {name}" for kind, name in dict.fromkeys([*before, *now])]
    return "\n".join([f"# {_OFFERED}", *lines]) + "\n"


def _without_offers(text: str) -> str:
    return _LINE.sub("", text).replace(f"# {_OFFERED}", "").rstrip() + "\n"


def _agenda_yaml(meeting: Meeting, target: Path, folder: Path | None, output: Path | None) -> Path:
    """In a working folder the YAML is a source, so it lies in the year's folder."""
    if output is not None or folder is None or meeting.date is None:
        return target.with_suffix(".yaml")
    return folder / str(meeting.date.year) / f"{target.stem}.yaml"
