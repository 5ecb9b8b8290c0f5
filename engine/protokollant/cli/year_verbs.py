"""The verbs of a meeting year in a working folder. Without a file they take what comes next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from protokollant.cli.command import the_coming_agenda, the_latest_minutes, verb
from protokollant.cli.options import (
    Day,
    Engine,
    EngineName,
    Force,
    Listing,
    MaybeMeeting,
    MaybePaths,
    OutFile,
    OutFolder,
    Pdf,
    Quiet,
    Reached,
    TableForm,
    TemplateName,
)


@verb("start")
def start(
    agenda: MaybeMeeting = None, output: OutFile = None, force: Force = False, quiet: Quiet = False
) -> int:
    """Gör en anteckningsfil av dagordningen, att skriva i under mötet."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.during import start

    source = agenda or the_coming_agenda()
    return tell(start(source, output, force=force), quiet=quiet)


@verb("watch")
def watch(
    meeting: MaybeMeeting = None,
    output: OutFile = None,
    template: TemplateName = None,
    pdf: Pdf = False,
    pictures: Annotated[
        bool, typer.Option("--preview", help="Gör också bilder (PNG) av sidorna.")
    ] = False,
    engine: EngineName = Engine.auto,
    quiet: Quiet = False,
) -> int:
    """Gör om dokumentet varje gång mötesfilen sparas, och säger genast vad som är fel.

    Avsluta med Ctrl-C.
    """
    from protokollant.cli.report import tell
    from protokollant.pipeline.documents import Wanted
    from protokollant.pipeline.during import watch

    source = meeting or the_latest_minutes()
    wanted = Wanted(output, template, pdf, True, engine.value)
    watch(source, wanted, lambda made: tell(made, quiet=quiet), pictures=pictures)
    return 0


@verb("stage")
def stage(
    meeting: Annotated[Path, typer.Argument(metavar="MÖTE", help="Mötets fil (.yaml).")],
    reached: Annotated[
        Reached,
        typer.Argument(
            metavar="LÄGE", help="Hur långt det kommit: utkast, utskickad, justerad, anslagen."
        ),
    ],
    day: Day = None,
    quiet: Quiet = False,
) -> int:
    """Skriver in hur långt anteckningarna har kommit, och vilken dag."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.during import stage

    return tell(stage(meeting, reached.value, _day(day)), quiet=quiet)


@verb("invite")
def invite(
    agenda: MaybeMeeting = None,
    output: OutFolder = None,
    cancel: Annotated[bool, typer.Option("--cancel", help="Ställ in mötet i stället.")] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Gör kallelsens inbjudan (.ics) och brevtext (.txt) av dagordningen."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.invite import invite

    source = agenda or the_coming_agenda()
    now = dt.datetime.now(dt.UTC)
    return tell(invite(source, output, now=now, cancelled=cancel, force=force), quiet=quiet)


@verb("short")
def short(
    meeting: MaybeMeeting = None,
    output: OutFile = None,
    template: TemplateName = None,
    pdf: Pdf = False,
    engine: EngineName = Engine.auto,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Gör en kortversion på en sida: beslut, åtgärder, en rad per punkt."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.documents import Wanted
    from protokollant.pipeline.following_up import short_version

    source = meeting or the_latest_minutes()
    wanted = Wanted(output, template, pdf, force, engine.value)
    return tell(short_version(source, wanted), quiet=quiet)


@verb("excerpt")
def excerpt(
    numbers: Annotated[
        str, typer.Argument(metavar="NUMMER", help="Till exempel 14, «§ 14» eller 12-14.")
    ],
    meeting: MaybeMeeting = None,
    output: OutFile = None,
    template: TemplateName = None,
    pdf: Pdf = False,
    engine: EngineName = Engine.auto,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Gör ett protokollsutdrag med en eller flera paragrafer."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.documents import Wanted
    from protokollant.pipeline.following_up import excerpt_of

    source = meeting or the_latest_minutes()
    wanted = Wanted(output, template, pdf, force, engine.value)
    return tell(excerpt_of(source, [numbers], wanted), quiet=quiet)


@verb("public")
def public(
    meeting: MaybeMeeting = None,
    output: OutFile = None,
    template: TemplateName = None,
    pdf: Pdf = False,
    engine: EngineName = Engine.auto,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Gör den offentliga kopian: av en hemlig punkt blir bara nummer och rubrik kvar."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.documents import Wanted
    from protokollant.pipeline.following_up import public_minutes

    source = meeting or the_latest_minutes()
    wanted = Wanted(output, template, pdf, force, engine.value)
    return tell(public_minutes(source, wanted), quiet=quiet)


@verb("actions")
def actions(
    paths: MaybePaths = None,
    form: Listing = TableForm.table,
) -> int:
    """Visar alla öppna åtgärder, person för person, de försenade först."""
    from protokollant.cli.listings import tell_actions
    from protokollant.pipeline.following_up import open_actions

    found = open_actions(paths or [], dt.date.today())
    return tell_actions(found, as_json=form is TableForm.json)


@verb("case")
def case(
    matter: Annotated[
        str, typer.Argument(metavar="ÄRENDE", help="Ord ur rubriken, eller diarienumret.")
    ],
    paths: MaybePaths = None,
    form: Listing = TableForm.table,
) -> int:
    """Visar ett ärendes väg genom mötena: vad som sades, beslutades och återstår."""
    from protokollant.cli.listings import tell_case
    from protokollant.pipeline.following_up import case

    return tell_case(case(matter, paths or []), as_json=form is TableForm.json)


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"«{text}» är inget datum, skriv som 2026-03-02") from None
