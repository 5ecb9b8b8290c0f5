"""A template's tags, followed through loops → the fields it uses, and those that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from protokollant.renderer.environment import environment
from protokollant.renderer.names import FieldType, getters
from protokollant.renderer.schema import Ref, member
from protokollant.swedish import did_you_mean

_SAME = frozenset(
    ("sort", "selectattr", "rejectattr", "select", "reject", "list", "unique", "reverse", "default")
)
_ONE = frozenset(("first", "last", "min", "max"))
_BY_ATTRIBUTE = frozenset(("selectattr", "rejectattr", "groupby"))
_KEYWORD_ATTRIBUTE = frozenset(("map", "sort", "sum", "unique", "join", "min", "max"))
_ASK_FIRST = "Alla fält visas av kommandot «protokollant fields»."


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field that does not exist, on which line of the skeleton, and what may have been meant."""

    line: int
    message: str
    remedy: str


@dataclass(slots=True)
class Survey:
    """What following the tags has shown."""

    fields: dict[str, None] = field(default_factory=dict)
    roots: dict[str, None] = field(default_factory=dict)
    unknown: list[Unknown] = field(default_factory=list)


def survey(tree: nodes.Template, known: Mapping[str, FieldType]) -> Survey:
    """Follow every tag, given the names that a template can begin with and their types."""
    walker = _Walker(known, Survey(), _targets(tree))
    walker.block(tree.body, {})
    return walker.found


def _targets(tree: nodes.Template) -> frozenset[str]:
    """Names that loops of the template give to what they go through."""
    return frozenset(
        name.name
        for loop in tree.find_all(nodes.For)
        for name in (loop.target, *loop.target.find_all(nodes.Name))
        if isinstance(name, nodes.Name)
    )


_Scope = dict[str, Ref]


