"""The prepared tree of a part → Jinja source, every tag on a line of its own.

Static XML is written once and for all. Newlines stand inside the tags, where they print nothing,
so that a line number of a fault names the tag. Around what may turn out empty stand marks that
`tidy` reads after filling.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from protokollant.renderer import wordml as x
from protokollant.renderer.blocks import closes, opens, word_of
from protokollant.renderer.draft import Draft, Spot
from protokollant.renderer.filling import Host
from protokollant.renderer.repeated import is_passing, renewed
from protokollant.renderer.tags import SIGNS, Signs, find_tags
from protokollant.renderer.vanishing import (
    has_columns_of_data,
    is_header_row,
    keeps_a_paragraph,
    may_vanish,
    paragraph_may_vanish,
    row_may_vanish,
    table_may_vanish,
)
from protokollant.renderer.wordml import CODE, PPR, TBL, TC, TR, Element, P, T, w

_OURS = CODE[1:].partition("}")[0]


@dataclass(frozen=True, slots=True)
class Source:
    """Jinja source of a part; `lines[n]` is the tag on line n + 1, -1 for none."""

    text: str
    lines: tuple[int, ...]
    hosts: tuple[Host, ...]
    nested: bool


@dataclass(slots=True)
class _Emitter:
    draft: Draft
    prefixes: dict[str, str]
    out: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=lambda: [-1])
    hosts: list[Host] = field(default_factory=list)
    watching: int = 0
    muted: int = 0
    loops: int = 0
    tables: int = 0
    nested: bool = False


def emit(draft: Draft) -> Source:
    """Write the part's source."""
    emitter = _Emitter(draft, _prefixes(draft.root))
    _static(emitter, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
    _element(emitter, draft.root, root=True)
    return Source("".join(emitter.out), tuple(emitter.lines), tuple(emitter.hosts), emitter.nested)


def _prefixes(root: Element) -> dict[str, str]:
    """A prefix for each namespace, all declared at the root; Word's own is always w."""
    found = {x.XML_NS: "xml"}
    if root.tag.startswith(f"{{{x.W_NS}}}"):
        found |= {x.W_NS: "w", x.R_NS: "r"}
    for node in root.iter():
        for prefix, uri in node.nsmap.items():
            if uri in found or uri == _OURS:
                continue
            free = prefix and prefix not in found.values()
            found[uri] = prefix if prefix and free else f"ns{len(found)}"
    return found


def _static(emitter: _Emitter, text: str) -> None:
    emitter.out.append(text)
    emitter.lines.extend([-1] * text.count("\n"))


def _name(emitter: _Emitter, clark: str) -> str:
    if clark[0] != "{":
        return clark
    uri, _, local = clark[1:].partition("}")
    return f"{emitter.prefixes[uri]}:{local}"


def _element(emitter: _Emitter, node: Element, root: bool = False) -> None:
    if not x.is_element(node):
        return
    if node.tag == CODE:
        _code(emitter, node)
    elif node.tag == P:
        _paragraph(emitter, node)
    elif node.tag == TR:
        _row(emitter, node)
    elif node.tag == TBL:
        _table(emitter, node)
    elif node.tag == T:
        _text(emitter, node)
    else:
        _plain(emitter, node, root)


def _plain(emitter: _Emitter, node: Element, root: bool = False) -> None:
    """An element as it stands."""
    if emitter.watching and not emitter.muted and x.shows(node):
        emitter.out.append(x.VISIBLE)
    name = _name(emitter, str(node.tag))
    _static(emitter, f"<{name}")
    if root:
        for uri, prefix in emitter.prefixes.items():
            if prefix != "xml":
                _static(emitter, f' xmlns:{prefix}="{x.escape_attribute(uri)}"')
    for key, value in node.attrib.items():
        _attribute(emitter, node, str(key), str(value))
    empty = not len(node) and not node.text
    if empty and node.tag not in (P, TC):
        _static(emitter, "/>")
        return
    _static(emitter, ">")
    _content(emitter, node)
    if keeps_a_paragraph(node):
        _spare(emitter, node)
    _static(emitter, f"</{name}>")


def _content(emitter: _Emitter, node: Element) -> None:
    text = node.text or ""
    signs = emitter.draft.signs
    if (signs.value[0] in text or signs.block[0] in text) and node.tag != w("delText"):
        _tagged_text(emitter, text, signs, quote=False)
    else:
        _static(emitter, x.escape_text(text))
    for child in node:
        _element(emitter, child)
        if child.tail and (child.tail.strip() or child.tag == CODE):
            _static(emitter, x.escape_text(child.tail))


def _attribute(emitter: _Emitter, node: Element, key: str, value: str) -> None:
    if emitter.loops and is_passing(key):
        return
    _static(emitter, f' {_name(emitter, key)}="')
    source = _own_expression(emitter, node, key, value)
    if source:
        _expression(emitter, source, -1)
    elif "{{" in value or "{%" in value:
        _tagged_text(emitter, value, SIGNS, quote=True)
    else:
        _static(emitter, x.escape_attribute(value))
    _static(emitter, '"')


def _own_expression(emitter: _Emitter, node: Element, key: str, value: str) -> str:
    """What makes an attribute new each time around: ids that loops repeat, restarted lists."""
    if value.startswith("{{ _list_"):
        return value[2:-2].strip()
    return renewed(node, key, value) if emitter.loops else ""


def _tagged_text(emitter: _Emitter, text: str, signs: Signs, *, quote: bool) -> None:
    """Text with tags where no runs can be: attributes, field instructions, properties."""
    escape = x.escape_attribute if quote else x.escape_text
    position, balance = 0, 0
    for found in find_tags(text, signs)[0]:
        _static(emitter, escape(text[position : found.start]))
        code = emitter.draft.code(found.tag, Spot())
        balance += opens(code) - closes(code)
        _tag(emitter, code, "plain")
        position = found.end
    if balance:
        remedy = "Öppna och stäng blocket i samma text."
        emitter.draft.fault(f"blocket i «{text}» stängs inte.", Spot(), remedy)
    _static(emitter, escape(text[position:]))


def _text(emitter: _Emitter, node: Element) -> None:
    """A w:t: literal text and the tags in it."""
    _static(emitter, "<w:t")
    if node.get(f"{{{x.XML_NS}}}space") == "preserve" or len(node):
        _static(emitter, ' xml:space="preserve"')
    _static(emitter, ">")
    _literal(emitter, node.text)
    for child in node:
        _tag(emitter, child, "text")
        _literal(emitter, child.tail)
    _static(emitter, "</w:t>")


def _literal(emitter: _Emitter, text: str | None) -> None:
    if text:
        if text.strip() and emitter.watching and not emitter.muted:
            emitter.out.append(x.VISIBLE)
        _static(emitter, x.escape_text(text))


def _code(emitter: _Emitter, code: Element) -> None:
    """A tag that stands by itself: where it stands decides what a value must become there."""
    shapes = {"p": "block", "r": "run", "tr": "xml", "tc": "xml"}
    _tag(emitter, code, shapes.get(code.get("level", ""), "plain"))


def _tag(emitter: _Emitter, code: Element, shape: str) -> None:
    kind, source, index = code.get("kind"), code.text or "", int(code.get("tag", "-1"))
    if kind == "block":
        placed = emitter.draft.tags[index].tag if index >= 0 else None
        left = "-" if placed and placed.trim_left else ""
        right = "-" if placed and placed.trim_right else ""
        word = word_of(code)
        emitter.loops += (word in ("for", "macro")) - (word in ("endfor", "endmacro"))
        _line(emitter, index, source)
        emitter.out.append(f"{x.BLOCK_START}{left}\n{source} {right}{x.BLOCK_END}")
    elif kind == "value":
        watched = emitter.watching and not emitter.muted and shape != "plain"
        emitter.out.append(x.VALUE if watched else "")
        _expression(emitter, _shaped(emitter, source, shape, code), index)
        emitter.out.append(x.VALUE_END if watched else "")


def _shaped(emitter: _Emitter, source: str, shape: str, code: Element) -> str:
    if shape == "text":
        return source
    if shape in ("block", "run"):
        emitter.hosts.append(_host(emitter, code))
        return f"({source})|_{shape}({len(emitter.hosts) - 1})"
    return f"({source})|_{shape}"


def _expression(emitter: _Emitter, source: str, index: int) -> None:
    _line(emitter, index, source)
    emitter.out.append(f"{x.VARIABLE_START}\n{source} {x.VARIABLE_END}")


def _line(emitter: _Emitter, index: int, source: str) -> None:
    emitter.lines.extend([index] * (1 + source.count("\n")))


def _host(emitter: _Emitter, code: Element) -> Host:
    paragraph, run = emitter.draft.homes.get(code.get("tag", ""), (None, None))
    return Host(_aside(emitter, paragraph), _aside(emitter, run))


def _aside(emitter: _Emitter, node: Element | None) -> str:
    """An element's XML as text, not written to the source."""
    if node is None:
        return ""
    out, emitter.out = emitter.out, []
    lines = len(emitter.lines)
    for break_ in node.findall(x.SECTPR):
        node.remove(break_)
    _plain(emitter, node)
    text, emitter.out = "".join(emitter.out), out
    del emitter.lines[lines:]
    return text


def _paragraph(emitter: _Emitter, node: Element) -> None:
    droppable = not emitter.muted and paragraph_may_vanish(node)
    emitter.watching += droppable
    emitter.out.append(x.PARAGRAPH if droppable else "")
    _plain(emitter, node)
    emitter.out.append(x.PARAGRAPH_END if droppable else "")
    emitter.watching -= droppable


def _row(emitter: _Emitter, node: Element) -> None:
    header = is_header_row(node)
    droppable = not emitter.muted and row_may_vanish(node)
    if emitter.watching and not emitter.muted and not header and not droppable:
        emitter.out.append(x.VISIBLE)
    emitter.watching += droppable
    emitter.muted += header
    emitter.out.append(x.ROW if droppable else "")
    _plain(emitter, node)
    emitter.out.append(x.ROW_END if droppable else "")
    emitter.muted -= header
    emitter.watching -= droppable


def _table(emitter: _Emitter, node: Element) -> None:
    droppable = not emitter.muted and table_may_vanish(node)
    emitter.nested |= emitter.tables > 0
    emitter.tables += 1
    emitter.watching += droppable
    flexible = has_columns_of_data(node)
    emitter.out.append((x.TABLE if droppable else "") + (x.GRID if flexible else ""))
    _plain(emitter, node)
    emitter.out.append((x.GRID_END if flexible else "") + (x.TABLE_END if droppable else ""))
    emitter.watching -= droppable
    emitter.tables -= 1


def _spare(emitter: _Emitter, node: Element) -> None:
    """An empty paragraph for where nothing else is left; Word repairs a file without it."""
    children = [child for child in node if child.tag != x.TCPR]
    last = children[-1] if children else None
    closed = last is not None and (last.tag != TBL or node.tag != TC)
    if closed and not any(map(may_vanish, children)):
        return
    pattern = next((child for child in reversed(children) if child.tag == P), None)
    _static(emitter, x.SPARE + "<w:p>")
    properties = None if pattern is None else pattern.find(PPR)
    if properties is not None:
        kept = [c for c in properties if c.tag not in (w("numPr"), x.SECTPR)]
        if kept:
            _static(emitter, "<w:pPr>")
            for child in kept:
                _element(emitter, child)
            _static(emitter, "</w:pPr>")
    _static(emitter, "</w:p>" + x.SPARE_END)
