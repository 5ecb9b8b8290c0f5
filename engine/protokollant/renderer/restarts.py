"""Numbered paragraphs in an inner loop → a numbering instance for each run of that loop.

Word numbers on through the whole document. A loop within a loop prints one list for each turn of
the outer one, so each is given its own instance that starts over. Lower levels of a multilevel
list start over by themselves, and bullets count nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from protokollant.renderer.blocks import closes, opens, word_of
from protokollant.renderer.draft import Draft
from protokollant.renderer.wordml import CODE, PPR, VAL, Element, P, w


def restart_lists(
    draft: Draft, counts: Callable[[str, int], bool], *, included: bool = False
) -> None:
    """Put a restart before each inner loop that holds a numbered list of its own.

    In a template that others include every loop is an inner one.
    `counts` tells whether a numbering instance prints numbers at a level.
    """
    loops: list[Element] = []
    depths: dict[str, int] = {}
    found: list[tuple[Element, str, list[Element]]] = []
    for node in draft.root.iter(CODE, P):
        if node.tag == P:
            num_id, level = _numbering(draft, node)
            if num_id and level == 0 and counts(num_id, level):
                depths[num_id] = min(depths.get(num_id, len(loops)), len(loops))
                found.append((node, num_id, list(loops)))
        elif word_of(node) == "for" and opens(node):
            loops.append(node)
        elif word_of(node) == "endfor" and closes(node) and loops:
            loops.pop()
    names: dict[tuple[Element, str], str] = {}
    for paragraph, num_id, around in found:
        if len(around) + included < 2 or depths[num_id] < len(around):
            continue
        loop = around[-1]
        if (loop, num_id) not in names:
            names[loop, num_id] = f"_list_{len(names)}"
            source = f"set {names[loop, num_id]} = {num_id}|_restart"
            loop.addprevious(draft.tree_code("block", source))
        name = names[loop, num_id]
        _set_numbering(paragraph, f"{{{{ {name} }}}}")


def _numbering(draft: Draft, paragraph: Element) -> tuple[str, int]:
    numbering = paragraph.find(f"{PPR}/{w('numPr')}")
    if numbering is not None:
        num_id, level = (_child_value(numbering, name) for name in ("numId", "ilvl"))
        if num_id:
            return ("" if num_id == "0" else num_id), int(level or 0)
    style = paragraph.find(f"{PPR}/{w('pStyle')}")
    return draft.styles.numbering(style.get(VAL, "")) if style is not None else ("", 0)


def _child_value(parent: Element, name: str) -> str:
    child = parent.find(w(name))
    return "" if child is None else child.get(VAL, "")


def _set_numbering(paragraph: Element, value: str) -> None:
    properties = paragraph.find(PPR)
    assert properties is not None
    for old in properties.findall(w("numPr")):
        properties.remove(old)
    numbering = properties.makeelement(w("numPr"))
    for name, content in (("ilvl", "0"), ("numId", value)):
        child = numbering.makeelement(w(name))
        child.set(VAL, content)
        numbering.append(child)
    earlier = tuple(
        map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
    )
    index = sum(1 for child in properties if child.tag in earlier)
    properties.insert(index, numbering)
