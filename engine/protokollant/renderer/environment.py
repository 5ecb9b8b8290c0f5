"""The one Jinja environment: sandboxed, strict, escaping, with Swedish names and limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from protokollant.renderer import includes, own_pictures, wordml
from protokollant.renderer.counting import Counting
from protokollant.renderer.dialect import OURS, Dialect
from protokollant.renderer.filling import current
from protokollant.renderer.filters import FILTERS
from protokollant.renderer.limits import (
    BOUNDED,
    QuietNamespace,
    added,
    built,
    concat,
    multiplied,
    raised,
    refuse_long,
    refuse_wide,
    size,
    turns,
)
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

_GETTERS = {record: getters(record) for record in TERMS}
_REFUSED_FILTERS = ("xmlattr", "urlize", "pprint", "random")
_REFUSED_METHODS = frozenset(
    ("ljust", "rjust", "center", "zfill", "expandtabs", "format_map", "translate", "to_bytes")
)


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
    concat = staticmethod(concat)
    intercepted_binops = frozenset(("+", "*", "**", "%"))
    any_names = False
    """Whether data may have any names: a statement's word, or one with an underscore first."""

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
        if isinstance(argument, str) and (isinstance(obj, str) or type(obj) in _GETTERS):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No underscored names, nothing that changes data, nothing that pads without end."""
        if attr in _REFUSED_METHODS or isinstance(obj, (bytes, bytearray)):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Charge for the call, and weigh what it puts together."""
        current().charge(1)
        if isinstance(obj, type) or (isinstance(obj, Macro) and obj.catch_varargs):
            built([*args, *kwargs.values()])
        return super().call(context, obj, *args, **kwargs)

    def call_filter(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """A filter named by `map` and the like: our own inner ones are not for templates."""
        if name.startswith("_"):
            raise SecurityError(name)
        return super().call_filter(name, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic within reason."""
        if operator == "**":
            raised(left, right)
        if operator == "%" and isinstance(left, str):
            refuse_wide(left, right if isinstance(right, tuple) else [right])
        if operator == "*":
            multiplied(left, right)
        if operator == "+":
            added(left, right)
        return super().call_binop(context, operator, left, right)

    def parse(
        self, source: str, name: str | None = None, filename: str | None = None
    ) -> nodes.Template:
        """The source's tree. Raises TemplateSyntaxError whatever is wrong with it."""
        with _within_reason():
            return super().parse(source, name, filename)

    def compiled(self, source: str, name: str) -> tuple[nodes.Template, CodeType]:
        """The source's tree and code, with its loops, calls and joined texts counted."""
        tree = self.parse(source)
        with _within_reason():
            Counting().visit(tree)
            tree.set_environment(self)
            return tree, self.compile(tree, name, name)


class TooDeepError(TemplateSyntaxError):
    """What is written is no fault of grammar, but nested too deep or too large to be read."""


@contextmanager
def _within_reason() -> Iterator[None]:
    try:
        yield
    except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
        raise TooDeepError(str(error), 1) from None


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
    env.any_names = dialect is not OURS
    for name in ("lipsum",):
        del env.globals[name]
    for name in _REFUSED_FILTERS:
        del env.filters[name]
    env.filters.update(FILTERS)
    env.filters.update(BOUNDED)
    env.filters.update(_OWN)
    env.globals.update(dict.fromkeys(own_pictures.NAMES, own_pictures.own_picture))
    env.globals["namespace"] = QuietNamespace
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


def _joined(items: list[Any]) -> Any:
    refuse_long(sum(map(size, items)))
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
        refuse_long(sum(map(len, texts)) + len(separator) * len(texts))
        return separator.join(texts)

    return join


def _replace(text: str) -> Any:
    def replace(old: str, new: str, count: int = -1) -> str:
        refuse_long(len(text) + (text.count(old) if old else len(text)) * len(new))
        return text.replace(old, new, count)

    return replace


def _format(text: str) -> Any:
    def format_(*args: Any, **kwargs: Any) -> Any:
        refuse_wide(text, [*args, *kwargs.values()])
        safe = ImmutableSandboxedEnvironment.wrap_str_format(environment(), text.format)
        return safe(*args, **kwargs) if safe else text

    return format_


def _format_filter(text: str, *args: Any, **kwargs: Any) -> str:
    refuse_wide(text, [*args, *kwargs.values()])
    return text % (kwargs or args)


_GUARDED = {"join": _join, "replace": _replace, "format": _format}


def _restart(like: Any) -> int:
    return current().restart(str(like))


def _picture_id(_: Any) -> int:
    return current().picture_id()


def _bookmark(old: str, new: bool) -> str:
    return current().bookmark(old, new=new)


def _bookmark_name(name: str) -> str:
    return current().bookmark_name(name)


def _shape(name: str, new: bool) -> str:
    return current().shape_name(name, new=new)


def _charged(turns: int) -> str:
    current().charge(turns)
    return ""


_OWN = {
    "_loop": turns,
    "_built": built,
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
    "_shape": _shape,
    "_include": includes.include,
}
