"""The one Jinja environment: sandboxed, strict, escaping, with Swedish names and limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial, wraps
from typing import Any

from jinja2 import StrictUndefined, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from protokollant.renderer import includes, wordml
from protokollant.renderer.dialect import OURS, Dialect
from protokollant.renderer.filling import LimitError, current
from protokollant.renderer.filters import FILTERS
from protokollant.renderer.names import getters
from protokollant.renderer.values import (
    as_block,
    as_it_is,
    as_plain,
    as_run,
    as_text,
    as_xml,
    finalise,
    plain,
)
from protokollant.vocabulary import TERMS

MAX_TEXT = 10_000_000
_GETTERS = {record: getters(record) for record in TERMS}
_REFUSED_FILTERS = ("xmlattr", "urlize", "pprint", "random")
_PADDING_FILTERS = ("center", "indent", "wordwrap")
_MAX_PADDING = 1000
_REFUSED_METHODS = frozenset(
    ("ljust", "rjust", "center", "zfill", "expandtabs", "format_map", "translate", "to_bytes")
)
_WIDE = re.compile(r"\d{4,}|%\*|\{[^{}]*\{|\.\*")


class MissingError(UndefinedError):
    """A field that does not exist was used; knows what was asked of what."""

    def __init__(self, owner: Any, name: Any, message: str | None = None) -> None:
        super().__init__(message)
        self.owner, self.name = owner, str(name)

    @property
    def whole(self) -> bool:
        """Whether the name stood first, not after a point."""
        return self.owner is missing


class Missing(StrictUndefined):
    """A field that does not exist: any use of it, save `is defined` and `default`, is a fault."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: Any = None, exc: Any = None
    ) -> None:
        if exc is None or exc is UndefinedError:
            exc = partial(MissingError, obj, name)
        super().__init__(hint, obj, name, exc)


class _Generator(CodeGenerator):
    """Leaves escaping to `finalise`, which has to look at every text anyway."""

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return node.data

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(finalize.src or "str(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class DocumentEnvironment(ImmutableSandboxedEnvironment):
    """Jinja as templates of documents need it."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record by any of its names, a key of a mapping, or an attribute."""
        kind = type(obj)
        if kind is dict and attribute in obj:
            return obj[attribute]
        table = _GETTERS.get(kind)
        if table is not None:
            getter = table.get(attribute)
            return self.undefined(obj=obj, name=attribute) if getter is None else getter(obj)
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, str) and attribute in _GUARDED:
            return _GUARDED[attribute](obj)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As `getattr`, for names in brackets and the names given to filters."""
        if type(obj) in _GETTERS and isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No underscored names, nothing that changes data, nothing that pads without end."""
        return attr not in _REFUSED_METHODS and super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic within reason."""
        if operator == "**":
            raise LimitError("upphöjt till (**) kan inte användas i en mall.")
        if operator == "%" and isinstance(left, str):
            _refuse_wide(left)
        if operator == "*":
            sizes = [_size(left) * right if isinstance(right, int) else 0]
            sizes.append(_size(right) * left if isinstance(left, int) else 0)
            _refuse_long(max(sizes))
        if operator == "+":
            _refuse_long(_size(left) + _size(right))
        return super().call_binop(context, operator, left, right)

    def prepared(self, source: str) -> nodes.Template:
        """The source parsed, with its loops, calls and joined texts counted."""
        tree = self.parse(source)
        _Counting().visit(tree)
        tree.set_environment(self)
        return tree


class _Counting(NodeTransformer):
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

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:  # noqa: N802
        self.generic_visit(node)
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)
        return node


def _charge(lineno: int) -> nodes.ExprStmt:
    one = nodes.Const(1, lineno=lineno)
    return nodes.ExprStmt(
        nodes.Filter(one, "_charge", [], [], None, None, lineno=lineno), lineno=lineno
    )


@cache
def environment() -> DocumentEnvironment:
    """Our own environment, made once and never changed after."""
    return environment_for(OURS)


def environment_for(dialect: Dialect) -> DocumentEnvironment:
    """The environment of a dialect."""
    env = DocumentEnvironment(
        variable_start_string=wordml.VARIABLE_START,
        variable_end_string=wordml.VARIABLE_END,
        block_start_string=wordml.BLOCK_START,
        block_end_string=wordml.BLOCK_END,
        comment_start_string=wordml.COMMENT_START,
        comment_end_string=wordml.COMMENT_END,
        autoescape=True,
        undefined=dialect.undefined or Missing,
        finalize=_finalise(dialect),
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    for name in ("lipsum",):
        del env.globals[name]
    for name in _REFUSED_FILTERS:
        del env.filters[name]
    for name in _PADDING_FILTERS:
        env.filters[name] = _padded(env.filters[name])
    env.filters.update(FILTERS)
    env.filters.update(_OWN)
    env.filters["join"] = _join_filter
    env.filters["replace"] = lambda text, old, new, count=-1: _replace(str(text))(old, new, count)
    env.filters["format"] = _format_filter
    env.filters |= {"e": as_text, "escape": as_text, "forceescape": as_text, "safe": as_it_is}
    env.filters.update(dialect.filters)
    env.tests.update(dialect.tests)
    env.globals.update(dialect.names)
    return env


def _finalise(dialect: Dialect) -> Callable[[Any], Any]:
    own = dialect.finalise
    return finalise if own is None else lambda value: finalise(own(value))


def _padded(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that pads, with widths within reason."""

    @wraps(filter_)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        for value in (*args[1:], *kwargs.values()):
            if (isinstance(value, int) and value > _MAX_PADDING) or _size(value) > _MAX_PADDING:
                raise LimitError("ett indrag är orimligt brett.")
        return filter_(*args, **kwargs)

    return guarded


