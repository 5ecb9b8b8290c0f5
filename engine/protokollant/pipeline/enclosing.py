"""What the user wants to go with a PDF → the files themselves, every missing one told at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from protokollant.errors import Fault, Place, ReadError
from protokollant.pipeline.load import Opened
from protokollant.source import DATA_NAME, Reading

if TYPE_CHECKING:
    from protokollant.model import Attachment as Named
    from protokollant.model import Meeting
    from protokollant.printers import Attachment, Extras, Inside

_WEB = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class Enclosing:
    """Attachments and data to go with a PDF.

    `files` are attachments named on the command line, `own` takes those of the meeting as well.
    `manner` is a key of printers.MANNERS; `contents` sets a list of them before the first; `data`
    puts the meeting's own values into the file.
    """

    files: tuple[Path, ...] = ()
    own: bool = False
    manner: str = "page"
    contents: bool = False
    data: bool = False

    def __bool__(self) -> bool:
        """Whether anything at all goes with the document."""
        return bool(self.files or self.own or self.data)


@dataclass(slots=True)
class _Gathering:
    """Attachments found so far, faults of those that were not, and remarks."""

    found: list[Attachment] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def enclosed(
    wanted: Enclosing, opened: Opened | None = None, source: Path | None = None
) -> tuple[Extras, tuple[str, ...]]:
    """The files that go with a document, and remarks on those that can't.

    `opened` is the meeting, read from `source`. Raises ReadError with every file that is missing or
    can't become pages.
    """
    from protokollant.printers import Extras, hindrances, manner_called

    manner = manner_called(wanted.manner)
    gathered = _Gathering()
    if wanted.own and opened is not None and source is not None:
        _gather_own(gathered, opened, source)
    for path in wanted.files:
        _take(gathered, path)
    if gathered.faults:
        drawn = manner != "embed"
        raise ReadError([*gathered.faults, *(hindrances(gathered.found) if drawn else ())])
    inside = data_files(opened.meeting) if wanted.data and opened is not None else ()
    extras = Extras(tuple(gathered.found), manner, wanted.contents, inside)
    return extras, tuple(gathered.remarks)


def data_files(meeting: Meeting) -> tuple[Inside, Inside]:
    """The meeting's values as files to put into its PDF; `read` reads the first back."""
    from protokollant.pipeline.read import write_reading
    from protokollant.printers import Inside
    from protokollant.records import dump_meeting

    about = "Mötets uppgifter, som protokollant read läser tillbaka"
    as_json = write_reading(Reading(meeting), "json")
    return (
        Inside(DATA_NAME, dump_meeting(meeting).encode(), "application/yaml", "Source", about),
        Inside(
            Path(DATA_NAME).with_suffix(".json").name,
            as_json.encode(),
            "application/json",
            "Data",
            "Mötets uppgifter som JSON",
        ),
    )


def _gather_own(gathered: _Gathering, opened: Opened, source: Path) -> None:
    """The meeting's attachments that are files in its own folder; a stranger's path is refused."""
    folders = [folder for folder in (source.parent, opened.folder) if folder is not None]
    for named in _once(opened.meeting.all_attachments):
        if not named.target or named.target.startswith(_WEB):
            why = "ligger på webben" if named.target else "har ingen fil"
            gathered.remarks.append(f"Bilagan «{named.title}» {why} och följer inte med.")
            continue
        places = [folder / named.target for folder in folders]
        path = next((place for place in places if place.exists()), places[0])
        if not any(_lies_in(path, folder) for folder in folders):
            gathered.faults.append(
                Fault(
                    f"bilagan «{named.title}» ligger utanför mötets mapp.",
                    Place(str(path)),
                    "Lägg filen i mappen, eller ange den med --attach.",
                )
            )
            continue
        _take(gathered, path, named)


def _once(attachments: Sequence[Named]) -> Iterator[Named]:
    """Each attachment once, though the meeting and an item may both name it."""
    seen: set[tuple[str, str]] = set()
    for one in attachments:
        key = (one.target, "" if one.target else one.title)
        if key not in seen:
            seen.add(key)
            yield one


def _lies_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _take(gathered: _Gathering, path: Path, named: Named | None = None) -> None:
    from protokollant.printers import Attachment

    title, number = (named.title, named.number) if named else (_title_of(path), "")
    try:
        content = path.read_bytes()
    except OSError:
        what = "är en mapp, inte en fil." if path.is_dir() else "filen finns inte."
        if path.is_file():
            what = "får inte läsas."
        remedy = "Kontrollera bilagans namn och mapp."
        gathered.faults.append(Fault(what, Place(str(path)), remedy))
        return
    gathered.found.append(Attachment(path.name, content, title, number))


def _title_of(path: Path) -> str:
    """What a file's name says it is: "forslag_till-avtal.pdf" → "forslag till-avtal"."""
    return path.stem.replace("_", " ").strip()
