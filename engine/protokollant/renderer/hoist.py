"""Tags that reach above their text → the level they name; what stands beside them is kept.

`{%p if … %}` takes the place of its paragraph, `{%tr for … %}` of its table row. A paragraph
with other text is split at the tag; a row or cell with other content stays, the tag before it
when it comes first in it, else after. A paragraph of nothing but statements is lifted as if
written with p, so that it leaves no blank line.
"""

from __future__ import annotations

from copy import deepcopy

from protokollant.renderer.blocks import groups_of
from protokollant.renderer.draft import Draft
from protokollant.renderer.wordml import (
    CODE,
    PPR,
    RPR,
    SECTPR,
    TC,
    TR,
    Element,
    P,
    R,
    T,
    ancestor,
    bookmarks,
    own,
    remove_keeping_tail,
    shows,
    visible,
)

_HOSTS = {"tr": TR, "tc": TC, "p": P, "r": R}
_OUTSIDE = {
    "tr": ("en tabellrad", "Flytta taggen in i tabellen, eller skriv {%p … %}."),
    "tc": ("en tabellcell", "Flytta taggen in i tabellen, eller skriv {%p … %}."),
    "p": ("ett stycke", "Skriv taggen utan p."),
    "r": ("löpande text", "Skriv taggen utan r."),
}

_MAX_CUTS = 300
"""Tags that lie above one paragraph's or run's text; each cut copies the rest."""


def hoist(draft: Draft) -> None:
    """Move every tag of the part to the level it names."""
    _join_paragraphs(draft)
    _lift_lone_statements(draft)
    _remember_homes(draft)
    for level, tag in _HOSTS.items():
        hosts: dict[Element, list[Element]] = {}
        for code in _codes(draft.root, level):
            host = ancestor(code, tag)
            if host is None:
                _tell_outside(draft, code, level)
            else:
                hosts.setdefault(host, []).append(code)
        for host, codes in hosts.items():
            if level in ("p", "r") and len(codes) > _MAX_CUTS:
                placed = draft.tag_of(codes[_MAX_CUTS])
                message = f"«{placed.tag.raw}» är en tagg för mycket i samma stycke."
                draft.fault(message, placed.where, "Dela stycket i flera.")
            elif level in ("p", "r"):
                _split(host, level)
            else:
                _lift(host, level)


def _codes(root: Element, level: str) -> list[Element]:
    return [code for code in root.iter(CODE) if code.get("level") == level]


def _tell_outside(draft: Draft, code: Element, level: str) -> None:
    what, remedy = _OUTSIDE[level]
    placed = draft.tag_of(code)
    draft.fault(f"«{placed.tag.raw}» står utanför {what}.", placed.where, remedy)
    code.set("level", "")


def _join_paragraphs(draft: Draft) -> None:
    """`{%-` first in a paragraph joins it to the one before, `-%}` last to the one after."""
    for code in list(draft.root.iter(CODE)):
        paragraph = ancestor(code, P)
        if paragraph is None or code.get("kind") != "block" or code.get("level"):
            continue
        tag = draft.tag_of(code).tag
        before, after = paragraph.getprevious(), paragraph.getnext()
        if tag.trim_left and before is not None and before.tag == P and _leading(paragraph, [code]):
            _move_content(paragraph, before)
        elif tag.trim_right and after is not None and after.tag == P and _is_last(paragraph, code):
            _move_content(after, paragraph)


def _is_last(paragraph: Element, code: Element) -> bool:
    seen = False
    for node in paragraph.iter():
        if node is code:
            seen = True
            if (node.tail or "").strip():
                return False
        elif seen and (node.tag == CODE or _shows_first(node)):
            return False
    return seen


def _move_content(source: Element, target: Element) -> None:
    for child in list(source):
        if child.tag != PPR:
            target.append(child)
    parent = source.getparent()
    assert parent is not None
    parent.remove(source)


def _remember_homes(draft: Draft) -> None:
    """Note the properties around each lifted value: what it makes is to look the same."""
    for code in draft.root.iter(CODE):
        if code.get("kind") == "value" and code.get("level"):
            paragraph, run = ancestor(code, P), ancestor(code, R)
            draft.homes[code.get("tag", "")] = (
                None if paragraph is None else deepcopy(paragraph.find(PPR)),
                None if run is None else deepcopy(run.find(RPR)),
            )


