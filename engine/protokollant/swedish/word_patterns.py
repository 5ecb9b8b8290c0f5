"""A table of words → one regular expression for any of them, as fast for many words as for few.

The words share what they begin alike: "ledamot" and "ledamöter" are looked for as "ledam" and then
either end, not one after the other at every place of a text. Of words that begin another the
longest is tried first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""


def any_of(words: Iterable[str], space: str = r"\s+") -> str:
    """The pattern for any of the words and phrases; `space` is what may part a phrase's words."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return f"(?:{_pattern(tree, space)})"


def _pattern(tree: _Tree, space: str) -> str:
    ways = [
        (space if letter == " " else re.escape(letter)) + _pattern(below, space)
        for letter, below in sorted(tree.items())
        if letter != _END
    ]
    if not ways:
        return ""
    if _END in tree:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
