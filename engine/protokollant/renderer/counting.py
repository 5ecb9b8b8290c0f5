"""A template's tree → the same with its loops, calls, lists and joined texts held within limits."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from protokollant.renderer import includes


class Counting(NodeTransformer):
    """Charges each loop by its length before it begins, each call of a macro by one."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, "_loop", [], [], None, None, lineno=node.iter.lineno)
        if node.recursive:
            node.body.insert(0, _charge(node.lineno))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, _charge(node.lineno))
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Call | nodes.Filter:  # noqa: N802
        """An include is given every name that can be used where it stands."""
        self.generic_visit(node)
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        if called != includes.NAME or len(node.args) != 1 or node.kwargs:
            return node
        here = nodes.DerivedContextReference(lineno=node.lineno)
        return nodes.Filter(node.args[0], "_include", [here], [], None, None, lineno=node.lineno)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        items = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(items, "_joined", [], [], None, None, lineno=node.lineno)

    def visit_List(self, node: nodes.List) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        return node if all(isinstance(one, nodes.Const) for one in node.items) else _built(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        plain_ones = all(isinstance(one, nodes.Const) for one in node.items)
        return node if plain_ones or node.ctx != "load" else _built(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        return _built(node) if node.items else node

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:  # noqa: N802
        self.generic_visit(node)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)
        return node


def _built(node: nodes.Expr) -> nodes.Expr:
    return nodes.Filter(node, "_built", [], [], None, None, lineno=node.lineno)


def _charge(lineno: int) -> nodes.ExprStmt:
    one = nodes.Const(1, lineno=lineno)
    return nodes.ExprStmt(
        nodes.Filter(one, "_charge", [], [], None, None, lineno=lineno), lineno=lineno
    )
