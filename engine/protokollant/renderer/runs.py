"""Paragraphs of a part → the same paragraphs with every tag in one place.

Word splits a tag over runs wherever it likes: spelling marks, revision ids, bookmarks, links,
line breaks. A tag is gathered into the text element where it begins, and what stood between
its pieces (a bookmark, say) stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from protokollant.renderer.broken_tags import told_of_broken
from protokollant.renderer.draft import Draft, Spot
from protokollant.renderer.places import Places
from protokollant.renderer.tags import Found, find_tags, first_word
from protokollant.renderer.wordml import W_NS, XML_NS, Element, is_element, own, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PARAGRAPHS = (w("p"), f"{_A}p", f"{_M}oMath")
_TEXTS = (w("t"), f"{_A}t", f"{_M}t")
_INSTRUCTION = w("instrText")
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_ESCAPE = re.compile(r"\{_[{%]|[}%]_\}")
_ESCAPES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def gather_tags(draft: Draft) -> None:
    """Put an element of code where each tag of the part stands."""
    places = Places(draft.root, draft.styles)
    for node in list(draft.root.iter(*_PARAGRAPHS)):
        _gather(draft, pieces_of(node), places)
        _gather(draft, list(own(node, _INSTRUCTION)), places)
    _unescape(draft.root)


def pieces_of(paragraph: Element) -> list[Element]:
    """What makes up a paragraph's own text: text elements, tabs, line breaks, hyphens."""
    return list(own(paragraph, *_TEXTS, *_SIGNS))


def text_of(piece: Element) -> str:
    """The text that one piece of a paragraph stands for."""
    return _SIGNS.get(piece.tag) or piece.text or ""


def _gather(draft: Draft, pieces: list[Element], places: Places) -> None:
    texts = _with_whole_escapes(pieces, [text_of(piece) for piece in pieces])
    whole = "".join(texts)
    found, unclosed = find_tags(whole, draft.signs)
    if not found and not unclosed:
        return
    where = places.of(pieces[0])
    for start in unclosed:
        message, remedy = told_of_broken(whole[start:], pieces[0])
        draft.fault(message, replace(where, start=start, end=len(whole)), remedy)
        draft.broken.append(first_word(whole[start + 2 :]))
    offset = 0
    for piece, text in zip(pieces, texts, strict=True):
        end = offset + len(text)
        touching = [f for f in found if f.start < end and f.end > offset]
        if touching:
            _cut(draft, piece, text, offset, touching, where)
        offset = end


def _with_whole_escapes(pieces: list[Element], texts: list[str]) -> list[str]:
    """The texts with each sign for a brace pair, cut by Word like any tag, where it begins."""
    escapes = list(_ESCAPE.finditer("".join(texts)))
    if not escapes:
        return texts
    homes = [index for index, text in enumerate(texts) for _ in text]
    for escape in escapes:
        homes[escape.start() : escape.end()] = [homes[escape.start()]] * len(escape.group())
    gathered = [""] * len(texts)
    for home, sign in zip(homes, "".join(texts), strict=True):
        gathered[home] += sign
    for piece, old, new in zip(pieces, texts, gathered, strict=True):
        if old != new:
            piece.text = new
    return gathered


def _cut(
    draft: Draft, piece: Element, text: str, offset: int, touching: list[Found], where: Spot
) -> None:
    """Take the tags' text out of one piece, and put code where tags begin in it."""
    if piece.tag in _SIGNS:
        parent = piece.getparent()
        if parent is not None:
            parent.remove(piece)
        return
    piece.text = ""
    last: Element | None = None
    position = 0
    for found in touching:
        _append(piece, last, text[position : max(found.start - offset, position)])
        if found.start >= offset:
            code = draft.code(found.tag, replace(where, start=found.start, end=found.end))
            piece.append(code)
            last = code
        position = min(found.end - offset, len(text))
    _append(piece, last, text[position:])
    if _is_words(piece):
        piece.set(f"{{{XML_NS}}}space", "preserve")
    _drop_if_empty(piece)


def _is_words(piece: Element) -> bool:
    """Whether a text element is Word's own, so that its outer spaces must be marked as kept."""
    return bool(str(piece.tag).startswith(f"{{{W_NS}}}"))


def _append(piece: Element, last: Element | None, text: str) -> None:
    if last is None:
        piece.text = (piece.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _drop_if_empty(piece: Element) -> None:
    """A text element all of which was the middle of a tag goes, and its run if nothing is left."""
    run = piece.getparent()
    if piece.text or len(piece) or run is None:
        return
    run.remove(piece)
    holder = run.getparent()
    if run.tag == w("r") and holder is not None and all(c.tag == w("rPr") for c in run):
        holder.remove(run)


def _unescape(root: Element) -> None:
    """docxtpl's signs for printing a brace pair as it stands."""
    for node in root.iter(*_TEXTS):
        if is_element(node):
            node.text = _unescaped(node.text)
            for child in node:
                child.tail = _unescaped(child.tail)


def _unescaped(text: str | None) -> str | None:
    if text and "_" in text:
        for written, meant in _ESCAPES:
            text = text.replace(written, meant)
    return text
