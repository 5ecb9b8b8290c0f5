"""What a template may ask for, within reason: turns, sizes, widths, time.

Jinja's sandbox keeps a template from reaching what it must not; this keeps it from never ending
or from filling the memory. A list that is its own elements many times over is small in memory and
endless to print or compare, so what a template builds is weighed by what it would print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import wraps
from itertools import islice
from typing import Any

from jinja2 import Environment, filters, pass_environment
from jinja2.utils import Namespace, htmlsafe_json_dumps

from protokollant.renderer.filling import MAX_CHARACTERS, MAX_TURNS, LimitError, current

MAX_TEXT = 1_000_000
MAX_PARTS = 1_000_000
"""Elements of a list or mapping that a template builds, with all that they hold in turn."""

MAX_WEIGHT = 20_000_000
"""The same with the characters of its texts."""

MAX_BITS = 4_096
_MAX_WIDTH, _MAX_INDENT, _MAX_PRECISION = 999, 8, 99
_STEP = 16
"""Turns of a loop between two looks at the clock."""

_WIDE = re.compile(r"\d{4,}|%\*|\{[^{}]*\{|\.\*")


def refuse_long(length: int) -> None:
    """Refuse a text of that length; what is made on the way adds up."""
    if length > MAX_TEXT:
        raise LimitError(f"en text blir längre än {MAX_TEXT} tecken.")
    current().produce(length)


def refuse_wide(text: str, arguments: Iterable[Any]) -> None:
    """Refuse a format that pads, or repeats its arguments, beyond reason."""
    if _WIDE.search(text):
        raise LimitError("ett format är orimligt brett.")
    places = text.count("%") + text.count("{")
    refuse_long(len(text) + places * (_MAX_WIDTH + weigh(list(arguments))))


def size(value: Any) -> int:
    """How many elements or characters a value has."""
    return len(value) if isinstance(value, Sized) else 0


def weigh(value: Any) -> int:
    """The elements and characters of something built of lists and mappings, however deep."""
    parts, characters, waiting = 0, 0, [value]
    while waiting:
        one = waiting.pop()
        parts += 1
        if isinstance(one, (str, bytes)):
            characters += len(one)
        elif isinstance(one, Mapping):
            waiting += [*one, *one.values()]
        elif isinstance(one, (list, tuple, set, frozenset)):
            waiting += one
        if parts + len(waiting) > MAX_PARTS:
            raise LimitError(f"en lista blir längre än {MAX_PARTS} delar.")
    return parts + characters


def built(value: Any) -> Any:
    """What a template has built, once it is weighed."""
    _refuse_heavy(weigh(value))
    return value


def multiplied(left: Any, right: Any) -> None:
    """Refuse a product of numbers, texts or lists that is too large."""
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > MAX_BITS:
            raise LimitError("ett tal blir orimligt stort.")
        return
    for many, times in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(many, Sized):
            refuse = refuse_long if isinstance(many, str) else _refuse_heavy
            refuse(weigh(many) * max(times, 0))


def raised(base: Any, power: Any) -> None:
    """Refuse a power that is too large."""
    if isinstance(base, int) and isinstance(power, int) and base.bit_length() * power > MAX_BITS:
        raise LimitError("ett tal blir orimligt stort.")


def added(left: Any, right: Any) -> None:
    """Refuse a text or list that is too large when one is put after the other."""
    if isinstance(left, str) and isinstance(right, str):
        refuse_long(len(left) + len(right))
    elif isinstance(left, Sized) or isinstance(right, Sized):
        _refuse_heavy(weigh(left) + weigh(right))


def _refuse_heavy(weight: int) -> None:
    if weight > MAX_WEIGHT:
        raise LimitError("en lista blir orimligt stor.")
    current().produce(weight)


def concat(pieces: Iterable[str]) -> str:
    """The pieces of a macro or a block joined."""
    parts = list(pieces)
    length = sum(map(len, parts))
    if length > MAX_CHARACTERS:
        raise LimitError(f"en text blir längre än {MAX_CHARACTERS} tecken.")
    current().produce(length)
    return "".join(parts)


class Turns:
    """The elements of a loop, with a look at the clock every few turns."""

    __slots__ = ("_items",)

    def __init__(self, items: list[Any]) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        filling = current()
        for start in range(0, len(self._items), _STEP):
            filling.charge(0)
            yield from self._items[start : start + _STEP]


def turns(items: Any) -> Any:
    """What a loop goes through, charged for before it begins."""
    if type(items) is not list and type(items) is not tuple:
        items = _counted(items)
    current().charge(len(items))
    return items if len(items) <= _STEP else Turns(list(items))


def _counted(items: Any) -> Any:
    """The same with a length; a generator is gone through, but never for ever."""
    if items is None:
        return ()
    endless = isinstance(items, Iterable) and not isinstance(items, Sized)
    return list(islice(items, MAX_TURNS + 1)) if endless else items


class QuietNamespace(Namespace):
    """A namespace that does not print what it holds: it may hold itself."""

    def __repr__(self) -> str:
        return "<namespace>"


def _slices(value: Iterable[Any], slices: int, fill_with: Any = None) -> Iterator[list[Any]]:
    current().charge(slices)
    return filters.sync_do_slice(list(value), slices, fill_with)


def _batches(value: Iterable[Any], linecount: int, fill_with: Any = None) -> Iterator[list[Any]]:
    current().charge(linecount if fill_with is not None else 1)
    return filters.do_batch(value, linecount, fill_with)


def _rounded(value: float, precision: int = 0, method: Any = "common") -> float:
    if abs(precision) > _MAX_PRECISION:
        raise LimitError("ett tal avrundas till orimligt många siffror.")
    return filters.do_round(value, precision, method)


@pass_environment
def _summed(env: Environment, value: Iterable[Any], attribute: Any = None, start: Any = 0) -> Any:
    get = filters.make_attrgetter(env, attribute)
    total = start
    for item in value:
        part = item if attribute is None else get(item)
        added(total, part)
        total = total + part
    return total


def _as_json(value: Any, indent: int | None = None) -> Any:
    if indent is not None and indent > _MAX_INDENT:
        raise LimitError("ett indrag är orimligt brett.")
    return htmlsafe_json_dumps(built(value), indent=indent)


def _listed(value: Iterable[Any]) -> list[Any]:
    found = list(islice(value, MAX_TURNS + 1))
    current().charge(len(found))
    return found


def _padded(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that pads, with widths within reason."""

    @wraps(filter_)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        for value in (*args[1:], *kwargs.values()):
            if (value if isinstance(value, int) else size(value)) > _MAX_WIDTH:
                raise LimitError("ett indrag är orimligt brett.")
        return filter_(*args, **kwargs)

    return guarded


BOUNDED: Mapping[str, Callable[..., Any]] = {
    "slice": _slices,
    "batch": _batches,
    "round": _rounded,
    "sum": _summed,
    "tojson": _as_json,
    "list": _listed,
    "center": _padded(filters.do_center),
    "indent": _padded(filters.do_indent),
    "wordwrap": _padded(filters.do_wordwrap),
}
"""Jinja's filters that can make much of little, held within bounds."""
