"""Every rule that can stand in a source has a Swedish description, and every row a rule."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from protokollant import parser
from protokollant.model import Source
from protokollant.parser import parse, rule_in_words
from protokollant.parser.rule_words import RULE_WORDS
from protokollant.parser.subheadings import SUBHEADING_RULES
from protokollant.readers import read_lines, read_text_lines

ROOT = Path(__file__).parents[2]
MODULES = [
    importlib.import_module(".".join(("protokollant", "parser", *path.parts)))
    for path in sorted(
        path.relative_to(parser.__path__[0]).with_suffix("")
        for path in Path(parser.__path__[0]).rglob("*.py")
    )
    if path.stem != "__init__"
] + [parser]


def rules_in(module: ModuleType) -> Iterator[str]:
    """Constants that a module hands to a parameter called `rule`, or keeps under that name."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Call():
                yield from _texts(_argument_called_rule(node, module))
            case ast.Assign(targets=[ast.Name("rule")]) | ast.AnnAssign(target=ast.Name("rule")):
                yield from _texts(node.value)
            case ast.Tuple(elts=[rule, mark]) if "mark" in ast.unparse(mark).casefold():
                yield from _texts(rule)  # ("attendance_heading", mark(row))


def _argument_called_rule(call: ast.Call, module: ModuleType) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == "rule":
            return keyword.value
    called: Callable[..., Any] | None = getattr(module, ast.unparse(call.func), None)
    try:
        names = list(inspect.signature(called).parameters) if called else []
    except (TypeError, ValueError):
        return None
    at = names.index("rule") if "rule" in names else len(call.args)
    return call.args[at] if at < len(call.args) else None


def _texts(node: ast.expr | None) -> Iterator[str]:
    for one in ast.walk(node) if node else ():
        if isinstance(one, ast.Constant) and re.fullmatch(r"[a-z_]+", str(one.value)):
            yield str(one.value)


IN_CODE = {rule for module in MODULES for rule in rules_in(module)}
IN_CODE |= {rule.__name__ for rule in SUBHEADING_RULES}


def test_rules_are_found_in_the_code() -> None:
    assert {"title_line", "numbered_heading", "roll_call", "attendance_heading"} <= IN_CODE


def test_every_rule_of_the_code_has_words() -> None:
    assert IN_CODE - set(RULE_WORDS) == set()


def test_no_words_without_a_rule() -> None:
    assert set(RULE_WORDS) - IN_CODE == set()


def test_no_two_rules_have_the_same_words() -> None:
    assert len(set(RULE_WORDS.values())) == len(RULE_WORDS)


def sources() -> Iterator[Source]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield from parse(read_lines(path)).sources
    for path in sorted((Path(__file__).parent / "cases").glob("*.md")):
        for text in re.findall(r"```\w*\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
            yield from parse(read_text_lines(text)).sources


def test_every_rule_that_reads_a_case_or_seed_has_words() -> None:
    met = {source.rule for source in sources()}
    assert len(met) > 20
    assert met <= set(RULE_WORDS)


@pytest.mark.parametrize(
    ("rule", "words"),
    [("numbered_heading", "numrerad rubrik"), ("a_new_rule", "a new rule")],
)
def test_a_rule_in_words(rule: str, words: str) -> None:
    assert rule_in_words(rule) == words
