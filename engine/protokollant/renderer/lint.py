"""A template's tags, followed through loops → the fields it uses, and those that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment, nodes

from protokollant.renderer.environment import TooDeepError
from protokollant.renderer.expressions import arguments, as_written, given_to, names_in
from protokollant.renderer.following import Follower, unknowns
from protokollant.renderer.kinds import in_words, kind_of, unfit_for_print
from protokollant.renderer.meant import meant_number
from protokollant.renderer.names import FieldType
from protokollant.renderer.schema import Ref
from protokollant.renderer.tags import Tag
from protokollant.renderer.telling import LOOP, Scope, Survey

_ONE_TAG = "Skriv en tagg för varje värde."


def survey(
    env: Environment,
    source: str,
    known: Mapping[str, FieldType],
    tag_on: Callable[[int], Tag | None],
    scope: Scope,
) -> Survey:
    """Follow every tag of a skeleton, given the names that it can begin with and their types.

    `tag_on` tells the tag on a line; `scope` is what is known where the template is included.
    """
    try:
        tree = env.parse(source)
    except TooDeepError:
        return Survey()
    walker = _Walker(env, known, Survey(), _targets(tree), tag_on)
    walker.block(tree.body, dict(scope))
    for name in [name for name in walker.macros if name not in walker.called]:
        walker.uncalled(name)
    return walker.found


def _targets(tree: nodes.Template) -> frozenset[str]:
    """Names that loops of the template give to what they go through."""
    return frozenset(
        name.name
        for loop in tree.find_all(nodes.For)
        for name in (loop.target, *loop.target.find_all(nodes.Name))
        if isinstance(name, nodes.Name)
    )


@dataclass(slots=True)
class _Walker(Follower):
    def block(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Assign):
            value = self.expression(node.node, scope)
            scope.update(dict.fromkeys(names_in(node.target), Ref()))
            if isinstance(node.target, nodes.Name):
                scope[node.target.name] = value
        elif isinstance(node, nodes.AssignBlock):
            self.block(node.body, dict(scope))
            scope.update(dict.fromkeys(names_in(node.target), Ref()))
        elif isinstance(node, nodes.Macro):
            scope[node.name] = Ref()
            self.macros[node.name] = node, scope
        elif isinstance(node, nodes.If):
            self._choice(node, scope)
        elif isinstance(node, nodes.Output):
            self._output(node, scope)
        elif isinstance(node, nodes.CallBlock):
            self.expression(node.call, scope)
            self.block(node.body, {**scope, **unknowns(arguments(node))})
        elif isinstance(node, nodes.With):
            values = [self.expression(value, scope) for value in node.values]
            inner = dict(scope)
            for target, value in zip(node.targets, values, strict=True):
                inner.update(dict.fromkeys(names_in(target), value))
            self.block(node.body, inner)
        elif isinstance(node, nodes.Expr):
            self.expression(node, scope)
        else:
            self.block(node.iter_child_nodes(), scope)

    def _choice(self, node: nodes.If, scope: Scope) -> None:
        """A condition: the fields that it compares are printed or left out on purpose."""
        before, self.weighing, self.weighed = self.weighed, True, set(self.weighed)
        heard = self.listen(node.test, scope)
        self.weighing = False
        for part in (node.body, node.elif_, node.else_):
            self.block(part, scope)
        self.weighed, self.heard = before, heard

    def uncalled(self, name: str) -> None:
        """Follow a macro whose arguments are not known."""
        macro, scope = self.macros[name]
        self.block(macro.body, {**scope, **unknowns(given_to(macro))})

    def _output(self, node: nodes.Output, scope: Scope) -> None:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                continue
            self.printing = True
            value = self.expression(child, scope)
            self.printing = False
            tag = self.tag_on(child.lineno)
            if tag is None:
                continue
            if isinstance(child, nodes.Tuple):
                points = meant_number(tag.source)
                remedy = f"Skriv decimaler med punkt: «{{{{ {points} }}}}»." if points else _ONE_TAG
                self.tell(child, f"«{tag.raw}» har ett komma som delar värdet.", remedy)
            elif tag.level not in ("tr", "tc") and (told := unfit_for_print(value, tag.level)):
                self.tell(child, f"«{tag.raw}» {told[0]}", told[1])

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        items = self.expression(node.iter, scope)
        if kind_of(items) not in ("", "lista"):
            self.tell(
                node,
                f"«{as_written(node.iter)}» är {in_words(items)} och kan inte gås igenom med for.",
                "Bara listor kan gås igenom, till exempel «punkter» eller «punkt.beslut».",
            )
        inner = {**scope, "loop": Ref("", LOOP), **unknowns(names_in(node.target))}
        if isinstance(node.target, nodes.Name):
            one = items.one()
            inner[node.target.name] = replace(one, some=True) if node.test is not None else one
        heard = set(self.heard)
        if node.test is not None:
            heard = self.listen(node.test, inner)
        self.block(node.body, inner)
        self.heard = heard
        self.block(node.else_, dict(scope))
