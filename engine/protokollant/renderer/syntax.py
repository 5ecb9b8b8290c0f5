"""Tags one by one → what Jinja cannot read in each; and a skeleton of tags that can be read.

The skeleton holds the tags only, one a line, with blocks mended, so that one misspelled tag does
not hide what else is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from protokollant.renderer import wordml as x
from protokollant.renderer.environment import DocumentEnvironment, TooDeepError
from protokollant.renderer.meant import MIDDLES, OPENERS, meant_expression, meant_value
from protokollant.renderer.tags import Tag
from protokollant.swedish import did_you_mean

_GOT = re.compile(r"got '(.+)'$")
_CHARACTER = re.compile(r"unexpected char '(.+)' at")


_MAX_DEPTH = 100
_TOO_DEEP = "Dela upp det i flera taggar: det är för långt eller för djupt nästlat."


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with one tag."""

    index: int
    message: str
    remedy: str


def slips(tags: Sequence[Tag], order: Sequence[int], env: DocumentEnvironment) -> list[Slip]:
    """The tags that cannot be read, and the filters and tests that do not exist."""
    if _are_fine(tags, order, env):
        return []
    found: list[Slip] = []
    for index in dict.fromkeys(order):
        told = _misplaced(tags[index], env)
        tree = told or _parsed(tags[index], env)
        if isinstance(tree, str):
            found.append(Slip(index, f"«{tags[index].raw}» kan inte tolkas.", tree))
        elif tree is not None:
            found += [Slip(index, *told) for told in _unknown(tree, env)]
    return found


def _are_fine(tags: Sequence[Tag], order: Sequence[int], env: DocumentEnvironment) -> bool:
    """Whether all the tags can be read at once; reading each by itself takes many times as long."""
    if any(_misplaced(tags[index], env) for index in order):
        return False
    try:
        tree = env.parse(skeleton(tags, order, set())[0])
    except TemplateSyntaxError:
        return False
    return _depth(tree) <= _MAX_DEPTH and not _unknown(tree, env)


def _misplaced(tag: Tag, env: DocumentEnvironment) -> str:
    """What to write instead of a statement with a value's braces, or an end that says too much."""
    if not tag.source and tag.kind != "remark":
        return "Skriv ett fält eller en sats i taggen, eller ta bort den."
    if tag.kind == "value":
        told = meant_value(tag)
        return "" if told and env.any_names and not isinstance(_parsed(tag, env), str) else told
    rest = tag.source[len(tag.word) :].strip()
    if tag.word == "else" and rest:
        condition = rest.removeprefix("if ").strip()
        return f"Skriv «{{%{tag.level} elif {condition} %}}»."
    if rest and tag.word.startswith("end") and tag.word[3:] in OPENERS:
        return f"Skriv bara «{{%{tag.level} {tag.word} %}}»."
    return ""


def _parsed(tag: Tag, env: DocumentEnvironment) -> nodes.Template | str | None:
    """The tag by itself, or what is wrong with it; None for the end of a block and the like."""
    if tag.kind == "value":
        source = _value(tag.source)
    elif not _stands_alone(tag):
        return None
    else:
        source = _block(_as_if(tag)) + (_block(f"end{_opener(tag)}") if _opener(tag) else "")
    try:
        tree = env.parse(source)
    except TemplateSyntaxError as error:
        return meant_expression(tag) or in_swedish(error)
    return _TOO_DEEP if len(source) > _MAX_DEPTH and _depth(tree) > _MAX_DEPTH else tree


def _depth(tree: nodes.Node) -> int:
    depth, level = 0, [tree]
    while level:
        depth, level = depth + 1, [child for node in level for child in node.iter_child_nodes()]
    return depth


def _stands_alone(tag: Tag) -> bool:
    return tag.kind == "block" and (tag.word in OPENERS - {"raw"} or tag.word in ("elif", "do"))


def _as_if(tag: Tag) -> str:
    return tag.source[2:] if tag.word == "elif" else tag.source


def _opener(tag: Tag) -> str:
    word = "if" if tag.word == "elif" else tag.word
    return "" if word == "do" or (word == "set" and "=" in tag.source) else word


def _value(source: str) -> str:
    return f"{x.VARIABLE_START}{source} {x.VARIABLE_END}"


def _block(source: str) -> str:
    return f"{x.BLOCK_START}{source} {x.BLOCK_END}"


def in_swedish(error: TemplateSyntaxError) -> str:
    """What Jinja says of a tag, as far as it helps a secretary."""
    if isinstance(error, TooDeepError):
        return _TOO_DEEP
    message = error.message or ""
    if found := _CHARACTER.search(message):
        return f"Tecknet «{found.group(1)}» kan inte stå där."
    if (found := _GOT.search(message)) and "end of" not in found.group(1):
        return f"Något oväntat står vid «{found.group(1)}»."
    return "Kontrollera stavning, citattecken och parenteser."


def _unknown(tree: nodes.Template, env: DocumentEnvironment) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    kinds: tuple[tuple[type[nodes.Node], str, Sequence[str]], ...] = (
        (nodes.Filter, "filtret", list(env.filters)),
        (nodes.Test, "villkoret", list(env.tests)),
    )
    for kind, word, known in kinds:
        for node in tree.find_all(kind):
            name = str(getattr(node, "name", ""))
            if name not in known or name.startswith("_"):
                public = [other for other in known if not other.startswith("_")]
                meant = did_you_mean(name, public)
                remedy = f"Menade du «{meant}»?" if meant else "Se handboken om filter."
                told.append((f"{word} «{name}» finns inte.", remedy))
    for name_node in tree.find_all(nodes.Name):
        if name_node.name.startswith("_") and not env.any_names:
            told.append((f"namnet «{name_node.name}» får inte användas.", "Välj ett annat namn."))
    return told


def skeleton(tags: Sequence[Tag], order: Sequence[int], skip: set[int]) -> tuple[str, list[int]]:
    """Source of the readable tags, blocks mended, and the tag on each of its lines."""
    lines: list[str] = []
    numbers: list[int] = []
    stack: list[str] = []

    def add(text: str, index: int) -> None:
        lines.append(text)
        numbers.extend([index] * (1 + text.count("\n")))

    for index in order:
        tag = tags[index]
        if index in skip or tag.kind == "remark" or tag.word in ("raw", "endraw"):
            continue
        if tag.kind == "value":
            add(_value(tag.source), index)
        elif tag.word in MIDDLES:
            if stack and stack[-1] in ("if", "for"):
                add(_block(tag.source), index)
        elif tag.word.startswith("end"):
            while tag.word[3:] in stack:
                closed = stack.pop()
                add(_block(f"end{closed}"), index)
                if closed == tag.word[3:]:
                    break
        elif tag.word in OPENERS or tag.word == "do":
            stack += [_opener(tag)] if _opener(tag) else []
            add(_block(tag.source), index)
    for word in reversed(stack):
        add(_block(f"end{word}"), -1)
    return "\n".join(lines), numbers