def _loop(items: Any) -> Any:
    if items is None:
        return ()
    if isinstance(items, Iterable) and not hasattr(items, "__len__"):
        items = list(items)
    current().charge(len(items))
    return items


def _joined(items: list[Any]) -> Any:
    _refuse_long(sum(map(_size, items)))
    texts = [item if isinstance(item, str) else plain(item) for item in items]
    if any(isinstance(text, Markup) for text in texts):
        return Markup("").join(texts)
    return "".join(map(str, texts))


def _join_filter(items: Iterable[Any], d: str = "", attribute: str | None = None) -> str:
    if attribute is not None:
        env = environment()
        items = [env.getitem(item, attribute) for item in items]
    return str(_join(d)(items))


def _join(separator: str) -> Any:
    def join(items: Iterable[Any]) -> Any:
        texts = [item if isinstance(item, str) else plain(item) for item in items]
        _refuse_long(sum(map(len, texts)) + len(separator) * len(texts))
        return separator.join(texts)

    return join


def _replace(text: str) -> Any:
    def replace(old: str, new: str, count: int = -1) -> str:
        _refuse_long(len(text) + (text.count(old) if old else len(text)) * len(new))
        return text.replace(old, new, count)

    return replace


def _format(text: str) -> Any:
    def format_(*args: Any, **kwargs: Any) -> Any:
        _refuse_wide(text)
        safe = ImmutableSandboxedEnvironment.wrap_str_format(environment(), text.format)
        return safe(*args, **kwargs) if safe else text

    return format_


def _format_filter(text: str, *args: Any, **kwargs: Any) -> str:
    _refuse_wide(text)
    return text % (kwargs or args)


_GUARDED = {"join": _join, "replace": _replace, "format": _format}


def _refuse_wide(text: str) -> None:
    if _WIDE.search(text):
        raise LimitError("ett format är orimligt brett.")


def _refuse_long(length: int) -> None:
    if length > MAX_TEXT:
        raise LimitError(f"en text blir längre än {MAX_TEXT} tecken.")


def _size(value: Any) -> int:
    return len(value) if hasattr(value, "__len__") else 0


def _restart(like: Any) -> int:
    return current().restart(str(like))


def _picture_id(_: Any) -> int:
    return current().picture_id()


def _bookmark(old: str, new: bool) -> str:
    return current().bookmark(old, new=new)


def _bookmark_name(name: str) -> str:
    return current().bookmark_name(name)


def _charged(turns: int) -> str:
    current().charge(turns)
    return ""


_OWN = {
    "_loop": _loop,
    "_joined": _joined,
    "_charge": _charged,
    "_plain": as_plain,
    "_block": as_block,
    "_run": as_run,
    "_xml": as_xml,
    "_restart": _restart,
    "_picture_id": _picture_id,
    "_bookmark": _bookmark,
    "_bookmark_name": _bookmark_name,
    "_include": includes.include,
}
