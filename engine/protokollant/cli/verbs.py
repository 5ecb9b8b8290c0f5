"""The verbs. Each is one call of a function in `pipeline` and one of `report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from protokollant.cli.command import the_coming_agenda, the_latest_minutes, verb
from protokollant.cli.enclosing import (
    Attach,
    AttachAs,
    EmbedData,
    Manner,
    OwnAttachments,
    Package,
    enclosing,
)
from protokollant.cli.options import (
    Archive,
    Documents,
    Engine,
    EngineName,
    Force,
    Form,
    Kind,
    Meeting,
    Meetings,
    OutFile,
    OutFolder,
    Pdf,
    Quiet,
    TableForm,
    TemplateName,
    Verify,
)


@verb("demo")
def demo(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="MAPP", help="Mappen; annars demo/.")
    ] = Path("demo"),
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Visar hela året på de tre verkliga exemplen som följer med."""
    from protokollant.cli.report import tell_demo, track
    from protokollant.pipeline.demo import demo

    return tell_demo(demo(output, force=force, track=track), output, quiet=quiet)


@verb("new")
def new(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen som ska göras.")],
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Gör en arbetsmapp: register, mallar att ändra och ett exempelmöte."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.new import new

    return tell(new(folder, force=force), quiet=quiet)


@verb("read")
def read(
    files: Documents,
    output: OutFile = None,
    form: Annotated[
        Form, typer.Option("--format", metavar="yaml|json", help="Hur mötet skrivs.")
    ] = Form.yaml,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Visa i stället varje rad med vad det blev av den, och varför; "
            "med -o som text, eller som webbsida (.html).",
        ),
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Läser gamla anteckningar (.docx .pdf .txt .md .org .tex .html) till en mötesfil.

    En fil utan -o skrivs på skärmen. Det som är tveksamt eller inte kunde placeras
    visas som anmärkningar och står som kommentarer i YAML-filen.
    """
    from protokollant.cli.report import tell, track
    from protokollant.pipeline.read import explain_document, read

    if explain and output is None and form is Form.yaml:
        from protokollant.cli.explain_view import show

        show(explain_document(files))
        return 0
    made = read(files, output, form=form.value, explained=explain, force=force, track=track)
    return tell(made, quiet=quiet)


@verb("minutes")
def minutes(
    meeting: Meeting = None,
    output: OutFile = None,
    template: TemplateName = None,
    pdf: Pdf = False,
    engine: EngineName = Engine.auto,
    verify: Verify = False,
    attach: Attach = None,
    attach_as: AttachAs = Manner.page,
    with_attachments: OwnAttachments = False,
    embed_data: EmbedData = False,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Skriver minnesanteckningar eller protokoll som Word."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.documents import Wanted, minutes

    source = meeting or the_latest_minutes()
    enclosed = enclosing(attach, attach_as, own=with_attachments, data=embed_data)
    wanted = Wanted(output, template, pdf, force, engine.value, verify, enclosed)
    return tell(minutes(source, wanted), quiet=quiet)


@verb("agenda")
def agenda(
    meeting: Meeting = None,
    output: OutFile = None,
    template: TemplateName = None,
    pdf: Pdf = False,
    engine: EngineName = Engine.auto,
    verify: Verify = False,
    attach: Attach = None,
    attach_as: AttachAs = Manner.page,
    with_attachments: OwnAttachments = False,
    embed_data: EmbedData = False,
    package: Package = False,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Skriver mötets dagordning som Word."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.documents import Wanted, agenda

    source = meeting or the_coming_agenda()
    enclosed = enclosing(attach, attach_as, own=with_attachments, data=embed_data, package=package)
    wanted = Wanted(output, template, pdf, force, engine.value, verify, enclosed)
    return tell(agenda(source, wanted), quiet=quiet)


@verb("next")
def next_agenda(
    meetings: Meetings = None,
    output: OutFolder = None,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="ÅÅÅÅ", help="Föreslå i stället hela årets mötesdagar."),
    ] = None,
    pdf: Pdf = False,
    engine: EngineName = Engine.auto,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Sätter ihop nästa mötes dagordning ur de senaste anteckningarna.

    Stående punkter, uppskjutna punkter och öppna åtgärder följer med, liksom datum,
    plats och de som ska kallas. Det som föreslagits i förslag.yaml tas upp. En dagordning som
    ändrats för hand behåller ändringarna när den görs om med --force.
    """
    from protokollant.cli.report import tell
    from protokollant.pipeline.folder import minutes_in, working_folder

    if year is not None:
        from protokollant.cli.listings import tell_plan
        from protokollant.pipeline.following_up import plan

        return tell_plan(plan(meetings or [], year))
    from protokollant.pipeline.next_agenda import next_agenda

    sources = meetings or minutes_in(working_folder())
    made = next_agenda(sources, output, pdf=pdf, force=force, engine=engine.value)
    return tell(made, quiet=quiet)


@verb("annual")
def annual(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SÖKVÄG…]", help="Årets möten: filer och mappar; annars hela arbetsmappen."
        ),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="ÅÅÅÅ", help="Året; annars det senast avslutade."),
    ] = None,
    no_sources: Annotated[
        bool, typer.Option("--no-sources", help="Utan källa under varje mening.")
    ] = False,
    output: OutFile = None,
    template: TemplateName = None,
    pdf: Pdf = False,
    engine: EngineName = Engine.auto,
    verify: Verify = False,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Sammanställer årsberättelsen av årets möten."""
    from protokollant.cli.report import tell, track
    from protokollant.pipeline.annual import annual
    from protokollant.pipeline.documents import Wanted
    from protokollant.pipeline.folder import this_year, working_folder

    wanted = Wanted(output, template, pdf, force, engine.value, verify)
    sources = paths or [working_folder()]
    made = annual(sources, year or this_year(), wanted, sources=not no_sources, track=track)
    return tell(made, quiet=quiet)


@verb("pdf")
def pdf(
    files: Documents,
    output: OutFolder = None,
    engine: EngineName = Engine.auto,
    archive: Annotated[
        Archive | None,
        typer.Option("--archive", metavar="2a|2b|3a|3b", help="Arkivformat: PDF/A på den nivån."),
    ] = None,
    attach: Attach = None,
    attach_as: AttachAs = Manner.page,
    workers: Annotated[
        int,
        typer.Option(
            "-j", "--jobs", metavar="TAL", help="Så många processer som delar på arbetet."
        ),
    ] = 1,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Gör PDF av Worddokument, vilka som helst.

    En PDF som redan är gjord av samma dokument på samma sätt görs inte om: ett avbrutet arbete
    fortsätter där det var när kommandot ges igen.
    """
    from protokollant.cli.report import tell, track
    from protokollant.pipeline.pdf import pdf

    level = archive.value if archive else None
    made = pdf(
        files,
        output,
        engine=engine.value,
        archive=level,
        force=force,
        enclosing=enclosing(attach, attach_as),
        workers=workers,
        track=track,
    )
    return tell(made, quiet=quiet)


