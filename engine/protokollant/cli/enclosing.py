"""The flags for what goes with a PDF → one `Enclosing`; the verbs of documents share them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from protokollant.pipeline.enclosing import Enclosing


class Manner(StrEnum):
    """How attachments go with a PDF."""

    page = "page"
    stamp = "stamp"
    embed = "embed"


Attach = Annotated[
    list[Path] | None,
    typer.Option(
        "--attach",
        metavar="FIL",
        help="Bilaga (.pdf .docx .txt) bakom dokumentet i PDF:en; skriv flaggan en gång för varje.",
    ),
]
AttachAs = Annotated[
    Manner,
    typer.Option(
        "--attach-as",
        metavar="page|stamp|embed",
        help="Bilagorna efter var sin titelsida, med stämpel på sidorna, eller som filer i PDF:en.",
    ),
]
OwnAttachments = Annotated[
    bool,
    typer.Option("--with-attachments", help="Ta med de bilagor som mötet nämner och som är filer."),
]
EmbedData = Annotated[
    bool,
    typer.Option(
        "--embed-data",
        help="Lägg mötets uppgifter (YAML och JSON) i PDF:en, så att read läser dem exakt.",
    ),
]
Package = Annotated[
    bool,
    typer.Option(
        "--package",
        help="Kallelsen som en PDF: dagordning, länkad lista och mötets bilagor med stämpel.",
    ),
]


def enclosing(
    attach: list[Path] | None,
    manner: Manner,
    *,
    own: bool = False,
    data: bool = False,
    package: bool = False,
) -> Enclosing:
    """What the flags ask for; a package has a list of the meeting's attachments and stamps them."""
    from protokollant.pipeline.enclosing import Enclosing

    if package and manner is Manner.page:
        manner = Manner.stamp
    return Enclosing(tuple(attach or ()), own or package, manner.value, package, data)
