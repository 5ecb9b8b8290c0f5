"""A meeting while it goes on and afterwards: begin its minutes, rebuild them as they are typed,
say how far they have come."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from protokollant.composers import start_minutes
from protokollant.errors import Fault, Place, ProtokollantError
from protokollant.model import Approval, Notice
from protokollant.pipeline.documents import Wanted, agenda, minutes
from protokollant.pipeline.load import YAML_SUFFIXES, Opened, existing, open_meeting
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.records import dump_meeting, load_meeting, update_yaml, with_prompts
from protokollant.vocabulary import VALUES

PROMPTS = ("text", "beslut")
COMMENT_DAYS = 7
COMMENTS = "Synpunkter lämnas till sekreteraren; därefter är anteckningarna godkända."
HOW_TO = (
    "Skriv efter «text:» och «beslut:» medan mötet pågår. Flera rader: skriv | efter kolon.",
    "Skriv närvarande eller frånvarande sist på deltagarens rad.",
)


def start(path: Path, output: Path | None = None, *, force: bool = False) -> Made:
    """Write the minutes to type in, `YEAR/DATE.yaml` beside the agenda."""
    opened = open_meeting(path)
    begun = start_minutes(opened.meeting, body=opened.body)
    name = f"{begun.date.isoformat() if begun.date else 'mote'}.yaml"
    target = output or path.parent / name
    target = target / name if target.is_dir() else target
    text = with_prompts(dump_meeting(begun, comments={"": HOW_TO}), PROMPTS)
    aside = write_files({target: text.encode()}, force=force)
    return Made((target,), aside, opened.remarks)


# --- watch --------------------------------------------------------------------------------------


def watch(
    path: Path,
    wanted: Wanted,
    tell: Callable[[Made], object],
    *,
    pictures: bool = False,
    pause: float = 0.5,
) -> None:
    """Make the documents again each time the file is saved, and tell what came of it.

    With `pictures` the pages are made as PNG beside the document too.

    Ends when the user interrupts. Faults are told and waited out: the last good document stays.
    """
    for _ in _saved(existing(path), pause):
        made = rebuilt(path, wanted)
        tell(made + _pictures(made.files[0]) if pictures and made.files else made)


def rebuilt(path: Path, wanted: Wanted) -> Made:
    """The documents made anew, or the faults that stand in the way."""
    try:
        make = agenda if load_meeting(path).kind == "agenda" else minutes
        return make(path, wanted)
    except ProtokollantError as error:
        return Made(faults=error.faults, exit_code=error.exit_code)


def _pictures(document: Path) -> Made:
    """The document's pages as pictures; those of pages that are gone are taken away."""
    from protokollant.pipeline.preview import preview

    made = preview(document, document.parent, force=True)
    for old in document.parent.glob(f"{document.stem}-*.png"):
        number = old.stem.removeprefix(f"{document.stem}-")
        if number.isdecimal() and old not in made.files:
            old.unlink()
    return made


def _saved(path: Path, pause: float) -> Iterator[None]:
    """Once at first, and then each time the file has been written."""
    seen: tuple[int, int] | None = None
    while True:
        try:
            stat = path.stat()
        except FileNotFoundError:  # an editor that saves by replacing the file
            stat = None
        if stat and (now := (stat.st_mtime_ns, stat.st_size)) != seen:
            seen = now
            yield
        time.sleep(pause)


# --- stages -------------------------------------------------------------------------------------


_STAGES = {word: name for name, word in VALUES["Stage"].items()}


def stage(path: Path, reached: str, day: dt.date) -> Made:
    """Write in the meeting's file how far it has come, and on which day.

    `reached` is the stage in Swedish: "utkast", "utskickad", "justerad", "anslagen". Comments and
    everything else in the file stay.
    """
    name = _STAGES[reached]
    if existing(path).suffix.lower() not in YAML_SUFFIXES:
        fault = Fault("är ingen mötesfil.", Place(str(path)), "Ange mötets .yaml-fil.")
        return Made(faults=(fault,), exit_code=1)
    opened = open_meeting(path)
    meeting = opened.meeting
    changes: dict[str, object] = {"stage": name}
    if name == "sent":
        changes["sent"] = day
        if _takes_comments(opened):
            week_later = (day + dt.timedelta(days=COMMENT_DAYS)).isoformat()
            changes["approval"] = Approval(deadline=week_later, note=COMMENTS)
    elif name == "approved":
        approval = meeting.approval or Approval()
        changes["approval"] = approval.model_copy(update={"date": day})
    elif name == "posted":
        notice = meeting.notice or Notice()
        removed = notice.removed or day + dt.timedelta(days=22)
        changes["notice"] = notice.model_copy(update={"posted": day, "removed": removed})
    text = update_yaml(path.read_text(encoding="utf-8-sig"), changes, name=str(path))
    write_files({path: text.encode()}, force=True, keep=False)
    return Made((path,), remarks=_what_next(name, day))


def _takes_comments(opened: Opened) -> bool:
    """Whether those who get notes have a week for comments, as light notes are approved."""
    is_light = opened.body is None or opened.body.profile == "notes"
    return is_light and opened.meeting.kind == "minutes" and opened.meeting.approval is None


def _what_next(name: str, day: dt.date) -> tuple[str, ...]:
    """What the secretary has to do after this step."""
    in_two = (day + dt.timedelta(days=2)).isoformat()
    told = {
        "sent": "Nästa steg: «justerad» när synpunkterna är inne.",
        "approved": f"Nästa steg för ett protokoll: anslå det senast {in_two}.",
    }
    return (told[name],) if name in told else ()
