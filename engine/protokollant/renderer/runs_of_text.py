"""Markdown within a paragraph → Word runs: emphasis, code, links, line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from protokollant.renderer.filling import Filling
from protokollant.renderer.wordml import W_NS, escape_attribute, escape_text, w

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = {"strong": "b", "em": "i", "s": "strike"}
_SAFE = re.compile(r"(?:https?|mailto|tel):\S+|(?![\w.+-]*:|[/\\]{2}|#)\S+", re.IGNORECASE)
_ORDER = tuple(
    map(
        w,
        [
            *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike"),
            *("dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid"),
            *("vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs"),
            *("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs"),
            *("em", "lang", "eastAsianLayout", "specVanish", "oMath"),
        ],
    )
)


def runs(tokens: Sequence[Token], host: str, filling: Filling) -> str:
    """The runs of an inline token's children, looking like the host's run."""
    out: list[str] = []
    marks: list[str] = []
    closers: list[str] = []
    for token in _joined(tokens):
        kind, _, end = token.type.rpartition("_")
        if token.type == "link_open":
            opening, closing = _link(str(token.attrGet("href") or ""), host, marks, filling)
            out.append(opening)
            closers.append(closing)
        elif token.type == "link_close":
            out.append(closers.pop())
            marks[:] = [mark for mark in marks if mark != "link"]
        elif end == "open" and kind in _MARKS:
            marks.append(_MARKS[kind])
        elif end == "close" and kind in _MARKS:
            marks.remove(_MARKS[kind])
        else:
            out.append(_leaf(token, host, marks, filling))
    return "".join(out)


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with texts that follow each other as one; a line's end is a space."""
    from markdown_it.token import Token

    text = ""
    for token in tokens:
        if token.type in ("text", "softbreak"):
            text += " " if token.type == "softbreak" else token.content
            continue
        if text:
            yield Token("text", "", 0, content=text)
        text = ""
        yield token
    if text:
        yield Token("text", "", 0, content=text)


def _leaf(token: Token, host: str, marks: list[str], filling: Filling) -> str:
    if token.type == "hardbreak":
        return f"<w:r>{host}<w:br/></w:r>"
    if token.type == "code_inline":
        return run(token.content, host, [*marks, "code"], filling)
    return run(token.content, host, marks, filling)


def _link(href: str, host: str, marks: list[str], filling: Filling) -> tuple[str, str]:
    """What stands before and after a link's text; a target that is no address is told in text."""
    if not _SAFE.fullmatch(href):
        return "", run(f" ({href})", host, marks, filling) if href else ""
    number = filling.relation("hyperlink", href, external=True)
    marks.append("link")
    return f'<w:hyperlink r:id="{escape_attribute(number)}" w:history="1">', "</w:hyperlink>"


def run(text: str, host: str, marks: Sequence[str], filling: Filling) -> str:
    """A run of text with marks: b, i, strike, code, link."""
    if not text:
        return ""
    properties = host
    if marks:
        styles = tuple(
            style.id if (style := filling.styles.find(name, "character")) else ""
            for name in ("Hyperlink", "HTML Code")
        )
        properties = _properties(host, frozenset(marks), *styles)
    content = escape_text(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    content = content.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'


@lru_cache(maxsize=512)
def _properties(host: str, marks: frozenset[str], link_style: str, code_style: str) -> str:
    """The host's run properties with the marks added in the order Word wants."""
    opening = f'<x xmlns:w="{W_NS}">'
    root: Any = etree.fromstring(f"{_declared(host, opening)}{host or '<w:rPr/>'}</x>")
    found = {str(child.tag): _without_namespaces(child) for child in root[0]}
    for tag, attributes in _wanted(marks, link_style, code_style):
        written = "".join(f' w:{k}="{escape_attribute(v)}"' for k, v in attributes.items())
        found[w(tag)] = f"<w:{tag}{written}/>"
    ranked = sorted(found, key=lambda tag: _ORDER.index(tag) if tag in _ORDER else len(_ORDER))
    return f"<w:rPr>{''.join(found[tag] for tag in ranked)}</w:rPr>"


def _wanted(
    marks: frozenset[str], link_style: str, code_style: str
) -> list[tuple[str, dict[str, str]]]:
    wanted: list[tuple[str, dict[str, str]]] = [(m, {}) for m in ("b", "i", "strike") if m in marks]
    if "code" in marks and code_style:
        wanted.append(("rStyle", {"val": code_style}))
    elif "code" in marks:
        wanted.append(("rFonts", dict.fromkeys(("ascii", "hAnsi", "cs"), "Courier New")))
    if "link" in marks and link_style:
        wanted.append(("rStyle", {"val": link_style}))
    elif "link" in marks:
        wanted += [("color", {"val": "0563C1"}), ("u", {"val": "single"})]
    return wanted


def _declared(host: str, opening: str) -> str:
    """The opening tag with every prefix declared that the host's properties use."""
    prefixes = sorted(set(re.findall(r"[\s<](\w+):", host)) - {"w", "xml"})
    others = "".join(f' xmlns:{prefix}="urn:{prefix}"' for prefix in prefixes)
    return opening[:-1] + others + ">"


def _without_namespaces(element: Any) -> str:
    text = etree.tostring(element, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)
