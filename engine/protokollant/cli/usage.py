"""Wrong usage, as the command-line library tells it → a Swedish sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any


def is_usage_error(error: Exception) -> bool:
    """Whether the exception is the command-line library's way of refusing the arguments.

    Its classes are private to the library, so they are known by what every one of them has.
    """
    return hasattr(error, "exit_code") and hasattr(error, "format_message")


def usage_message(error: Any) -> str:
    """What is wrong with the arguments, and where help is to be had."""
    path = error.ctx.command_path if getattr(error, "ctx", None) else "protokollant"
    return f"{_sentence(error)}\nSkriv {path} --help för hjälp."


def _sentence(error: Any) -> str:
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = _nearest(error.option_name, getattr(error, "possibilities", None) or [])
        return f"Flaggan {error.option_name} finns inte.{near}"
    if kind == "MissingParameter":
        return f"{_parameter(error)} saknas."
    if kind == "BadParameter":
        return f"{_parameter(error)} har ett värde som inte går: {_value(error)}"
    if kind == "BadOptionUsage":
        return f"Flaggan {error.option_name} används fel: den ska följas av ett värde."
    unknown = re.search(r"No such command '(?P<name>.*?)'", error.format_message())
    if unknown:
        name, commands = unknown["name"], error.ctx.command.commands
        return f"Kommandot «{name}» finns inte.{_nearest(name, commands)}"
    extra = re.search(
        r"unexpected extra argument(?:s|\(s\))? \((?P<rest>.*)\)", error.format_message()
    )
    if extra:
        return f"För många ord på raden: {extra['rest']}"
    return f"Kommandot är ofullständigt: {error.format_message()}"


def _parameter(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "Ett värde"
    if parameter.param_type_name == "option":
        return f"Flaggan {max(parameter.opts, key=len)}"
    return str(parameter.metavar or parameter.name).upper()


def _value(error: Any) -> str:
    parameter = getattr(error, "param", None)
    choices = str(getattr(parameter, "metavar", None) or "").split("|")
    given = re.search(r"'(?P<given>[^']*)'", error.message)
    told = f"«{given['given']}». " if given else ""
    if len(choices) > 1:
        return f"{told}Välj {', '.join(choices[:-1])} eller {choices[-1]}."
    return f"{told}Se hjälpen för vad som går."


def _nearest(word: str, choices: Iterable[str]) -> str:
    near = get_close_matches(word, list(choices), 1)
    return f" Menade du «{near[0]}»?" if near else ""
