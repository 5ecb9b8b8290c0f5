"""What the verbs' arguments and flags are: their types, signs and help texts, shared by all."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """How `read` writes."""

    yaml = "yaml"
    json = "json"


class TableForm(StrEnum):
    """How `fields` writes."""

    table = "table"
    json = "json"


class Kind(StrEnum):
    """What a template with every field is for."""

    meeting = "meeting"
    report = "report"


class Engine(StrEnum):
    """What makes the PDF."""

    auto = "auto"
    rdocx = "rdocx"
    libreoffice = "libreoffice"
    word = "word"


class Archive(StrEnum):
    """PDF/A levels."""

    a2 = "2a"
    b2 = "2b"
    a3 = "3a"
    b3 = "3b"


class Reached(StrEnum):
    """How far a document has come."""

    utkast = "utkast"
    utskickad = "utskickad"
    justerad = "justerad"
    anslagen = "anslagen"


Meeting = Annotated[
    Path | None,
    typer.Argument(
        metavar="[MÖTE]",
        help="En mötesfil (.yaml) eller gamla anteckningar (.txt .md .docx .pdf); "
        "i en arbetsmapp annars det som står på tur.",
    ),
]
Meetings = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[MÖTE…]",
        help="Mötesfiler (.yaml) eller gamla anteckningar (.txt .md .docx .pdf); "
        "i en arbetsmapp annars alla.",
    ),
]
Documents = Annotated[list[Path], typer.Argument(metavar="FIL", help="En eller flera filer.")]
OutFile = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FIL", help="Vart resultatet skrivs: en fil eller en mapp."
    ),
]
OutFolder = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="MAPP", help="Mappen som resultatet läggs i."),
]
TemplateName = Annotated[
    str | None,
    typer.Option(
        "--template", metavar="MALL", help="Mallens namn (t.ex. protokoll) eller en .docx-fil."
    ),
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Gör också en PDF.")]
EngineName = Annotated[
    Engine,
    typer.Option(
        "--engine",
        metavar="auto|rdocx|libreoffice|word",
        help="Vad som gör PDF:en; auto väljer det som passar dokumentet.",
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Skriv över filer som finns; en handändrad fil sparas bredvid."),
]
Verify = Annotated[
    bool,
    typer.Option(
        "--verify", help="Pröva att varje uppgift som mallen nämner verkligen står i dokumentet."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Skriv bara ut fel.")]
Listing = Annotated[
    TableForm, typer.Option("--format", metavar="table|json", help="Tabell, eller JSON.")
]
MaybeMeeting = Annotated[
    Path | None,
    typer.Argument(metavar="[MÖTE]", help="Mötets fil; annars det som står på tur i mappen."),
]
MaybePaths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[SÖKVÄG…]", help="Filer och mappar; annars hela arbetsmappen."),
]
Day = Annotated[
    str | None, typer.Option("--date", metavar="ÅÅÅÅ-MM-DD", help="Dagen; annars i dag.")
]
