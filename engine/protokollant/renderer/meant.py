"""A tag that cannot be read → what its author most likely meant to write.

The mistakes are those that people make who learnt the tags from an example: Swedish words for the
statements, a value's braces around a statement, a letter with its space on the wrong side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from protokollant.renderer.names import getters
from protokollant.renderer.tags import Tag
from protokollant.swedish import did_you_mean
from protokollant.vocabulary import TERMS

OPENERS = frozenset(("for", "if", "filter", "macro", "call", "with", "set", "raw", "autoescape"))
MIDDLES: Mapping[str, tuple[str, ...]] = {"else": ("if", "for"), "elif": ("if",)}
"""Statements between an opener and its end, and which openers may have them."""
STATEMENTS = (*sorted(OPENERS), *MIDDLES, *(f"end{opener}" for opener in sorted(OPENERS)))

_SWEDISH = {
    "om": "if",
    "annars": "else",
    "annarsom": "elif",
    "elseif": "elif",
    "elsif": "elif",
    "för": "for",
    "foreach": "for",
    "varje": "for",
    "slutom": "endif",
    "slutför": "endfor",
}
_ENDS = ("slut", "end", "fi", "done")
_OPERATORS = {"och": "and", "eller": "or", "inte": "not", "&&": "and", "||": "or", "är": "=="}
_LEVEL = r"(?P<level>tr|tc|p|r)"
_SPACED_LEVEL = re.compile(rf"{_LEVEL}\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_GLUED_LEVEL = re.compile(rf"{_LEVEL}(?P<rest>(?:{'|'.join(STATEMENTS)})\b.*)", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LONE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
_WORDS = re.compile(r"[^\W\d]\w*(?: [^\W\d]\w*)+")
_DECIMAL = re.compile(r"(?<![\w.,])(\d+),(\d+)(?![\w.,])")


def meant_statement(tag: Tag) -> str:
    """What to write instead of a statement whose first word is none."""
    source, word = tag.source, tag.word
    spaced, glued = _SPACED_LEVEL.fullmatch(source), _GLUED_LEVEL.fullmatch(source)
    if spaced and spaced["rest"].split()[0] in STATEMENTS:
        level = spaced["level"].lower()
        return f"Skriv «{{%{level} {spaced['rest']} %}}», med {level} tätt efter procenttecknet."
    if glued:
        return f"Skriv «{{%{glued['level']} {glued['rest']} %}}», med mellanslag efter bokstaven."
    if word.casefold() in _SWEDISH:
        rest = source[len(word) :].strip()
        statement = f"{_SWEDISH[word.casefold()]} {rest}".strip()
        return f"Skriv «{{%{tag.level} {statement} %}}»."
    if word.casefold() in _ENDS:
        return f"Skriv «{{%{tag.level} endif %}}» eller «{{%{tag.level} endfor %}}»."
    if meant := did_you_mean(word, STATEMENTS):
        return f"Menade du «{meant}»?"
    if re.split(r"\W", word)[0] in every_name():
        return f"Ett värde skrivs med två klamrar: «{{{{ {source} }}}}»."
    return "Se handboken om taggar."


def meant_value(tag: Tag) -> str:
    """What to write instead of a value that is a statement; "" when it is none."""
    word = re.split(r"\W", tag.source.lstrip("% "), maxsplit=1)[0]
    statement = word in STATEMENTS and (word == tag.source or " " in tag.source)
    if tag.raw.startswith("{{%") or statement:
        return f"En sats skrivs med procenttecken: «{{%{tag.level} {tag.source.strip('% ')} %}}»."
    if tag.raw.startswith("{{{") and not tag.source.rstrip("}").endswith(":"):
        return f"Skriv två klamrar på var sida: «{{{{ {tag.source.strip('{} ')} }}}}»."
    return ""


def meant_expression(tag: Tag) -> str:
    """What is most likely wrong in a tag that Jinja cannot read; "" when nothing is known."""
    bare = _QUOTED.sub("''", tag.source)
    if tag.word in ("if", "elif") and _LONE_EQUALS.search(bare):
        return f"Skriv == för att jämföra: «{_LONE_EQUALS.sub('==', tag.raw)}»."
    for wrong, right in _OPERATORS.items():
        if re.search(rf"(?<!\S){re.escape(wrong)}(?!\S)", bare):
            return f"Skriv {right} i stället för «{wrong}»."
    for found in _WORDS.finditer(bare):
        if (name := _joined(found.group())) is not None:
            return f"Menade du «{name}»? Fält skrivs med understreck i stället för mellanslag."
    return ""


def meant_number(source: str) -> str:
    """The source with its decimal commas as points; "" when it has none."""
    with_points = _DECIMAL.sub(r"\1.\2", source)
    return with_points if with_points != source else ""


def _joined(words: str) -> str | None:
    """The field whose name the words are, written together."""
    parts = words.split()
    for first in range(len(parts)):
        for last in range(len(parts), first + 1, -1):
            if (name := "_".join(parts[first:last])) in every_name():
                return name
    return None


@cache
def every_name() -> frozenset[str]:
    """Every name of every field of the model."""
    return frozenset(name for record in TERMS for name in getters(record))
