"""Help texts in Swedish, laid out plainly, without loading anything heavy."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from typer.core import TyperCommand, TyperGroup


class SwedishCommand(TyperCommand):
    """A command whose help has Swedish headings."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the command's help."""
        formatter.write(_command_help(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """The --help option, described in Swedish."""
        return _in_swedish(super().get_help_option(ctx))


class SwedishGroup(TyperGroup):
    """The list of commands, with Swedish headings, in the order of a meeting year."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order they were declared."""
        return list(self.commands)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands."""
        formatter.write(_group_help(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """The --help option, described in Swedish."""
        return _in_swedish(super().get_help_option(ctx))


def _in_swedish(option: Any) -> Any:
    if option is not None:
        option.help = "Visar den här hjälpen."
    return option


def _group_help(group: Any, ctx: Any) -> str:
    commands = [
        (name, (group.commands[name].help or "").strip().split("\n")[0])
        for name in group.list_commands(ctx)
    ]
    return "\n".join(
        [
            f"Så här: {ctx.command_path} KOMMANDO …",
            "",
            *_paragraphs(group.help or ""),
            "",
            "Kommandon:",
            *_columns(commands),
            "",
            "Flaggor:",
            *_columns(_options(group, ctx)),
            "",
            f"Mer om ett kommando: {ctx.command_path} KOMMANDO --help",
            "",
        ]
    )


def _command_help(command: Any, ctx: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    words = " ".join(_argument(a) for a in arguments)
    parts = [f"Så här: {ctx.command_path} {words} [FLAGGOR]".replace("  ", " "), ""]
    parts += _paragraphs(command.help or "")
    described = [(_argument(a), a.help or "") for a in arguments if a.help]
    if described:
        parts += ["", "Anges:", *_columns(described)]
    return "\n".join([*parts, "", "Flaggor:", *_columns(_options(command, ctx)), ""])


def _argument(argument: Any) -> str:
    name = str(argument.metavar or argument.name).upper()
    return f"{name}…" if argument.nargs == -1 else name


def _options(command: Any, ctx: Any) -> list[tuple[str, str]]:
    rows = []
    for option in command.get_params(ctx):
        if option.param_type_name != "option" or option.hidden:
            continue
        names = ", ".join(sorted(option.opts, key=len))
        metavar = "" if option.is_flag else f" {option.metavar or 'VÄRDE'}"
        rows.append((f"{names}{metavar}", option.help or ""))
    return rows


def _width() -> int:
    return min(shutil.get_terminal_size((88, 24)).columns, 100)


def _paragraphs(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        lines += [*textwrap.wrap(" ".join(paragraph.split()), _width()), ""]
    return lines[:-1]


def _columns(rows: list[tuple[str, str]]) -> list[str]:
    indent = min(max((len(name) for name, _ in rows), default=0), 32) + 4
    lines: list[str] = []
    for name, text in rows:
        wrapped = textwrap.wrap(text, max(_width() - indent, 24)) or [""]
        if len(name) + 4 > indent:
            lines += [f"  {name}", *(" " * indent + line for line in wrapped)]
        else:
            lines += [f"  {name}".ljust(indent) + wrapped[0]]
            lines += [" " * indent + line for line in wrapped[1:]]
    return [line.rstrip() for line in lines]
