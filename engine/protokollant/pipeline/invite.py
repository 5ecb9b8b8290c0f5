"""An agenda → the invitation for calendars and the letter that go with it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from protokollant.pipeline.documents import file_name
from protokollant.pipeline.load import open_meeting
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.senders import invitation, letter


def invite(
    path: Path,
    output: Path | None = None,
    *,
    now: dt.datetime,
    cancelled: bool = False,
    force: bool = False,
) -> Made:
    """Write `…_kallelse.ics` and `…_kallelse.txt` for the agenda; or those that call it off."""
    opened = open_meeting(path)
    folder = output or (opened.folder / "ut" if opened.folder else Path())
    word = "installt" if cancelled else "kallelse"
    stem = folder / file_name(opened.meeting, word)
    documents = (file_name(opened.meeting, "dagordning"),)
    enclosed = [
        f"{name}{suffix}"
        for name in documents
        for suffix in (".pdf", ".docx")
        if (folder / f"{name}{suffix}").exists()
    ][:1]
    contents = {
        stem.with_suffix(".ics"): invitation(
            opened.meeting, now=now, body=opened.body, cancelled=cancelled
        ),
        stem.with_suffix(".txt"): letter(
            opened.meeting, body=opened.body, files=enclosed, cancelled=cancelled
        ).encode(),
    }
    aside = write_files(contents, force=force)
    return Made(tuple(contents), aside, opened.remarks)