def _lift_lone_statements(draft: Draft) -> None:
    """Give p to statements that stand alone in their paragraphs, block by block."""
    lone = {p for p in draft.root.iter(P) if _only_statements(p)}
    groups = [g.members for g in groups_of(draft.root.iter(CODE)) if g.closed]
    while True:
        mixed = [
            members
            for members in groups
            if {_liftable(code, lone) for code in members} == {True, False}
        ]
        spoiled = {ancestor(code, P) for members in mixed for code in members} & lone
        if not spoiled:
            break
        lone -= spoiled
    for paragraph in lone:
        for code in own(paragraph, CODE):
            if not code.get("level"):
                code.set("level", "p")


def _liftable(code: Element, lone: set[Element]) -> bool:
    return code.get("level") == "p" or ancestor(code, P) in lone


def _only_statements(paragraph: Element) -> bool:
    codes = list(own(paragraph, CODE))
    return (
        bool(codes)
        and all(code.get("kind") == "block" and code.get("level") in ("", "p") for code in codes)
        and not any(shows(node) for node in paragraph.iter() if node.tag != CODE)
    )


def _split(host: Element, level: str) -> None:
    """Cut a paragraph or run at each of its tags; the pieces that show nothing go."""
    parent = host.getparent()
    assert parent is not None
    tail, host.tail = host.tail, None
    pieces: list[Element] = []
    rest = host
    while (code := _first(rest, level)) is not None:
        left, lifted, rest = _cut(rest, code)
        pieces += [*_kept(left, level), lifted]
    pieces += _kept(rest, level)
    index = parent.index(host)
    parent.remove(host)
    parent[index:index] = pieces
    if tail and pieces:
        pieces[-1].tail = tail


def _first(host: Element, level: str) -> Element | None:
    codes = (code for code in host.iter(CODE) if code.get("level") == level)
    return next((code for code in codes if ancestor(code, _HOSTS[level]) is host), None)


def _kept(piece: Element, level: str) -> list[Element]:
    if level == "r":
        # A blank between two tags is text as well: it may stand between two words.
        return [piece] if visible(piece) or any(text.text for text in piece.iter(T)) else []
    return [piece] if visible(piece) else bookmarks(piece)


def _cut(host: Element, code: Element) -> tuple[Element, Element, Element]:
    """The host's content before the code, the code, the content after it."""
    path: list[int] = []
    node = code
    while node is not host:
        parent = node.getparent()
        assert parent is not None
        path.insert(0, parent.index(node))
        node = parent
    left, right = deepcopy(host), deepcopy(host)
    lifted = _cut_left(left, path)
    _cut_right(right, path)
    return left, lifted, right


def _cut_left(node: Element, path: list[int]) -> Element:
    """Remove all from the path on; gives the code at its end."""
    for section in list(node.iterchildren(PPR)):
        for break_ in section.findall(SECTPR):
            section.remove(break_)
    for index in path:
        for later in list(node)[index + 1 :]:
            node.remove(later)
        parent, node = node, node[index]
    node.tail = None
    parent.remove(node)
    return node


def _cut_right(node: Element, path: list[int]) -> None:
    """Remove all up to the end of the path, properties apart."""
    for index in path:
        children = list(node)
        node.text = None
        parent, node = node, children[index]
        for earlier in children[:index]:
            if earlier.tag in (PPR, RPR):
                continue
            parent.remove(earlier)
    parent.text = node.tail
    node.tail = None
    parent.remove(node)


def _lift(host: Element, level: str) -> None:
    """Put a row's or cell's tags before or after it; the host goes when they were all it had."""
    codes = [
        code
        for code in host.iter(CODE)
        if code.get("level") == level and ancestor(code, _HOSTS[level]) is host
    ]
    before = _leading(host, codes)
    for code in codes:
        remove_keeping_tail(code)
    for code in codes[:before]:
        host.addprevious(code)
    for code in reversed(codes[before:]):
        host.addnext(code)
    if not visible(host):
        for mark in bookmarks(host):
            host.addprevious(mark)
        parent = host.getparent()
        assert parent is not None
        parent.remove(host)


def _leading(host: Element, codes: list[Element]) -> int:
    """How many of the tags come before anything else that shows in the host."""
    count = 0
    for node in host.iter():
        if node in codes:
            count += 1
            if (node.tail or "").strip():
                return count
        elif node.tag == CODE or _shows_first(node):
            return count
    return count


def _shows_first(node: Element) -> bool:
    """Whether a node shows something before its first child."""
    return bool((node.text or "").strip()) if node.tag.endswith("}t") else shows(node)