@dataclass(slots=True)
class _Walker:
    known: Mapping[str, FieldType]
    found: Survey
    targets: frozenset[str]
    guarded: int = 0

    def block(self, body: Iterable[nodes.Node], scope: _Scope) -> None:
        for node in body:
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: _Scope) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Assign):
            value = self.expression(node.node, scope)
            scope.update(dict.fromkeys(_names(node.target), Ref()))
            if isinstance(node.target, nodes.Name):
                scope[node.target.name] = value
        elif isinstance(node, nodes.AssignBlock):
            self.block(node.body, dict(scope))
            scope.update(dict.fromkeys(_names(node.target), Ref()))
        elif isinstance(node, nodes.Macro):
            scope[node.name] = Ref()
            self.block(node.body, {**scope, **_unknowns((*_args(node), "caller", "varargs"))})
        elif isinstance(node, nodes.CallBlock):
            self.expression(node.call, scope)
            self.block(node.body, {**scope, **_unknowns(_args(node))})
        elif isinstance(node, nodes.With):
            values = [self.expression(value, scope) for value in node.values]
            inner = dict(scope)
            for target, value in zip(node.targets, values, strict=True):
                inner.update(dict.fromkeys(_names(target), value))
            self.block(node.body, inner)
        elif isinstance(node, nodes.Expr):
            self.expression(node, scope)
        else:
            self.block(node.iter_child_nodes(), scope)

    def _loop(self, node: nodes.For, scope: _Scope) -> None:
        items = self.expression(node.iter, scope)
        inner = {**scope, "loop": Ref(), **_unknowns(_names(node.target))}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = items.one()
        if node.test is not None:
            self.expression(node.test, inner)
        self.block(node.body, inner)
        self.block(node.else_, dict(scope))

    def expression(self, node: nodes.Node, scope: _Scope) -> Ref:
        """What an expression stands for; its fields are noted on the way."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, (nodes.Getattr, nodes.Getitem)):
            return self._member(node, scope)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filter(node, scope)
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            self.guarded += 1
            self.expression(node.node, scope)
            self.guarded -= 1
            return Ref()
        for child in node.iter_child_nodes():
            self.expression(child, scope)
        return Ref()

    def _name(self, node: nodes.Name, scope: _Scope) -> Ref:
        if node.name in scope:
            return scope[node.name]
        if node.name in environment().globals:
            return Ref()
        self.found.roots[node.name] = None
        self.found.fields[node.name] = None
        if node.name not in self.known:
            if node.name in self.targets:
                remedy = "Flytta taggen in i slingan, mellan for och endfor."
                self._tell(node, f"«{node.name}» finns bara inne i sin slinga.", remedy)
            else:
                self._missing(node, node.name, "", [*self.known, *scope])
        return Ref(node.name, self.known.get(node.name))

    def _member(self, node: nodes.Getattr | nodes.Getitem, scope: _Scope) -> Ref:
        owner = self.expression(node.node, scope)
        name = _constant(node)
        if name is None:
            if isinstance(node, nodes.Getitem):
                self.expression(node.arg, scope)
            return owner.one() if _is_index(node) else Ref()
        found = self._resolved(node, owner, name, _written(node.node))
        if found.path:
            self.found.fields.pop(owner.path, None)
            self.found.fields[found.path] = None
        return found

    def _resolved(self, node: nodes.Node, owner: Ref, name: str, written: str) -> Ref:
        found = member(owner, name)
        if owner.type and owner.type.many and owner.type.record:
            self._tell(
                node,
                f"«{written}» är en lista och har inget fält «{name}».",
                f"Gå igenom den: for x in {written}, och skriv x.{name}.",
            )
        elif found is None and owner.type and owner.type.record:
            prefix = f"{written}." if written else ""
            self._missing(node, name, prefix, list(getters(owner.type.record)))
        return found or Ref()

    def _filter(self, node: nodes.Filter, scope: _Scope) -> Ref:
        assert node.node is not None
        guarded = node.name in ("default", "d")
        self.guarded += guarded
        ref = self.expression(node.node, scope)
        self.guarded -= guarded
        for child in (*node.args, *node.kwargs):
            self.expression(child, scope)
        attribute = _attribute_of(node)
        if attribute and ref.type and ref.type.many:
            written, inner = _written(node.node), ref.one()
            for name in attribute.split("."):
                inner = self._resolved(node, inner, name, written)
            if inner.path:
                self.found.fields[inner.path] = None
        if node.name in _SAME:
            return ref
        return ref.one() if node.name in _ONE else Ref()

    def _missing(self, node: nodes.Node, name: str, prefix: str, known: list[str]) -> None:
        meant = did_you_mean(name, known)
        remedy = f"Menade du «{prefix}{meant}»?" if meant else _ASK_FIRST
        self._tell(node, f"fältet «{prefix}{name}» finns inte.", remedy)

    def _tell(self, node: nodes.Node, message: str, remedy: str) -> None:
        if not self.guarded:
            self.found.unknown.append(Unknown(node.lineno, message, remedy))


def _constant(node: nodes.Getattr | nodes.Getitem) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    constant = node.arg.value if isinstance(node.arg, nodes.Const) else None
    return constant if isinstance(constant, str) else None


def _is_index(node: nodes.Getattr | nodes.Getitem) -> bool:
    return isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice)


def _attribute_of(node: nodes.Filter) -> str:
    """The field that a filter such as sort is told to look at."""
    given: nodes.Expr | None = None
    if node.name in _BY_ATTRIBUTE and node.args:
        given = node.args[0]
    if node.name in _KEYWORD_ATTRIBUTE | _BY_ATTRIBUTE:
        given = next((pair.value for pair in node.kwargs if pair.key == "attribute"), given)
    value = given.value if isinstance(given, nodes.Const) else None
    return value if isinstance(value, str) else ""


def _written(node: nodes.Node) -> str:
    """An expression as the template writes it, as far as it is names and points."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, (nodes.Getattr, nodes.Getitem)):
        name = _constant(node)
        return f"{_written(node.node)}.{name}" if name else _written(node.node)
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _written(node.node)
    return ""


def _names(target: nodes.Node) -> list[str]:
    return [node.name for node in _self_and_children(target) if isinstance(node, nodes.Name)]


def _self_and_children(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    yield from node.find_all(nodes.Name)


def _args(node: nodes.Macro | nodes.CallBlock) -> tuple[str, ...]:
    return (*(arg.name for arg in node.args), "kwargs")


def _unknowns(names: Iterable[str]) -> _Scope:
    return dict.fromkeys(names, Ref())
