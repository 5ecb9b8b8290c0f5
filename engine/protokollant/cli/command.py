"""The program itself: what it is called with, and how a function becomes one of its verbs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from protokollant.cli.help import SwedishCommand, SwedishGroup

Verb = TypeVar("Verb", bound=Callable[..., int])

app = typer.Typer(
    cls=SwedishGroup,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from protokollant import __version__

        print(f"protokollant {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Visar versionen."),
    ] = False,
) -> None:
    """Protokollant tar årets pappersarbete från mötessekreterarens bord.

    Läser gamla anteckningar, fyller Wordmallar, sätter ihop nästa dagordning och
    årsberättelsen, och gör PDF att publicera och arkivera.
    """


def verb(name: str) -> Callable[[Verb], Verb]:
    """Declares a function as the command of that name."""
    return app.command(name, cls=SwedishCommand)


def the_latest_minutes() -> Path:
    """The last minutes of the folder one stands in; loads what that takes only when asked."""
    from protokollant.pipeline.folder import latest_minutes, working_folder

    return latest_minutes(working_folder())


def the_coming_agenda() -> Path:
    """The agenda of the folder one stands in whose meeting has no minutes yet."""
    from protokollant.pipeline.folder import coming_agenda, working_folder

    return coming_agenda(working_folder())
