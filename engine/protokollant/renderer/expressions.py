"""Jinja's expressions → what a template says in them: names, fields, targets, arguments."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

_BY_ATTRIBUTE = frozenset(("selectattr", "rejectattr", "groupby"))
_KEYWORD_ATTRIBUTE = frozenset(("map", "sort", "sum", "unique", "join", "min", "max"))


def constant(node: nodes.Getattr | nodes.Getitem) -> str | None:
    """The field that is asked for by name; None when an expression or a number says which."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    constant = node.arg.value if isinstance(node.arg, nodes.Const) else None
    return constant if isinstance(constant, str) else None


def as_constant(node: nodes.Node) -> str:
    """A text that stands in the tag itself; "" for anything else."""
    value = node.value if isinstance(node, nodes.Const) else ""
    return value if isinstance(value, str) else ""


def is_index(node: nodes.Getattr | nodes.Getitem) -> bool:
    """Whether one value of a list or table is asked for, as in items[0]."""
    return isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice)


def attribute_of(node: nodes.Filter) -> str:
    """The field that a filter such as sort is told to look at."""
    given: nodes.Expr | None = None
    if node.name in _BY_ATTRIBUTE and node.args:
        given = node.args[0]
    if node.name in _KEYWORD_ATTRIBUTE | _BY_ATTRIBUTE:
        given = next((pair.value for pair in node.kwargs if pair.key == "attribute"), given)
    value = given.value if isinstance(given, nodes.Const) else None
    return value if isinstance(value, str) else ""


def as_written(node: nodes.Node) -> str:
    """An expression as the template writes it, as far as it is names and points."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, (nodes.Getattr, nodes.Getitem)):
        name = constant(node)
        return f"{as_written(node.node)}.{name}" if name else as_written(node.node)
    if isinstance(node, nodes.Filter) and node.node is not None:
        return as_written(node.node)
    return ""


def names_in(target: nodes.Node) -> list[str]:
    """The names that a loop or a set binds."""
    return [node.name for node in _self_and_children(target) if isinstance(node, nodes.Name)]


def _self_and_children(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    yield from node.find_all(nodes.Name)


def given_to(macro: nodes.Macro) -> tuple[str, ...]:
    """The names that a macro's body knows besides the template's."""
    return (*arguments(macro), "caller", "varargs")


def arguments(node: nodes.Macro | nodes.CallBlock) -> tuple[str, ...]:
    """The names that its arguments go by."""
    return (*(arg.name for arg in node.args), "kwargs")
