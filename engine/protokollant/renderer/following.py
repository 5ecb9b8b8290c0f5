"""A tag's expression → what it stands for by the model, and what is wrong in it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from jinja2 import nodes

from protokollant.renderer.expressions import (
    as_constant,
    as_written,
    attribute_of,
    constant,
    given_to,
    is_index,
)
from protokollant.renderer.includes import NAME as INCLUDE
from protokollant.renderer.kinds import (
    given_by,
    kind_of,
)
from protokollant.renderer.names import FieldType, getters
from protokollant.renderer.schema import Ref, member
from protokollant.renderer.telling import Scope, Teller
from protokollant.swedish import did_you_mean

_SAME = frozenset(("sort", "list", "unique", "reverse", "default", "d"))
_CHOOSING = frozenset(("selectattr", "rejectattr", "select", "reject", "slice"))
_ONE = frozenset(("first", "last", "min", "max"))
_DIGESTING = (
    _CHOOSING
    | frozenset(
        ("length", "count", "antal", "counted", "truncate", "replace", "wordcount", "round", "int")
    )
    | frozenset(("abs", "sum", "format", "groupby", "batch"))
)
"""Filters that print something other than the whole value."""


@dataclass(slots=True)
class Follower(Teller, ABC):
    """Follows expressions, given what the names around them stand for."""

    printing: bool = False
    comparing: int = 0
    weighing: bool = False
    weighed: set[str] = field(default_factory=set)
    hearing: bool = False
    macros: dict[str, tuple[nodes.Macro, Scope]] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    calling: list[str] = field(default_factory=list)

    @abstractmethod
    def block(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Follow the statements of a block."""

    def expression(self, node: nodes.Node, scope: Scope) -> Ref:
        """What an expression stands for; its fields are noted on the way."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, (nodes.Getattr, nodes.Getitem)):
            return self._member(node, scope)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filter(node, scope)
        if isinstance(node, nodes.Const):
            return Ref("", FieldType(plain=type(node.value)))
        if isinstance(node, nodes.Call):
            return self._call(node, scope)
        if isinstance(node, nodes.Compare):
            return self._compare(node, scope)
        if isinstance(node, nodes.Sub) and (field := self._hyphened(node, scope)):
            remedy = f"Menade du «{field}»? Fält skrivs med understreck, inte bindestreck."
            self.tell(node, f"«{field.replace('_', '-')}» läses som ett minustecken.", remedy)
            return Ref()
        if isinstance(node, nodes.CondExpr):
            before = self.listen(node.test, scope)
            values = [self.expression(n, scope) for n in (node.expr1, node.expr2) if n is not None]
            self.heard = before
            return values[0] if all(value == values[0] for value in values) else Ref()
        if isinstance(node, nodes.And):
            before = self.listen(node.left, scope)
            self.expression(node.right, scope)
            self.heard = before if not self.hearing else self.heard
            return Ref()
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            self.guarded += 1
            self.expression(node.node, scope)
            self.guarded -= 1
            return Ref()
        for child in node.iter_child_nodes():
            self.expression(child, scope)
        return Ref()

    def _hyphened(self, node: nodes.Sub, scope: Scope) -> str:
        """The field that two names with a hyphen between them were meant for; "" for none."""
        joined = f"{as_written(node.left)}_{as_written(node.right)}"
        if not isinstance(node.right, nodes.Name) or node.right.name in scope:
            return ""
        if isinstance(node.left, nodes.Getattr):
            self.guarded += 1
            owner = self._asked(node.left.node, scope)
            self.guarded -= 1
            known = owner.type is not None and owner.type.record and not owner.type.many
            whole = f"{node.left.attr}_{node.right.name}"
            return joined if known and member(owner, whole) else ""
        return joined if joined in self.known else ""

    def _asked(self, node: nodes.Node, scope: Scope) -> Ref:
        """An expression that decides something, and is not printed itself."""
        printing, self.printing = self.printing, False
        found = self.expression(node, scope)
        self.printing = printing
        return found

    def listen(self, test: nodes.Node, scope: Scope) -> set[str]:
        """Follow a condition, and remember what it asks for; gives what was remembered before."""
        before, hearing = set(self.heard), self.hearing
        self.hearing = True
        self._asked(test, scope)
        self.hearing = hearing
        return before

    def _note(self, ref: Ref) -> Ref:
        if self.hearing:
            self.heard.add(ref.path)
        if self.comparing and self.weighing:
            self.weighed.add(ref.path)
        words = ref.type is not None and ref.type.words and not ref.type.many
        whole = self.printing and not ref.some and ref.path not in self.weighed
        if ref.path and whole and not words:
            self.found.printed[ref.path] = None
        return ref

    def _call(self, node: nodes.Call, scope: Scope) -> Ref:
        file = node.args[0] if node.args else None
        if isinstance(node.node, nodes.Name) and node.node.name == INCLUDE and file is not None:
            self.found.included.append((as_constant(file), dict(scope)))
            return Ref()
        called = self.expression(node.node, scope)
        given = [self._argument(arg, scope) for arg in node.args]
        named = {pair.key: self._argument(pair.value, scope) for pair in node.kwargs}
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name not in self.macros or name in self.calling:
            return Ref("", None, called.some)
        macro, outer = self.macros[name]
        names = [arg.name for arg in macro.args]
        spare = any(used.name == "varargs" for used in macro.find_all(nodes.Name))
        if len(given) > len(names) and not spare:
            message = f"makrot «{name}» tar högst {len(names)} värden, men får {len(given)}."
            self.tell(node, message, "Ta bort det som är för mycket.")
        self.called.add(name)
        self.calling.append(name)
        arguments = {**dict(zip(names, given, strict=False)), **named}
        printing, self.printing = self.printing, False
        self.block(macro.body, {**outer, **unknowns(given_to(macro)), **arguments})
        self.printing = printing
        self.calling.pop()
        return Ref()

    def _argument(self, node: nodes.Node, scope: Scope) -> Ref:
        """What a macro is given, where it comes from the document; of others nothing is known."""
        given = self.expression(node, scope)
        return given if given.path else Ref()

    def _compare(self, node: nodes.Compare, scope: Scope) -> Ref:
        self.comparing += 1
        left = self._asked(node.expr, scope)
        for operand in node.ops:
            right = self._asked(operand.expr, scope)
            pair = ((left, node.expr, operand.expr), (right, operand.expr, node.expr))
            for ref, written, other in pair:
                self.check_choice(node, ref, written, other)
            kinds = {kind_of(left), kind_of(right)}
            if operand.op not in ("eq", "ne", "in", "notin") and kinds == {"lista", "tal"}:
                of = as_written(node.expr) or as_written(operand.expr)
                self.tell(
                    node,
                    f"listan «{of}» kan inte jämföras med ett tal.",
                    f"Skriv «{of}|length» för att räkna.",
                )
            left = right
        self.comparing -= 1
        return Ref()

    def _name(self, node: nodes.Name, scope: Scope) -> Ref:
        if node.name in scope:
            return self._note(scope[node.name])
        if node.name in self.env.globals:
            return Ref()
        self.found.roots[node.name] = None
        self.found.fields[node.name] = None
        if node.name not in self.known:
            if node.name in self.targets:
                remedy = "Flytta taggen in i slingan, mellan for och endfor."
                self.tell(node, f"«{node.name}» finns bara inne i sin slinga.", remedy)
            else:
                self.missing(node, node.name, "", [*self.known, *scope])
        return self._note(Ref(node.name, self.known.get(node.name)))

    def _member(self, node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Ref:
        owner = self._asked(node.node, scope)
        name = constant(node)
        if name is None:
            if isinstance(node, nodes.Getitem):
                self._asked(node.arg, scope)
            return replace(owner.one() if is_index(node) else owner, some=True)
        found = self._resolved(node, owner, name, as_written(node.node))
        if found.path and found.path != owner.path:
            self.found.fields.pop(owner.path, None)
            self.found.fields[found.path] = None
        return self._note(found)

    def _resolved(self, node: nodes.Node, owner: Ref, name: str, written: str) -> Ref:
        found = member(owner, name)
        self.check_there(node, owner, written)
        if owner.type and owner.type.plain and not owner.type.many:
            return self.part_of_plain(node, owner, name, written)
        if owner.type and owner.type.many:
            names = getters(owner.type.record) if owner.type.record else {}
            meant = name if name in names else did_you_mean(name, names) or name
            self.tell(
                node,
                f"«{written}» är en lista och har inget fält «{name}».",
                f"Gå igenom den: for x in {written}, och skriv x.{meant}.",
            )
        elif found is None and owner.type and owner.type.record:
            prefix = f"{written}." if written else ""
            self.missing(node, name, prefix, list(getters(owner.type.record)))
        return found or Ref()

    def _filter(self, node: nodes.Filter, scope: Scope) -> Ref:
        assert node.node is not None
        guarded = node.name in ("default", "d")
        attribute = attribute_of(node)
        self.guarded += guarded
        whole = node.name not in _DIGESTING and not (attribute and node.name != "sort")
        ref = self.expression(node.node, scope) if whole else self._asked(node.node, scope)
        self.guarded -= guarded
        for child in (*node.args, *(pair.value for pair in node.kwargs)):
            self.expression(child, scope)
        self.check_filter(node, ref)
        if attribute and ref.type and ref.type.many:
            written, inner = as_written(node.node), ref.one()
            for name in attribute.split("."):
                inner = self._resolved(node, inner, name, written)
            if inner.path:
                self.found.fields[inner.path] = None
            if node.name in _CHOOSING and len(node.args) > 2:
                self.check_choice(node, inner, nodes.Name(attribute, "load"), node.args[2])
            if node.name == "map":
                many = replace(inner, type=inner.type and replace(inner.type, many=True))
                return self._note(many)
            if node.name == "join":
                self._note(inner)
        if node.name in _SAME:
            return ref
        if node.name in _CHOOSING:
            return replace(ref, some=True)
        return replace(ref.one(), some=True) if node.name in _ONE else given_by(node.name, ref)


def unknowns(names: Iterable[str]) -> Scope:
    """Names of which nothing is known."""
    return dict.fromkeys(names, Ref())
