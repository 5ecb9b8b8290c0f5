"""The package's regular expressions, and for each the texts that would make it slow.

A pattern is slow where what it repeats can be matched in several ways before it fails. So for
every repeat without a small bound a text is made of what stands before it and of many of what it
repeats, ended by a sign that nothing expects. How the time grows with the text tells the rest.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from re import _constants as op
from re import _parser as parser
from typing import Any

import protokollant

_MANY = 30  # a repeat with a lower bound than this ends by itself
_SAMPLES = 3
_ENDS = ("", "\x00", "!", "a", " \x00")
_CANDIDATES = "aA1 .,:;-/(§|\t\n*#åÅ"


@cache
def all_patterns() -> Mapping[str, re.Pattern[str]]:
    """Every pattern of the package by the place it stands at: tables, caches, inline ones."""
    found: dict[str, re.Pattern[str]] = {}
    for module in _modules():
        for name, value in vars(module).items():
            if getattr(value, "__module__", module.__name__) != module.__name__:
                continue
            for i, pattern in enumerate(_in_value(_called(value), 0)):
                found.setdefault(f"{module.__name__}.{name}[{i}]", pattern)
        for line, pattern in _inline(Path(str(module.__file__))):
            found[f"{module.__name__}, rad {line}"] = pattern
    once = {(p.pattern, p.flags): (place, p) for place, p in reversed(found.items())}
    return dict(sorted(once.values()))


def _modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(protokollant.__path__, "protokollant."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _called(value: Any) -> Any:
    """What a cached function without arguments gives; any other value as it is."""
    if not hasattr(value, "cache_info"):
        return value
    takes = inspect.signature(value).parameters
    gives = str(inspect.signature(value).return_annotation)
    return value() if not takes and "Pattern" in gives else None


def _in_value(value: Any, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth > 4 or isinstance(value, str | bytes | type):
        return
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _in_value(one, depth + 1)
    elif isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from _in_value(one, depth + 1)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _in_value(getattr(value, field.name), depth + 1)


_SHORT = {re.I: "I", re.M: "M", re.S: "S", re.X: "X"}


def _inline(path: Path) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Patterns that stand in the call that uses them: `re.sub(r"\\s+", …)`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
            and node.func.attr != "escape"
        ):
            names = {x.attr for x in ast.walk(node) if isinstance(x, ast.Attribute)}
            flags = [flag for flag in re.RegexFlag if names & {flag.name, _SHORT.get(flag)}]
            yield node.lineno, re.compile(node.args[0].value, sum(flags))


def hostile_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts of about that length for each repeat of the pattern."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    seen: set[tuple[str, str]] = set()
    for before, repeated in _repeats(list(tree), ""):
        for body in (repeated, before, before + repeated):
            lead = before if body == repeated else ""
            if body and (lead, body) not in seen:
                seen.add((lead, body))
                many = lead + body * (length // len(body))
                yield from (many + end for end in _ENDS)


def _repeats(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """What stands before each large repeat, and what it repeats, as sample texts."""
    for kind, value in items:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            _, most, body = value
            samples = _samples(list(body))
            if most is op.MAXREPEAT or most >= _MANY:
                yield from ((before, sample) for sample in samples if sample)
            yield from _repeats(list(body), before)
        elif kind is op.SUBPATTERN:
            yield from _repeats(list(value[3]), before)
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _repeats(list(branch), before)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(list(value[1]), before)
        before += next(iter(_samples([(kind, value)])), "")


def _samples(items: list[Any]) -> list[str]:
    """A few texts that a part of a pattern matches."""
    found = [""]
    for kind, value in items:
        more = _of_one(kind, value)
        found = list(islice((x + y for y in more for x in found), _SAMPLES * 2))
    return found


def _of_one(kind: Any, value: Any) -> list[str]:
    if kind is op.LITERAL:
        return [chr(value)]
    if kind is op.NOT_LITERAL:
        return [x for x in _CANDIDATES if ord(x) != value][:_SAMPLES]
    if kind is op.ANY:
        return list("a 1")
    if kind is op.IN:
        return [x for x in _CANDIDATES if _is_in(x, value)][:_SAMPLES] or _first_of(value)
    if kind is op.BRANCH:
        return [x for branch in value[1][:_SAMPLES] for x in _samples(list(branch))[:2]]
    if kind is op.SUBPATTERN:
        return _samples(list(value[3]))
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, _, body = value
        return [x * max(least, 1) for x in _samples(list(body))]
    return [""]


def _is_in(letter: str, parts: list[Any]) -> bool:
    is_negated = parts[0][0] is op.NEGATE
    return any(_is_part(letter, kind, value) for kind, value in parts) is not is_negated


def _is_part(letter: str, kind: Any, value: Any) -> bool:
    if kind is op.LITERAL:
        return ord(letter) == value
    if kind is op.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    if kind is op.CATEGORY:
        return re.match(_CATEGORIES[value], letter) is not None
    return False


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


def _first_of(parts: list[Any]) -> list[str]:
    for kind, value in parts:
        if kind is op.LITERAL:
            return [chr(value)]
        if kind is op.RANGE:
            return [chr(value[0])]
    return []


def seconds_for(pattern: re.Pattern[str], text: str) -> float:
    """How long the pattern searches the text, and holds itself against all of it."""
    begun = time.perf_counter()
    pattern.search(text)
    pattern.fullmatch(text)
    return time.perf_counter() - begun