@verb("preview")
def preview(
    file: Annotated[
        Path, typer.Argument(metavar="FIL", help="Ett dokument (.docx .pdf) eller en mötesfil.")
    ],
    output: OutFolder = None,
    dpi: Annotated[
        int, typer.Option("--dpi", metavar="TAL", help="Punkter per tum; annars 110.")
    ] = 110,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Gör bilder (PNG) av sidorna och visar dem i terminalen om den kan."""
    from protokollant.cli.report import tell
    from protokollant.cli.terminal import show_pages
    from protokollant.pipeline.preview import preview

    made = preview(file, output, dpi=dpi, force=force)
    if not quiet:
        show_pages(made.files)
    return tell(made, quiet=quiet)


@verb("check")
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FIL…]", help="Filer; annars allt i arbetsmappen."),
    ] = None,
    meeting: Annotated[
        Path | None,
        typer.Option(
            "--with",
            metavar="MÖTE",
            help="Visa också vad i det mötet (eller årets mapp) som mallen aldrig skriver ut.",
        ),
    ] = None,
    mark: Annotated[
        Path | None,
        typer.Option(
            "--mark",
            metavar="FIL",
            help="Skriv en kopia av mallen med en Wordkommentar vid varje fel.",
        ),
    ] = None,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Visar alla fel i en mötesfil eller en Wordmall, med plats och råd."""
    from protokollant.cli.report import tell
    from protokollant.pipeline.check import Asked, check
    from protokollant.pipeline.folder import everything, working_folder

    made = check(files or everything(working_folder()), Asked(meeting, mark, force))
    return tell(made, quiet=quiet) if not quiet or made.faults else 0


@verb("fields")
def fields(
    form: Annotated[
        TableForm,
        typer.Option("--format", metavar="table|json", help="Tabell att läsa, eller JSON."),
    ] = TableForm.table,
    docx: Annotated[
        Path | None,
        typer.Option(
            "--docx",
            metavar="FIL",
            help="Skriv i stället en Wordmall med alla fält att kopiera ur.",
        ),
    ] = None,
    kind: Annotated[
        Kind,
        typer.Option(
            "--kind", metavar="meeting|report", help="Om mallen är för möten eller årsberättelser."
        ),
    ] = Kind.meeting,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Visar alla fält som en mall kan använda."""
    from protokollant.cli.report import tell, tell_fields
    from protokollant.pipeline.fields import blank, fields

    if docx is not None:
        return tell(blank(docx, kind.value, force=force), quiet=quiet)
    return tell_fields(fields(), as_json=form is TableForm.json)
