"""A meeting → its minutes or agenda as Word, and as PDF when asked for."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from protokollant.errors import Place, TemplateError
from protokollant.model import AnnualReport, Body, Meeting
from protokollant.pipeline.enclosing import Enclosing, enclosed
from protokollant.pipeline.load import Opened, existing, open_meeting
from protokollant.pipeline.made import Made
from protokollant.pipeline.output import write_files
from protokollant.renderer import fill_file
from protokollant.resources import resource
from protokollant.swedish import ascii_slug

if TYPE_CHECKING:
    from protokollant.printers import Extras

_CONTENTS = re.compile(rb"<w:instrText[^>]*>\s*TOC\b")
BUILT_IN = ("dagordning", "minnesanteckningar", "protokoll", "kortversion", "arsberattelse")


_NOTHING = Enclosing()


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the user wants a document: where, from which template, with what besides."""

    output: Path | None = None
    template: str | None = None
    pdf: bool = False
    force: bool = False
    engine: str = "auto"
    verify: bool = False
    enclosing: Enclosing = _NOTHING


def minutes(path: Path, wanted: Wanted | None = None) -> Made:
    """Write the minutes of the meeting in `path`."""
    wanted = wanted or Wanted()
    opened = open_meeting(path)
    name = minutes_template(opened.meeting, opened.body)
    own = opened.body.templates.minutes if opened.body else ""
    template = find_template(wanted.template or own or name, opened.folder)
    return write_document(opened.meeting, opened, template, name, wanted, path)


def agenda(path: Path, wanted: Wanted | None = None) -> Made:
    """Write the agenda of the meeting in `path`."""
    wanted = wanted or Wanted()
    opened = open_meeting(path)
    own = opened.body.templates.agenda if opened.body else ""
    template = find_template(wanted.template or own or "dagordning", opened.folder)
    return write_document(opened.meeting, opened, template, "dagordning", wanted, path)


def minutes_template(meeting: Meeting, body: Body | None) -> str:
    """The name of the built-in template that suits the meeting's kind of minutes."""
    formal = (
        meeting.numbering == "section"
        or (meeting.approval is not None and bool(meeting.approval.adjusters))
        or "protokoll" in meeting.title.casefold()
        or (body is not None and body.profile != "notes")
    )
    return "protokoll" if formal else "minnesanteckningar"


def find_template(name: str, folder: Path | None) -> Path:
    """A template by path, or by name in the working folder's `mallar/`, or the built-in one."""
    if name.lower().endswith(".docx"):
        inside = folder / name if folder else Path(name)
        return existing(inside if inside.exists() else Path(name))
    own = folder / "mallar" / f"{name}.docx" if folder else None
    if own and own.exists():
        return own
    if name in BUILT_IN:
        return resource("templates", f"{name}.docx")
    raise TemplateError(
        f"mallen «{name}» finns inte.",
        place=Place("--template"),
        remedy=f"Ange en fil som slutar på .docx, eller någon av {', '.join(BUILT_IN)}.",
    )


def file_name(document: Meeting | AnnualReport, word: str) -> str:
    """File name by the conventions: "2022-02-18_samverkansgruppen-barn-unga_protokoll"."""
    when = document.year if isinstance(document, AnnualReport) else document.date or "utan-datum"
    return "_".join(filter(None, (str(when), ascii_slug(document.body), word)))


def target_for(wanted: Wanted, name: str, folder: Path | None) -> Path:
    """Where a .docx goes: as asked for, else the working folder's `ut/`, else here."""
    if wanted.output is None:
        return (folder / "ut" if folder else Path()) / f"{name}.docx"
    if wanted.output.is_dir():
        return wanted.output / f"{name}.docx"
    return wanted.output


def contents_of(
    document: Meeting | AnnualReport,
    template: Path,
    target: Path,
    *,
    body: Body | None = None,
    folder: Path | None = None,
    pdf: bool = False,
    engine: str = "auto",
    verify: bool = False,
    extras: Extras | None = None,
) -> tuple[dict[Path, bytes], tuple[str, ...]]:
    """The finished files of one document, not yet written, and the printer's remarks."""
    logo = _logo(body, folder)
    if verify:
        from protokollant.renderer import Template

        docx = Template(template).render(document, body=body, logo=logo, verify=True)
    else:
        docx = fill_file(template, document, body=body, logo=logo)
    docx = _fresh(docx)
    contents = {target: docx}
    remarks: tuple[str, ...] = ()
    if pdf:
        from protokollant.printers import Extras, print_pdf

        printed = print_pdf(docx, engine=engine, extras=extras or Extras())
        contents[target.with_suffix(".pdf")] = printed.pdf
        remarks = printed.remarks
    return contents, remarks


def _fresh(docx: bytes) -> bytes:
    """The document with its table of contents up to date, where it has one."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        if not _CONTENTS.search(package.read("word/document.xml")):
            return docx
    from protokollant.printers.toc import with_fresh_contents

    return with_fresh_contents(docx)


def write_document(
    document: Meeting | AnnualReport,
    opened: Opened,
    template: Path,
    word: str,
    wanted: Wanted,
    source: Path | None = None,
) -> Made:
    """Fill, print when wanted, and write one document; `word` names it in the file name."""
    extras: Extras | None = None
    told: tuple[str, ...] = ()
    if wanted.enclosing:
        extras, told = enclosed(wanted.enclosing, opened, source)
    target = target_for(wanted, file_name(document, word), opened.folder)
    contents, remarks = contents_of(
        document,
        template,
        target,
        body=opened.body,
        folder=opened.folder,
        pdf=wanted.pdf or extras is not None,
        engine=wanted.engine,
        verify=wanted.verify,
        extras=extras,
    )
    aside = write_files(contents, force=wanted.force)
    return Made(tuple(contents), aside, opened.remarks + told + remarks)


def _logo(body: Body | None, folder: Path | None) -> bytes | None:
    if body is None or not body.logo:
        return None
    return existing((folder or Path()) / body.logo).read_bytes()
